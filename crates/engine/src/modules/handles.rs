//! The Rust half of `net` and of everything else with handles: sockets, pipes, signals.
//!
//! JavaScript holds a handle by its number. Its owner is a function that is told what happens: `(event, a, b)`.

use crate::errors::{self, Refusal};
use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, callable, text_of};
use crate::outside::hosts;
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_event_loop::kernel::HandleEvent;
use loopscope_event_loop::kernel::ports::is_local;
use loopscope_model::{HandleId, TaskId, TaskKind};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("listen", listen),
    ("openSocket", open_socket),
    ("openSignal", open_signal),
    ("setOwner", set_owner),
    ("connect", connect),
    ("setReading", set_reading),
    ("writeStream", write_stream),
    ("shutdownStream", shutdown_stream),
    ("resetStream", reset_stream),
    ("closeHandle", close_handle),
    ("setHandleRef", set_handle_ref),
    ("addresses", addresses),
    ("continueWith", continue_with),
];

/// Makes the task call the owner of a handle. Says whether it has one.
pub fn deliver(
    shared: &Shared,
    task: TaskId,
    handle: HandleId,
    event: HandleEvent,
    context: &mut Context,
) -> bool {
    let owner = shared.handles.borrow().get(&handle).cloned();
    let Some(function) = owner else {
        return false;
    };
    let name = JsValue::from(JsString::from(word(&event)));
    let Ok(mut arguments) = values(event, context) else {
        return false;
    };
    arguments.insert(0, name);
    shared.set_callback(task, function, arguments);
    true
}

fn word(event: &HandleEvent) -> &'static str {
    match event {
        HandleEvent::Connection(_) => "connection",
        HandleEvent::Connected(_) => "connected",
        HandleEvent::Read(_) => "read",
        HandleEvent::End => "end",
        HandleEvent::ReadError(_) => "error",
        HandleEvent::Written(..) => "written",
        HandleEvent::Shutdown => "shutdown",
        HandleEvent::Exit(..) => "exit",
        HandleEvent::Call(_) => "call",
        HandleEvent::Signal => "signal",
    }
}

fn values(event: HandleEvent, context: &mut Context) -> JsResult<Vec<JsValue>> {
    Ok(match event {
        HandleEvent::Connection(handle) => vec![handle.0.into()],
        HandleEvent::Connected(error) | HandleEvent::ReadError(error) => vec![error.into()],
        HandleEvent::Read(bytes) => vec![to_array(&bytes, context)?],
        HandleEvent::Written(number, error) => vec![(number as f64).into(), error.into()],
        HandleEvent::Exit(code, signal) => vec![code.into(), signal.into()],
        HandleEvent::Call(number) => vec![(number as f64).into()],
        HandleEvent::End | HandleEvent::Shutdown | HandleEvent::Signal => Vec::new(),
    })
}

/// The task that goes on with what the last callback began, if it asked for one.
pub fn continuation(shared: &Shared, context: &mut Context) -> Option<TaskId> {
    let function = shared.continuation.borrow_mut().take()?;
    let task = shared.create_task(TaskKind::Io, "more data", context);
    shared.event_loop.borrow_mut().enqueue_in_poll(task);
    shared.set_callback(task, function, Vec::new());
    Some(task)
}

/// `(function)`: it is called once the queues are empty, before anything else.
fn continue_with(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let function = callable(arguments.get_or_undefined(0))?;
    let shared = shared(context);
    shared.continuation.borrow_mut().replace(function);
    Ok(JsValue::undefined())
}

/// The handle that an argument names.
pub fn handle_of(arguments: &[JsValue], at: usize) -> HandleId {
    HandleId(arguments.get_or_undefined(at).as_number().unwrap_or(0.0) as u32)
}

fn number(arguments: &[JsValue], at: usize) -> f64 {
    arguments.get_or_undefined(at).as_number().unwrap_or(0.0)
}

/// Makes a function the owner of a handle.
///
/// # Errors
/// A `TypeError` if the value is no function.
pub fn own(shared: &Shared, handle: HandleId, owner: &JsValue) -> JsResult<()> {
    let owner = callable(owner)?;
    shared.handles.borrow_mut().insert(handle, owner);
    Ok(())
}

