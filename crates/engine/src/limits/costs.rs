//! What a call of a built-in function costs, told from its arguments before it is made.

use super::sizes::{code_units, elements, joined, occurrences, tree};
use super::stop;
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsError, JsNativeError, JsResult, JsValue};

/// V8's bound on the length of a string.
const V8_STRING: u64 = (1 << 29) - 24;

/// Code units of a text that a built-in function makes at once.
const TEXT: u64 = 1 << 26;

/// V8's bound on the length of a list of arguments: beyond it their array cannot be made at all.
const V8_ARGUMENTS: u64 = 134_217_725;

/// Arguments that fit on V8's stack.
const STACK_ARGUMENTS: u64 = 120_000;

/// Levels of data through which a built-in function may recurse on the host's stack.
pub(super) const LEVELS: u64 = 800;

/// An element that is sorted is compared with some others.
const SORTED: u64 = 5;

/// Elements that are moved at once cost this much less than those that are looked at.
const MOVED: u64 = 64;

/// Arrays up to here are moved at once.
const SMALL: u64 = 1 << 22;

/// Says how many steps a call takes, or that it must not happen.
pub type Cost = fn(&Call<'_>, &mut Context) -> JsResult<u64>;

/// A call that is about to be made.
pub struct Call<'a> {
    /// The function's name.
    pub name: &'static str,
    /// Its `this`.
    pub this: &'a JsValue,
    /// Its arguments.
    pub arguments: &'a [JsValue],
}

/// V8's error for recursion.
pub fn too_deep() -> JsError {
    JsNativeError::range()
        .with_message("Maximum call stack size exceeded")
        .into()
}

/// A text of this length is about to be made.
fn text(call: &Call<'_>, length: u64, context: &mut Context) -> JsResult<u64> {
    if length > V8_STRING {
        let error = JsNativeError::range().with_message("Invalid string length");
        return Err(error.into());
    }
    if length > TEXT {
        return Err(stop(
            &shared(context),
            format!(
                "{} would make a text of {length} characters: {TEXT} are the most",
                call.name
            ),
            "let the program make less text at once",
        ));
    }
    Ok(length / 16)
}

/// Every element is looked at.
///
/// # Errors
/// V8's, or the end of the run.
pub fn walk(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    Ok(elements(call.this, context))
}

/// Every element of all that are put together.
///
/// # Errors
/// V8's, or the end of the run.
pub fn concat(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let mut steps = elements(call.this, context);
    for argument in call.arguments.iter().filter(|a| a.is_object()) {
        steps = steps.saturating_add(elements(argument, context));
    }
    Ok(steps)
}

/// The elements that are taken.
///
/// # Errors
/// V8's, or the end of the run.
pub fn slice(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let index = |value: Option<&JsValue>, otherwise: u64| match value.and_then(JsValue::as_number) {
        Some(index) if index < 0.0 => length.saturating_sub(-index as u64),
        Some(index) => (index as u64).min(length),
        None => otherwise,
    };
    let (start, end) = (call.arguments.first(), call.arguments.get(1));
    Ok(index(end, length).saturating_sub(index(start, 0)))
}

/// The elements that are moved.
///
/// # Errors
/// V8's, or the end of the run.
pub fn shift(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    Ok(if length <= SMALL {
        length / MOVED
    } else {
        length
    })
}

/// Every element is compared with some others.
///
/// # Errors
/// V8's, or the end of the run.
pub fn sort(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    Ok(length.saturating_mul(SORTED))
}

/// Every element, and the text that is made.
///
/// # Errors
/// V8's, or the end of the run.
pub fn join(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let separator = match call.name {
        "join" => call.arguments.first(),
        _ => None,
    };
    let steps = text(call, joined(call.this, length, separator), context)?;
    Ok(steps.saturating_add(length))
}

/// Every element, of those within each other too.
///
/// # Errors
/// V8's, or the end of the run.
pub fn flatten(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let depth = call.arguments.first().and_then(JsValue::as_number);
    if depth.is_none_or(|depth| depth <= 1.0) {
        return Ok(length);
    }
    if tree(call.this, context).is_circular {
        return Err(too_deep());
    }
    through(call, call.this, context)
}

/// The call recurses through all of a value.
fn through(call: &Call<'_>, value: &JsValue, context: &mut Context) -> JsResult<u64> {
    let tree = tree(value, context);
    if tree.depth > LEVELS {
        return Err(stop(
            &shared(context),
            format!(
                "{} meets data that is nested more than {LEVELS} levels deep",
                call.name
            ),
            "keep the data in an array instead",
        ));
    }
    shared(context).used.grows.set(tree.grows);
    Ok(tree.nodes)
}

