//! What the program calls at expressions that may fail: see [`loopscope_instrument::Sites`].

use super::objects::{self, Found};
use super::show::default_call_site;
use super::{At, describe, error, observe, writes};
use crate::limits::inheritance;
use crate::probes;
use crate::shared::shared;
use boa_engine::error::JsNativeErrorKind;
use boa_engine::object::builtins::JsProxy;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs, JsError, JsObject, JsResult, JsSymbol, JsValue};
use loopscope_instrument::SiteKind;

fn type_error(message: &str, at: At, context: &mut Context) -> JsError {
    error(&JsNativeErrorKind::Type, message, Some(at), context)
}

fn number(arguments: &[JsValue], index: usize) -> u32 {
    arguments.get_or_undefined(index).as_number().unwrap_or(0.0) as u32
}

/// The site that the second and third argument name.
fn site(arguments: &[JsValue], context: &Context) -> Option<(SiteKind, At)> {
    let (source, index) = (number(arguments, 1) as usize, number(arguments, 2) as usize);
    let shared = shared(context);
    let compiled = shared.compiled.borrow();
    let site = compiled
        .get(source)?
        .instrumented
        .sites
        .checked
        .get(index)?;
    Some((site.kind.clone(), (source, site.at)))
}

/// `ǃx(error)`: a `catch` clause begins.
///
/// # Errors
/// The end of the process, again.
pub fn caught(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    if shared.is_over() {
        return Err(probes::halt(&shared));
    }
    let value = arguments.get_or_undefined(0);
    observe(value, context);
    Ok(value.clone())
}

/// `ǃn(value, source, index)`: gives an object at which every access fails as at `value`.
///
/// # Errors
/// For a private name: at once.
pub fn nullish(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    if let Some((SiteKind::Private(name), at)) = site(arguments, context) {
        let value = describe(value, context);
        let message = format!("Cannot read properties of {value} (reading '{name}')");
        return Err(type_error(&message, at, context));
    }
    let target = JsObject::with_null_proto();
    for (index, argument) in arguments.iter().enumerate() {
        target.set(index, argument.clone(), true, context)?;
    }
    let proxy = JsProxy::builder(target)
        .get(read)
        .set(write)
        .delete_property(delete)
        .build(context)?;
    Ok(proxy.into())
}

/// What `nullish` was called with, kept in the proxy's target.
fn kept(target: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let Some(target) = target.as_object() else {
        return Ok(Vec::new());
    };
    (0..3).map(|index| target.get(index, context)).collect()
}

fn fail(arguments: &[JsValue], verb: &str, context: &mut Context) -> JsResult<JsValue> {
    let kept = kept(arguments.get_or_undefined(0), context)?;
    let value = describe(kept.get_or_undefined(0), context);
    let key = describe(arguments.get_or_undefined(1), context);
    let (what, doing) = match verb {
        "read" => ("read", "reading"),
        _ => ("set", "setting"),
    };
    let at = site(&kept, context).map(|(_, at)| at);
    let message = format!("Cannot {what} properties of {value} ({doing} '{key}')");
    Err(error(&JsNativeErrorKind::Type, &message, at, context))
}

fn read(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    fail(arguments, "read", context)
}

fn write(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    fail(arguments, "set", context)
}

fn delete(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kept = kept(arguments.get_or_undefined(0), context)?;
    let at = site(&kept, context).map(|(_, at)| at);
    let message = "Cannot convert undefined or null to object";
    Err(error(&JsNativeErrorKind::Type, message, at, context))
}

