//! The timeline as it is looked at: which part of the axis, and what fingers, wheel and keys do with it.
//!
//! Places that come from outside are parts of the window, 0 at its left edge and 1 at its right one.

use super::{Axis, Effect, Grip, State, grip, transport, trial};
use loopscope_model::EventIndex;

/// The part of the axis that is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Where it begins on the axis.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Default for Window {
    fn default() -> Window {
        Window { from: 0.0, to: 1.0 }
    }
}

/// How the timeline is looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// What is seen of it.
    pub window: Window,
    /// Fingers, or the mouse's button, that are down: number and place in the window.
    fingers: Vec<(i32, f64)>,
    /// The end that is in the hand.
    pub grip: Option<Grip>,
    /// Where in the window it is dragged to.
    pub dragged: Option<f64>,
}

/// Something that is done to the timeline.
#[derive(Debug, Clone, PartialEq)]
pub enum LanesAction {
    /// Show more or less of it, where the place `at` of the window stays: `by` above 1 is more.
    Zoom {
        /// The place that stays; nothing for where the step is.
        at: Option<f64>,
        /// How many times as much is seen.
        by: f64,
    },
    /// Move the window by this part of itself.
    Pan(f64),
    /// A finger or a button goes down, on a grip or beside them.
    Down(i32, f64, Option<EventIndex>),
    /// It has moved.
    Drag(i32, f64),
    /// It is up again; `false` if the browser has taken it for something else.
    Up(i32, bool),
    /// Take the next end that can be dragged, or the one before.
    Select(i32),
    /// Make what ends there longer or shorter; `true` for all calls of its name.
    Nudge(i32, bool),
    /// Of the end that has been taken all calls of its name are meant.
    All,
    /// Let it go.
    Release,
}

impl Lanes {
    /// Whether what is shown is what an end that is being dragged would make of the program.
    pub(super) fn tries(&self) -> bool {
        self.dragged.is_some() && self.grip.as_ref().is_some_and(Grip::has_tried)
    }
}

impl Window {
    /// How much of the axis is seen.
    pub fn width(self) -> f64 {
        self.to - self.from
    }

    /// Where a place of the axis is in the window: from 0 to 1 if it is seen.
    pub fn place(self, x: f64) -> f64 {
        (x - self.from) / self.width()
    }

    /// The place on the axis of a place in the window.
    pub fn axis(self, place: f64) -> f64 {
        self.from + place * self.width()
    }

    /// A window of this width in which the place `x` of the axis is at `place`; it stays on the axis.
    fn around(x: f64, place: f64, width: f64, axis: &Axis) -> Window {
        // Two knots at least are seen.
        let narrowest = (2.0 / axis.len().max(2) as f64).min(1.0);
        // `clamp` would bring the printing of floating-point numbers with it.
        let width = width.max(narrowest).min(1.0);
        let from = (x - place * width).min(1.0 - width).max(0.0);
        Window {
            from,
            to: from + width,
        }
    }
}

/// What is done to the timeline.
pub(super) fn act(state: &mut State, action: LanesAction) -> Vec<Effect> {
    let window = state.lanes.window;
    match action {
        LanesAction::Zoom { at, by } => {
            let at = at.unwrap_or_else(|| here(state)).clamp(0.0, 1.0);
            let width = window.width() * by;
            state.lanes.window = Window::around(window.axis(at), at, width, &state.axis);
        }
        LanesAction::Pan(by) => {
            let from = window.axis(by);
            state.lanes.window = Window::around(from, 0.0, window.width(), &state.axis);
        }
        LanesAction::Down(finger, place, end) => {
            state.lanes.fingers.push((finger, place));
            if state.lanes.fingers.len() > 1 {
                return let_go(state, false);
            }
            let Some(first) = end else {
                return seek(state, place);
            };
            grip::take(state, first);
            state.lanes.dragged = Some(place);
        }
        LanesAction::Drag(finger, place) => return drag(state, finger, place),
        LanesAction::Up(finger, done) => {
            state.lanes.fingers.retain(|(id, _)| *id != finger);
            return let_go(state, done);
        }
        LanesAction::Select(by) => grip::select(state, by),
        LanesAction::Nudge(by, all) => {
            grip::mean(state, all);
            return grip::nudge(state, by);
        }
        LanesAction::All => grip::mean(state, true),
        LanesAction::Release => {
            let effects = let_go(state, false);
            state.lanes.grip = None;
            return effects;
        }
    }
    Vec::new()
}

/// The end that is dragged, if one is, is let go: `false` if it is to be as it was.
fn let_go(state: &mut State, done: bool) -> Vec<Effect> {
    match state.lanes.dragged.take() {
        Some(_) => trial::let_go(state, done),
        None => Vec::new(),
    }
}

/// Where the step is in the window.
fn here(state: &State) -> f64 {
    state.lanes.window.place(place_of_step(state))
}

fn place_of_step(state: &State) -> f64 {
    let recording = state.recording.as_ref();
    let event = recording.and_then(|recording| recording.event_of_step(state.step));
    state.axis.at_event(event.unwrap_or(0))
}

fn seek(state: &mut State, place: f64) -> Vec<Effect> {
    let event = state.axis.event_at(state.lanes.window.axis(place));
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    let step = recording.step_of_event(event);
    let mut effects = transport::pause(state);
    if step != state.step {
        effects.extend(transport::seek(state, step));
    }
    effects
}

/// One finger seeks, two of them hold the axis.
fn drag(state: &mut State, finger: i32, place: f64) -> Vec<Effect> {
    let fingers = &mut state.lanes.fingers;
    let Some(moved) = fingers.iter().position(|(id, _)| *id == finger) else {
        return Vec::new();
    };
    let before = std::mem::replace(&mut fingers[moved].1, place);
    let other = fingers.iter().find(|(id, _)| *id != finger);
    let Some(&(_, other)) = other else {
        if state.lanes.dragged.is_some() {
            state.lanes.dragged = Some(place);
            grip::drag(state, state.lanes.window.axis(place));
            return trial::try_out(state);
        }
        return seek(state, place.clamp(0.0, 1.0));
    };
    let window = state.lanes.window;
    let (held, rest) = (window.axis(before), window.axis(other));
    let apart = place - other;
    if apart.abs() > 0.02 {
        let width = (held - rest) / apart;
        state.lanes.window = Window::around(rest, other, width, &state.axis);
    }
    Vec::new()
}

/// Where the step is comes into sight, if another one is shown.
pub(super) fn follow(state: &mut State) {
    bring(state, place_of_step(state));
}

/// An event comes into sight.
pub(super) fn reveal(state: &mut State, event: EventIndex) {
    bring(state, state.axis.at_event(event));
}

fn bring(state: &mut State, x: f64) {
    let window = state.lanes.window;
    if !(0.0..=1.0).contains(&window.place(x)) {
        let place = if x < window.from { 0.8 } else { 0.2 };
        state.lanes.window = Window::around(x, place, window.width(), &state.axis);
    }
}

/// The recording is another one, or longer: the axis is made anew, though not for each small piece that arrives. While an end
/// is dragged it stays as it is under the hand.
pub(super) fn measure(state: &mut State, complete: bool) {
    let (Some(recording), None) = (&state.recording, state.lanes.dragged) else {
        return;
    };
    if complete || recording.event_count() > state.axis.events / 4 * 5 {
        state.axis = Axis::of(recording);
        state.revision += 1;
    }
}
