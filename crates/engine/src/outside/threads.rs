//! Worker threads: each has an interpreter and a loop of its own, on the same virtual clock.
//!
//! The main thread's loop lets them run while it waits. Of what they do its trace has what reaches it: messages, what
//! they print, errors, their ends; each is a call through a handle of the worker's.

use super::thread_output::{self, Printing};
use crate::errors::{self, Refusal};
use crate::globals::{Native, callable, text_of};
use crate::modules::{handles, kind};
use crate::process::Process;
use crate::record::{build_context, new_shared};
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue, js_string};
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_event_loop::run;
use loopscope_event_loop::thread::{Thread, Turn};
use loopscope_model::event::Ending;
use loopscope_model::{HandleId, HandleKind, ModuleKind, TaskKind, VirtualTime};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("openChannel", open_channel),
    ("callAgain", call_again),
    ("takeCalls", take_calls),
    ("endChannel", end_channel),
    ("takeMail", take_mail),
    ("startThread", start_thread),
    ("stopThread", stop_thread),
    ("sendToThread", send_to_thread),
    ("sendToParent", send_to_parent),
];

/// Starting a thread and an interpreter takes so long.
const START: VirtualTime = VirtualTime::from_millis(20);

/// Ending a thread from outside takes so long.
const STOP: VirtualTime = VirtualTime::from_micros(500);

/// A message to a worker takes so long: what the worker has printed before that is asked for first, as mostly in Node.
const TRAVEL: VirtualTime = VirtualTime::from_micros(100);

/// Something that one thread sends to another: what it is, and a value that only the sender has had.
struct Mail {
    kind: String,
    value: JsValue,
}

/// The workers of a process, and what was sent to it.
#[derive(Default)]
pub struct Threads {
    workers: Vec<Option<Box<Worker>>>,
    mail: BTreeMap<u64, Mail>,
    sent: u64,
    pub(super) printing: [Printing; 2],
}

/// What a worker knows of the thread that made it.
pub struct Parent {
    shared: Weak<Shared>,
    /// The parent's handles: for what Node says, and for messages.
    channels: [HandleId; 2],
    /// The worker's own.
    pub(super) own: [HandleId; 2],
    /// The worker's JavaScript that sends an error.
    pub(super) report: RefCell<Option<JsFunction>>,
}

struct Worker {
    shared: Rc<Shared>,
    context: Context,
    thread: Thread,
    kind: ModuleKind,
    /// When it goes on; nothing while it waits for what others do.
    next: Option<VirtualTime>,
    own: [HandleId; 2],
}

impl Worker {
    /// Lets the worker go on, and says whether it is over.
    fn go_on(&mut self, horizon: VirtualTime) -> bool {
        let mut process = Process {
            context: &mut self.context,
            shared: self.shared.clone(),
            kind: self.kind,
            sink: &mut |_| {},
        };
        match self.thread.go_on(&mut process, horizon) {
            Ok(Turn::Waits(next)) => {
                process.flush();
                self.next = next;
                return false;
            }
            Ok(Turn::Over) => {
                if run::exit(&mut process).is_ok() {
                    process.finish();
                }
            }
            Err(_) => {}
        }
        true
    }
}

/// Lets the workers run until `until`, or up to now, but not further than to the first thing that one of them does to the main
/// thread.
pub fn go_on(main: &Rc<Shared>, until: Option<VirtualTime>) {
    let now = main.event_loop.borrow().now();
    while !main.is_over() {
        let act = main.event_loop.borrow().next_act_at();
        let horizon = until
            .unwrap_or(now)
            .min(act.unwrap_or(VirtualTime(u64::MAX)));
        let next = main.threads.borrow().next(horizon);
        let Some(number) = next else { break };
        let worker = main.threads.borrow_mut().workers[number].take();
        let Some(mut worker) = worker else { break };
        if worker.go_on(horizon) {
            end(main, &worker);
            worker.shared.clear();
        } else if let Some(place) = main.threads.borrow_mut().workers.get_mut(number) {
            *place = Some(worker);
        }
    }
    main.event_loop.borrow_mut().advance_to(now);
}

impl Parent {
    /// Frees what refers to the interpreter's heap.
    pub fn clear(&self) {
        self.report.borrow_mut().take();
    }
}

