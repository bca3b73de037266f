//! Errors in V8's words. The interpreter has its own words for what goes wrong and does not name the expression that
//! failed; a program prints `error.message`, and people look such texts up.
//!
//! Two ways lead here. [`checks`] are written into the program at expressions that may fail, and throw themselves.
//! What the interpreter throws is put into other words by [`observe`] when it is first seen: by a `catch` clause, a promise
//! reaction, or nobody.

mod builtins;
pub mod checks;
pub mod json;
mod json_text;
mod objects;
mod place;
mod show;
mod table;
mod words;
mod writes;

use crate::globals::Originals;
use crate::shared::shared;
use crate::stack::{self, Trace};
use boa_engine::builtins::error::Error;
use boa_engine::error::JsNativeErrorKind;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue, js_string};

pub(crate) use place::{offset, source_of};
pub use show::describe;

/// The natives of this folder, for Node's own JavaScript.
pub const NATIVES: &[(&str, crate::globals::Native)] =
    &[("observe", observe_native), ("describe", describe_native)];

/// Where something failed: the number of the unit, and the offset in the author's text.
pub type At = (usize, u32);

/// An error that the interpreter made gets V8's message and its stack, unless it has them.
pub fn observe(value: &JsValue, context: &mut Context) {
    let Some(object) = value.as_object() else {
        return;
    };
    if !object.is::<Error>() || has_own(&object, "stack") || !has_own(&object, "message") {
        return;
    }
    let Some(stack) = context.get_data::<Originals>().map(|o| o.stack.clone()) else {
        return;
    };
    let raw = match stack.call(value, &[], context) {
        Ok(raw) => crate::globals::text_of(&raw),
        Err(_) => return,
    };
    let message = own_text(&object, "message");
    let shared = shared(context);
    let mut trace = Trace::read(&shared, &raw);
    let failure = words::Failure {
        shared: &shared,
        message: &message,
        trace: &trace,
    };
    let (explained, at) = failure.explain();
    if let Some(at) = at {
        trace.set_top(at);
    }
    if let Some(explained) = explained {
        let message = JsString::from(explained);
        define(&object, "message", message.into(), context);
    }
    let header = stack::header(&object, context).unwrap_or_default();
    stack::define(&object, &header, &trace, context);
}

/// [`observe`] for an error on its way.
pub fn observed(error: JsError, context: &mut Context) -> JsError {
    match error.as_native().is_some() {
        true => match error.into_opaque(context) {
            Ok(value) => {
                observe(&value, context);
                JsError::from_opaque(value)
            }
            Err(error) => error,
        },
        false => error,
    }
}

/// An error of V8's, thrown at a known place.
pub fn error(
    kind: &JsNativeErrorKind,
    message: &str,
    at: Option<At>,
    context: &mut Context,
) -> JsError {
    let constructors = context.intrinsics().constructors();
    let constructor = match kind {
        JsNativeErrorKind::Reference => constructors.reference_error().constructor(),
        JsNativeErrorKind::Range => constructors.range_error().constructor(),
        JsNativeErrorKind::Syntax => constructors.syntax_error().constructor(),
        _ => constructors.type_error().constructor(),
    };
    let message = JsString::from(message);
    match make(&constructor, &[message.into()], None, context) {
        Ok(object) => {
            let mut trace = stack::capture(&object, context);
            if let Some(at) = at {
                trace.set_top(at);
            }
            let header = stack::header(&object, context).unwrap_or_default();
            stack::define(&object, &header, &trace, context);
            JsError::from_opaque(object.into())
        }
        Err(error) => error,
    }
}

/// Calls a constructor of errors as the interpreter has it.
///
/// # Errors
/// What it throws.
pub fn make(
    constructor: &JsObject,
    arguments: &[JsValue],
    new_target: Option<&JsObject>,
    context: &mut Context,
) -> JsResult<JsObject> {
    constructor.construct(arguments, new_target, context)
}

pub(crate) fn has_own(object: &JsObject, name: &str) -> bool {
    let key = PropertyKey::from(JsString::from(name));
    object.borrow().properties().contains_key(&key)
}

/// An own property's text, without running an accessor.
pub(crate) fn own_text(object: &JsObject, name: &str) -> String {
    let key = PropertyKey::from(JsString::from(name));
    let property = object.borrow().properties().get(&key);
    let value = property.and_then(|property| property.value().cloned());
    value.map_or_else(String::new, |value| crate::globals::text_of(&value))
}

/// Defines a property that no listing shows.
pub(crate) fn define(object: &JsObject, name: &str, value: JsValue, context: &mut Context) {
    let property = PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    // The object is ordinary and new: nothing can refuse.
    let _ = object.define_property_or_throw(JsString::from(name), property, context);
}

/// `binding.observe(error)`, for Node's own JavaScript.
///
/// # Errors
/// None.
pub fn observe_native(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    observe(&value, context);
    Ok(value)
}

/// `binding.describe(value)`: as V8 shows a value in a message.
///
/// # Errors
/// None.
pub fn describe_native(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    Ok(JsString::from(describe(&value, context)).into())
}

/// The function behind a name of the realm, as the interpreter has it.
pub(crate) fn function_at(object: &JsObject, name: &str) -> Option<JsFunction> {
    let key = PropertyKey::from(JsString::from(name));
    let property = object.borrow().properties().get(&key)?;
    JsFunction::from_object(property.value()?.as_object()?.clone())
}

/// The name of an object's constructor, read without running any code.
pub(crate) fn constructor_name(object: &JsObject) -> Option<String> {
    let key = PropertyKey::from(js_string!("constructor"));
    let constructor = objects::data(object, &key)?;
    let name = objects::data(&constructor.as_object()?, &js_string!("name").into())?;
    name.as_string().map(|name| name.to_std_string_lossy())
}
