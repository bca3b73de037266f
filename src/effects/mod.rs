//! Doing what the state asks for: the one place from which the browser is touched on its behalf.

pub mod browser;
pub mod fetch;
pub mod host;
pub mod storage;

use crate::editor::EditorHandle;
use crate::state::{self, Action, Effect, State};
use crate::worker::WorkerClient;
use gloo_timers::callback::Timeout;
use host::Host;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The address says where the reader is once there has been no step for so many milliseconds: setting it takes as long as a
/// step, and browsers limit how often it may be done.
const ADDRESS_DELAY: u32 = 250;

/// A draft is kept so many milliseconds after a change.
const SAVE_DELAY: u32 = 300;

/// Who has not typed for so many milliseconds has paused.
const TYPING_PAUSE: u32 = 400;

/// A message that needs no answer is put away after so many milliseconds.
const READING_TIME: u32 = 6000;

/// Engine and editor are asked for so many milliseconds after the first picture: by then it has been painted.
const PAINTED: u32 = 60;

/// What is said later, once a pause is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The address is to say what is seen.
    Address,
    /// The drafts are to be kept.
    Drafts,
    /// There is a picture: what it did not need is to be fetched.
    Rest,
}

/// The services behind the effects.
pub struct Services {
    /// The editor on screen.
    pub editor: EditorHandle,
    tell: Callback<Action>,
    due: Callback<Due>,
    bundle: Callback<JsValue>,
    worker: WorkerClient,
    host: Host,
    tick: Option<Timeout>,
    address: Option<Timeout>,
    save: Option<Timeout>,
    typing: Option<Timeout>,
    /// What is fetched when the picture is there that is on its way.
    rest: Vec<Effect>,
    /// The fragment that the page itself wrote, or has taken in.
    known_fragment: String,
}

impl Services {
    /// Services that report by `tell`, are reminded by `due`, and hand the editor's bundle to `bundle`.
    pub fn new(tell: Callback<Action>, due: Callback<Due>, bundle: Callback<JsValue>) -> Services {
        Services {
            editor: EditorHandle::default(),
            worker: WorkerClient::new(tell.clone()),
            host: Host::new(tell.clone()),
            tell,
            due,
            bundle,
            tick: None,
            address: None,
            save: None,
            typing: None,
            rest: Vec::new(),
            known_fragment: browser::fragment(),
        }
    }

