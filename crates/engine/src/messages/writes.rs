//! Assignments and deletions that fail in strict mode code.

use super::describe;
use super::objects::{self, Found};
use crate::inspect::is_proxy;
use crate::shared::shared_ref;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs, JsObject, JsValue};

/// The key of an assignment or deletion: written out, or the last argument.
fn key_of(name: Option<String>, value: &JsValue, context: &mut Context) -> Option<PropertyKey> {
    match name {
        Some(name) => Some(boa_engine::JsString::from(name).into()),
        None if value.is_object() => None,
        None => value.to_property_key(context).ok(),
    }
}

/// `(value, source, index, object, key)`: whether `object[key] = value` fails in strict mode code.
pub(super) fn assigned(
    arguments: &[JsValue],
    name: Option<String>,
    context: &mut Context,
) -> Option<String> {
    let target = arguments.get_or_undefined(3);
    let key = key_of(name, arguments.get_or_undefined(4), context)?;
    let shown_key = describe(&JsValue::from(&key), context);
    let Some(object) = target.as_object() else {
        return primitive_write(target, &key, &shown_key, context);
    };
    traps_at("set", &object, &shown_key, context);
    // Objects whose properties are not all in their table decide themselves.
    if !crate::inspect::is_plain(&object) {
        return None;
    }
    match objects::find(&object, &key) {
        Found::Unknown => None,
        Found::Nothing => {
            let extensible = object.is_extensible(context).unwrap_or(true);
            (!extensible)
                .then(|| format!("Cannot add property {shown_key}, object is not extensible"))
        }
        Found::Property { property, own } => {
            if property.is_accessor_descriptor() {
                let read_only = property.set().is_none_or(JsValue::is_undefined);
                let object = describe(target, context);
                return read_only.then(|| {
                    format!("Cannot set property {shown_key} of {object} which has only a getter")
                });
            }
            if property.writable() == Some(false) {
                return Some(read_only(&shown_key, target, context));
            }
            let extensible = own || object.is_extensible(context).unwrap_or(true);
            (!extensible)
                .then(|| format!("Cannot add property {shown_key}, object is not extensible"))
        }
    }
}

fn read_only(key: &str, target: &JsValue, context: &mut Context) -> String {
    let kind = match target.as_object() {
        Some(object) if object.is_callable() => "function",
        Some(_) => "object",
        None => target.type_of(),
    };
    let shown = describe(target, context);
    format!("Cannot assign to read only property '{key}' of {kind} '{shown}'")
}

fn primitive_write(
    target: &JsValue,
    key: &PropertyKey,
    shown_key: &str,
    context: &mut Context,
) -> Option<String> {
    if target.is_null_or_undefined() {
        return None;
    }
    if let Some(text) = target.as_string() {
        let own = match key {
            PropertyKey::Index(index) => (index.get() as usize) < text.len(),
            PropertyKey::String(name) => name == "length",
            PropertyKey::Symbol(_) => false,
        };
        if own {
            return Some(read_only(shown_key, target, context));
        }
    }
    let prototype = target.to_object(context).ok()?.prototype()?;
    match objects::find(&prototype, key) {
        Found::Nothing => {
            let (kind, shown) = (target.type_of(), describe(target, context));
            Some(format!(
                "Cannot create property '{shown_key}' on {kind} '{shown}'"
            ))
        }
        _ => None,
    }
}

/// `(object, source, index, key)`: whether `delete object[key]` fails in strict mode code.
pub(super) fn deleted(
    arguments: &[JsValue],
    name: Option<String>,
    context: &mut Context,
) -> Option<String> {
    let target = arguments.get_or_undefined(0);
    let key = key_of(name, arguments.get_or_undefined(3), context)?;
    let object = target.as_object()?;
    let shown_key = describe(&JsValue::from(&key), context);
    traps_at("deleteProperty", &object, &shown_key, context);
    match objects::find(&object, &key) {
        Found::Property {
            property,
            own: true,
        } if property.configurable() == Some(false) => {
            let shown = describe(target, context);
            Some(format!("Cannot delete property '{shown_key}' of {shown}"))
        }
        _ => None,
    }
}

/// Keeps what V8 would say if the trap of a proxy, which is about to be called, refused.
fn traps_at(trap: &str, object: &JsObject, key: &str, context: &Context) {
    let message = is_proxy(object)
        .then(|| format!("'{trap}' on proxy: trap returned falsish for property '{key}'"));
    *shared_ref(context).trap_refuses.borrow_mut() = message;
}
