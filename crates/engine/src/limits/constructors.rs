//! Constructors that are looked at before they make anything: buffers, and proxies.
//!
//! Each is replaced by one with the same properties, whose `prototype` is the interpreter's.

use super::costs::{Call, Cost};
use super::sizes::{elements, own};
use super::{charge, inheritance, memory};
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsArgs, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};
use boa_gc::{Finalize, Trace};

/// The largest typed array of V8's, in elements.
const V8_ELEMENTS: f64 = 4_294_967_296.0;

/// Numbers beyond this are no length for V8.
const V8_INDEX: f64 = 9_007_199_254_740_991.0;

/// Bytes of a buffer for each step that is counted.
const BYTES: u64 = 64;

const ALL: [(&str, Cost); 14] = [
    ("Int8Array", |call, context| typed(call, 1, context)),
    ("Uint8Array", |call, context| typed(call, 1, context)),
    ("Uint8ClampedArray", |call, context| typed(call, 1, context)),
    ("Int16Array", |call, context| typed(call, 2, context)),
    ("Uint16Array", |call, context| typed(call, 2, context)),
    ("Int32Array", |call, context| typed(call, 4, context)),
    ("Uint32Array", |call, context| typed(call, 4, context)),
    ("Float32Array", |call, context| typed(call, 4, context)),
    ("Float64Array", |call, context| typed(call, 8, context)),
    ("BigInt64Array", |call, context| typed(call, 8, context)),
    ("BigUint64Array", |call, context| typed(call, 8, context)),
    ("ArrayBuffer", buffer),
    ("SharedArrayBuffer", buffer),
    ("Proxy", inheritance::behind_new),
];

/// What a replacement keeps.
#[derive(Trace, Finalize)]
struct Guarded {
    original: JsObject,
    #[unsafe_ignore_trace]
    name: &'static str,
    #[unsafe_ignore_trace]
    cost: Cost,
}

/// Replaces them.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let global = context.global_object();
    for (name, cost) in ALL {
        let original = own(&global, JsString::from(name)).and_then(|value| value.as_object());
        if let Some(original) = original {
            replace(&global, original, name, cost, context)?;
        }
    }
    Ok(())
}

fn replace(
    global: &JsObject,
    original: JsObject,
    name: &'static str,
    cost: Cost,
    context: &mut Context,
) -> JsResult<()> {
    let guarded = Guarded {
        original: original.clone(),
        name,
        cost,
    };
    let length = own(&original, js_string!("length")).and_then(|length| length.as_number());
    let function = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_copy_closure_with_captures(construct, guarded),
    )
    .name(JsString::from(name))
    .length(length.unwrap_or(0.0) as usize)
    .constructor(true)
    .build();
    function.set_prototype(original.prototype());
    for key in original.own_property_keys(context)? {
        let Some(property) = original.borrow().properties().get(&key) else {
            continue;
        };
        function.define_property_or_throw(key, property, context)?;
    }
    let hidden = PropertyDescriptor::builder()
        .value(function)
        .writable(true)
        .enumerable(false)
        .configurable(true)
        .build();
    if let Some(prototype) = own(&original, js_string!("prototype")).and_then(|p| p.as_object()) {
        prototype.define_property_or_throw(js_string!("constructor"), hidden.clone(), context)?;
    }
    global.define_property_or_throw(PropertyKey::from(JsString::from(name)), hidden, context)?;
    Ok(())
}

/// `this` is what `new` was used on.
fn construct(
    this: &JsValue,
    arguments: &[JsValue],
    guarded: &Guarded,
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(new_target) = this.as_object() else {
        let message = format!("Constructor {} requires 'new'", guarded.name);
        return Err(JsNativeError::typ().with_message(message).into());
    };
    let asked = Call {
        name: guarded.name,
        this,
        arguments,
    };
    let steps = (guarded.cost)(&asked, context)?;
    charge(guarded.name, steps, context)?;
    let made = guarded
        .original
        .construct(arguments, Some(&new_target), context)?;
    Ok(made.into())
}

/// `new Uint8Array(length)`, `new Uint8Array(arrayLike)`.
fn typed(call: &Call<'_>, bytes: u64, context: &mut Context) -> JsResult<u64> {
    let first = call.arguments.get_or_undefined(0);
    let length = match first.as_number() {
        Some(length) => length.trunc(),
        None if first.is_object() => {
            if is_buffer(first) {
                return Ok(0);
            }
            elements(first, context) as f64
        }
        None => 0.0,
    };
    if !length.is_nan() && !(0.0..=V8_ELEMENTS).contains(&length) {
        let length = JsValue::from(length).to_string(context)?;
        let length = length.to_std_string_lossy();
        let message = format!("Invalid typed array length: {length}");
        return Err(JsNativeError::range().with_message(message).into());
    }
    held((length as u64).saturating_mul(bytes), context)
}

fn is_buffer(value: &JsValue) -> bool {
    use boa_engine::object::builtins::{JsArrayBuffer, JsSharedArrayBuffer};
    let object = value.as_object();
    object.is_some_and(|object| {
        JsArrayBuffer::from_object(object.clone()).is_ok()
            || JsSharedArrayBuffer::from_object(object).is_ok()
    })
}

/// `new ArrayBuffer(length, options)`.
fn buffer(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = call.arguments.get_or_undefined(0).as_number();
    let length = length.unwrap_or(0.0).trunc();
    if !(0.0..=V8_INDEX).contains(&length) && !length.is_nan() {
        let error = JsNativeError::range().with_message("Invalid array buffer length");
        return Err(error.into());
    }
    let most = call.arguments.get_or_undefined(1).as_object();
    let most = most.and_then(|options| own(&options, js_string!("maxByteLength")));
    let most = most.and_then(|most| most.as_number()).unwrap_or(0.0);
    held(length.max(most) as u64, context)
}

/// So many bytes are about to be held at once.
///
/// # Errors
/// The end of the run, if they are more than a program may hold.
pub fn held(bytes: u64, context: &mut Context) -> JsResult<u64> {
    if bytes > memory::LIMIT as u64 {
        return Err(memory::too_much(&shared(context)));
    }
    Ok(bytes / BYTES)
}
