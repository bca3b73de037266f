//! The constructors of errors: each error gets its own `stack` when it is made, as in V8.

use super::Originals;
use crate::errors::{Refusal, refuse};
use crate::messages;
use crate::stack;
use boa_engine::context::intrinsics::StandardConstructor;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{
    Context, JsArgs, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};
use boa_gc::{Finalize, Trace};

/// The interpreter's own constructor, and what takes its place.
#[derive(Trace, Finalize, Clone)]
struct Kept {
    original: JsObject,
    aggregate: bool,
}

/// Replaces the constructors. Gives the new `Error`.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<JsObject> {
    let constructors = context.intrinsics().constructors();
    let base = constructors.error().clone();
    let all: [(&str, StandardConstructor); 7] = [
        ("TypeError", constructors.type_error().clone()),
        ("RangeError", constructors.range_error().clone()),
        ("ReferenceError", constructors.reference_error().clone()),
        ("SyntaxError", constructors.syntax_error().clone()),
        ("EvalError", constructors.eval_error().clone()),
        ("URIError", constructors.uri_error().clone()),
        ("AggregateError", constructors.aggregate_error().clone()),
    ];
    let error = replace("Error", &base, None, context)?;
    for (name, constructor) in all {
        replace(name, &constructor, Some(&error), context)?;
    }
    let capture = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_fn_ptr(capture_stack_trace),
    )
    .name(js_string!("captureStackTrace"))
    .length(2)
    .build();
    super::intrinsics::hidden(&error, "captureStackTrace", capture, context)?;
    Ok(error)
}

fn replace(
    name: &str,
    standard: &StandardConstructor,
    parent: Option<&JsObject>,
    context: &mut Context,
) -> JsResult<JsObject> {
    let kept = Kept {
        original: standard.constructor(),
        aggregate: name == "AggregateError",
    };
    let function = NativeFunction::from_copy_closure_with_captures(construct, kept);
    let constructor: JsObject = FunctionObjectBuilder::new(context.realm(), function)
        .name(JsString::from(name))
        .length(if name == "AggregateError" { 2 } else { 1 })
        .constructor(true)
        .build()
        .into();
    if let Some(parent) = parent {
        constructor.set_prototype(Some(parent.clone()));
    }
    let prototype = standard.prototype();
    let property = PropertyDescriptor::builder()
        .value(prototype.clone())
        .writable(false)
        .enumerable(false)
        .configurable(false);
    constructor.define_property_or_throw(js_string!("prototype"), property, context)?;
    messages::define(
        &prototype,
        "constructor",
        constructor.clone().into(),
        context,
    );
    messages::define(
        &context.global_object(),
        name,
        constructor.clone().into(),
        context,
    );
    Ok(constructor)
}

fn construct(
    new_target: &JsValue,
    arguments: &[JsValue],
    kept: &Kept,
    context: &mut Context,
) -> JsResult<JsValue> {
    // Without `new` the function itself is the new target.
    let new_target = new_target.as_object().filter(JsObject::is_constructor);
    let object = if kept.aggregate {
        let object = messages::make(&kept.original, arguments, new_target.as_ref(), context)?;
        promise_stack(&object, context)?;
        object
    } else {
        let object = messages::make(&kept.original, &[], new_target.as_ref(), context)?;
        // V8's errors have their stack before their message.
        promise_stack(&object, context)?;
        let message = arguments.get_or_undefined(0);
        if !message.is_undefined() {
            let message = message.to_string(context)?;
            messages::define(&object, "message", message.into(), context);
        }
        if let Some(options) = arguments.get_or_undefined(1).as_object()
            && options.has_property(js_string!("cause"), context)?
        {
            let cause = options.get(js_string!("cause"), context)?;
            messages::define(&object, "cause", cause, context);
        }
        object
    };
    Ok(object.into())
}

/// An error's stack is written when it is first read, as V8 does: a name that the constructor of a subclass sets is in
/// it.
fn promise_stack(object: &JsObject, context: &mut Context) -> JsResult<()> {
    refuse_prepare(context)?;
    let accessors = context
        .get_data::<Originals>()
        .map(|o| (o.read_stack.clone(), o.write_stack.clone()));
    if let Some((get, set)) = accessors {
        let property = PropertyDescriptor::builder()
            .maybe_get(get)
            .maybe_set(set)
            .enumerable(false)
            .configurable(true);
        object.define_property_or_throw(js_string!("stack"), property, context)?;
    }
    Ok(())
}

/// `Error.captureStackTrace(object, function)`.
fn capture_stack_trace(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    let Some(object) = value.as_object() else {
        return Err(JsNativeError::typ().with_message("invalid_argument").into());
    };
    let function = arguments.get_or_undefined(1).as_object();
    give_stack(&object, function.as_ref(), context)?;
    Ok(JsValue::undefined())
}

/// Gives an object the stack of here, without the frames of `function` and inside of it.
fn give_stack(
    object: &JsObject,
    function: Option<&JsObject>,
    context: &mut Context,
) -> JsResult<()> {
    refuse_prepare(context)?;
    let constructor = context.intrinsics().constructors().error().constructor();
    let made = messages::make(&constructor, &[], None, context)?;
    let mut trace = stack::capture(&made, context);
    if let Some(function) = function {
        let name = messages::own_text(function, "name");
        trace.without(&name);
    }
    let header = stack::header(object, context)?;
    stack::define(object, &header, &trace, context);
    Ok(())
}

/// `Error.prepareStackTrace` gets objects that are not modelled.
fn refuse_prepare(context: &mut Context) -> JsResult<()> {
    let originals = context.get_data::<Originals>();
    let prepare = originals.and_then(|o| o.error.clone()).map(|error| {
        let key = js_string!("prepareStackTrace").into();
        error.borrow().properties().get(&key)
    });
    let prepare = prepare
        .flatten()
        .and_then(|property| property.value().cloned());
    if prepare.is_some_and(|value| value.is_callable()) {
        return Err(refuse(
            context,
            Refusal {
                what: "Error.prepareStackTrace",
                hint: "read error.stack",
            },
        ));
    }
    Ok(())
}
