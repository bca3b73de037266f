//! Ticks, microtasks, timers and immediates: makes tasks and hands them to the loop.

use super::{Native, callable};
use crate::hooks::function_name;
use crate::shared::{Callback, FunctionCall, shared};
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsArgs, JsResult, JsValue};
use loopscope_model::{TaskId, TaskKind};
use std::rc::Rc;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("nextTick", next_tick),
    ("queueMicrotask", queue_microtask),
    ("setTimer", set_timer),
    ("refreshTimer", refresh_timer),
    ("clearTimer", clear_timer),
    ("setTimerRef", set_timer_ref),
    ("timerIsListed", timer_is_listed),
    ("setImmediate", set_immediate),
    ("clearImmediate", clear_immediate),
    ("setImmediateRef", set_immediate_ref),
];

/// Makes a task that calls `function`; people see it under the name of `shown`.
fn task_for(
    kind: TaskKind,
    shown: &JsFunction,
    call: FunctionCall,
    context: &mut Context,
) -> TaskId {
    let shared = shared(context);
    let task = shared.create_task(kind, function_name(shown), context);
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Function(Rc::new(call)));
    task
}

fn id(arguments: &[JsValue], at: usize) -> TaskId {
    TaskId(arguments.get_or_undefined(at).as_number().unwrap_or(0.0) as u32)
}

fn milliseconds(arguments: &[JsValue], at: usize) -> u64 {
    arguments.get_or_undefined(at).as_number().unwrap_or(1.0) as u64
}

/// `(function, arguments)`.
fn next_tick(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let function = callable(arguments.get_or_undefined(0))?;
    let mut given = Vec::new();
    if let Some(list) = arguments.get_or_undefined(1).as_object() {
        let list = JsArray::from_object(list.clone())?;
        for at in 0..list.length(context)? {
            given.push(list.get(at, context)?);
        }
    }
    let call = FunctionCall {
        function: function.clone(),
        this: JsValue::undefined(),
        arguments: given,
        keep: false,
    };
    let task = task_for(TaskKind::Tick, &function, call, context);
    shared(context).event_loop.borrow_mut().next_tick(task);
    Ok(JsValue::undefined())
}

/// `(function)`.
fn queue_microtask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let function = callable(arguments.get_or_undefined(0))?;
    let call = FunctionCall {
        function: function.clone(),
        this: JsValue::undefined(),
        arguments: Vec::new(),
        keep: false,
    };
    let task = task_for(TaskKind::Microtask, &function, call, context);
    shared(context)
        .event_loop
        .borrow_mut()
        .enqueue_microtask(task);
    Ok(JsValue::undefined())
}

fn method_call(arguments: &[JsValue], at: usize) -> JsResult<FunctionCall> {
    Ok(FunctionCall {
        function: callable(arguments.get_or_undefined(at))?,
        this: arguments.get_or_undefined(at + 1).clone(),
        arguments: Vec::new(),
        keep: true,
    })
}

/// `(fire, timer, callback, milliseconds, repeats)`, gives the task's number.
fn set_timer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shown = callable(arguments.get_or_undefined(2))?;
    let repeats = arguments.get_or_undefined(4).to_boolean();
    let kind = if repeats {
        TaskKind::Interval
    } else {
        TaskKind::Timeout
    };
    let task = task_for(kind, &shown, method_call(arguments, 0)?, context);
    shared(context).event_loop.borrow_mut().set_timer(
        task,
        milliseconds(arguments, 3),
        repeats,
        true,
    );
    Ok(task.0.into())
}

/// `(task, fire, timer, milliseconds, repeats, refed)`.
fn refresh_timer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let task = id(arguments, 0);
    let call = method_call(arguments, 1)?;
    let shared = shared(context);
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Function(Rc::new(call)));
    shared.materialize(context);
    if !shared.event_loop.borrow().timer_is_listed(task) {
        let mut contexts = shared.async_contexts.borrow_mut();
        contexts.capture(task, TaskKind::Timeout);
    }
    shared.event_loop.borrow_mut().refresh_timer(
        task,
        milliseconds(arguments, 3),
        arguments.get_or_undefined(4).to_boolean(),
        arguments.get_or_undefined(5).to_boolean(),
    );
    Ok(JsValue::undefined())
}

fn clear_timer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let task = id(arguments, 0);
    let shared = shared(context);
    shared.materialize(context);
    shared.event_loop.borrow_mut().clear_timer(task);
    shared.callbacks.borrow_mut().remove(&task);
    Ok(JsValue::undefined())
}

fn set_timer_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let refed = arguments.get_or_undefined(1).to_boolean();
    shared(context)
        .event_loop
        .borrow_mut()
        .set_timer_ref(id(arguments, 0), refed);
    Ok(JsValue::undefined())
}

/// Whether the timer waits again although it is running: it was refreshed.
fn timer_is_listed(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let listed = shared(context)
        .event_loop
        .borrow()
        .timer_is_listed(id(arguments, 0));
    Ok(listed.into())
}

/// `(fire, immediate, callback)`, gives the task's number.
fn set_immediate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shown = callable(arguments.get_or_undefined(2))?;
    let call = FunctionCall {
        keep: false,
        ..method_call(arguments, 0)?
    };
    let task = task_for(TaskKind::Immediate, &shown, call, context);
    shared(context).event_loop.borrow_mut().set_immediate(task);
    Ok(task.0.into())
}

fn clear_immediate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let task = id(arguments, 0);
    let shared = shared(context);
    shared.materialize(context);
    shared.event_loop.borrow_mut().clear_immediate(task);
    shared.callbacks.borrow_mut().remove(&task);
    Ok(JsValue::undefined())
}

fn set_immediate_ref(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let refed = arguments.get_or_undefined(1).to_boolean();
    shared(context)
        .event_loop
        .borrow_mut()
        .set_immediate_ref(id(arguments, 0), refed);
    Ok(JsValue::undefined())
}
