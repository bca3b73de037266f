//! Built-in functions that could run for ever, or ask for all memory, within one call of the interpreter's host.
//!
//! Each is replaced by one of the same name and `length` that counts first and then calls the interpreter's own. What V8
//! refuses throws V8's error, what no task may cost ends the run.

use super::sizes::{code_units, elements, joined, occurrences, own, tree};
use super::{CALL, charge, iteration, regex, stop};
use crate::globals::callable;
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};
use boa_gc::{Finalize, Trace};

/// V8's bound on the length of a string.
const V8_STRING: u64 = (1 << 29) - 24;

/// Code units of a text that a built-in function makes at once.
const TEXT: u64 = 1 << 26;

/// V8's bound on the length of a list of arguments: beyond it their array cannot be made at all.
const V8_ARGUMENTS: u64 = 134_217_725;

/// Arguments that fit on V8's stack.
const STACK_ARGUMENTS: u64 = 120_000;

/// Levels of data through which a built-in function may recurse on the host's stack.
const LEVELS: u64 = 800;

/// Built-in functions that call each other, by way of the program or not: each takes of the host's stack.
const NESTING: u32 = 120;

/// An element that is sorted is compared with some others.
const SORTED: u64 = 5;

/// What a call costs more for each of those that it is in.
const NESTED: u64 = 16;

/// Elements that are moved at once cost this much less than those that are looked at.
const MOVED: u64 = 64;

/// Arrays up to here are moved at once.
const SMALL: u64 = 1 << 22;

/// Says how many steps a call takes, or that it must not happen.
type Cost = fn(&Call<'_>, &mut Context) -> JsResult<u64>;

struct Call<'a> {
    name: &'static str,
    this: &'a JsValue,
    arguments: &'a [JsValue],
}

/// What a replacement keeps.
#[derive(Trace, Finalize)]
struct Guarded {
    original: JsFunction,
    #[unsafe_ignore_trace]
    name: &'static str,
    #[unsafe_ignore_trace]
    cost: Cost,
}

const ARRAY: [(&str, Cost); 31] = [
    ("concat", concat),
    ("copyWithin", walk),
    ("every", walk),
    ("fill", walk),
    ("filter", walk),
    ("find", walk),
    ("findIndex", walk),
    ("findLast", walk),
    ("findLastIndex", walk),
    ("flat", flatten),
    ("flatMap", walk),
    ("forEach", walk),
    ("includes", walk),
    ("indexOf", walk),
    ("join", join),
    ("lastIndexOf", walk),
    ("map", walk),
    ("reduce", walk),
    ("reduceRight", walk),
    ("reverse", walk),
    ("shift", shift),
    ("slice", slice),
    ("some", walk),
    ("sort", sort),
    ("splice", shift),
    ("toLocaleString", join),
    ("toReversed", walk),
    ("toSorted", sort),
    ("toSpliced", walk),
    ("unshift", shift),
    ("with", walk),
];

const STRING: [(&str, Cost); 16] = [
    ("concat", append),
    ("endsWith", scan),
    ("includes", scan),
    ("indexOf", scan),
    ("lastIndexOf", scan),
    ("normalize", scan),
    ("padEnd", pad),
    ("padStart", pad),
    ("repeat", repeat),
    ("replaceAll", replace_all),
    ("replace", scan),
    ("search", scan),
    ("split", walk),
    ("toLowerCase", scan),
    ("toUpperCase", scan),
    ("match", scan),
];

/// Replaces them.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let constructors = context.intrinsics().constructors();
    let array = constructors.array().prototype();
    let typed = constructors.typed_array().prototype();
    let string = constructors.string().prototype();
    let function = constructors.function().prototype();
    let of_array = constructors.array().constructor();
    let regexp = constructors.regexp().prototype();
    for (name, cost) in ARRAY {
        guard(&array, name, cost, context)?;
        // Typed arrays have most of them.
        if typed.has_own_property(JsString::from(name), context)? {
            guard(&typed, name, cost, context)?;
        }
    }
    for (name, cost) in STRING {
        guard(&string, name, cost, context)?;
    }
    guard(&of_array, "from", from, context)?;
    guard(&function, "apply", apply, context)?;
    let global = context.global_object();
    for (holder, name, cost) in [
        ("Reflect", "apply", reflect_apply as Cost),
        ("Reflect", "construct", apply),
        ("JSON", "stringify", stringify),
        ("JSON", "parse", parse),
    ] {
        if let Some(holder) = own(&global, JsString::from(holder)).and_then(|v| v.as_object()) {
            guard(&holder, name, cost, context)?;
        }
    }
    regex::install(&regexp, context)?;
    iteration::install(context)
}

