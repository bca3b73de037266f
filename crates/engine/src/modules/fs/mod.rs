//! The Rust half of `fs`: operations on the virtual disk, at once or through the thread pool (6.3).

mod operation;

pub use operation::Operation;

use crate::clock;
use crate::disk::{Entry, base_name, normalize};
use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, callable, text_of};
use crate::latency;
use crate::modules::pool_size;
use crate::shared::{Callback, Shared, shared};
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{TaskId, TaskKind, VirtualTime};
use operation::{Failure, Outcome};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("fsSubmit", submit), ("fsNow", run_now)];

/// A round trip that reads or writes content, on a disk that is neither fast nor slow.
const CONTENT: VirtualTime = VirtualTime::from_micros(1_000);
/// A round trip that only closes a descriptor: nothing of the disk is waited for.
const CLOSE: VirtualTime = VirtualTime::from_micros(20);
/// Any other round trip.
const METADATA: VirtualTime = VirtualTime::from_micros(250);

/// An operation on its way through the pool.
pub struct IoState {
    operation: Operation,
    trips: Vec<&'static str>,
    callback: JsFunction,
    outcome: Result<Outcome, Failure>,
}

/// How long each of the calls takes, in the scenario's world. `shown` is what the program called, `given` the path as
/// the program wrote it.
fn latencies(shared: &Shared, calls: &[&str], shown: &str, given: &str) -> Vec<VirtualTime> {
    let typical: Vec<VirtualTime> = calls
        .iter()
        .map(|call| match *call {
            "read" | "write" => CONTENT,
            "close" if calls.len() == 1 => CLOSE,
            _ => METADATA,
        })
        .collect();
    let names = [
        format!("{shown} {given}"),
        format!("{shown} {}", base_name(given)),
        shown.to_owned(),
    ];
    let Some(whole) = latency::of_call(shared, &names) else {
        return typical;
    };
    let sum: u64 = typical.iter().map(|t| t.0).sum();
    let mut parts: Vec<VirtualTime> = typical
        .iter()
        .map(|t| VirtualTime((u128::from(whole.0) * u128::from(t.0) / u128::from(sum)) as u64))
        .collect();
    // What rounding lost goes to the last trip: the whole takes exactly as long as the scenario says.
    let given: u64 = parts.iter().map(|t| t.0).sum();
    if let Some(last) = parts.last_mut() {
        *last += VirtualTime(whole.0 - given);
    }
    parts
}

/// `(name, path, dest, numbers, bytes)` from the argument `at` on.
fn operation_of(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<Operation> {
    let cwd = shared(context).scenario.world.cwd.clone();
    let name = text_of(arguments.get_or_undefined(at));
    let given = text_of(arguments.get_or_undefined(at + 1));
    let dest = text_of(arguments.get_or_undefined(at + 2));
    let mut path = normalize(&cwd, &given);
    if name == "mkdtemp" && given.ends_with('/') {
        path.push('/');
    }
    let mut numbers = [0.0; 3];
    if let Some(list) = arguments.get_or_undefined(at + 3).as_object() {
        let list = JsArray::from_object(list.clone())?;
        for (index, number) in numbers.iter_mut().enumerate() {
            *number = list.get(index, context)?.as_number().unwrap_or(0.0);
        }
    }
    Ok(Operation {
        path,
        dest: if dest.is_empty() {
            dest
        } else {
            normalize(&cwd, &dest)
        },
        given,
        numbers,
        bytes: bytes_of(arguments.get_or_undefined(at + 4), context)?,
        name,
    })
}

/// `(callback, shown, name, path, dest, numbers, bytes)`: hands the operation to the pool.
fn submit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callable(arguments.get_or_undefined(0))?;
    let shown = text_of(arguments.get_or_undefined(1));
    let operation = operation_of(arguments, 2, context)?;
    let shared = shared(context);
    pool_size::settle(context)?;
    let calls = operation.system_calls(&shared);
    let latencies = latencies(&shared, &calls, &shown, &operation.given);
    let name = base_name(&operation.given).to_owned();
    let label = |call: &str| {
        let mut label = call.to_owned();
        if !name.is_empty() {
            label.push(' ');
            label.push_str(&name);
        }
        label
    };
    let trips = calls
        .iter()
        .zip(latencies)
        .map(|(call, latency)| Trip {
            operation: label(call),
            latency,
        })
        .collect();
    let task = shared.create_task(TaskKind::Io, label(&shown), context);
    let state = Box::new(IoState {
        operation,
        trips: calls,
        callback,
        outcome: Ok(Outcome::Nothing),
    });
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Io(state));
    let site = shared.recorder.borrow().site;
    shared
        .event_loop
        .borrow_mut()
        .submit_io(IoRequest { task, site, trips });
    Ok(JsValue::undefined())
}

