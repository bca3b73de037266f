//! Iterating over an array: spread, destructuring, `new Set(array)` and their like take element after element within one
//! call, and the elements of `Array(1e9)` cost nothing to make.

use super::{builtins, charge};
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsResult, JsValue, NativeFunction};
use boa_gc::{Finalize, Trace};

/// What an element costs, in steps.
const ELEMENT: u64 = 8;

#[derive(Trace, Finalize)]
struct Next {
    original: JsFunction,
}

/// Puts a function that counts before the `next` of arrays' iterators.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().objects().iterator_prototypes().array();
    builtins::replace(&prototype, "next", context, |original| {
        NativeFunction::from_copy_closure_with_captures(next, Next { original })
    })
}

fn next(
    this: &JsValue,
    arguments: &[JsValue],
    next: &Next,
    context: &mut Context,
) -> JsResult<JsValue> {
    charge("next", ELEMENT, context)?;
    next.original.call(this, arguments, context)
}
