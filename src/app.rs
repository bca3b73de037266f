//! The component that holds the state: takes actions in, has effects done, and hands out what is drawn.

use crate::effects::browser::{self, document, window};
use crate::effects::{Due, Services, storage};
use crate::motion::Motion;
use crate::state::{self, Action, State};
use crate::view::{self, Bundle, Shown};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent};
use yew::{Callback, Component, Context, Html};

/// The page.
pub struct App {
    state: State,
    services: Services,
    shown: Shown,
    dispatch: Callback<Action>,
    bundle: Option<Bundle>,
    motion: Motion,
    /// Which recording and which step is on screen.
    drawn: (u32, u32),
    /// Whether the sheet of keys is open.
    helped: bool,
    /// How much the console says: recording, lines, whether there is an end.
    printed: (u32, usize, bool),
    _listeners: [Closure<dyn Fn(Event)>; 3],
}

/// What the page is told.
pub enum Message {
    /// Something happened.
    Action(Action),
    /// Something that was put off is due.
    Due(Due),
    /// The editor's bundle is there.
    Bundle(JsValue),
    /// A key was pressed.
    Key(KeyboardEvent),
    /// The address has another fragment.
    Fragment,
    /// The page may be about to go.
    Leave,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<App>) -> App {
        let link = ctx.link();
        let dispatch = link.callback(Message::Action);
        dispatch.emit(Action::Started(storage::startup(browser::fragment())));
        let services = Services::new(
            dispatch.clone(),
            link.callback(Message::Due),
            link.callback(Message::Bundle),
        );
        let state = State::default();
        App {
            shown: Shown::of(&state),
            state,
            services,
            dispatch,
            bundle: None,
            motion: Motion::default(),
            drawn: (0, 0),
            helped: false,
            printed: (0, 0, false),
            _listeners: listen(link),
        }
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        match message {
            Message::Action(action) => self.take(action),
            Message::Due(due) => {
                self.services.perform_due(due, &self.state);
                return false;
            }
            Message::Leave => {
                self.services.leave(&self.state);
                return false;
            }
            Message::Bundle(bundle) => self.bundle = Some(Bundle(Rc::new(bundle))),
            Message::Key(event) => {
                let (key, place) = (browser::key_of(&event), browser::place_of(&event));
                let Some(action) = state::action_of(&self.state, &key, place) else {
                    return false;
                };
                event.prevent_default();
                self.take(action);
            }
            Message::Fragment => {
                let fragment = browser::fragment();
                if !self.services.is_news(&fragment) {
                    return false;
                }
                ctx.link()
                    .send_message(Message::Action(Action::AddressChanged(fragment)));
                return false;
            }
        }
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        view::page(
            &self.state,
            &self.shown,
            &self.services.editor,
            self.bundle.as_ref(),
            &self.dispatch,
        )
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        let key = self.shown.step_key();
        if key != self.drawn {
            self.drawn = key;
            let picture = &self.shown.picture;
            let printed = (key.0, picture.console_len, picture.ending.is_some());
            if printed != self.printed {
                self.printed = printed;
                // The last line that is printed is the one to be seen.
                browser::scroll_to_end(".console-body");
            }
            self.motion.after(key.0, &self.shown.picture);
        }
        if self.helped != self.state.help {
            self.helped = self.state.help;
            browser::show_dialog(self.helped);
        }
    }
}

impl App {
    fn take(&mut self, action: Action) {
        let (state, effects) = state::reduce(std::mem::take(&mut self.state), action);
        self.state = state;
        for effect in effects {
            self.services.perform(effect, &self.state);
        }
        self.shown.update(&self.state);
        let picture = &self.shown.picture;
        self.motion.before(self.shown.step_key().0, picture);
        self.services.report(&self.state);
    }
}

/// Keys and the address reach the page wherever they happen.
fn listen(link: &yew::html::Scope<App>) -> [Closure<dyn Fn(Event)>; 3] {
    let keys = link.clone();
    let keys = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if !event.default_prevented()
            && let Ok(event) = event.dyn_into::<KeyboardEvent>()
        {
            keys.send_message(Message::Key(event));
        }
    });
    let fragments = link.clone();
    let fragments =
        Closure::<dyn Fn(Event)>::new(move |_| fragments.send_message(Message::Fragment));
    let leave = link.clone();
    let leave = Closure::<dyn Fn(Event)>::new(move |_| leave.send_message(Message::Leave));
    let add = |target: &web_sys::EventTarget, event: &str, listener: &Closure<dyn Fn(Event)>| {
        target
            .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
            .expect_throw("the page takes listeners");
    };
    add(&document(), "keydown", &keys);
    add(&window(), "popstate", &fragments);
    add(&window(), "hashchange", &fragments);
    add(&window(), "pagehide", &leave);
    [keys, fragments, leave]
}