    /// Does one thing. `state` is the state that asked for it.
    pub fn perform(&mut self, effect: Effect, state: &State) {
        let tell = self.tell.clone();
        match effect {
            Effect::FetchManifest => spawn_local(async move {
                tell.emit(Action::ManifestLoaded(fetch::manifest().await));
            }),
            Effect::FetchTrace(name, file) => spawn_local(async move {
                let result = fetch::trace(&file).await;
                tell.emit(Action::TraceLoaded { name, result });
            }),
            // The first picture needs neither: they would share the line with what it does need.
            Effect::FetchEngine(_) | Effect::FetchEditor(_) if state.fetching.is_some() => {
                self.rest.push(effect);
            }
            Effect::FetchEngine(manifest) => self.worker.load(manifest),
            Effect::FetchEditor(name) => self.fetch_editor(&name),
            Effect::Sleep => self.worker.sleep(),
            Effect::RetryEngine => self.worker.retry(),
            Effect::StartRun(run, scenario) => self.worker.start(run, *scenario),
            Effect::CancelRun => self.worker.cancel(),
            Effect::ScheduleTick(ms) => {
                self.tick = Some(Timeout::new(ms, move || tell.emit(Action::PlayTick)));
            }
            Effect::CancelTick => self.tick = None,
            Effect::AwaitPause => {
                self.typing = Some(Timeout::new(TYPING_PAUSE, move || {
                    tell.emit(Action::TypingPaused);
                }));
            }
            Effect::UpdateAddress => {
                let due = self.due.clone();
                self.address = Some(Timeout::new(ADDRESS_DELAY, move || due.emit(Due::Address)));
            }
            Effect::OpenOutside(fragment) => {
                if !browser::open_outside(&fragment) {
                    self.host.open(&fragment);
                    browser::copy_link(&fragment, tell);
                }
            }
            Effect::PushAddress => self.set_address(state, true),
            // A frame keeps nothing.
            Effect::SaveDrafts | Effect::SaveSetting(..) if state.frame.is_some() => {}
            Effect::SaveDrafts => {
                let due = self.due.clone();
                self.save = Some(Timeout::new(SAVE_DELAY, move || due.emit(Due::Drafts)));
            }
            Effect::SaveSetting(name, value) => {
                storage::write(name, value);
            }
            Effect::CopyLink(fragment) => browser::copy_link(&fragment, tell),
            Effect::Share(fragment) => {
                if let Some(draft) = &state.draft {
                    let alone = state::is_alone(&draft.scenario, &fragment);
                    browser::share(&fragment, &draft.scenario, alone);
                }
            }
            Effect::DismissLater(id) => {
                Timeout::new(READING_TIME, move || tell.emit(Action::Dismiss(id))).forget();
            }
            Effect::ApplyTheme(theme) => browser::apply_theme(theme),
            Effect::ApplyProjector(large) => browser::apply_projector(large),
            Effect::FocusEditor => self.editor.with(|editor| editor.focus()),
            Effect::FocusTransport => browser::focus("[data-focus=transport]"),
            Effect::GoToLine(line) => self.editor.with(|editor| {
                editor.go_to(line);
                editor.focus();
            }),
        }
    }

    /// The state has changed: the page around the frame is told, and what had to wait goes on.
    pub fn report(&mut self, state: &State) {
        if state.fetching.is_none() && !self.rest.is_empty() {
            let due = self.due.clone();
            Timeout::new(PAINTED, move || due.emit(Due::Rest)).forget();
        }
        self.host.report(state);
    }

    /// Does what was put off.
    pub fn perform_due(&mut self, due: Due, state: &State) {
        match due {
            Due::Address => {
                self.address = None;
                self.set_address(state, false);
            }
            Due::Drafts => self.save(state),
            Due::Rest => {
                for effect in std::mem::take(&mut self.rest) {
                    self.perform(effect, state);
                }
            }
        }
    }

    /// The page may be about to go: nothing is put off any longer.
    pub fn leave(&mut self, state: &State) {
        if self.save.is_some() {
            self.save(state);
        }
        if self.address.take().is_some() {
            self.set_address(state, false);
        }
    }

    /// Whether the fragment is news: not written by the page itself.
    pub fn is_news(&mut self, fragment: &str) -> bool {
        if fragment == self.known_fragment {
            return false;
        }
        fragment.clone_into(&mut self.known_fragment);
        self.address = None;
        true
    }

    fn save(&mut self, state: &State) {
        self.save = None;
        storage::write_drafts(&state.drafts);
    }

    fn set_address(&mut self, state: &State, push: bool) {
        self.address = None;
        // A frame's address is its author's.
        if state.frame.is_some() {
            return;
        }
        let Some(fragment) = state::fragment(state) else {
            return;
        };
        if fragment != self.known_fragment {
            browser::set_fragment(&fragment, push);
            self.known_fragment = fragment;
        }
    }

    fn fetch_editor(&self, name: &str) {
        let (tell, bundle) = (self.tell.clone(), self.bundle.clone());
        let url = fetch::absolute(name);
        spawn_local(async move {
            match browser::import(&url).await {
                Ok(module) => bundle.emit(module),
                // The text area stays; nothing is lost but colours.
                Err(why) => tell.emit(Action::Tell(format!(
                    "The larger editor could not be loaded ({why}). This one works as well."
                ))),
            }
        });
    }
}