/// `(shown, name, path, dest, numbers, bytes)`: does the operation at once and blocks for as long as it takes. Gives
/// `[failure, value]`.
fn run_now(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shown = text_of(arguments.get_or_undefined(0));
    let operation = operation_of(arguments, 1, context)?;
    let shared = shared(context);
    let calls = operation.system_calls(&shared);
    let outcome = operation.run(&shared);
    let made = match &outcome {
        Err((_, failed)) => calls
            .iter()
            .position(|call| call == failed)
            .map_or(1, |at| at + 1),
        Ok(_) => calls.len(),
    };
    let latencies = latencies(&shared, &calls, &shown, &operation.given);
    let time = latencies.iter().take(made).map(|t| t.0).sum();
    clock::block(&shared, VirtualTime(time));
    let (failure, value) = to_js(outcome, context)?;
    Ok(JsArray::from_iter([failure, value], context).into())
}

/// What a round trip does, and whether it was the last one. An operation takes effect with the trip that reads or
/// writes; one that fails ends there.
pub fn perform(shared: &Shared, task: TaskId, trip: usize) -> bool {
    // Other work for the pool is one trip.
    if !matches!(shared.callbacks.borrow().get(&task), Some(Callback::Io(_))) {
        return true;
    }
    let Some(Callback::Io(mut state)) = shared.callbacks.borrow_mut().remove(&task) else {
        return true;
    };
    let call = state.trips.get(trip).copied().unwrap_or_default();
    let opens = state.trips.len() > 1 && state.trips[0] == "open";
    let effect = if opens {
        state
            .trips
            .iter()
            .position(|call| *call == state.operation.call())
            .unwrap_or(0)
    } else {
        state.trips.len() - 1
    };
    let mut over = trip + 1 >= state.trips.len();
    if trip == effect {
        state.outcome = state.operation.run(shared);
    } else if opens && trip == 0 {
        state.outcome = state.operation.probe(shared).map(|()| Outcome::Nothing);
    }
    if let Err((_, failed)) = state.outcome
        && failed == call
    {
        // A file that was opened is closed again before the callback hears of the error.
        over = call == "open" || !opens || over;
    }
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Io(state));
    over
}

/// Calls the callback of an operation with `(failure, value)`.
///
/// # Errors
/// What the callback throws.
pub fn complete(state: IoState, context: &mut Context) -> JsResult<()> {
    let (failure, value) = to_js(state.outcome, context)?;
    state
        .callback
        .call(&JsValue::undefined(), &[failure, value], context)
        .map(drop)
}

fn to_js(outcome: Result<Outcome, Failure>, context: &mut Context) -> JsResult<(JsValue, JsValue)> {
    let text = |text: &str| JsValue::from(JsString::from(text));
    let value = match outcome {
        Err((error, call)) => {
            let failure = [
                text(error.code()),
                error.errno().into(),
                text(error.text()),
                text(call),
            ];
            let failure = JsArray::from_iter(failure, context);
            return Ok((failure.into(), JsValue::undefined()));
        }
        Ok(Outcome::Nothing) => JsValue::undefined(),
        Ok(Outcome::Number(number)) => number.into(),
        Ok(Outcome::Text(path)) => text(&path),
        Ok(Outcome::Bytes(bytes)) => to_array(&bytes, context)?,
        Ok(Outcome::Facts(facts)) => {
            // Linux's bits for the type of a file.
            let (size, kind) = match facts.entry {
                Entry::File(size) => (size, 0o100_000),
                Entry::Directory => (4096, 0o040_000),
                Entry::Link(size) => (size, 0o120_000),
            };
            let mut list: Vec<JsValue> = vec![
                (kind | facts.mode).into(),
                facts.links.into(),
                facts.inode.into(),
                (size as f64).into(),
            ];
            list.extend(facts.times.map(JsValue::from));
            JsArray::from_iter(list, context).into()
        }
        Ok(Outcome::Names(names)) => {
            let mut list = Vec::new();
            for (name, kind) in names {
                list.push(text(&name));
                list.push(kind.into());
            }
            JsArray::from_iter(list, context).into()
        }
    };
    Ok((JsValue::null(), value))
}
