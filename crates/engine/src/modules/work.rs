//! Work for the thread pool that is no file operation: `crypto` and `zlib`, one round trip each (6.1, 6.3).

use super::pool_size;
use crate::clock;
use crate::globals::{Native, callable, text_of};
use crate::latency;
use crate::shared::{Callback, FunctionCall, Shared, shared};
use boa_engine::{Context, JsArgs, JsResult, JsValue};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{TaskKind, VirtualTime};
use std::rc::Rc;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("submitWork", submit), ("spend", spend)];

/// What the scenario's world says that this takes, or what is typical.
fn latency(shared: &Shared, shown: &str, typical: &JsValue) -> VirtualTime {
    let typical = typical.as_number().unwrap_or(0.0).max(1.0) as u64;
    let given = latency::of_call(shared, &[shown.to_owned()]);
    given.unwrap_or(VirtualTime::from_micros(typical))
}

/// `(callback, shown, microseconds)`: `callback` is called once a thread has worked for so long.
fn submit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let call = FunctionCall {
        function: callable(arguments.get_or_undefined(0))?,
        this: JsValue::undefined(),
        arguments: Vec::new(),
        keep: false,
    };
    let shown = text_of(arguments.get_or_undefined(1));
    let shared = shared(context);
    pool_size::settle(context)?;
    let trips = vec![Trip {
        operation: shown.clone(),
        latency: latency(&shared, &shown, arguments.get_or_undefined(2)),
    }];
    let task = shared.create_task(TaskKind::Io, shown, context);
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Function(Rc::new(call)));
    let site = shared.recorder.borrow().site;
    shared
        .event_loop
        .borrow_mut()
        .submit_io(IoRequest { task, site, trips });
    Ok(JsValue::undefined())
}

/// `(shown, microseconds)`: the work is done at once and blocks for so long.
fn spend(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shown = text_of(arguments.get_or_undefined(0));
    let shared = shared(context);
    let time = latency(&shared, &shown, arguments.get_or_undefined(1));
    clock::block(&shared, time);
    Ok(JsValue::undefined())
}
