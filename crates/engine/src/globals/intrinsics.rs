//! Where the interpreter's own objects must behave otherwise: no probe may be seen, nothing may depend on the host.

use crate::compile;
use crate::shared::shared;
use crate::stack;
use boa_engine::builtins::error::Error;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{
    Context, JsArgs, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};
use loopscope_event_loop::schedule::mix;
use loopscope_instrument::{FunctionForm, Kind, names};

/// The interpreter's own functions, kept under a key that programs cannot reach.
pub struct Originals {
    to_string: JsFunction,
    /// The getter of `stack`, which gives a line a frame.
    pub stack: JsFunction,
    /// The accessor that an error has as its `stack` until that is read or written.
    pub read_stack: Option<JsObject>,
    /// Its setter.
    pub write_stack: Option<JsObject>,
    /// The global `Error`.
    pub error: Option<JsObject>,
    /// The global `eval` as it is where it is not called at once.
    pub indirect_eval: JsFunction,
}

/// Replaces them.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let constructors = context.intrinsics().constructors();
    let function = constructors.function().prototype();
    let error = constructors.error().prototype();
    let to_string = super::callable(&function.get(js_string!("toString"), context)?)?;
    let stack_getter = error
        .borrow()
        .properties()
        .get(&js_string!("stack").into())
        .and_then(|descriptor| descriptor.get().cloned())
        .unwrap_or_default();
    let setter = error
        .borrow()
        .properties()
        .get(&js_string!("stack").into())
        .and_then(|descriptor| descriptor.set().cloned())
        .unwrap_or_default();
    let eval = context.global_object().get(js_string!("eval"), context)?;
    let indirect_eval = native(context, "eval", 1, evaluate);
    if let Some(eval) = eval.as_object() {
        shared(context)
            .original_eval
            .borrow_mut()
            .replace(eval.clone());
    }
    context.insert_data(Originals {
        to_string,
        stack: super::callable(&stack_getter)?,
        read_stack: None,
        write_stack: None,
        error: None,
        indirect_eval,
    });
    let replacement = native(context, "toString", 0, function_to_string);
    hidden(&function, "toString", replacement, context)?;
    let getter = native(context, "get stack", 0, error_stack);
    error.define_property_or_throw(
        js_string!("stack"),
        PropertyDescriptor::builder()
            .get(getter)
            .set(setter)
            .enumerable(false)
            .configurable(true),
        context,
    )?;
    install_function_constructors(context)?;
    crate::messages::json::install(context)?;
    let error = super::errors::install(context)?;
    let read_stack = native(context, "stack", 0, error_stack);
    let write_stack = native(context, "stack", 1, set_error_stack);
    if let Some(originals) = context.remove_data::<Originals>() {
        context.insert_data(Originals {
            error: Some(error),
            read_stack: Some(read_stack.into()),
            write_stack: Some(write_stack.into()),
            ..*originals
        });
    }
    let math = context.global_object().get(js_string!("Math"), context)?;
    if let Some(math) = math.as_object() {
        crate::numbers::install(&math, context)?;
        let replacement = native(context, "random", 0, math_random);
        hidden(&math, "random", replacement, context)?;
    }
    Ok(())
}

/// `Function` and its kin instrument what they compile.
fn install_function_constructors(context: &mut Context) -> JsResult<()> {
    let constructors = context.intrinsics().constructors();
    let all = [
        (
            constructors.function().prototype(),
            "Function",
            FunctionForm::Ordinary,
        ),
        (
            constructors.async_function().prototype(),
            "AsyncFunction",
            FunctionForm::Async,
        ),
        (
            constructors.generator_function().prototype(),
            "GeneratorFunction",
            FunctionForm::Generator,
        ),
        (
            constructors.async_generator_function().prototype(),
            "AsyncGeneratorFunction",
            FunctionForm::AsyncGenerator,
        ),
    ];
    for (prototype, name, form) in all {
        let make = NativeFunction::from_copy_closure(move |_, arguments, context| {
            make_function(form, arguments, context)
        });
        let constructor = FunctionObjectBuilder::new(context.realm(), make)
            .name(JsString::from(name))
            .length(1)
            .constructor(true)
            .build();
        constructor.define_property_or_throw(
            js_string!("prototype"),
            PropertyDescriptor::builder()
                .value(prototype.clone())
                .writable(false)
                .enumerable(false)
                .configurable(false),
            context,
        )?;
        let ordinary = matches!(form, FunctionForm::Ordinary);
        prototype.define_property_or_throw(
            js_string!("constructor"),
            PropertyDescriptor::builder()
                .value(constructor.clone())
                .writable(ordinary)
                .enumerable(false)
                .configurable(true),
            context,
        )?;
        if ordinary {
            let global = context.global_object();
            hidden(&global, name, constructor, context)?;
        }
    }
    Ok(())
}

