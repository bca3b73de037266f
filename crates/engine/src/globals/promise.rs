//! `Promise` and `Promise.try`, which turn what a function throws into a rejection.
//!
//! The interpreter forgets to take arguments and registers off its stack when an exception leaves a function that it
//! called from native code, if the exception came out of a function further in: a call around `new Promise(…)` then
//! takes them for its own. So the exception is caught by a function of the interpreter's own language, before it
//! reaches native code.

use super::{callable, node_file};
use boa_engine::native_function::NativeFunctionObject;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{
    Context, JsArgs, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string,
};

/// Steps 9 and 10 of `Promise ( executor )`.
const EXECUTE: &str = "(execute, resolve, reject) => { try { execute(resolve, reject); } catch (error) { reject(error); } }";

/// `Promise.try ( callback, ...args )`.
const TRY: &str = "(C, callback, ...args) => new C((resolve) => { resolve(callback(...args)); })";

/// Replaces what the constructor does, and `Promise.try` where the interpreter has it. The constructor itself stays: it
/// is the one that `await` compares with.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let constructor = context.intrinsics().constructors().promise().constructor();
    let execute = own_function(EXECUTE, context)?;
    let construct = NativeFunction::from_copy_closure_with_captures(construct, execute);
    let replacement = FunctionObjectBuilder::new(context.realm(), construct)
        .name(js_string!("Promise"))
        .length(1)
        .constructor(true)
        .build();
    let replacement = replacement
        .downcast_ref::<NativeFunctionObject>()
        .map(|f| f.clone());
    if let (Some(mut own), Some(replacement)) = (
        constructor.downcast_mut::<NativeFunctionObject>(),
        replacement,
    ) {
        *own = replacement;
    }
    let attempt = own_function(TRY, context)?;
    let attempt = NativeFunction::from_copy_closure_with_captures(attempt_with, attempt);
    let attempt = FunctionObjectBuilder::new(context.realm(), attempt)
        .name(js_string!("try"))
        .length(1)
        .build();
    super::intrinsics::hidden(&constructor, "try", attempt, context)
}

fn own_function(text: &str, context: &mut Context) -> JsResult<JsFunction> {
    callable(&node_file("node:internal/promise", text, context)?)
}

/// `Promise ( executor )`, clause 27.2.3.1.
fn construct(
    new_target: &JsValue,
    arguments: &[JsValue],
    execute: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(new_target) = new_target.as_object() else {
        let message = "Promise NewTarget cannot be undefined";
        return Err(JsNativeError::typ().with_message(message).into());
    };
    let executor = arguments.get_or_undefined(0);
    if executor.as_callable().is_none() {
        let message = "Promise executor is not callable";
        return Err(JsNativeError::typ().with_message(message).into());
    }
    let own = context.intrinsics().constructors().promise().constructor();
    let derived = !JsObject::equals(&new_target, &own);
    let prototype = if derived {
        new_target
            .get(js_string!("prototype"), context)?
            .as_object()
    } else {
        None
    };
    let (promise, settle) = JsPromise::new_pending(context);
    if let Some(prototype) = prototype {
        promise.set_prototype(Some(prototype));
    }
    let resolve: &JsFunction = &settle.resolve;
    let reject: &JsFunction = &settle.reject;
    execute.call(
        &JsValue::undefined(),
        &[
            executor.clone(),
            resolve.clone().into(),
            reject.clone().into(),
        ],
        context,
    )?;
    Ok(promise.into())
}

/// `Promise.try ( callback, ...args )`, clause 27.2.4.8.
fn attempt_with(
    this: &JsValue,
    arguments: &[JsValue],
    attempt: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    if this.as_object().is_none() {
        let message = "Promise.try() called on a non-object";
        return Err(JsNativeError::typ().with_message(message).into());
    }
    let mut all = vec![this.clone()];
    all.extend_from_slice(arguments);
    attempt.call(&JsValue::undefined(), &all, context)
}