/// `ǃv(value, source, index)`: gives `value`, or throws what V8 throws for it.
///
/// # Errors
/// A `TypeError` in V8's words.
pub fn check(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0).clone();
    let Some((kind, at)) = site(arguments, context) else {
        return Ok(value);
    };
    let message = match kind {
        SiteKind::Member | SiteKind::Private(_) => None,
        SiteKind::Iterate(text) => {
            (!may_iterate(&value, context)).then(|| format!("{text} is not iterable"))
        }
        SiteKind::IterateAsync(text) => not_async_iterable(&value, &text, context),
        SiteKind::SpreadArgument(text) => {
            let nullish = value.is_null_or_undefined();
            (!may_iterate(&value, context)).then(|| match nullish {
                true => format!("{text} is not iterable (cannot read property undefined)"),
                false => "Spread syntax requires ...iterable[Symbol.iterator] to be a function"
                    .to_owned(),
            })
        }
        SiteKind::ArrayPattern(text) => (!may_iterate(&value, context)).then(|| match text {
            Some(text) => format!("{text} is not iterable"),
            None => not_iterable(&value, context),
        }),
        SiteKind::ObjectPattern { first, text } => {
            let shown = describe(&value, context);
            value
                .is_null_or_undefined()
                .then(|| destructured(first.as_deref(), &text, &shown))
        }
        SiteKind::Heritage => {
            inheritance::check(&value, None, context)?;
            not_extensible(&value, context)
        }
        SiteKind::In => {
            let key = describe(arguments.get_or_undefined(3), context);
            let shown = describe(&value, context);
            (!value.is_object())
                .then(|| format!("Cannot use 'in' operator to search for '{key}' in {shown}"))
        }
        SiteKind::Assign(name) => writes::assigned(arguments, name, context),
        SiteKind::Delete(name) => writes::deleted(arguments, name, context),
    };
    match message {
        Some(message) => Err(type_error(&message, at, context)),
        None => Ok(value),
    }
}

/// What V8 says where it has no expression to show.
pub(super) fn not_iterable(value: &JsValue, context: &mut Context) -> String {
    let shown = default_call_site(value, context);
    format!("{shown} is not iterable (cannot read property Symbol(Symbol.iterator))")
}

/// `Cannot destructure property 'a' of 'x' as it is undefined.`
pub(super) fn destructured(first: Option<&str>, text: &str, value: &str) -> String {
    match first {
        Some(first) => {
            format!("Cannot destructure property '{first}' of '{text}' as it is {value}.")
        }
        None => format!("Cannot destructure '{text}' as it is {value}."),
    }
}

/// Whether a method of this name may be called: false only where that is certain.
fn may_have(value: &JsValue, symbol: JsSymbol, context: &mut Context) -> bool {
    if value.is_null_or_undefined() {
        return false;
    }
    let Ok(object) = value.to_object(context) else {
        return true;
    };
    match objects::find(&object, &PropertyKey::from(symbol)) {
        Found::Nothing => false,
        Found::Unknown => true,
        Found::Property { property, .. } => property.value().is_none_or(JsValue::is_callable),
    }
}

fn may_iterate(value: &JsValue, context: &mut Context) -> bool {
    may_have(value, JsSymbol::iterator(), context)
}

fn not_async_iterable(value: &JsValue, text: &str, context: &mut Context) -> Option<String> {
    if value.is_null_or_undefined() {
        let value = describe(value, context);
        return Some(format!(
            "Cannot read properties of {value} (reading 'Symbol(Symbol.asyncIterator)')"
        ));
    }
    let may = may_have(value, JsSymbol::async_iterator(), context) || may_iterate(value, context);
    (!may).then(|| format!("{text} is not async iterable"))
}

fn not_extensible(value: &JsValue, context: &mut Context) -> Option<String> {
    let constructor = value.as_object().filter(JsObject::is_constructor);
    let Some(constructor) = constructor else {
        let shown = describe(value, context);
        return (!value.is_null())
            .then(|| format!("Class extends value {shown} is not a constructor or null"));
    };
    let key = boa_engine::js_string!("prototype").into();
    let prototype = objects::data(&constructor, &key)?;
    if prototype.is_object() || prototype.is_null() {
        return None;
    }
    let shown = describe(&prototype, context);
    Some(format!(
        "Class extends value does not have valid prototype property {shown}"
    ))
}