/// `(host, port, owner)`: gives `[handle, port]`, or a negative error number.
fn listen(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let site = shared.recorder.borrow().site;
    let host = text_of(arguments.get_or_undefined(0));
    let port = number(arguments, 1) as u16;
    let listening = shared.event_loop.borrow_mut().listen(&host, port, site);
    match listening {
        Err(error) => Ok(error.into()),
        Ok((handle, port)) => {
            own(&shared, handle, arguments.get_or_undefined(2))?;
            Ok(JsArray::from_iter([handle.0.into(), port.into()], context).into())
        }
    }
}

/// `(owner)`: gives the handle of a socket without a connection.
fn open_socket(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let site = shared.recorder.borrow().site;
    let handle = shared.event_loop.borrow_mut().open_socket(site);
    own(&shared, handle, arguments.get_or_undefined(0))?;
    Ok(handle.0.into())
}

/// `(name, owner)`: gives the handle of a listener for a signal.
fn open_signal(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let site = shared.recorder.borrow().site;
    let name = text_of(arguments.get_or_undefined(0));
    let handle = shared.event_loop.borrow_mut().open_signal(&name, site);
    own(&shared, handle, arguments.get_or_undefined(1))?;
    Ok(handle.0.into())
}

/// `(handle, owner)`.
fn set_owner(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    own(
        &shared,
        handle_of(arguments, 0),
        arguments.get_or_undefined(1),
    )?;
    Ok(JsValue::undefined())
}

/// `(handle, host, port)`.
fn connect(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let host = text_of(arguments.get_or_undefined(1));
    let port = number(arguments, 2) as u16;
    if !is_local(&host) && hosts::name_of(&shared, &host).is_none() {
        return Err(errors::refuse(
            context,
            Refusal {
                what: &format!("a connection to {host}"),
                hint: "define a host in the scenario and use its name: \"host NAME GET /: 200 text\"",
            },
        ));
    }
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.connect(handle_of(arguments, 0), &host, port);
    Ok(JsValue::undefined())
}

/// `(handle, reading)`.
fn set_reading(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let reading = arguments.get_or_undefined(1).to_boolean();
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.set_reading(handle_of(arguments, 0), reading);
    Ok(JsValue::undefined())
}

/// `(handle, number, bytes)`: gives whether all was written at once, or a negative error number.
fn write_stream(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(2), context)?;
    let shared = shared(context);
    shared.materialize(context);
    let mut event_loop = shared.event_loop.borrow_mut();
    let written =
        event_loop.write_stream(handle_of(arguments, 0), number(arguments, 1) as u64, bytes);
    Ok(match written {
        Ok(at_once) => at_once.into(),
        Err(error) => error.into(),
    })
}

/// `(handle)`.
fn shutdown_stream(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.shutdown_stream(handle_of(arguments, 0));
    Ok(JsValue::undefined())
}

/// `(handle)`: the other end finds the connection reset.
fn reset_stream(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.reset_stream(handle_of(arguments, 0));
    Ok(JsValue::undefined())
}

/// `(handle, callback)`: closes the handle; the callback is a close callback (3.6).
fn close_handle(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let handle = handle_of(arguments, 0);
    let label = shared
        .event_loop
        .borrow()
        .handle_label(handle)
        .unwrap_or_default();
    let task = shared.create_task(TaskKind::Close, format!("{label}: close"), context);
    if let Ok(function) = callable(arguments.get_or_undefined(1)) {
        shared.set_callback(task, function, Vec::new());
    }
    shared.handles.borrow_mut().remove(&handle);
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.close_handle(handle);
    event_loop.enqueue_close(task);
    Ok(JsValue::undefined())
}

/// `(handle, refed)`.
fn set_handle_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let refed = arguments.get_or_undefined(1).to_boolean();
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.set_handle_ref(handle_of(arguments, 0), refed);
    Ok(JsValue::undefined())
}

/// `(handle)`: gives `[address, port, remote address, remote port]`, or undefined.
fn addresses(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let addresses = shared
        .event_loop
        .borrow()
        .addresses(handle_of(arguments, 0));
    let Some((local, remote)) = addresses else {
        return Ok(JsValue::undefined());
    };
    let text = |text: String| JsValue::from(JsString::from(text));
    let values = [
        text(local.0),
        local.1.into(),
        text(remote.0),
        remote.1.into(),
    ];
    Ok(JsArray::from_iter(values, context).into())
}
