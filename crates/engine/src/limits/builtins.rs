//! Built-in functions that could run for ever, or ask for all memory, within one call of the interpreter's host.
//!
//! Each is replaced by one of the same name and `length` that counts first and then calls the interpreter's own. What V8
//! refuses throws V8's error, what no task may cost ends the run.

use super::costs::{
    Call, Cost, append, apply, concat, flatten, from, join, pad, parse, reflect_apply, repeat,
    replace_all, scan, shift, slice, sort, stringify, too_deep, walk,
};
use super::sizes::own;
use super::{CALL, bigints, charge, constructors, inheritance, iteration, regex};
use crate::globals::callable;
use crate::shared::shared;
use boa_engine::context::intrinsics::{StandardConstructor, StandardConstructors};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};
use boa_gc::{Finalize, Trace};

/// Built-in functions that call each other, by way of the program or not: each takes of the host's stack.
const NESTING: u32 = 120;

/// What a call costs more for each of those that it is in.
const NESTED: u64 = 16;

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

/// Those that call back, by accessors and traps, without any statement of the program in between: their nesting is seen
/// here alone.
const CALLING: [(&str, &str); 17] = [
    ("Reflect", "defineProperty"),
    ("Reflect", "deleteProperty"),
    ("Reflect", "get"),
    ("Reflect", "getOwnPropertyDescriptor"),
    ("Reflect", "getPrototypeOf"),
    ("Reflect", "has"),
    ("Reflect", "isExtensible"),
    ("Reflect", "ownKeys"),
    ("Reflect", "preventExtensions"),
    ("Reflect", "set"),
    ("Object", "assign"),
    ("Object", "entries"),
    ("Object", "fromEntries"),
    ("Object", "getOwnPropertyNames"),
    ("Object", "getPrototypeOf"),
    ("Object", "keys"),
    ("Object", "values"),
];

/// The call costs what each costs.
fn nothing(_: &Call<'_>, _: &mut Context) -> JsResult<u64> {
    Ok(0)
}

fn constructors_of(
    context: &Context,
    pick: fn(&StandardConstructors) -> &StandardConstructor,
) -> JsObject {
    pick(context.intrinsics().constructors()).prototype()
}

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
        ("Reflect", "setPrototypeOf", inheritance::behind_first),
        ("Object", "create", inheritance::behind_new),
        ("Object", "setPrototypeOf", inheritance::behind_first),
        ("JSON", "stringify", stringify),
        ("JSON", "parse", parse),
    ]
    .into_iter()
    .chain(CALLING.map(|(holder, name)| (holder, name, nothing as Cost)))
    {
        if let Some(holder) = own(&global, JsString::from(holder)).and_then(|v| v.as_object()) {
            guard(&holder, name, cost, context)?;
        }
    }
    let date = constructors_of(context, |all| all.date());
    guard(&date, "toJSON", nothing, context)?;
    let object = constructors_of(context, |all| all.object());
    guard(&object, "toLocaleString", nothing, context)?;
    guard_setter(&object, "__proto__", inheritance::behind_this, context)?;
    let bigint = constructors_of(context, |all| all.bigint());
    guard(&bigint, "toString", bigints::to_string, context)?;
    guard(&bigint, "toLocaleString", bigints::to_string, context)?;
    constructors::install(context)?;
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

/// Puts a function before the setter of an object's own accessor.
fn guard_setter(
    holder: &JsObject,
    name: &'static str,
    cost: Cost,
    context: &mut Context,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let property = holder.borrow().properties().get(&key);
    let Some(property) = property else {
        return Ok(());
    };
    let Some(original) = property.set().and_then(JsValue::as_object) else {
        return Ok(());
    };
    let Some(original) = JsFunction::from_object(original) else {
        return Ok(());
    };
    let guarded = Guarded {
        original,
        name,
        cost,
    };
    let function = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_copy_closure_with_captures(call, guarded),
    )
    .name(JsString::from(format!("set {name}")))
    .length(1)
    .build();
    let replacement = PropertyDescriptor::builder()
        .maybe_get(property.get().cloned())
        .set(function)
        .enumerable(false)
        .configurable(true);
    holder.define_property_or_throw(key, replacement, context)?;
    Ok(())
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
