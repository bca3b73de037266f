//! Message ports: what `MessagePort` needs of the loop (section 11).

use super::{Native, callable};
use crate::shared::{Callback, FunctionCall, shared};
use boa_engine::{Context, JsArgs, JsResult, JsValue};
use loopscope_event_loop::message_ports::PortId;
use loopscope_model::{TaskId, TaskKind};
use std::rc::Rc;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("openPort", open_port),
    ("setPortRef", set_port_ref),
    ("portHasRef", port_has_ref),
    ("postToPort", post_to_port),
    ("takeBackFromPort", take_back_from_port),
    ("closePort", close_port),
];

fn port(arguments: &[JsValue]) -> PortId {
    arguments.get_or_undefined(0).as_number().unwrap_or(0.0) as PortId
}

fn task(
    kind: TaskKind,
    label: &str,
    function: &JsValue,
    context: &mut Context,
) -> JsResult<TaskId> {
    let call = FunctionCall {
        function: callable(function)?,
        this: JsValue::undefined(),
        arguments: Vec::new(),
        keep: false,
    };
    let shared = shared(context);
    let task = shared.create_task(kind, label, context);
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Function(Rc::new(call)));
    Ok(task)
}

/// Gives the number of a new port.
fn open_port(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(shared(context).event_loop.borrow_mut().open_port().into())
}

/// `(port, refed)`.
fn set_port_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let refed = arguments.get_or_undefined(1).to_boolean();
    let shared = shared(context);
    shared
        .event_loop
        .borrow_mut()
        .set_port_ref(port(arguments), refed);
    Ok(JsValue::undefined())
}

fn port_has_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let refed = shared.event_loop.borrow().port_has_ref(port(arguments));
    Ok(refed.into())
}

/// `(port, deliver, label)`: `deliver` is called in a poll phase.
fn post_to_port(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = super::text_of(arguments.get_or_undefined(2));
    let task = task(TaskKind::Io, &label, arguments.get_or_undefined(1), context)?;
    shared(context)
        .event_loop
        .borrow_mut()
        .post_to_port(port(arguments), task);
    Ok(JsValue::undefined())
}

/// `(port)`: the last message posted will not be delivered by the loop.
fn take_back_from_port(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let task = shared
        .event_loop
        .borrow_mut()
        .take_back_from_port(port(arguments));
    if let Some(task) = task {
        shared.callbacks.borrow_mut().remove(&task);
    }
    Ok(JsValue::undefined())
}

/// `(port, closed)`: `closed` is called in the close callbacks phase.
fn close_port(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let closed = arguments.get_or_undefined(1);
    let task = task(TaskKind::Close, "close", closed, context)?;
    let shared = shared(context);
    let dropped = shared
        .event_loop
        .borrow_mut()
        .close_port(port(arguments), task);
    for task in dropped {
        shared.callbacks.borrow_mut().remove(&task);
    }
    Ok(JsValue::undefined())
}
