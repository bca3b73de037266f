//! `await` before Node 12: of a promise it took three turns of the microtask queue (section 10). What is awaited is wrapped
//! in a promise that is resolved with it, which is what these versions did.

use crate::shared::NodeHooks;
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{Context, JsArgs, JsResult, JsValue};

/// A promise that is resolved with the promise `value`; anything else as it is.
///
/// # Errors
/// None but the interpreter's.
pub fn wrapped(value: &JsValue, context: &mut Context) -> JsResult<JsValue> {
    let is_promise = value
        .as_object()
        .is_some_and(|object| JsPromise::from_object(object.clone()).is_ok());
    if !is_promise {
        return Ok(value.clone());
    }
    let (promise, settle) = JsPromise::new_pending(context);
    let resolve: &JsFunction = &settle.resolve;
    resolve.call(&JsValue::undefined(), std::slice::from_ref(value), context)?;
    Ok(promise.into())
}

/// `ǃo(value)`: what an async generator awaits at `yield` and `return`.
///
/// # Errors
/// None but the interpreter's.
pub fn operand(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    wrapped(arguments.get_or_undefined(0), context)
}

/// `ǃf(iterable)`: what `for await` iterates.
///
/// # Errors
/// What getting the iterator throws.
pub fn for_await(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    NodeHooks::replaced(|hooks| &hooks.old_for_await, arguments, context)
}
