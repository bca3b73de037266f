//! The Rust half of `fs`: operations on the virtual disk, and the round trips that they are (6.3).

use crate::clock;
use crate::disk::{DiskError, Entry, base_name, normalize};
use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, callable, text_of};
use crate::modules::pool;
use crate::shared::{Callback, Shared, shared};
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{TaskId, TaskKind, VirtualTime};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("submit", submit), ("runNow", run_now)];

/// A round trip that reads or writes content, on a disk that is neither fast nor slow.
const CONTENT: VirtualTime = VirtualTime::from_micros(1_000);
/// Any other round trip.
const METADATA: VirtualTime = VirtualTime::from_micros(250);
/// So much content travels in one trip of `readFile`.
const READ_CHUNK: u64 = 512 * 1024;

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Operation {
    name: String,
    path: String,
    bytes: Vec<u8>,
    append: bool,
}

/// What came of it.
enum Outcome {
    Nothing,
    Bytes(Vec<u8>),
    Facts(Entry),
    Names(Vec<String>),
}

/// An operation on its way through the pool.
pub struct IoState {
    operation: Operation,
    trips: Vec<&'static str>,
    callback: JsFunction,
    outcome: Result<Outcome, (DiskError, &'static str)>,
}

/// The system calls of an operation, each a round trip. The one that finds an error ends it.
fn system_calls(shared: &Shared, operation: &Operation) -> Vec<&'static str> {
    let one_trip = shared.event_loop.borrow().profile.whole_file_is_one_trip;
    match operation.name.as_str() {
        "readFile" if one_trip => vec!["readFile"],
        "writeFile" | "appendFile" if one_trip => vec!["writeFile"],
        "readFile" => {
            let size = match shared.disk.borrow().stat(&operation.path) {
                Ok(Entry::File(size)) => size,
                _ => 0,
            };
            let mut calls = vec!["open", "fstat", "read"];
            calls.extend((0..size.saturating_sub(1) / READ_CHUNK).map(|_| "read"));
            calls.push("close");
            calls
        }
        "writeFile" | "appendFile" => vec!["open", "write", "close"],
        "stat" => vec!["stat"],
        "lstat" => vec!["lstat"],
        "unlink" => vec!["unlink"],
        "readdir" => vec!["scandir"],
        _ => vec!["access"],
    }
}

/// How long each of the calls takes, in the scenario's world. `shown` is what the program called, `given` the path as
/// the program wrote it.
fn latencies(shared: &Shared, calls: &[&str], shown: &str, given: &str) -> Vec<VirtualTime> {
    let typical: Vec<VirtualTime> = calls
        .iter()
        .map(|call| match *call {
            "read" | "write" => CONTENT,
            _ => METADATA,
        })
        .collect();
    let world = &shared.scenario.world.latencies;
    let whole = [
        format!("{shown} {given}"),
        format!("{shown} {}", base_name(given)),
        shown.to_owned(),
    ]
    .iter()
    .find_map(|key| world.get(key))
    .map(|micros| VirtualTime::from_micros(*micros));
    let Some(whole) = whole else {
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

/// Does what the operation does.
fn run(shared: &Shared, operation: &Operation) -> Result<Outcome, (DiskError, &'static str)> {
    let mut disk = shared.disk.borrow_mut();
    let path = operation.path.as_str();
    let named = |call: &'static str| move |error: DiskError| (error, call);
    match operation.name.as_str() {
        "readFile" => match disk.read(path) {
            Ok(bytes) => Ok(Outcome::Bytes(bytes)),
            // A folder can be opened; reading it fails.
            Err(DiskError::IsDirectory) => Err((DiskError::IsDirectory, "read")),
            Err(error) => Err((error, "open")),
        },
        "writeFile" | "appendFile" => {
            let append = operation.append || operation.name == "appendFile";
            disk.write(path, &operation.bytes, append)
                .map(|()| Outcome::Nothing)
                .map_err(named("open"))
        }
        "stat" => disk.stat(path).map(Outcome::Facts).map_err(named("stat")),
        "lstat" => disk.stat(path).map(Outcome::Facts).map_err(named("lstat")),
        "unlink" => disk
            .unlink(path)
            .map(|()| Outcome::Nothing)
            .map_err(named("unlink")),
        "readdir" => disk
            .list(path)
            .map(Outcome::Names)
            .map_err(named("scandir")),
        _ => disk
            .stat(path)
            .map(|_| Outcome::Nothing)
            .map_err(named("access")),
    }
}

fn operation_of(arguments: &[JsValue], context: &mut Context) -> JsResult<(Operation, String)> {
    let given = text_of(arguments.get_or_undefined(1));
    let operation = Operation {
        name: text_of(arguments.get_or_undefined(0)),
        path: normalize(&shared(context).scenario.world.cwd, &given),
        bytes: bytes_of(arguments.get_or_undefined(2), context)?,
        append: arguments.get_or_undefined(3).to_boolean(),
    };
    Ok((operation, given))
}

/// `(name, path, bytes, append, callback, shown)`: hands the operation to the pool.
fn submit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (operation, given) = operation_of(arguments, context)?;
    let callback = callable(arguments.get_or_undefined(4))?;
    let shown = text_of(arguments.get_or_undefined(5));
    let shared = shared(context);
    let calls = system_calls(&shared, &operation);
    let latencies = latencies(&shared, &calls, &shown, &given);
    let name = base_name(&given).to_owned();
    let trips = calls
        .iter()
        .zip(latencies)
        .map(|(call, latency)| Trip {
            operation: format!("{call} {name}"),
            latency,
        })
        .collect();
    let task = shared.create_task(TaskKind::Io, format!("{shown} {name}"), context);
    let state = IoState {
        operation,
        trips: calls,
        callback,
        outcome: Ok(Outcome::Nothing),
    };
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Io(state));
    let site = shared.recorder.borrow().site;
    pool::size_at_first_use(&shared, context)?;
    shared
        .event_loop
        .borrow_mut()
        .submit_io(IoRequest { task, site, trips });
    Ok(JsValue::undefined())
}

