//! Reading objects without running the program's code: property descriptors, internal slots, a proxy's target.
//!
//! Boa's public API names most built-in types, so most slots are read directly. Where it does not, the comment at the
//! function says what stands in.

use boa_engine::bigint::JsBigInt;
use boa_engine::builtins::array_buffer::{ArrayBuffer, SharedArrayBuffer};
use boa_engine::builtins::date::Date;
use boa_engine::builtins::error::Error;
use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::builtins::promise::Promise;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::regexp::RegExp;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::module::ModuleNamespace;
use boa_engine::object::builtins::{JsDataView, JsWeakMap, JsWeakSet};
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsSymbol, JsValue, js_string};

/// The built-in kind of an object, by its internal slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Brand {
    Ordinary,
    Array,
    ArrayBuffer,
    BigInt,
    Boolean,
    DataView,
    Date,
    Error,
    Function,
    Map,
    Module,
    Number,
    Promise,
    RegExp,
    Set,
    SharedArrayBuffer,
    String,
    Symbol,
    TypedArray,
    WeakMap,
    WeakSet,
}

impl Brand {
    /// The brand of `object`, which is no proxy. Arguments objects are ordinary here; see [`is_arguments`].
    pub(super) fn of(object: &JsObject) -> Self {
        if object.is_ordinary() {
            Self::Ordinary
        } else if object.is_array() {
            Self::Array
        } else if object.is_callable() {
            Self::Function
        } else if object.is::<Error>() {
            Self::Error
        } else if object.is::<OrderedMap<JsValue>>() {
            Self::Map
        } else if object.is::<OrderedSet>() {
            Self::Set
        } else if object.is::<Promise>() {
            Self::Promise
        } else if object.is::<Date>() {
            Self::Date
        } else if object.is::<RegExp>() {
            Self::RegExp
        } else if object.is::<TypedArray>() {
            Self::TypedArray
        } else if object.is::<ArrayBuffer>() {
            Self::ArrayBuffer
        } else if object.is::<SharedArrayBuffer>() {
            Self::SharedArrayBuffer
        } else if object.is::<JsString>() {
            Self::String
        } else if object.is::<f64>() {
            Self::Number
        } else if object.is::<bool>() {
            Self::Boolean
        } else if object.is::<JsBigInt>() {
            Self::BigInt
        } else if object.is::<JsSymbol>() {
            Self::Symbol
        } else if object.is::<ModuleNamespace>() {
            Self::Module
        } else if JsDataView::from_object(object.clone()).is_ok() {
            Self::DataView
        } else if JsWeakMap::from_object(object.clone()).is_ok() {
            Self::WeakMap
        } else if JsWeakSet::from_object(object.clone()).is_ok() {
            Self::WeakSet
        } else {
            Self::Ordinary
        }
    }

    /// The name of the built-in class, for objects whose prototype says nothing.
    pub(super) fn class_name(self) -> &'static str {
        match self {
            Self::Ordinary => "Object",
            Self::Array => "Array",
            Self::ArrayBuffer => "ArrayBuffer",
            Self::BigInt => "BigInt",
            Self::Boolean => "Boolean",
            Self::DataView => "DataView",
            Self::Date => "Date",
            Self::Error => "Error",
            Self::Function => "Function",
            Self::Map => "Map",
            Self::Module => "Module",
            Self::Number => "Number",
            Self::Promise => "Promise",
            Self::RegExp => "RegExp",
            Self::Set => "Set",
            Self::SharedArrayBuffer => "SharedArrayBuffer",
            Self::String => "String",
            Self::Symbol => "Symbol",
            Self::TypedArray => "TypedArray",
            Self::WeakMap => "WeakMap",
            Self::WeakSet => "WeakSet",
        }
    }
}

/// True for an arguments object. Its types are private in Boa; `Object.prototype.toString` names them, unless a
/// `Symbol.toStringTag` overrides the name. Only asked for objects that have `callee`, because it reads that tag.
///
/// # Errors
/// Whatever a getter of `Symbol.toStringTag` throws.
pub(super) fn is_arguments(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    if object.is_ordinary() || !object.has_own_property(js_string!("callee"), context)? {
        return Ok(false);
    }
    let name = OrdinaryObject::to_string(&object.clone().into(), &[], context)?;
    Ok(name.as_string() == Some(js_string!("[object Arguments]")))
}

