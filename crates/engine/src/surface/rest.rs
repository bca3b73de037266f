//! What real Node has on the objects that are modelled and this model lacks.
//!
//! `rest.txt` has a line for each object, found from the global object or from a module: its path and the properties, each
//! as NAME=KIND, `!` after the name if it is enumerable, and unless all versions have it those that do: `_handle=gs:18-`.
//! A function (`f2`, of two parameters) is there and refused when it is called, an accessor (`g`, `gs`) when it is read. Plain data
//! has its value (`n7`, `tText`, `b1`, `u`, `null`); an object (`o`) is made if a later line fills it.
//! `surface/rest.js` beside this crate's sources made it, from what the test `surface` lists as absent.

use super::{Entry, own_object, refuse};
use crate::globals::{Native, text_of};
use crate::shared::shared;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsString, JsSymbol, JsValue, js_string};

const TABLE: &str = include_str!("rest.txt");

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("completeSurface", complete)];

/// `(root, object)`: completes what hangs on a global or a module that is made only when it is asked for.
fn complete(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let root = text_of(arguments.get_or_undefined(0));
    if let Some(object) = arguments.get_or_undefined(1).as_object() {
        apply(&root, &object, context)?;
    }
    Ok(JsValue::undefined())
}

/// Defines what is missing of the objects whose paths begin with `root`, which is `object`.
///
/// # Errors
/// If the interpreter fails.
pub fn apply(root: &str, object: &JsObject, context: &mut Context) -> JsResult<()> {
    for line in TABLE.lines() {
        let Some((path, words)) = line.split_once(": ") else {
            continue;
        };
        let below = match path.strip_prefix(root) {
            Some("") => None,
            Some(below) if below.starts_with('.') => Some(&below[1..]),
            _ => continue,
        };
        let mut found = Some(object.clone());
        for part in below.into_iter().flat_map(|below| below.split('.')) {
            found = found.and_then(|object| match part {
                "<proto>" => object.prototype(),
                name => own_object(&object, name),
            });
        }
        let Some(found) = found else { continue };
        if !found.is_extensible(context)? {
            continue;
        }
        for word in words.split_whitespace() {
            define(&found, path, word, context)?;
        }
    }
    Ok(())
}

/// Those of the globals that are there from the start.
///
/// # Errors
/// If the interpreter fails.
pub fn apply_globals(context: &mut Context) -> JsResult<()> {
    let mut last = "";
    for line in TABLE.lines() {
        let root = line.split(['.', ':']).next().unwrap_or_default();
        let is_global = root.starts_with(|first: char| first.is_ascii_uppercase())
            || matches!(root, "process" | "console");
        if root != last
            && is_global
            && let Some(object) = own_object(&context.global_object(), root)
        {
            apply(root, &object, context)?;
        }
        last = root;
    }
    Ok(())
}

/// `name`, or `@@name` of a symbol: one of the language's, else one of the registry.
fn key_of(name: &str, context: &mut Context) -> JsResult<PropertyKey> {
    let Some(symbol) = name.strip_prefix("@@") else {
        return Ok(JsString::from(name).into());
    };
    let constructor = context.intrinsics().constructors().symbol().constructor();
    let known = constructor.get(JsString::from(symbol), context)?;
    if let Some(known) = known.as_symbol() {
        return Ok(known.into());
    }
    let registry = constructor.get(js_string!("for"), context)?;
    let made = crate::globals::callable(&registry)?.call(
        &constructor.into(),
        &[JsString::from(symbol).into()],
        context,
    )?;
    let made: Option<JsSymbol> = made.as_symbol();
    Ok(made.map_or_else(|| JsString::from(name).into(), PropertyKey::from))
}

/// `%20` and the like, which a word cannot have, as the characters that they stand for.
fn unescape(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(char::from(code.unwrap_or(b'%')));
        plain.push_str(part.get(2..).unwrap_or_default());
    }
    plain
}

