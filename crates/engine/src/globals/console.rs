//! What `console` prints, and what else needs `util.inspect`.

use super::Native;
use crate::compile;
use crate::inspect::{
    InspectOptions, brand, format, format_with_options, inspect, inspect_function,
};
use crate::shared::shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_model::event::Stream;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("print", print),
    ("format", format_list),
    ("inspect", inspect_to_depth),
    ("inspectWith", inspect_with),
    ("displayWidth", width),
    ("inspectFunction", inspect_value),
    ("formatWith", format_with),
    ("brand", brand),
    ("siteText", site_text),
    ("indent", indent),
    ("groupIndent", group_indent),
];

fn list(value: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let Some(object) = value.as_object() else {
        return Ok(Vec::new());
    };
    let array = JsArray::from_object(object.clone())?;
    let length = array.length(context)?;
    (0..length).map(|at| array.get(at, context)).collect()
}

/// `(toStdout, arguments)`.
fn print(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let stream = if arguments.get_or_undefined(0).to_boolean() {
        Stream::Stdout
    } else {
        Stream::Stderr
    };
    let values = list(arguments.get_or_undefined(1), context)?;
    let shared = shared(context);
    let indent = shared.console_indent.borrow().clone();
    let mut text = indented(&format(&values, context)?, &indent);
    text.push('\n');
    shared.write(stream, text, context);
    Ok(JsValue::undefined())
}

fn indented(text: &str, indent: &str) -> String {
    if indent.is_empty() {
        return text.to_owned();
    }
    format!("{indent}{}", text.replace('\n', &format!("\n{indent}")))
}

fn format_list(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let values = list(arguments.get_or_undefined(0), context)?;
    Ok(JsString::from(format(&values, context)?).into())
}

/// `(value, depth)`.
fn inspect_to_depth(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let depth = arguments.get_or_undefined(1).as_number().unwrap_or(2.0);
    let options = InspectOptions {
        depth: Some(depth as i64),
        ..InspectOptions::default()
    };
    let text = inspect(arguments.get_or_undefined(0), &options, context)?;
    Ok(JsString::from(text).into())
}

/// `(value, options)`: the options of `util.inspect`.
fn inspect_with(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let options = InspectOptions::from_js(arguments.get_or_undefined(1), context)?;
    let text = inspect(arguments.get_or_undefined(0), &options, context)?;
    Ok(JsString::from(text).into())
}

/// `(text)`: how many columns it takes.
fn width(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let text = super::text_of(arguments.get_or_undefined(0));
    Ok((crate::inspect::display_width(&text) as u32).into())
}

/// `util.inspect` itself.
fn inspect_value(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    inspect_function(context).map(JsValue::from)
}

/// `(options, arguments)`.
fn format_with(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let options = InspectOptions::from_js(arguments.get_or_undefined(0), context)?;
    let values = list(arguments.get_or_undefined(1), context)?;
    format_with_options(&options, &values, context).map(JsValue::from)
}

/// The text of the statement that runs.
fn site_text(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let site = shared.recorder.borrow().site;
    let text = site
        .and_then(|probe| compile::place_of(&shared, probe))
        .and_then(|place| {
            let text = compile::text_of(&shared, &place.path)?;
            let (start, end) = (place.span.start as usize, place.span.end as usize);
            text.get(start..end).map(str::to_owned)
        })
        .unwrap_or_default();
    Ok(JsString::from(text).into())
}

/// `(columns)`: more or less indentation.
fn indent(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let by = arguments.get_or_undefined(0).as_number().unwrap_or(0.0) as i64;
    let shared = shared(context);
    let mut indent = shared.console_indent.borrow_mut();
    let length = (indent.len() as i64 + by).max(0) as usize;
    *indent = " ".repeat(length);
    Ok(JsValue::undefined())
}

/// `(text)`: the text, indented as the console's groups are.
fn group_indent(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let indent = shared.console_indent.borrow();
    let text = super::text_of(arguments.get_or_undefined(0));
    Ok(JsString::from(indented(&text, &indent)).into())
}
