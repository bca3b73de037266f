//! Work for the thread pool that is no file operation: `crypto` and `zlib`, one round trip each (6.1, 6.3).

use crate::clock;
use crate::globals::{Native, callable, text_of};
use crate::shared::{Callback, FunctionCall, Shared, shared};
use boa_engine::{Context, JsArgs, JsResult, JsValue, js_string};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{TaskKind, VirtualTime};
use std::rc::Rc;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("submitWork", submit), ("spend", spend)];

/// The pool is about to be used: at the first time `process.env.UV_THREADPOOL_SIZE` says how many threads it has (6.1).
///
/// # Errors
/// What an accessor of the program's throws.
pub fn size_pool(shared: &Shared, context: &mut Context) -> JsResult<()> {
    let Some(env) = shared.env.borrow_mut().take() else {
        return Ok(());
    };
    let size = env.get(js_string!("UV_THREADPOOL_SIZE"), context)?;
    if let Some(size) = size.as_string() {
        // As C's `atoi`: the digits at the beginning, otherwise 0, which libuv takes for 1.
        let text = size.to_std_string_lossy();
        let digits: String = text
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let size = digits.parse().unwrap_or(0);
        shared.event_loop.borrow_mut().resize_pool(size);
    }
    Ok(())
}

/// What the scenario's world says that this takes, or what is typical.
fn latency(shared: &Shared, shown: &str, typical: &JsValue) -> VirtualTime {
    let given = shared.scenario.world.latencies.get(shown).copied();
    let typical = typical.as_number().unwrap_or(0.0).max(1.0) as u64;
    VirtualTime::from_micros(given.unwrap_or(typical))
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
    size_pool(&shared, context)?;
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
