//! `JSON.parse` and `JSON.stringify` with V8's messages, which show the text and the way around a circle.

use super::json_text::{Scanner, Words};
use super::{constructor_name, function_at, objects, observed};
use crate::limits::nesting;
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyKey;
use boa_engine::{
    Context, JsArgs, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};
use loopscope_model::NodeVersion;

/// Puts the two functions in the place of the interpreter's.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let json = context.global_object().get(js_string!("JSON"), context)?;
    let Some(json) = json.as_object() else {
        return Ok(());
    };
    for (name, length, replacement) in [
        ("parse", 2, Wrapped::Parse),
        ("stringify", 3, Wrapped::Stringify),
    ] {
        let Some(original) = function_at(&json, name) else {
            continue;
        };
        let function = NativeFunction::from_copy_closure_with_captures(
            move |_, arguments, original: &JsFunction, context| match replacement {
                Wrapped::Parse => parse(arguments, original, context),
                Wrapped::Stringify => stringify(arguments, original, context),
            },
            original,
        );
        let function = FunctionObjectBuilder::new(context.realm(), function)
            .name(JsString::from(name))
            .length(length)
            .build();
        super::define(&json, name, function.into(), context);
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Wrapped {
    Parse,
    Stringify,
}

fn parse(arguments: &[JsValue], original: &JsFunction, context: &mut Context) -> JsResult<JsValue> {
    let text = arguments.get_or_undefined(0).to_string(context)?;
    let mut given = vec![JsValue::from(text.clone())];
    given.extend(arguments.iter().skip(1).cloned());
    let undefined = JsValue::undefined();
    match original.call(&undefined, &given, context) {
        Err(error) if error.as_native().is_some_and(JsNativeError::is_syntax) => {
            let words = match shared(context).scenario.node {
                NodeVersion::V10 | NodeVersion::V18 => Words::Old,
                NodeVersion::V20 => Words::Plain,
                _ => Words::Placed,
            };
            let units: Vec<u16> = text.to_vec();
            let source = arguments.get_or_undefined(0);
            match Scanner::failure(&units) {
                Some(failure) => {
                    let message = failure.message(&units, source.is_object(), words);
                    Err(JsNativeError::syntax().with_message(message).into())
                }
                None => Err(error),
            }
        }
        result => result,
    }
}

fn stringify(
    arguments: &[JsValue],
    original: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    let given = nesting::bounded(arguments, context);
    match original.call(&JsValue::undefined(), &given, context) {
        Err(error)
            if error
                .as_native()
                .is_some_and(|native| native.message() == "cyclic object value") =>
        {
            let start = arguments.get_or_undefined(0);
            let circle = start
                .as_object()
                .and_then(|object| circle(&object, context));
            match circle {
                Some(message) => Err(JsNativeError::typ().with_message(message).into()),
                None => Err(observed(error, context)),
            }
        }
        result => result,
    }
}

/// The message for the first circle that is met.
fn circle(start: &JsObject, context: &mut Context) -> Option<String> {
    let mut path: Vec<(JsObject, String)> = vec![(start.clone(), String::new())];
    let (first, closing) = walk(&mut path, context)?;
    let name = |object: &JsObject| constructor_name(object).unwrap_or_else(|| "Object".to_owned());
    let mut message = format!(
        "Converting circular structure to JSON\n    --> starting at object with constructor '{}'",
        name(&path[first].0)
    );
    let between: Vec<String> = path[first + 1..]
        .iter()
        .map(|(object, key)| {
            format!(
                "\n    |     {key} -> object with constructor '{}'",
                name(object)
            )
        })
        .collect();
    // Of a long way V8 shows the first two steps and the last.
    if between.len() > 4 {
        message.push_str(&between[..2].concat());
        message.push_str("\n    |     ...");
        message.push_str(&between[between.len() - 1]);
    } else {
        message.push_str(&between.concat());
    }
    message.push_str(&format!("\n    --- {closing} closes the circle"));
    Some(message)
}

/// Walks the properties that `JSON.stringify` visits, in its order, to the first that leads back.
fn walk(path: &mut Vec<(JsObject, String)>, context: &mut Context) -> Option<(usize, String)> {
    let object = path.last()?.0.clone();
    if crate::inspect::is_proxy(&object) || path.len() > 1_000 {
        return None;
    }
    for key in object.own_property_keys(context).ok()? {
        let property = object.borrow().properties().get(&key);
        let Some(property) = property.filter(|p| p.enumerable() == Some(true)) else {
            continue;
        };
        let Some(next) = property.value().and_then(JsValue::as_object) else {
            continue;
        };
        if objects::data(&next, &js_string!("toJSON").into()).is_some_and(|f| f.is_callable())
            || next.is_callable()
        {
            continue;
        }
        let shown = match &key {
            PropertyKey::Index(index) => format!("index {}", index.get()),
            PropertyKey::String(name) => format!("property '{}'", name.to_std_string_lossy()),
            PropertyKey::Symbol(_) => continue,
        };
        if let Some(first) = path
            .iter()
            .position(|(known, _)| JsObject::equals(known, &next))
        {
            return Some((first, shown));
        }
        path.push((next, shown));
        if let Some(found) = walk(path, context) {
            return Some(found);
        }
        path.pop();
    }
    None
}