/// Puts a function before one of an object's own.
fn guard(holder: &JsObject, name: &'static str, cost: Cost, context: &mut Context) -> JsResult<()> {
    replace(holder, name, context, |original| {
        NativeFunction::from_copy_closure_with_captures(
            call,
            Guarded {
                original,
                name,
                cost,
            },
        )
    })
}

/// Replaces an object's own function by one that is made of it and looks the same.
///
/// # Errors
/// If there is none.
pub fn replace(
    holder: &JsObject,
    name: &'static str,
    context: &mut Context,
    make: impl FnOnce(JsFunction) -> NativeFunction,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let original = callable(&own(holder, key.clone()).unwrap_or_default())?;
    let length = own(&original, js_string!("length")).and_then(|length| length.as_number());
    let function = FunctionObjectBuilder::new(context.realm(), make(original))
        .name(JsString::from(name))
        .length(length.unwrap_or(0.0) as usize)
        .build();
    holder.define_property_or_throw(
        key,
        PropertyDescriptor::builder()
            .value(function)
            .writable(true)
            .enumerable(false)
            .configurable(true),
        context,
    )?;
    Ok(())
}

fn call(
    this: &JsValue,
    arguments: &[JsValue],
    guarded: &Guarded,
    context: &mut Context,
) -> JsResult<JsValue> {
    let asked = Call {
        name: guarded.name,
        this,
        arguments,
    };
    let steps = (guarded.cost)(&asked, context)?;
    let shared = shared(context);
    let nesting = shared.used.nesting.get();
    // Functions that call each other without a statement in between are seen here alone.
    let entry = CALL + NESTED * u64::from(nesting);
    charge(guarded.name, steps.saturating_add(entry), context)?;
    if nesting >= NESTING {
        return Err(too_deep());
    }
    shared.used.nesting.set(nesting + 1);
    let result = guarded.original.call(this, arguments, context);
    shared.used.nesting.set(nesting);
    result
}

fn too_deep() -> JsError {
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

fn walk(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    Ok(elements(call.this, context))
}

fn concat(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let mut steps = elements(call.this, context);
    for argument in call.arguments.iter().filter(|a| a.is_object()) {
        steps = steps.saturating_add(elements(argument, context));
    }
    Ok(steps)
}

fn slice(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let index = |value: Option<&JsValue>, otherwise: u64| match value.and_then(JsValue::as_number) {
        Some(index) if index < 0.0 => length.saturating_sub(-index as u64),
        Some(index) => (index as u64).min(length),
        None => otherwise,
    };
    let (start, end) = (call.arguments.first(), call.arguments.get(1));
    Ok(index(end, length).saturating_sub(index(start, 0)))
}

fn shift(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    Ok(if length <= SMALL {
        length / MOVED
    } else {
        length
    })
}

fn sort(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    Ok(length.saturating_mul(SORTED))
}

fn join(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let separator = match call.name {
        "join" => call.arguments.first(),
        _ => None,
    };
    let steps = text(call, joined(call.this, length, separator), context)?;
    Ok(steps.saturating_add(length))
}

fn flatten(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.this, context);
    let depth = call.arguments.first().and_then(JsValue::as_number);
    if depth.is_none_or(|depth| depth <= 1.0) {
        return Ok(length);
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
    Ok(tree.nodes)
}

fn stringify(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    through(call, call.arguments.get_or_undefined(0), context)
}

fn parse(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
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

fn from(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = elements(call.arguments.get_or_undefined(0), context);
    if length > u64::from(u32::MAX) {
        let error = JsNativeError::range().with_message("Invalid array length");
        return Err(error.into());
    }
    Ok(length)
}

fn apply(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    arguments(call.arguments.get_or_undefined(1), context)
}

fn reflect_apply(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
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

fn scan(call: &Call<'_>, _: &mut Context) -> JsResult<u64> {
    Ok(code_units(Some(call.this)) / 16)
}

fn append(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let added = call
        .arguments
        .iter()
        .map(|argument| code_units(Some(argument)));
    let length = added.fold(code_units(Some(call.this)), u64::saturating_add);
    text(call, length, context)
}

fn repeat(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let length = code_units(Some(call.this));
    match call.arguments.get_or_undefined(0).as_number() {
        Some(count) if count >= 1.0 && count.is_finite() => {
            text(call, length.saturating_mul(count as u64), context)
        }
        _ => Ok(0),
    }
}

fn pad(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
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

fn replace_all(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
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
