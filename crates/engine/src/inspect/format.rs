//! `util.format`: the `%` directives.

use boa_engine::{Context, JsObject, JsResult, JsString, JsSymbol, JsValue, js_string};

use crate::shared::Shared;
use std::rc::Rc;

use super::custom::Captured;
use super::inspect;
use super::names::is_built_in;
use super::options::{Compact, InspectOptions};
use super::primitives::numeric_text;
use super::slots::{self, to_js_string, to_text};

/// Formats `args` as Node's `formatWithOptions` does, code unit by code unit.
pub(super) fn format(
    options: &InspectOptions,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<JsString> {
    let mut output: Vec<u16> = Vec::new();
    let mut rest = args;
    let mut needs_space = false;
    if let Some(template) = args.first().and_then(JsValue::as_string) {
        if args.len() == 1 {
            return Ok(template);
        }
        rest = &args[1..];
        needs_space = true;
        fill(&template.to_vec(), &mut rest, options, &mut output, context)?;
    }
    let quotes = !needs_space
        && context
            .get_data::<Rc<Shared>>()
            .is_some_and(|shared| shared.features.quotes_texts_behind_values);
    for value in rest {
        if needs_space {
            output.push(b' '.into());
        }
        needs_space = true;
        match value.as_string().filter(|_| !quotes) {
            Some(string) => output.extend(string.iter()),
            None => output.extend(inspect(value, options, context)?.encode_utf16()),
        }
    }
    Ok(JsString::from(output.as_slice()))
}

/// Copies `template` to `output`; directives take their values from the front of `values`. Unknown directives, and those
/// that find no value, stay as they are.
fn fill(
    template: &[u16],
    values: &mut &[JsValue],
    options: &InspectOptions,
    output: &mut Vec<u16>,
    context: &mut Context,
) -> JsResult<()> {
    let mut i = 0;
    while i < template.len() {
        let unit = template[i];
        i += 1;
        let directive = template.get(i).and_then(|unit| u8::try_from(*unit).ok());
        if unit != u16::from(b'%') {
            output.push(unit);
            continue;
        }
        if directive == Some(b'%') {
            output.push(unit);
            i += 1;
            continue;
        }
        let value = match (directive, values.split_first()) {
            (
                Some(b's' | b'j' | b'd' | b'O' | b'o' | b'i' | b'f' | b'c'),
                Some((value, others)),
            ) => {
                *values = others;
                value
            }
            _ => {
                output.push(unit);
                // The character after an unknown `%` is skipped over: `%x%s` is two directives, `%x` none.
                output.extend(template.get(i));
                i += 1;
                continue;
            }
        };
        i += 1;
        let text = match directive {
            Some(b's') => format_string(value, options, context)?,
            Some(b'j') => stringify(value, context)?,
            Some(b'd') => format_number(value, options, context, Parse::Number)?.into(),
            Some(b'i') => format_number(value, options, context, Parse::Integer)?.into(),
            Some(b'f') => format_number(value, options, context, Parse::Float)?.into(),
            Some(b'O') => inspect(value, options, context)?.into(),
            Some(b'o') => {
                let options = InspectOptions {
                    show_hidden: true,
                    show_proxy: true,
                    depth: Some(4),
                    ..options.clone()
                };
                inspect(value, &options, context)?.into()
            }
            _ => JsString::default(),
        };
        output.extend(text.iter());
    }
    Ok(())
}

/// `%s`: `String(value)`, but objects without a `toString` of the program's own are inspected.
fn format_string(
    value: &JsValue,
    options: &InspectOptions,
    context: &mut Context,
) -> JsResult<JsString> {
    if value.is_number() || value.is_bigint() {
        let text = to_text(value, context)?;
        return Ok(numeric_text(value, text, options).into());
    }
    let is_inspected = match value.as_object() {
        Some(object) if !value.is_callable() => has_built_in_to_string(object, context)?,
        _ => false,
    };
    if !is_inspected {
        return to_js_string(value, context);
    }
    let options = InspectOptions {
        compact: Compact::Levels(3),
        colors: false,
        depth: Some(0),
        ..options.clone()
    };
    Ok(inspect(value, &options, context)?.into())
}

/// True when converting the object to a string would run a method of the language, not of the program.
fn has_built_in_to_string(mut object: JsObject, context: &mut Context) -> JsResult<bool> {
    while let Some(parts) = slots::proxy_parts(&object) {
        let Some((target, _)) = parts else {
            return Ok(true);
        };
        object = target;
    }
    let mut methods = Vec::new();
    for key in [
        js_string!("toString").into(),
        JsSymbol::to_primitive().into(),
    ] {
        let key: boa_engine::property::PropertyKey = key;
        if object.get(key.clone(), context)?.is_callable() {
            if object.has_own_property(key.clone(), context)? {
                return Ok(false);
            }
            methods.push(key);
        }
    }
    if methods.is_empty() {
        return Ok(true);
    }
    let mut link = slots::prototype_of(&object);
    while let Some(prototype) = link {
        for key in &methods {
            if slots::own_property(&prototype, key, context)?.is_some() {
                return is_built_in_prototype(&prototype, context);
            }
        }
        link = slots::prototype_of(&prototype);
    }
    Ok(true)
}

fn is_built_in_prototype(prototype: &JsObject, context: &mut Context) -> JsResult<bool> {
    let key = js_string!("constructor").into();
    let descriptor = slots::own_property(prototype, &key, context)?;
    let constructor = descriptor.and_then(|d| d.value().cloned());
    let Some(constructor) = constructor.and_then(|value| value.as_callable()) else {
        return Ok(false);
    };
    let name = constructor.get(js_string!("name"), context)?;
    Ok(name
        .as_string()
        .is_some_and(|name| is_built_in(&name.to_std_string_lossy())))
}

enum Parse {
    Number,
    Integer,
    Float,
}

/// `%d`, `%i` and `%f`.
fn format_number(
    value: &JsValue,
    options: &InspectOptions,
    context: &mut Context,
    parse: Parse,
) -> JsResult<String> {
    if value.is_symbol() {
        return Ok("NaN".to_owned());
    }
    let is_float = matches!(parse, Parse::Float);
    let number = if value.is_bigint() && !is_float {
        value.clone()
    } else {
        let objects = context.intrinsics().objects();
        match parse {
            Parse::Number => value.to_number(context)?.into(),
            Parse::Integer => objects.parse_int().call(
                &JsValue::undefined(),
                std::slice::from_ref(value),
                context,
            )?,
            Parse::Float => objects.parse_float().call(
                &JsValue::undefined(),
                std::slice::from_ref(value),
                context,
            )?,
        }
    };
    let text = to_text(&number, context)?;
    Ok(numeric_text(&number, text, options))
}

/// `%j`: `JSON.stringify`, and `[Circular]` for what has no end.
fn stringify(value: &JsValue, context: &mut Context) -> JsResult<JsString> {
    let stringify = Captured::of(context)?.stringify;
    let error = match stringify.call(&JsValue::undefined(), std::slice::from_ref(value), context) {
        Ok(json) => return to_js_string(&json, context),
        Err(error) if error.as_engine().is_some() => return Err(error),
        Err(error) => error.into_opaque(context)?,
    };
    // The message for a circle is the engine's own: ask it for one to compare with.
    let circle = JsObject::with_object_proto(context.intrinsics());
    circle.create_data_property_or_throw(js_string!("a"), circle.clone(), context)?;
    let known = stringify.call(&JsValue::undefined(), &[circle.into()], context);
    let known = match known {
        Err(known) => first_line(&known.into_opaque(context)?, context)?,
        Ok(_) => None,
    };
    let name = match error.as_object() {
        Some(error) => error.get(js_string!("name"), context)?,
        None => JsValue::undefined(),
    };
    if name.as_string() == Some(js_string!("TypeError")) && first_line(&error, context)? == known {
        return Ok(js_string!("[Circular]"));
    }
    Err(boa_engine::JsError::from_opaque(error))
}

fn first_line(error: &JsValue, context: &mut Context) -> JsResult<Option<String>> {
    let Some(error) = error.as_object() else {
        return Ok(None);
    };
    let message = error.get(js_string!("message"), context)?;
    let message = to_text(&message, context)?;
    Ok(message.split('\n').next().map(str::to_owned))
}
