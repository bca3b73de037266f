//! The page around the frame: what it is told, and what it may ask for.
//!
//! A frame of opaque origin has nothing to tell one host from another, and nothing that a host could take: so anybody who
//! holds the frame may connect. The frame says hello to its parent, the parent answers with a port, and everything else
//! goes through that. Each message is an object with a `type`; the version of the protocol is in the greeting alone.

use super::browser::{self, window};
use crate::state::{Action, Frame, RunStatus, State};
use js_sys::{Object, Reflect};
use loopscope_model::event::Stream;
use loopscope_model::{Scenario, anchor, link, picture};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, MessagePort};
use yew::Callback;

/// The version of what is said.
const PROTOCOL: u32 = 1;

/// A page that answers at all answers soon.
const PATIENCE: u32 = 5000;

thread_local! {
    /// The port, for whoever asks for the engine; and who waits for it.
    static ENGINE: RefCell<Engine> = RefCell::default();
}

#[derive(Default)]
struct Engine {
    port: Option<MessagePort>,
    waiting: Option<js_sys::Function>,
    /// The page around the frame has said that it is on its way, however long that takes.
    coming: bool,
}

/// The bytes of the engine at this address, if the page around the frame fetches them: once for all its frames.
pub async fn engine(url: &str) -> Option<js_sys::ArrayBuffer> {
    let port = ENGINE.with_borrow(|engine| engine.port.clone())?;
    let answer = js_sys::Promise::new(&mut |resolve, _| {
        let late = resolve.clone();
        gloo_timers::callback::Timeout::new(PATIENCE, move || {
            // To settle a promise again does nothing.
            if !ENGINE.with_borrow(|engine| engine.coming) {
                let _ = late.call1(&JsValue::NULL, &JsValue::NULL);
            }
        })
        .forget();
        ENGINE.with_borrow_mut(|engine| engine.waiting = Some(resolve));
    });
    let question = Object::new();
    set(&question, "type", &"engine".into());
    set(&question, "url", &url.into());
    port.post_message(&question).ok()?;
    let blob = JsFuture::from(answer).await.ok()?.dyn_into::<Blob>().ok()?;
    let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
    bytes.dyn_into().ok()
}

/// The connection to the page around the frame; where there is none, nothing is said.
pub struct Host {
    port: Rc<RefCell<Option<MessagePort>>>,
    /// What has been told: recording, step, whether a run was under way, how much was printed.
    told: Told,
    _on_message: Option<Closure<dyn Fn(MessageEvent)>>,
    _on_seen: Option<Closure<dyn Fn(web_sys::CustomEvent)>>,
}

#[derive(Default, PartialEq, Clone, Copy)]
struct Told {
    connected: bool,
    ready: bool,
    generation: u32,
    step: u32,
    busy: bool,
    printed: usize,
    height: u32,
}

impl Host {
    /// Greets the page around the frame, if this is a frame.
    pub fn new(tell: Callback<Action>) -> Host {
        let port = Rc::new(RefCell::new(None));
        let (mut on_message, mut on_seen) = (None, None);
        if browser::frame_query().is_some() {
            let seen = tell.clone();
            let closure =
                Closure::<dyn Fn(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
                    seen.emit(Action::Seen(event.detail().is_truthy()));
                });
            listen("loopscope-seen", closure.as_ref());
            // It may have been seen before the page's Wasm was there.
            if browser::is_seen() {
                tell.emit(Action::Seen(true));
            }
            on_seen = Some(closure);
            on_message = connect(&port, tell);
        }
        Host {
            port,
            told: Told::default(),
            _on_message: on_message,
            _on_seen: on_seen,
        }
    }

    /// Tells the page around the frame what has changed.
    pub fn report(&mut self, state: &State) {
        let Some(frame) = &state.frame else {
            return;
        };
        let connected = self.port.borrow().is_some();
        let recording = state.recording.as_ref().filter(|r| r.last_step() > 0);
        let now = Told {
            connected,
            ready: state.draft.is_some(),
            generation: state.generation,
            step: state.step,
            busy: state.run.busy(),
            printed: recording.map_or(0, |recording| recording.outputs().len()),
            height: wished_height(state, frame),
        };
        if !connected || now == self.told {
            return;
        }
        let before = std::mem::replace(&mut self.told, now);
        if now.ready && !before.ready {
            self.say("ready", &[("protocol", PROTOCOL.into())]);
        }
        if now.height != before.height {
            self.say("resize", &[("height", now.height.into())]);
        }
        if now.busy && !before.busy {
            self.say("run", &[("state", "started".into())]);
        }
        let Some(recording) = recording else {
            return;
        };
        let from = if now.generation == before.generation {
            before.printed
        } else {
            0
        };
        for line in (from..now.printed).filter_map(|n| picture::console_line(recording, n)) {
            let stream = match line.stream {
                Stream::Stdout => "stdout",
                Stream::Stderr => "stderr",
            };
            let fields = [
                ("stream", stream.into()),
                ("text", line.text.as_str().into()),
                ("step", line.step.into()),
            ];
            self.say("output", &fields);
        }
        if before.busy && !now.busy && state.run.status == RunStatus::Idle {
            for problem in recording.problems() {
                let line = problem.place.as_ref().map(|place| place.span.line);
                let fields = [
                    ("message", problem.message.as_str().into()),
                    ("line", line.map_or(JsValue::NULL, JsValue::from)),
                ];
                self.say("error", &fields);
            }
            let ending = picture::picture(recording, recording.last_step()).ending;
            let ending = ending.map_or(String::new(), |ending| ending.headline);
            self.say(
                "run",
                &[
                    ("state", "ended".into()),
                    ("ending", ending.as_str().into()),
                ],
            );
        }
        if (now.step, now.generation) != (before.step, before.generation) {
            let anchor = anchor::anchor_of(recording, state.step).to_string();
            let fields = [
                ("step", state.step.into()),
                ("last", recording.last_step().into()),
                ("at", anchor.as_str().into()),
            ];
            self.say("step", &fields);
        }
    }

    /// The browser does not let the frame open a page: the one around it may.
    pub fn open(&self, fragment: &str) {
        let url = browser::page_address(fragment);
        self.say("open", &[("url", url.as_str().into())]);
    }

    fn say(&self, kind: &str, fields: &[(&str, JsValue)]) {
        let Some(port) = &*self.port.borrow() else {
            return;
        };
        let message = Object::new();
        set(&message, "type", &kind.into());
        for (name, value) in fields {
            set(&message, name, value);
        }
        // Texts and numbers can always be cloned.
        let _ = port.post_message(&message);
    }
}

