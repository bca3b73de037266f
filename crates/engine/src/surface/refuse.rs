//! Names that are there and whose use ends the run.

use crate::errors::{self, Refusal};
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsArgs, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};

/// What to do without: `what` is the path of a property.
fn instead_of(what: &str) -> &'static str {
    let name = what.rsplit('.').next().unwrap_or(what);
    match name.starts_with('_') {
        true => "it is internal to Node: use what Node's documentation describes",
        false => {
            "leave it out, or ask for it with `typeof` first: docs/SURFACE.md lists what is modelled"
        }
    }
}

/// A function that can be looked at, and ends the run when it is called. `what`: its path and its name.
fn refusing((path, name): (&str, JsString), length: usize, context: &mut Context) -> JsFunction {
    let refusing = NativeFunction::from_copy_closure_with_captures(
        |_, _, path: &JsString, context| {
            let what = path.to_std_string_lossy();
            let hint = instead_of(&what);
            Err(errors::refuse(context, Refusal { what: &what, hint }))
        },
        JsString::from(path),
    );
    let refusing = FunctionObjectBuilder::new(context.realm(), refusing)
        .name(name)
        .length(length)
        .constructor(true)
        .build();
    if let Some(list) = &mut *shared(context).refused.borrow_mut() {
        list.push(refusing.clone().into());
    }
    refusing
}

/// Defines a function that is not modelled, enumerable or not, with so many parameters.
///
/// # Errors
/// If the object takes no property.
pub fn function(
    object: &JsObject,
    (key, enumerable): (PropertyKey, bool),
    what: (&str, JsString),
    length: usize,
    context: &mut Context,
) -> JsResult<()> {
    let descriptor = PropertyDescriptor::builder()
        .value(refusing(what, length, context))
        .writable(true)
        .enumerable(enumerable)
        .configurable(true);
    object.define_property_or_throw(key, descriptor, context)?;
    Ok(())
}

/// Defines a value that is not modelled: it cannot be read, and can be set.
///
/// # Errors
/// If the object takes no property.
pub fn value(
    object: &JsObject,
    key: PropertyKey,
    what: (&str, JsString),
    context: &mut Context,
) -> JsResult<()> {
    let setter = NativeFunction::from_copy_closure_with_captures(
        |this, arguments, key: &JsValue, context| {
            if let Some(object) = this.as_object() {
                let key = key.to_property_key(context)?;
                let value = arguments.get_or_undefined(0).clone();
                object.create_data_property_or_throw(key, value, context)?;
            }
            Ok(JsValue::undefined())
        },
        JsValue::from(key.clone()),
    );
    let setter = FunctionObjectBuilder::new(context.realm(), setter)
        .name(js_string!("set"))
        .build();
    let descriptor = PropertyDescriptor::builder()
        .get(refusing(what, 0, context))
        .set(setter)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, descriptor, context)?;
    Ok(())
}