/// Target and handler of a proxy; `Some(None)` when it was revoked, `None` for other objects.
pub(crate) fn proxy_parts(object: &JsObject) -> Option<Option<(JsObject, JsObject)>> {
    let proxy: Proxy = object.downcast_ref::<Proxy>()?.clone();
    // SAFETY: `Proxy` is a struct of exactly one field, `Option<(JsObject, JsObject)>` (target, handler), and Boa offers no
    // other way to a proxy's target without running its traps. `transmute` compares the sizes at compile time; with equal
    // sizes the only field lies at offset 0. The test `proxies_are_read_without_traps` would notice another meaning.
    Some(unsafe { std::mem::transmute::<Proxy, Option<(JsObject, JsObject)>>(proxy) })
}

/// The name of the built-in class of any object, whatever its prototype says: `Proxy` for a proxy, `Other` for what has
/// slots that no class of [`Brand`] has, such as iterators and arguments objects.
pub fn builtin_class(object: &JsObject) -> &'static str {
    if object.is::<Proxy>() {
        return "Proxy";
    }
    match Brand::of(object) {
        Brand::Ordinary if !object.is_ordinary() => "Other",
        brand => brand.class_name(),
    }
}

/// `Object.getOwnPropertyDescriptor`: runs no code for anything but a proxy.
///
/// # Errors
/// A module namespace throws a `ReferenceError` for a binding that is not initialised.
pub(super) fn own_property(
    object: &JsObject,
    key: &PropertyKey,
    context: &mut Context,
) -> JsResult<Option<PropertyDescriptor>> {
    // Ordinary [[GetOwnProperty]] is a look-up in the property map, which Boa shows.
    if object.is_ordinary() || object.is_array() || object.is::<OrdinaryFunction>() {
        return Ok(object.borrow().properties().get(key));
    }
    // For exotic objects the public way leads through a descriptor object of the language. Its own properties are read
    // from the map again: a program may have put `get` on `Object.prototype`.
    let arguments = [object.clone().into(), JsValue::from(key)];
    let descriptor =
        OrdinaryObject::get_own_property_descriptor(&JsValue::undefined(), &arguments, context)?;
    let Some(fields) = descriptor.as_object() else {
        return Ok(None);
    };
    let field = |name: JsString| {
        let field = fields.borrow().properties().get(&name.into());
        field.and_then(|field| field.value().cloned())
    };
    let flag = |name: JsString| field(name).map(|value| value.to_boolean());
    Ok(Some(
        PropertyDescriptor::builder()
            .maybe_value(field(js_string!("value")))
            .maybe_get(field(js_string!("get")))
            .maybe_set(field(js_string!("set")))
            .maybe_enumerable(flag(js_string!("enumerable")))
            .build(),
    ))
}

/// True for an own enumerable property.
///
/// # Errors
/// As [`own_property`].
pub(super) fn is_enumerable(
    object: &JsObject,
    key: &PropertyKey,
    context: &mut Context,
) -> JsResult<bool> {
    let descriptor = own_property(object, key, context)?;
    Ok(descriptor.is_some_and(|d| d.enumerable().unwrap_or(false)))
}

/// True for the string key `name`.
pub(super) fn is_named(key: &PropertyKey, name: &str) -> bool {
    matches!(key, PropertyKey::String(key) if key == name)
}

/// A value as `String(value)` gives it, symbols included.
///
/// # Errors
/// Whatever `toString` or `valueOf` of an object throws.
pub(super) fn to_js_string(value: &JsValue, context: &mut Context) -> JsResult<JsString> {
    match value.as_symbol() {
        Some(symbol) => Ok(symbol.descriptive_string()),
        None => value.to_string(context),
    }
}

/// [`to_js_string`] as Rust text; lone surrogates become U+FFFD, as when Node writes them.
///
/// # Errors
/// Whatever `toString` or `valueOf` of an object throws.
pub(super) fn to_text(value: &JsValue, context: &mut Context) -> JsResult<String> {
    Ok(to_js_string(value, context)?.to_std_string_lossy())
}

/// The prototype of an object, a proxy's being that of its target: no trap is run.
pub(super) fn prototype_of(object: &JsObject) -> Option<JsObject> {
    match proxy_parts(object) {
        Some(parts) => parts.and_then(|(target, _)| prototype_of(&target)),
        None => object.prototype(),
    }
}

/// Whether an object is a proxy.
pub(crate) fn is_proxy(object: &JsObject) -> bool {
    object.is::<Proxy>()
}

/// Whether all properties of an object are in its table.
pub(crate) fn is_plain(object: &JsObject) -> bool {
    !object.is::<TypedArray>() && !object.is::<ModuleNamespace>() && !object.is::<JsString>()
}

/// The name of the built-in class of an object.
pub(crate) fn class_name(object: &JsObject) -> &'static str {
    Brand::of(object).class_name()
}