impl Threads {
    /// The worker that goes on first, if that is not behind the horizon.
    fn next(&self, horizon: VirtualTime) -> Option<usize> {
        let next = |(at, worker): (usize, &Option<Box<Worker>>)| {
            let next = worker.as_ref()?.next?;
            (next <= horizon).then_some((next, at))
        };
        let workers = self.workers.iter().enumerate();
        workers.filter_map(next).min().map(|(_, at)| at)
    }
}

/// A worker is over: its parent hears of it.
fn end(main: &Rc<Shared>, worker: &Worker) {
    let ending = worker.shared.ending.borrow_mut().take();
    thread_output::flush(&worker.shared);
    match ending {
        Some(Ending::Exited(code)) => to_parent(&worker.shared, 0, "exit", code.into()),
        Some(Ending::Stopped(mut stop)) => {
            stop.place = None;
            stop.message = format!("in a worker: {}", stop.message);
            main.end(Ending::Stopped(stop));
        }
        Some(ending) => main.end(ending),
        None => to_parent(&worker.shared, 0, "exit", 0.into()),
    }
}

fn post(to: &Shared, channel: HandleId, at: VirtualTime, kind: &str, value: JsValue) {
    let mut threads = to.threads.borrow_mut();
    threads.sent += 1;
    let number = threads.sent;
    let kind = kind.to_owned();
    threads.mail.insert(number, Mail { kind, value });
    to.event_loop
        .borrow_mut()
        .plan(at, Act::Call(channel, number));
}

/// Sends something from a worker to the thread that made it.
pub fn to_parent(own: &Shared, channel: usize, kind: &str, value: JsValue) {
    let Some(parent) = own.parent.get() else {
        return;
    };
    let now = own.event_loop.borrow().now();
    own.event_loop.borrow_mut().wait_no_longer_than(now);
    if let Some(shared) = parent.shared.upgrade() {
        post(&shared, parent.channels[channel], now, kind, value);
    }
}

fn number(arguments: &[JsValue], at: usize) -> usize {
    arguments.get_or_undefined(at).as_number().unwrap_or(0.0) as usize
}

/// `(label, owner)`: a handle through which other threads call.
fn open_channel(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let label = text_of(arguments.get_or_undefined(0));
    let site = shared.recorder.borrow().site;
    let handle = shared
        .event_loop
        .borrow_mut()
        .open_channel(HandleKind::Worker, label, site);
    handles::own(&shared, handle, arguments.get_or_undefined(1))?;
    Ok(handle.0.into())
}

/// `(channel, number)`: what came too early comes again.
fn call_again(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = handles::handle_of(arguments, 0);
    let shared = shared(context);
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.call_channel(handle, number(arguments, 1) as u64);
    Ok(JsValue::undefined())
}

/// `(channel)`: the numbers of what has come and was not delivered.
fn take_calls(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = handles::handle_of(arguments, 0);
    let calls = shared(context).event_loop.borrow_mut().take_calls(handle);
    let calls = calls.into_iter().map(|number| JsValue::from(number as f64));
    Ok(JsArray::from_iter(calls, context).into())
}

/// `(channel)`: nothing will come any more.
fn end_channel(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = handles::handle_of(arguments, 0);
    shared(context).event_loop.borrow_mut().end_channel(handle);
    Ok(JsValue::undefined())
}

/// `(number)`: what was sent, as `[kind, value]`; the value's objects are of the sender's realm.
fn take_mail(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let number = number(arguments, 0) as u64;
    let mail = shared(context).threads.borrow_mut().mail.remove(&number);
    let Some(Mail { kind, value }) = mail else {
        return Ok(JsValue::undefined());
    };
    let list = [JsString::from(kind.as_str()).into(), value];
    Ok(JsArray::from_iter(list, context).into())
}

