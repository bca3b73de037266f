//! Waiting for something that another module knows the result of already: `dns`, of which only the time it takes is
//! modelled.

use crate::globals::{Native, callable, text_of};
use crate::latency;
use crate::outside::hosts;
use crate::shared::{Callback, Shared, shared};
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{TaskId, TaskKind, VirtualTime};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("poolWait", pool_wait),
    ("networkWait", pool_wait),
    ("hostAddress", host_address),
];

/// Looking up a name of this host; another one takes longer.
const LOCAL: VirtualTime = VirtualTime::from_micros(200);
const REMOTE: VirtualTime = VirtualTime::from_millis(5);

/// An operation of the pool that calls a function is done after its one trip. Gives nothing for others.
pub fn perform(shared: &Shared, task: TaskId) -> Option<bool> {
    match shared.callbacks.borrow().get(&task) {
        Some(Callback::Function(_)) => Some(true),
        _ => None,
    }
}

/// `(operation, target, callback)`: calls back after a trip through the pool.
fn pool_wait(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let operation = text_of(arguments.get_or_undefined(0));
    let target = text_of(arguments.get_or_undefined(1));
    let function = callable(arguments.get_or_undefined(2))?;
    let shared = shared(context);
    let name = format!("{operation} {target}");
    let typical = if target == "localhost" { LOCAL } else { REMOTE };
    let latency = latency::of_call(&shared, &[name.clone(), operation]).unwrap_or(typical);
    let task = shared.create_task(TaskKind::Io, name.clone(), context);
    shared.set_callback(task, function, Vec::new());
    let site = shared.recorder.borrow().site;
    let trips = vec![Trip {
        operation: name,
        latency,
    }];
    let request = IoRequest { task, site, trips };
    shared.event_loop.borrow_mut().submit_io(request);
    Ok(JsValue::undefined())
}

/// `(name)`: the address of a host; null if there is none of that name, undefined if the scenario does not say.
fn host_address(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text_of(arguments.get_or_undefined(0)).to_ascii_lowercase();
    Ok(match name.as_str() {
        "localhost" | "localhost." => JsString::from("127.0.0.1").into(),
        // RFC 6761: such names never exist.
        name if name.ends_with(".invalid") => JsValue::null(),
        name => match hosts::address(&shared(context), name) {
            None => JsValue::undefined(),
            Some(address) if address.is_empty() => JsValue::null(),
            Some(address) => JsString::from(address).into(),
        },
    })
}