fn make_function(
    form: FunctionForm,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let mut texts = Vec::new();
    for argument in arguments {
        texts.push(argument.to_string(context)?.to_std_string_lossy());
    }
    let body = texts.pop().unwrap_or_default();
    compile::function(&texts.join(","), &body, form, context)
}

fn native(context: &mut Context, name: &str, length: usize, function: super::Native) -> JsFunction {
    FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(function))
        .name(JsString::from(name))
        .length(length)
        .build()
}

pub(super) fn hidden(
    object: &JsObject,
    name: &str,
    value: JsFunction,
    context: &mut Context,
) -> JsResult<()> {
    object.define_property_or_throw(
        JsString::from(name),
        PropertyDescriptor::builder()
            .value(value)
            .writable(true)
            .enumerable(false)
            .configurable(true),
        context,
    )?;
    Ok(())
}

fn original(context: &Context, pick: fn(&Originals) -> &JsFunction) -> Option<JsFunction> {
    context.get_data::<Originals>().map(|o| pick(o).clone())
}

/// `Function.prototype.toString` gives the author's text.
fn function_to_string(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(to_string) = original(context, |o| &o.to_string) else {
        return Ok(JsValue::undefined());
    };
    if let Some(text) = class_text(this, context) {
        return Ok(JsString::from(text).into());
    }
    let text = to_string.call(this, arguments, context)?;
    let instrumented = super::text_of(&text);
    let Some(probe) = names::first_probe_in(&instrumented) else {
        return Ok(text);
    };
    let shared = shared(context);
    let compiled = shared.compiled.borrow();
    let own = compiled
        .iter()
        .find(|c| {
            let first = c.unit().first_probe;
            (first..first + c.unit().probes.len() as u32).contains(&probe)
        })
        .and_then(|c| c.instrumented.original_text(&instrumented));
    Ok(own.map_or(text, |text| JsString::from(text).into()))
}

fn class_text(this: &JsValue, context: &Context) -> Option<String> {
    let object = this.as_object()?;
    let shared = shared(context);
    let (source, index) = {
        let classes = shared.classes.borrow();
        let known = classes
            .iter()
            .find(|(class, _)| JsObject::equals(class, &object));
        known?.1
    };
    let compiled = shared.compiled.borrow();
    let unit = compiled.get(source as usize)?;
    Some(unit.instrumented.class_text(index)?.to_owned())
}

/// The stack of an error that nobody has read yet.
fn error_stack(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = this.as_object().filter(|o| o.is::<Error>()) else {
        return Ok(JsValue::undefined());
    };
    crate::messages::observe(this, context);
    let known = |object: &JsObject| {
        let stack = object
            .borrow()
            .properties()
            .get(&js_string!("stack").into());
        stack.and_then(|property| property.value().cloned())
    };
    if let Some(stack) = known(&object) {
        return Ok(stack);
    }
    let trace = stack::capture(&object, context);
    let header = stack::header(&object, context)?;
    stack::define(&object, &header, &trace, context);
    Ok(known(&object).unwrap_or_default())
}

/// `error.stack = value`.
fn set_error_stack(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    if let Some(object) = this.as_object() {
        let value = arguments.get_or_undefined(0).clone();
        crate::messages::define(&object, "stack", value, context);
    }
    Ok(JsValue::undefined())
}

/// `Math.random` comes from the scenario's seed.
fn math_random(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let state = shared.random.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
    shared.random.set(state);
    Ok(((mix(state) >> 11) as f64 / (1_u64 << 53) as f64).into())
}

/// An indirect `eval`: the code is instrumented.
fn evaluate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let code = arguments.get_or_undefined(0);
    let Some(text) = code.as_string() else {
        return Ok(code.clone());
    };
    let shared = shared(context);
    let text = compile::eval_text(&shared, &text, Kind::Script)?;
    let eval = shared.original_eval.borrow().clone();
    match eval {
        Some(eval) => eval.call(&JsValue::undefined(), &[text.into()], context),
        None => Ok(JsValue::undefined()),
    }
}
