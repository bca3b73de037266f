//! What generators iterate (section 10): what the interpreter does otherwise than the language is put right here.
//!
//! A generator that is told to return inside of a loop closes what the loop iterates, which the interpreter forgets: see
//! the instrumentation's `for_of`.
//!
//! `yield*` in an async generator:
//! Before Node 20 it awaited each value that it was given once more. Today it awaits results alone; the interpreter also
//! awaits the value of the last result when the generator was told to return. The program's `yield*` iterates a stand-in
//! (`node/iteration.js`), which tells us of each result that is about to be awaited.

use crate::globals::Native;
use crate::messages::has_own;
use crate::modules::dynamic;
use crate::shared::{NodeHooks, shared};
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsValue, js_string};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("delegated", delegated)];

/// What a result that `yield*` awaits was asked for with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delegated {
    /// `next` or `throw`.
    Goes,
    /// `return`.
    Returns,
}

/// What is to be done about a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Nothing: the generator goes on.
    Now,
    /// The generator goes on a turn later.
    Later,
    /// The turn that the interpreter takes next is one that the language does not know.
    NoneNext,
}

/// `ǃg(iterable)`: what `yield*` iterates.
///
/// # Errors
/// What getting the iterator throws.
pub fn delegate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    NodeHooks::replaced(|hooks| &hooks.delegate, arguments, context)
}

/// `ǃho(iterable, async)`: what a loop of a generator iterates.
///
/// # Errors
/// What getting the iterator throws.
pub fn hold(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    NodeHooks::replaced(|hooks| &hooks.hold, arguments, context)
}

/// `ǃcl(held)`: a loop is left because its generator was told to return.
///
/// # Errors
/// What the iterator's `return` throws.
pub fn close(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    NodeHooks::replaced(|hooks| &hooks.close, arguments, context)
}

/// `binding.delegated(promise, returns)`: the `await` that follows at once is that of `yield*`.
fn delegated(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let result = arguments.get_or_undefined(0).clone();
    // That of a thenable would be made by a job of its own.
    let awaited_at_once = match result.as_object() {
        Some(object) => JsPromise::from_object(object.clone()).is_ok() || !has_then(&object),
        None => true,
    };
    let delegated = match arguments.get_or_undefined(1).to_boolean() {
        true => Delegated::Returns,
        false => Delegated::Goes,
    };
    shared(context)
        .delegates
        .set(awaited_at_once.then_some(delegated));
    Ok(result)
}

fn has_then(object: &JsObject) -> bool {
    let mut next = Some(object.clone());
    while let Some(object) = next {
        if has_own(&object, "then") {
            return true;
        }
        next = object.prototype();
    }
    false
}

/// What is to be done about the result with which an `await` of `yield*` ends. Runs no code of the program.
pub fn turn(delegated: Delegated, result: &JsValue, context: &Context) -> Turn {
    let Some(object) = result.as_object() else {
        return Turn::Now;
    };
    let own = |name| {
        let property = object.borrow().properties().get(&name);
        property.and_then(|property| property.value().cloned())
    };
    let Some(done) = own(js_string!("done").into()) else {
        return Turn::Now;
    };
    let old = shared(context).features.delegation_awaits_values;
    match (done.to_boolean(), delegated) {
        (false, _) if old => Turn::Later,
        (true, Delegated::Returns)
            if own(js_string!("value").into()).is_none_or(|v| !v.is_object()) =>
        {
            Turn::NoneNext
        }
        _ => Turn::Now,
    }
}

/// Does something a turn of the microtask queue later.
///
/// # Errors
/// None but the interpreter's.
pub fn later(
    context: &mut Context,
    then: impl FnOnce(&mut Context) -> JsResult<()> + 'static,
) -> JsResult<()> {
    dynamic::later(1, "yield*".to_owned(), context, then)
}
