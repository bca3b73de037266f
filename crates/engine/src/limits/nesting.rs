//! How deep `JSON.stringify` gets in data that the program makes while it is written: by accessors, `toJSON` and replacers.
//! What is there before is measured by `sizes::tree`.

use super::costs::LEVELS;
use super::stop;
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsValue, NativeFunction};
use boa_gc::{Finalize, GcRefCell, Trace};

#[derive(Trace, Finalize)]
struct Replacer {
    program: Option<JsFunction>,
    /// The objects that are being written, each in the one before.
    open: GcRefCell<Vec<JsObject>>,
}

/// The arguments of `JSON.stringify` with a replacer that counts levels, where the data might get deeper than it looks.
///
/// *Limitations.* With a list of names as replacer it stays as it is.
pub fn bounded(arguments: &[JsValue], context: &mut Context) -> Vec<JsValue> {
    let mut given = arguments.to_vec();
    given.resize(given.len().max(2), JsValue::undefined());
    let program = given[1].as_object();
    let program = match program {
        Some(object) if object.is_callable() => JsFunction::from_object(object),
        Some(_) => return given,
        None if !shared(context).used.grows.get() => return given,
        None => None,
    };
    let replacer = Replacer {
        program,
        open: GcRefCell::default(),
    };
    let replace = NativeFunction::from_copy_closure_with_captures(replace, replacer);
    given[1] = FunctionObjectBuilder::new(context.realm(), replace)
        .length(2)
        .build()
        .into();
    given
}

/// `this` is the object whose property is written.
fn replace(
    this: &JsValue,
    arguments: &[JsValue],
    replacer: &Replacer,
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = match &replacer.program {
        Some(program) => program.call(this, arguments, context)?,
        None => arguments.get_or_undefined(1).clone(),
    };
    let mut open = replacer.open.borrow_mut();
    if let Some(holder) = this.as_object() {
        while open
            .last()
            .is_some_and(|last| !JsObject::equals(last, &holder))
        {
            open.pop();
        }
    }
    open.extend(value.as_object());
    if open.len() as u64 <= LEVELS {
        return Ok(value);
    }
    Err(stop(
        &shared(context),
        format!("stringify meets data that is nested more than {LEVELS} levels deep"),
        "keep the data in an array instead",
    ))
}