/// Everything in a value.
///
/// # Errors
/// V8's, or the end of the run.
pub fn stringify(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    through(call, call.arguments.get_or_undefined(0), context)
}

/// The whole text, which must not be nested too deep.
///
/// # Errors
/// V8's, or the end of the run.
pub fn parse(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let Some(text) = call.arguments.get_or_undefined(0).as_string() else {
        return Ok(0);
    };
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_u64, 0, false, false);
    for unit in text.iter() {
        match u8::try_from(unit) {
            _ if escaped => escaped = false,
            Ok(b'\\') => escaped = in_text,
            Ok(b'"') => in_text = !in_text,
            Ok(b'[' | b'{') if !in_text => depth += 1,
            Ok(b']' | b'}') if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let most = u64::from(loopscope_instrument::Options::MAX_DEPTH);
    if deepest > most {
        return Err(stop(
            &shared(context),
            format!("JSON.parse meets data that is nested more than {most} levels deep"),
            "keep the data in an array instead",
        ));
    }
    Ok(text.len() as u64)
}

/// Every element of an array-like.
///
/// # Errors
/// V8's, or the end of the run.
pub fn from(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.arguments.get_or_undefined(0), context);
    if length > u64::from(u32::MAX) {
        let error = JsNativeError::range().with_message("Invalid array length");
        return Err(error.into());
    }
    Ok(length)
}

/// The second argument holds the arguments.
///
/// # Errors
/// V8's, or the end of the run.
pub fn apply(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    arguments(call.arguments.get_or_undefined(1), context)
}

/// The third argument holds the arguments.
///
/// # Errors
/// V8's, or the end of the run.
pub fn reflect_apply(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    arguments(call.arguments.get_or_undefined(2), context)
}

fn arguments(list: &JsValue, context: &mut Context) -> JsResult<u64> {
    match elements(list, context) {
        count if count > V8_ARGUMENTS => {
            let error = JsNativeError::range().with_message("Invalid array length");
            Err(error.into())
        }
        count if count > STACK_ARGUMENTS => Err(too_deep()),
        count => Ok(count),
    }
}

/// The text is gone through.
///
/// # Errors
/// V8's, or the end of the run.
pub fn scan(call: &Call<'_>, _: &mut Context) -> JsResult<u64> {
    Ok(code_units(Some(call.this)) / 16)
}

/// The texts that are put together.
///
/// # Errors
/// V8's, or the end of the run.
pub fn append(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let added = call
        .arguments
        .iter()
        .map(|argument| code_units(Some(argument)));
    let length = added.fold(code_units(Some(call.this)), u64::saturating_add);
    text(call, length, context)
}

/// The text that is made.
///
/// # Errors
/// V8's, or the end of the run.
pub fn repeat(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = code_units(Some(call.this));
    match call.arguments.get_or_undefined(0).as_number() {
        Some(count) if count >= 1.0 && count.is_finite() => {
            text(call, length.saturating_mul(count as u64), context)
        }
        _ => Ok(0),
    }
}

/// The text that is made.
///
/// # Errors
/// V8's, or the end of the run.
pub fn pad(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let filler = call.arguments.get_or_undefined(1);
    let length = call
        .arguments
        .get_or_undefined(0)
        .as_number()
        .unwrap_or(0.0);
    let padded = length >= 1.0 && length as u64 > code_units(Some(call.this));
    if padded && (filler.is_undefined() || code_units(Some(filler)) > 0) {
        return text(call, length as u64, context);
    }
    Ok(0)
}

/// The text that is made.
///
/// # Errors
/// V8's, or the end of the run.
pub fn replace_all(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let asked = (
        call.this.as_string(),
        call.arguments.get_or_undefined(0).as_string(),
        call.arguments.get_or_undefined(1).as_string(),
    );
    let (Some(whole), Some(pattern), Some(replacement)) = asked else {
        return scan(call, context);
    };
    let growth = (replacement.len() as u64).saturating_sub(pattern.len() as u64);
    let grown = match whole.len() as u64 + 1 {
        most if most.saturating_mul(growth) <= TEXT => 0,
        _ => occurrences(&whole, &pattern).saturating_mul(growth),
    };
    text(call, (whole.len() as u64).saturating_add(grown), context)
}
