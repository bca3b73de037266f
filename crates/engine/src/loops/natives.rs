//! What the probes of loops over numbers call.

use super::{Plan, Skipped};
use crate::probes;
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::JsProxy;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_model::ProbeId;
use loopscope_model::event::{Ending, Limit};

/// `ǃs(first, last)`: as a probe, and whether the loop may go on by itself: then its names are read.
///
/// # Errors
/// As a probe.
pub fn skip(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    probes::probe(this, arguments, context)?;
    let shared = shared(context);
    let mut recorder = shared.recorder.borrow_mut();
    let Some(number) = recorder.offered() else {
        return Ok(JsValue::undefined());
    };
    let plan = recorder.loops.plan(number);
    if plan.is_some_and(|plan| names_are_plain(&plan, context)) {
        return Ok(true.into());
    }
    recorder.loops.decline(number);
    Ok(JsValue::undefined())
}

/// `ǃj(loop, values…)`: goes on, if that is certain to be what the loop would do.
///
/// # Errors
/// The end of the process, where a limit is reached.
pub fn jump(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let number = arguments.get_or_undefined(0).as_number().unwrap_or(-1.0) as u32;
    let Some(plan) = shared.recorder.borrow().loops.plan(number) else {
        return Ok(false.into());
    };
    let values: Option<Vec<f64>> = arguments[1..].iter().map(JsValue::as_number).collect();
    let skipped = values.map(|values| run(&shared, &plan, &values));
    match skipped {
        Some(skipped) if skipped.rounds > 0 || skipped.fuel.is_none() => {
            settle(&shared, &plan, skipped)?;
            Ok(true.into())
        }
        _ => {
            shared.recorder.borrow_mut().loops.decline(number);
            Ok(false.into())
        }
    }
}

/// `ǃq(slot)`: the value of an input behind the iterations that were skipped.
///
/// # Errors
/// None.
pub fn jumped(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let slot = arguments.get_or_undefined(0).as_number().unwrap_or(-1.0) as usize;
    let shared = shared(context);
    let recorder = shared.recorder.borrow();
    let value = recorder.loops.values.get(slot).copied();
    Ok(value.map_or(JsValue::undefined(), JsValue::from))
}

fn run(shared: &Shared, plan: &Plan, values: &[f64]) -> Skipped {
    let recorder = shared.recorder.borrow();
    let now = shared.event_loop.borrow().now().0;
    let limit = shared.scenario.limits.virtual_ms.saturating_mul(1_000_000);
    // An iteration takes a nanosecond: the one that reaches the limit may still begin.
    let most = limit.saturating_sub(recorder.time_with_loops(now));
    plan.run(values, most, recorder.fuel())
}

fn settle(shared: &Shared, plan: &Plan, skipped: Skipped) -> JsResult<()> {
    let mut recorder = shared.recorder.borrow_mut();
    let mut event_loop = shared.event_loop.borrow_mut();
    let exhausted = skipped.fuel.is_none();
    recorder.jump(plan, skipped);
    let limit = shared.scenario.limits.virtual_ms;
    let over = recorder.time_with_loops(event_loop.now().0) / 1_000_000 >= limit;
    if over || exhausted {
        recorder.flush_visits(&mut event_loop);
    }
    if over {
        shared.end(Ending::Paused(Limit::VirtualMillis(limit)));
        return Err(probes::halt(shared));
    }
    if exhausted {
        drop((recorder, event_loop));
        return Err(probes::too_many(shared, ProbeId(plan.numeric.cycle.probe)));
    }
    Ok(())
}

/// Whether all names of a loop are bindings, or plain properties of the global object that can be written where they
/// must be: reading or setting them does nothing else.
///
/// A name that is no property of the global object is a declared binding: it was used in the first iteration.
fn names_are_plain(plan: &Plan, context: &Context) -> bool {
    plan.numeric.inputs.iter().all(|input| {
        let key = PropertyKey::from(JsString::from(input.name.as_str()));
        let mut next = Some(context.global_object());
        while let Some(object) = next {
            if JsProxy::from_object(object.clone()).is_ok() {
                return false;
            }
            if let Some(property) = object.borrow().properties().get(&key) {
                let writable = property.writable().unwrap_or(false);
                return property.value().is_some() && (writable || !input.written);
            }
            next = object.prototype();
        }
        true
    })
}