/// `(path, code, control, messages, data)`: starts a worker and gives its number. `code` is what it runs in place of a
/// file; `data` is for its set-up.
fn start_thread(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let main = shared(context);
    if main.parent.get().is_some() {
        let what = "a Worker that a Worker makes";
        let hint = "make all workers in the main thread";
        return Err(errors::refuse(context, Refusal { what, hint }));
    }
    let channels = [2, 3].map(|at| handles::handle_of(arguments, at));
    let mut scenario = main.scenario.clone();
    scenario.outside.stimuli.clear();
    scenario.main = text_of(arguments.get_or_undefined(0));
    let code = arguments.get_or_undefined(1);
    let start = {
        let mut event_loop = main.event_loop.borrow_mut();
        let typical = event_loop.now() + START;
        event_loop.paced(channels[0], typical)
    };
    let mut state = new_shared(&scenario, main.disk.borrow().host());
    state.disk = main.disk.clone();
    *state.code.borrow_mut() = code.is_string().then(|| text_of(code));
    state.explores.set(false);
    let state = Rc::new(state);
    let mut inner = build_context(&state)?;
    let kind = kind::of_main(&state).0;
    let own = {
        let mut event_loop = state.event_loop.borrow_mut();
        event_loop.create_task(TaskKind::Main, scenario.main.clone(), None);
        event_loop.advance_to(start);
        ["parent", "messages of the parent"].map(|label| {
            let handle = event_loop.open_channel(HandleKind::Port, label.to_owned(), None);
            event_loop.set_handle_ref(handle, false);
            handle
        })
    };
    let number = main.threads.borrow().workers.len();
    let parent = Parent {
        shared: Rc::downgrade(&main),
        channels,
        own,
        report: RefCell::new(None),
    };
    let _ = state.parent.set(parent);
    set_up(&mut inner, arguments.get_or_undefined(4), own)?;
    main.threads
        .borrow_mut()
        .workers
        .push(Some(Box::new(Worker {
            thread: Thread::new(kind),
            kind,
            shared: state,
            context: inner,
            next: Some(start),
            own,
        })));
    Ok((number as f64).into())
}

/// Calls the worker's own JavaScript that makes it one, and makes its owners known.
fn set_up(context: &mut Context, data: &JsValue, own: [HandleId; 2]) -> JsResult<()> {
    let shared = shared(context);
    let builtin = shared
        .hooks
        .borrow()
        .as_ref()
        .map(|h| h.builtin_module.clone());
    let Some(builtin) = builtin else {
        return Ok(());
    };
    let name = js_string!("internal/worker_setup").into();
    let set_up = builtin.call(&JsValue::undefined(), &[name], context)?;
    let arguments = [data.clone(), own[0].0.into(), own[1].0.into()];
    let owners = callable(&set_up)?.call(&JsValue::undefined(), &arguments, context)?;
    if let Some(owners) = owners.as_object() {
        for (at, handle) in own.into_iter().enumerate() {
            let owner = owners.get(at as u32, context)?;
            handles::own(&shared, handle, &owner)?;
        }
        let report = callable(&owners.get(2, context)?)?;
        if let Some(parent) = shared.parent.get() {
            parent.report.borrow_mut().replace(report);
        }
    }
    Ok(())
}

/// `(thread, channel, kind, value)`.
fn send_to_thread(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let main = shared(context);
    main.materialize(context);
    let now = main.event_loop.borrow().now();
    if let Some(Some(worker)) = main
        .threads
        .borrow_mut()
        .workers
        .get_mut(number(arguments, 0))
    {
        let which = number(arguments, 1).min(1);
        let travel = if which == 0 {
            VirtualTime::ZERO
        } else {
            TRAVEL
        };
        let at = now.max(worker.shared.event_loop.borrow().now()) + travel;
        let channel = worker.own[which];
        let kind = text_of(arguments.get_or_undefined(2));
        let value = arguments.get_or_undefined(3).clone();
        post(&worker.shared, channel, at, &kind, value);
        worker.next = Some(worker.next.map_or(at, |next| next.min(at)));
    }
    Ok(JsValue::undefined())
}

/// `(channel, kind, value)`.
fn send_to_parent(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let own = shared(context);
    let kind = text_of(arguments.get_or_undefined(1));
    let value = arguments.get_or_undefined(2).clone();
    to_parent(&own, number(arguments, 0).min(1), &kind, value);
    Ok(JsValue::undefined())
}

/// `(thread)`: the worker does nothing more.
fn stop_thread(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let main = shared(context);
    main.materialize(context);
    let worker = main
        .threads
        .borrow_mut()
        .workers
        .get_mut(number(arguments, 0))
        .and_then(Option::take);
    if let Some(worker) = worker {
        let at = main.event_loop.borrow().now() + STOP;
        if let Some(parent) = worker.shared.parent.get() {
            post(&main, parent.channels[0], at, "exit", 1.into());
        }
        worker.shared.clear();
    }
    Ok(JsValue::undefined())
}