/// `(name, path, bytes, append)`: does the operation at once and blocks for as long as it takes. Gives
/// `[failure, value]`.
fn run_now(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (operation, given) = operation_of(arguments, context)?;
    let shared = shared(context);
    let calls = system_calls(&shared, &operation);
    let shown = format!("fs.{}Sync", operation.name);
    let outcome = run(&shared, &operation);
    let made = match &outcome {
        Err((_, failed)) => calls
            .iter()
            .position(|call| call == failed)
            .map_or(1, |at| at + 1),
        Ok(_) => calls.len(),
    };
    let latencies = latencies(&shared, &calls, &shown, &given);
    let time = latencies.iter().take(made).map(|t| t.0).sum();
    clock::block(&shared, VirtualTime(time));
    let (failure, value) = to_js(outcome, context)?;
    Ok(JsArray::from_iter([failure, value], context).into())
}

/// What a round trip does, and whether it was the last one. An operation takes effect with the trip that reads or
/// writes; one that fails ends there.
pub fn perform(shared: &Shared, task: TaskId, trip: usize) -> bool {
    let Some(Callback::Io(mut state)) = shared.callbacks.borrow_mut().remove(&task) else {
        return true;
    };
    let call = state.trips.get(trip).copied().unwrap_or_default();
    let takes_effect = match call {
        "open" | "fstat" | "close" => false,
        _ => !state.trips[..trip].contains(&call),
    };
    let mut over = trip + 1 >= state.trips.len();
    if takes_effect {
        state.outcome = run(shared, &state.operation);
    } else if call == "open"
        && let Err((error, "open")) = probe(shared, &state.operation)
    {
        state.outcome = Err((error, "open"));
    }
    if let Err((_, failed)) = state.outcome
        && failed == call
    {
        // A file that was opened is closed again before the callback hears of the error.
        over = call == "open" || !state.trips.contains(&"close") || over;
    }
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Io(state));
    over
}

/// Whether the file can be opened, without doing anything to it.
fn probe(shared: &Shared, operation: &Operation) -> Result<(), (DiskError, &'static str)> {
    let disk = shared.disk.borrow();
    let writes = operation.name != "readFile";
    match disk.stat(&operation.path) {
        Ok(Entry::Directory) if writes => Err((DiskError::IsDirectory, "open")),
        Err(DiskError::NotFound) if writes => {
            let folder = crate::disk::parent(&operation.path).unwrap_or("/");
            disk.stat(folder).map(drop).map_err(|error| (error, "open"))
        }
        Err(error) => Err((error, "open")),
        Ok(_) => Ok(()),
    }
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

fn to_js(
    outcome: Result<Outcome, (DiskError, &'static str)>,
    context: &mut Context,
) -> JsResult<(JsValue, JsValue)> {
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
        Ok(Outcome::Bytes(bytes)) => to_array(&bytes, context)?,
        Ok(Outcome::Facts(entry)) => {
            let size = match entry {
                Entry::File(size) => size as f64,
                Entry::Directory => 4096.0,
            };
            let epoch = shared(context).scenario.world.epoch_ms as f64;
            let facts = [
                size.into(),
                (entry == Entry::Directory).into(),
                epoch.into(),
            ];
            JsArray::from_iter(facts, context).into()
        }
        Ok(Outcome::Names(names)) => {
            let names = names.iter().map(|name| text(name));
            JsArray::from_iter(names.collect::<Vec<_>>(), context).into()
        }
    };
    Ok((JsValue::null(), value))
}
