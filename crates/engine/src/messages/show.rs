//! Values as V8's messages show them.

use super::{constructor_name, objects};
use crate::globals::text_of;
use crate::inspect::class_name;
use boa_engine::builtins::error::Error;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject, JsSymbol, JsValue, js_string};

/// A value as V8 shows it in a message: no code of the program runs.
pub fn describe(value: &JsValue, context: &mut Context) -> String {
    if let Some(symbol) = value.as_symbol() {
        return symbol.descriptive_string().to_std_string_lossy();
    }
    match value.as_object() {
        Some(object) if object.is_callable() => function_text(&object, context),
        Some(object) => object_text(&object, context),
        None => value
            .to_string(context)
            .map_or_else(|_| String::new(), |text| text.to_std_string_lossy()),
    }
}

/// A value as V8 shows it where it has no expression to show: `number 5`, `object null`.
pub(super) fn default_call_site(value: &JsValue, context: &mut Context) -> String {
    let kind = value.type_of();
    if let Some(text) = value.as_string() {
        return format!("{kind} \"{}\"", text.to_std_string_lossy());
    }
    if value.is_null() || value.is_boolean() || value.is_number() {
        return format!("{kind} {}", describe(value, context));
    }
    kind.to_owned()
}

fn function_text(function: &JsObject, context: &mut Context) -> String {
    let prototype = context.intrinsics().constructors().function().prototype();
    let to_string = super::function_at(&prototype, "toString");
    let text = to_string.map(|f: JsFunction| f.call(&function.clone().into(), &[], context));
    match text {
        Some(Ok(text)) => shortened(&text_of(&text)),
        _ => "function".to_owned(),
    }
}

/// The text of a function: V8 shows the beginning and the last two characters of a long one.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 128;
    const BEGINNING: usize = 111;
    let units: Vec<u16> = text.encode_utf16().collect();
    if units.len() <= SHOWN {
        return text.to_owned();
    }
    let beginning = String::from_utf16_lossy(&units[..BEGINNING]);
    let end = String::from_utf16_lossy(&units[units.len() - 2..]);
    format!("{beginning}...<omitted>...{end}")
}

fn object_text(object: &JsObject, context: &mut Context) -> String {
    let to_string = objects::data(object, &js_string!("toString").into());
    let to_string = to_string.and_then(|value| value.as_object());
    let constructors = context.intrinsics().constructors();
    let of_objects = super::function_at(&constructors.object().prototype(), "toString");
    let of_errors = super::function_at(&constructors.error().prototype(), "toString");
    let is = |known: Option<JsFunction>| match (&to_string, known) {
        (Some(found), Some(known)) => JsObject::equals(found, &known),
        _ => false,
    };
    if object.is::<Error>() || is(of_errors) {
        let part = |name: &str, default: &str| {
            let key = boa_engine::JsString::from(name).into();
            let value = objects::data(object, &key);
            value.map_or_else(|| default.to_owned(), |value| text_of(&value))
        };
        return match (part("name", "Error"), part("message", "")) {
            (name, message) if message.is_empty() => name,
            (name, message) if name.is_empty() => message,
            (name, message) => format!("{name}: {message}"),
        };
    }
    if is(of_objects)
        && let Some(name) = constructor_name(object).filter(|name| !name.is_empty())
    {
        return format!("#<{name}>");
    }
    let tag = objects::data(object, &JsSymbol::to_string_tag().into());
    match tag.and_then(|tag| tag.as_string()) {
        Some(tag) => format!("[object {}]", tag.to_std_string_lossy()),
        None => format!("[object {}]", class_name(object)),
    }
}
