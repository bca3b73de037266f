//! What a look-up passes: prototypes, and what stands behind proxies. The interpreter goes through both on the host's stack,
//! which nothing can interrupt, so it is looked at when objects are put behind each other.
//!
//! *Limitations.* Objects that get a long chain of prototypes by `new` alone are not seen.

use super::costs::Call;
use super::{charge, stop};
use crate::inspect::proxy_parts;
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsValue};
use std::collections::BTreeMap;

/// Objects that may stand behind each other.
const LEVELS: u32 = 1_500;

/// What a look-up may pass.
#[derive(Debug, Clone, Copy)]
struct Reach {
    levels: u32,
    objects: u64,
}

/// `Object.create(prototype)`, `new Proxy(target, handler)`: all arguments that are objects come to stand behind a new one.
///
/// # Errors
/// The end of the run.
pub fn behind_new(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    for argument in call.arguments.iter().take(2) {
        check(argument, None, context)?;
    }
    Ok(0)
}

/// `Object.setPrototypeOf(object, prototype)`.
///
/// # Errors
/// The end of the run.
pub fn behind_first(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    let object = call.arguments.get_or_undefined(0);
    check(
        call.arguments.get_or_undefined(1),
        object.as_object(),
        context,
    )?;
    Ok(0)
}

/// The setter of `__proto__`.
///
/// # Errors
/// The end of the run.
pub fn behind_this(call: &Call<'_>, context: &mut Context) -> JsResult<u64> {
    check(
        call.arguments.get_or_undefined(0),
        call.this.as_object(),
        context,
    )?;
    Ok(0)
}

/// `ǃh(value)`, see [`loopscope_instrument::names::PROTOTYPE`].
///
/// # Errors
/// The end of the run.
pub fn prototype(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    check(value, None, context)?;
    Ok(value.clone())
}

/// An object is about to stand behind another one.
///
/// # Errors
/// The end of the run, if a look-up then would take too long, or not end.
pub fn check(value: &JsValue, before: Option<JsObject>, context: &mut Context) -> JsResult<()> {
    let Some(object) = value.as_object() else {
        return Ok(());
    };
    let hint = "let fewer objects stand behind each other";
    match reach(&object, before) {
        Some(reach) if reach.levels <= LEVELS => charge("a look-up", reach.objects, context),
        Some(_) => Err(stop(
            &shared(context),
            format!("more than {LEVELS} objects stand behind each other as prototypes and in proxies"),
            hint,
        )),
        None => Err(stop(
            &shared(context),
            "an object stands behind itself through a proxy: looking for a property in it would never end".to_owned(),
            hint,
        )),
    }
}

/// What a look-up in an object passes; nothing if it comes back to `before`, or to where it was, through a proxy.
fn reach(object: &JsObject, before: Option<JsObject>) -> Option<Reach> {
    let mut next = Some(object.clone());
    let mut levels = 0;
    while let Some(object) = next.take() {
        if proxy_parts(&object).is_some() {
            return through_proxies(&object, before, levels);
        }
        levels += 1;
        let comes_back = before
            .as_ref()
            .is_some_and(|it| JsObject::equals(it, &object));
        if levels > LEVELS || comes_back {
            break;
        }
        next = object.prototype();
    }
    Some(Reach { levels, objects: 0 })
}

/// The same where proxies are in between: a look-up may pass each of them several times.
fn through_proxies(object: &JsObject, before: Option<JsObject>, passed: u32) -> Option<Reach> {
    // `None` while what stands behind the object is being looked at.
    let mut known: BTreeMap<usize, Option<Reach>> = BTreeMap::new();
    for object in before.iter().flat_map(targets) {
        known.insert(address(&object), None);
    }
    if known.contains_key(&address(object)) {
        return None;
    }
    let alone = Reach {
        levels: 1,
        objects: 1,
    };
    known.insert(address(object), None);
    let mut open = vec![(object.clone(), behind(object), alone)];
    loop {
        let (current, rest, sum) = open.last_mut()?;
        if let Some(child) = rest.pop() {
            match known.get(&address(&child)) {
                Some(None) => return None,
                Some(Some(seen)) => add(sum, *seen),
                None if known.len() > LEVELS as usize => {
                    return Some(Reach {
                        levels: LEVELS + 1,
                        objects: 0,
                    });
                }
                None => {
                    known.insert(address(&child), None);
                    let next = behind(&child);
                    open.push((child, next, alone));
                }
            }
            continue;
        }
        let (at, sum) = (address(current), *sum);
        known.insert(at, Some(sum));
        open.pop();
        match open.last_mut() {
            Some((_, _, parent)) => add(parent, sum),
            None => {
                return Some(Reach {
                    levels: sum.levels.saturating_add(passed),
                    objects: sum.objects,
                });
            }
        }
    }
}

fn add(parent: &mut Reach, child: Reach) {
    parent.levels = parent.levels.max(child.levels.saturating_add(1));
    parent.objects = parent.objects.saturating_add(child.objects);
}

/// The object, and what stands behind it as the targets of proxies.
fn targets(object: &JsObject) -> Vec<JsObject> {
    let mut found = vec![object.clone()];
    let mut next = proxy_parts(object);
    while let Some(Some((target, _))) = next {
        next = proxy_parts(&target);
        found.push(target);
    }
    found
}

/// Where a look-up in the object goes on.
fn behind(object: &JsObject) -> Vec<JsObject> {
    match proxy_parts(object) {
        Some(Some((target, handler))) => vec![target, handler],
        Some(None) => Vec::new(),
        None => object.prototype().into_iter().collect(),
    }
}

fn address(object: &JsObject) -> usize {
    std::ptr::from_ref(object.as_ref()).cast::<()>() as usize
}
