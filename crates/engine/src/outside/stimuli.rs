//! What the scenario sends to the process: requests, input, signals, events.

use super::Peer;
use crate::globals::{Native, text_of};
use crate::http1::{Head, Kind, Parser, Piece};
use crate::modules::handles;
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_event_loop::kernel::{Outgoing, signals};
use loopscope_model::scenario::outside::{Stimulus, StimulusKind};
use loopscope_model::{EventKind, HandleId, HandleKind, VirtualTime};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("openStdin", open_stdin),
    ("openEvents", open_events),
    ("eventOf", event_of),
    ("targets", targets),
    ("signalName", signal_name),
    ("signalNumber", signal_number),
    ("raise", raise),
];

fn time(stimulus: &Stimulus) -> VirtualTime {
    VirtualTime::from_micros(stimulus.at)
}

/// Plans what reaches the process whether it listens or not.
pub fn plan(shared: &Shared) {
    let mut event_loop = shared.event_loop.borrow_mut();
    for stimulus in &shared.scenario.outside.stimuli {
        let act = match &stimulus.what {
            StimulusKind::Request { method, path, body } => {
                let name = stimulus.what.to_string();
                Act::Visit(name, 0, request(method, path, body))
            }
            StimulusKind::Signal(name) => Act::Signal(name.clone()),
            _ => continue,
        };
        event_loop.plan(time(stimulus), act);
    }
}

fn request(method: &str, path: &str, body: &str) -> Vec<u8> {
    let length = match body {
        "" => String::new(),
        body => format!("Content-Length: {}\r\n", body.len()),
    };
    format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: loopscope\r\nAccept: */*\r\n{length}Connection: close\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The other end of a connection that the process accepted.
pub(super) fn visitor(shared: &Shared, handle: HandleId) -> Peer {
    match shared.event_loop.borrow().visitor(handle) {
        Some(name) => Peer::Visitor(name, Parser::new(Kind::Response), String::new()),
        None => Peer::Pipe,
    }
}

/// The process answers somebody outside: the log is told, and the visitor goes.
pub(super) fn hear(
    shared: &Shared,
    handle: HandleId,
    (name, mut parser, mut body): (String, Parser, String),
    said: &Outgoing,
) -> Option<Peer> {
    let over = match said {
        Outgoing::Bytes(bytes) => read(&mut parser, bytes, &mut body),
        Outgoing::End => parser
            .finish()
            .is_some_and(|piece| matches!(piece, Piece::Complete(_))),
        Outgoing::Close | Outgoing::Connect(..) => false,
    };
    let mut event_loop = shared.event_loop.borrow_mut();
    if over {
        event_loop.record(EventKind::Stimulus(format!("answer to {name}: {body}")));
    }
    if over || *said == Outgoing::End {
        let now = event_loop.now();
        event_loop.plan(now, Act::End(handle));
    }
    Some(Peer::Visitor(name, parser, body))
}

/// Takes what has come of a response; says whether it is whole.
fn read(parser: &mut Parser, mut bytes: &[u8], body: &mut String) -> bool {
    let mut over = false;
    while let Some(piece) = parser.next(bytes) {
        bytes = &[];
        match piece {
            Piece::Head(Head { status, reason, .. }) => *body = format!("{status} {reason} "),
            Piece::Body(bytes) => body.push_str(&String::from_utf8_lossy(&bytes)),
            Piece::Complete(_) => over = true,
            Piece::Error(..) => break,
        }
    }
    over
}

/// Opens standard input, and gives its handle: lines that were sent before wait in it.
fn open_stdin(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let site = shared.recorder.borrow().site;
    let mut event_loop = shared.event_loop.borrow_mut();
    let handle = event_loop.open_pipe("standard input".to_owned(), site);
    let now = event_loop.now();
    for stimulus in &shared.scenario.outside.stimuli {
        let act = match &stimulus.what {
            StimulusKind::Line(line) => Act::Bytes(handle, format!("{line}\n").into_bytes()),
            StimulusKind::EndOfInput => Act::End(handle),
            _ => continue,
        };
        match time(stimulus) {
            at if at <= now => event_loop.act(act),
            at => event_loop.plan(at, act),
        }
    }
    Ok(handle.0.into())
}

/// `(owner)`: it is told of each event that the scenario dispatches, by its place among the stimuli.
fn open_events(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let names = shared.scenario.outside.targets.join(", ");
    let handle = shared.event_loop.borrow_mut().open_channel(
        HandleKind::Port,
        format!("events on {names}"),
        None,
    );
    handles::own(&shared, handle, arguments.get_or_undefined(0))?;
    let mut event_loop = shared.event_loop.borrow_mut();
    for (number, stimulus) in shared.scenario.outside.stimuli.iter().enumerate() {
        if matches!(stimulus.what, StimulusKind::Event { .. }) {
            event_loop.plan(time(stimulus), Act::Call(handle, number as u64));
        }
    }
    Ok(JsValue::undefined())
}

/// `(number)`: gives the target and the type of an event.
fn event_of(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let number = arguments.get_or_undefined(0).as_number().unwrap_or(0.0) as usize;
    let stimulus = shared.scenario.outside.stimuli.get(number).map(|s| &s.what);
    let Some(StimulusKind::Event { target, kind }) = stimulus else {
        return Ok(JsValue::undefined());
    };
    let texts = [target, kind].map(|text| JsValue::from(JsString::from(text.as_str())));
    Ok(JsArray::from_iter(texts, context).into())
}

/// Gives the names of the targets of events.
fn targets(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let names = shared.scenario.outside.targets.iter();
    let names: Vec<JsValue> = names.map(|n| JsString::from(n.as_str()).into()).collect();
    Ok(JsArray::from_iter(names, context).into())
}

/// `(name or number)`: gives the name of a signal, or undefined.
fn signal_name(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    let name = match value.as_number() {
        Some(number) => signals::name(number as i32).map(str::to_owned),
        None => Some(text_of(value)).filter(|name| signals::number(name).is_some()),
    };
    Ok(name.map_or(JsValue::undefined(), |name| JsString::from(name).into()))
}

/// `(name)`: gives the number of a signal, or undefined.
fn signal_number(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let number = signals::number(&text_of(arguments.get_or_undefined(0)));
    Ok(number.map_or(JsValue::undefined(), JsValue::from))
}

/// `(name)`: the process sends a signal to itself.
fn raise(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let name = text_of(arguments.get_or_undefined(0));
    shared.event_loop.borrow_mut().act(Act::Signal(name));
    Ok(JsValue::undefined())
}