/// Says hello, and takes the port of the first parent that answers.
fn connect(
    port: &Rc<RefCell<Option<MessagePort>>>,
    tell: Callback<Action>,
) -> Option<Closure<dyn Fn(MessageEvent)>> {
    let parent = window().parent().ok().flatten()?;
    if parent == window() {
        return None;
    }
    let expected: JsValue = parent.clone().into();
    let taken = port.clone();
    let on_command = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        command(&event.data(), &tell);
    });
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let from: JsValue = event.source().into();
        let hello = Reflect::get(&event.data(), &"loopscope".into()).unwrap_or_default();
        if from != expected
            || hello.as_f64() != Some(f64::from(PROTOCOL))
            || taken.borrow().is_some()
        {
            return;
        }
        let Ok(port) = event.ports().get(0).dyn_into::<MessagePort>() else {
            return;
        };
        port.set_onmessage(Some(on_command.as_ref().unchecked_ref()));
        ENGINE.with_borrow_mut(|engine| engine.port = Some(port.clone()));
        *taken.borrow_mut() = Some(port);
    });
    listen("message", closure.as_ref());
    let hello = Object::new();
    set(&hello, "loopscope", &PROTOCOL.into());
    // Who the parent is cannot be known yet, and the greeting says nothing.
    let _ = parent.post_message(&hello, "*");
    Some(closure)
}

/// What the page around the frame asks for. What is not understood is told to the reader: its author looks at it.
fn command(data: &JsValue, tell: &Callback<Action>) {
    let text = |name: &str| {
        let value = Reflect::get(data, &name.into()).unwrap_or_default();
        value.as_string()
    };
    let flag = |name: &str| Reflect::get(data, &name.into()).is_ok_and(|value| value.is_truthy());
    let action = match text("type").unwrap_or_default().as_str() {
        "load" => loaded(&text).map(|scenario| {
            let at = text("at").and_then(|place| place.parse().ok());
            Action::Load(Box::new(scenario), flag("run"), at)
        }),
        "run" => Ok(Action::Run(flag("end"))),
        "engine" => {
            let blob = Reflect::get(data, &"blob".into()).unwrap_or_default();
            let waiting = ENGINE.with_borrow_mut(|engine| {
                engine.coming = blob.is_undefined();
                (!engine.coming).then(|| engine.waiting.take()).flatten()
            });
            if let Some(waiting) = waiting {
                // To settle a promise does not fail.
                let _ = waiting.call1(&JsValue::NULL, &blob);
            }
            return;
        }
        "seek" => {
            let place = text("at").unwrap_or_default().parse::<anchor::Anchor>();
            place.map(Action::GoTo).map_err(|error| error.to_string())
        }
        "theme" => {
            let (frame, faults) =
                Frame::parse(&format!("theme={}", text("theme").unwrap_or_default()));
            faults
                .into_iter()
                .next()
                .map_or(Ok(Action::SetTheme(frame.theme)), Err)
        }
        other => Err(format!(
            "there is no command “{other}”: use load, run, seek or theme"
        )),
    };
    tell.emit(action.unwrap_or_else(|why| {
        Action::Tell(format!(
            "The page around this frame asks for something that cannot be done: {why}."
        ))
    }));
}

fn loaded(text: &impl Fn(&str) -> Option<String>) -> Result<Scenario, String> {
    if let Some(fragment) = text("link") {
        let fragment = fragment
            .split_once('#')
            .map_or(fragment.as_str(), |(_, rest)| rest);
        let linked = link::decode(fragment).map_err(|error| error.to_string())?;
        return Ok(linked.scenario);
    }
    let program = text("program").ok_or("load needs a program or a link")?;
    let mut scenario = Scenario::of_program(program);
    scenario.title = text("title").unwrap_or_default();
    Ok(scenario)
}

/// How tall the frame would like to be, in CSS pixels: as tall as its program, within reason.
fn wished_height(state: &State, frame: &Frame) -> u32 {
    use crate::state::Layout;
    let lines = state
        .draft
        .as_ref()
        .map_or(0, |draft| draft.text().lines().count() as u32);
    let code = (lines + 1) * 19 + 30;
    match frame.layout {
        Layout::Compact => (code + 74 + 40).clamp(300, 460),
        Layout::Full => 900,
        Layout::Stage => 420,
        Layout::Code => (code + 120 + 40).clamp(220, 640),
        Layout::Console => 220,
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // An object takes fields.
    let _ = Reflect::set(object, &name.into(), value);
}

fn listen(event: &str, listener: &JsValue) {
    // A window takes listeners.
    let _ = window().add_event_listener_with_callback(event, listener.unchecked_ref());
}
