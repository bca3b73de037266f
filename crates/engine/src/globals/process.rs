//! What the `process` object needs: output, the clock, the end.

use super::{Native, text_of};
use crate::clock;
use crate::errors::{self, Refusal};
use crate::probes;
use crate::shared::shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsString, JsValue, js_string};
use loopscope_model::VirtualTime;
use loopscope_model::event::{Ending, Stream};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("write", write),
    ("exit", exit),
    ("refuse", refuse),
    ("now", now),
    ("dateNow", date_now),
    ("loopTimes", loop_times),
    ("facts", facts),
];

/// Where the executable would be.
const EXEC_PATH: &str = "/usr/local/bin/node";

/// `(toStdout, text)`.
fn write(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let stream = if arguments.get_or_undefined(0).to_boolean() {
        Stream::Stdout
    } else {
        Stream::Stderr
    };
    let text = text_of(arguments.get_or_undefined(1));
    if !text.is_empty() {
        shared(context).write(stream, text, context);
    }
    Ok(JsValue::undefined())
}

/// `(code)`: ends the process; nothing of the program runs any more (9.2).
fn exit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let code = arguments.get_or_undefined(0).as_number().unwrap_or(0.0);
    // As the kernel: eight bits of the code reach the parent.
    let shared = shared(context);
    shared.end(Ending::Exited((code as i64 & 0xff) as i32));
    Err(probes::halt(&shared))
}

/// `(what, hint)`.
fn refuse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (what, hint) = (
        text_of(arguments.get_or_undefined(0)),
        text_of(arguments.get_or_undefined(1)),
    );
    Err(errors::refuse(
        context,
        Refusal {
            what: &what,
            hint: &hint,
        },
    ))
}

/// Virtual nanoseconds since the process began.
fn now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok((clock::read(&shared(context)).0 as f64).into())
}

/// `[loopStart, idle]` in virtual milliseconds: when the loop was entered (-1: not yet), how long it has waited in poll.
fn loop_times(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let times = {
        let shared = shared(context);
        let event_loop = shared.event_loop.borrow();
        let ms = |time: VirtualTime| time.0 as f64 / 1e6;
        [event_loop.loop_start.map_or(-1.0, ms), ms(event_loop.idle)]
    };
    Ok(JsArray::from_iter(times.map(JsValue::from), context).into())
}

/// Virtual milliseconds since the epoch.
fn date_now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let now = clock::read(&shared).millis() + shared.scenario.world.epoch_ms;
    Ok((now as f64).into())
}

/// What is known of the process from the beginning.
fn facts(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let scenario = &shared.scenario;
    let env = JsObject::with_object_proto(context.intrinsics());
    for (name, value) in [
        ("PATH", "/usr/local/bin:/usr/bin:/bin"),
        ("HOME", "/home/node"),
    ] {
        env.set(JsString::from(name), JsString::from(value), true, context)?;
    }
    let facts = JsObject::with_object_proto(context.intrinsics());
    let texts = [
        ("version", scenario.node.release().to_owned()),
        ("cwd", scenario.world.cwd.clone()),
        ("main", scenario.absolute(&scenario.main)),
        ("execPath", EXEC_PATH.to_owned()),
    ];
    for (name, text) in texts {
        facts.set(JsString::from(name), JsString::from(text), true, context)?;
    }
    facts.set(js_string!("env"), env, true, context)?;
    Ok(facts.into())
}
