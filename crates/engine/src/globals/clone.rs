//! What the structured clone algorithm asks of a value.

use super::Native;
use crate::inspect::builtin_class;
use boa_engine::object::builtins::JsArrayBuffer;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("kindOf", kind_of), ("detach", detach)];

/// `(value)`: the name of the built-in class of an object, whatever its prototype says; `Proxy` and `Other` for those that
/// cannot be cloned.
fn kind_of(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let class = arguments
        .get_or_undefined(0)
        .as_object()
        .map_or("", |object| builtin_class(&object));
    Ok(JsString::from(class).into())
}

/// `(buffer)`: its bytes were given away.
fn detach(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    if let Some(object) = arguments.get_or_undefined(0).as_object() {
        JsArrayBuffer::from_object(object.clone())?.detach(&JsValue::undefined())?;
    }
    Ok(JsValue::undefined())
}
