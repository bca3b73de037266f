//! Regular expressions: backtracking may take a time that no one waits for.
//!
//! The interpreter's matcher (`vendor/regress`) counts its steps and gives up after as many as it is allowed; it then
//! reports no match, so the run ends before the program could see that. All uses of a regular expression come through
//! `RegExp.prototype.exec`.

use super::sizes::code_units;
use super::{CALL, WORK, builtins, charge, stop};
use crate::shared::shared;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction};
use boa_gc::{Finalize, Trace};

/// So many steps of the matcher cost as much as one of a built-in function.
const STEPS: u64 = 4;

/// What a match costs beside its steps: its result is an object.
const MATCH: u64 = 24;

/// The interpreter copies the text for each match: so many code units for a step.
const COPIED: u64 = 64;

#[derive(Trace, Finalize)]
struct Exec {
    original: JsFunction,
}

/// Puts a function that counts before `RegExp.prototype.exec`.
///
/// # Errors
/// If the interpreter fails.
pub fn install(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    builtins::replace(prototype, "exec", context, |original| {
        NativeFunction::from_copy_closure_with_captures(exec, Exec { original })
    })
}

fn exec(
    this: &JsValue,
    arguments: &[JsValue],
    exec: &Exec,
    context: &mut Context,
) -> JsResult<JsValue> {
    let copied = code_units(arguments.first()) / COPIED;
    charge("exec", CALL + MATCH + copied, context)?;
    let allowed = (WORK - shared(context).used.work.get()) * STEPS + 1;
    // `lastIndex` may be an object of the program's, which may match another expression meanwhile.
    let before = regress::fuel::left();
    regress::fuel::allow(allowed);
    let result = exec.original.call(this, arguments, context);
    let left = regress::fuel::left();
    regress::fuel::allow(before.saturating_sub(allowed - left));
    if left == 0 {
        return Err(stop(
            &shared(context),
            format!("a regular expression took more than {} steps", WORK * STEPS),
            "write the pattern so that it cannot match the same text in many ways",
        ));
    }
    charge("exec", (allowed - left) / STEPS, context)?;
    result
}