/// The value of plain data; nothing for what is a function, an accessor or an object.
fn datum(kind: &str) -> Option<JsValue> {
    let (sort, value) = kind.split_at(1);
    match sort {
        "n" if kind == "null" => Some(JsValue::null()),
        "n" => value.parse::<f64>().ok().map(JsValue::new),
        "t" => Some(JsString::from(unescape(value)).into()),
        "b" => Some((value == "1").into()),
        "u" => Some(JsValue::undefined()),
        _ => None,
    }
}

fn define(object: &JsObject, path: &str, word: &str, context: &mut Context) -> JsResult<()> {
    let Some((name, kind)) = word.split_once('=') else {
        return Ok(());
    };
    let (kind, versions) = kind.split_once(':').unwrap_or((kind, "-"));
    let entry = Entry {
        name: name.trim_end_matches('!'),
        is_function: kind.starts_with('f'),
        versions,
    };
    let major = shared(context).scenario.node.major();
    if !entry.is_in(major) {
        return Ok(());
    }
    let key = key_of(entry.name, context)?;
    if object.borrow().properties().contains_key(&key) {
        return Ok(());
    }
    let shown = format!("{}.{}", path.replace(".<proto>", ""), entry.name);
    let enumerable = name.ends_with('!');
    let value = match datum(kind) {
        Some(value) => Some(value),
        None if kind == "o" && is_filled(&format!("{path}.{}", entry.name)) => {
            Some(JsObject::with_object_proto(context.intrinsics()).into())
        }
        None if entry.name == "super_" => parent_of(object, context)?,
        // Node has it here too, and the object has it by inheritance: it does the same.
        None => match inherited(object, &key) {
            Some(descriptor) => {
                object.define_property_or_throw(key, descriptor, context)?;
                return Ok(());
            }
            None => None,
        },
    };
    let what = (shown.as_str(), JsString::from(entry.name));
    match value {
        Some(value) => {
            let descriptor = PropertyDescriptor::builder()
                .value(value)
                .writable(true)
                .enumerable(enumerable)
                .configurable(true);
            object.define_property_or_throw(key, descriptor, context)?;
            Ok(())
        }
        None if entry.is_function => {
            let length = kind[1..].parse().unwrap_or(0);
            refuse::function(object, (key, enumerable), what, length, context)
        }
        None => refuse::value(object, key, what, context),
    }
}

/// Whether a line fills the object of this path.
fn is_filled(path: &str) -> bool {
    let line = |line: &str| {
        line.strip_prefix(path)
            .is_some_and(|rest| rest.starts_with(": "))
    };
    TABLE.lines().any(line)
}

/// What `super_` of a class is that `util.inherits` made.
fn parent_of(class: &JsObject, context: &mut Context) -> JsResult<Option<JsValue>> {
    let prototype = class.get(js_string!("prototype"), context)?;
    match prototype
        .as_object()
        .and_then(|prototype| prototype.prototype())
    {
        Some(parent) => parent.get(js_string!("constructor"), context).map(Some),
        None => Ok(None),
    }
}

/// The property that the object has from one of its prototypes.
fn inherited(object: &JsObject, key: &PropertyKey) -> Option<PropertyDescriptor> {
    let mut next = object.prototype();
    while let Some(object) = next {
        let found = object.borrow().properties().get(key);
        if found.is_some() {
            return found;
        }
        next = object.prototype();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_have_characters_of_the_table_s_own() {
        assert_eq!(unescape("a%20b%3a100%25"), "a b:100%");
    }

    #[track_caller]
    fn check(kind: &str, expect: Option<JsValue>) {
        assert_eq!(datum(kind), expect, "{kind}");
    }

    #[test]
    fn plain_data_has_its_value() {
        check("n-7", Some((-7.0).into()));
        check("tprocess", Some(js_string!("process").into()));
        check("b1", Some(true.into()));
        check("u", Some(JsValue::undefined()));
        check("null", Some(JsValue::null()));
        check("f2", None);
        check("gs", None);
        check("o", None);
    }
}
