//! Going from step to step, by hand and by itself.

use super::{Effect, State, breakpoints};
use loopscope_model::EventKind;
use loopscope_model::replay::{Recording, Stride};

/// A way to another step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// To the beginning.
    First,
    /// To the end of what is recorded.
    Last,
    /// On, by the stride that is chosen.
    Forward,
    /// Back, by the stride that is chosen.
    Back,
    /// On by this stride.
    Next(Stride),
    /// Back by this stride.
    Previous(Stride),
    /// On to the next breakpoint.
    NextBreakpoint,
    /// Back to the breakpoint before.
    PreviousBreakpoint,
}

/// What can be moved by, finest first.
pub const STRIDES: [Stride; 6] = [
    Stride::Step,
    Stride::Statement,
    Stride::Callback,
    Stride::Phase,
    Stride::Iteration,
    Stride::Output,
];

/// What the page calls a stride.
pub fn stride_name(stride: Stride) -> &'static str {
    match stride {
        Stride::Step => "every step",
        Stride::Statement => "statement",
        Stride::Callback => "callback",
        Stride::Phase => "phase",
        Stride::Iteration => "iteration",
        Stride::Output => "output line",
    }
}

/// The speeds: what they are called, and milliseconds from step to step.
pub const SPEEDS: [(&str, u32); 5] = [
    ("¼×", 3200),
    ("½×", 1600),
    ("1×", 800),
    ("2×", 400),
    ("5×", 160),
];

/// How steps follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Playback {
    /// Whether they do so by themselves.
    pub playing: bool,
    /// What to move by.
    pub stride: Stride,
    /// How fast: an index of [`SPEEDS`].
    pub speed: usize,
}

impl Default for Playback {
    fn default() -> Playback {
        Playback {
            playing: false,
            stride: Stride::Step,
            speed: 2,
        }
    }
}

/// How long a step of this kind is looked at, percent: what only moves on is soon seen, a call is not, and where the order
/// is open there is something to read.
fn pace(event: &EventKind) -> u32 {
    match event {
        EventKind::Choice { .. } | EventKind::Uncaught { .. } => 220,
        EventKind::TaskStarted { .. } => 140,
        EventKind::Output { .. } | EventKind::TaskCreated { .. } => 120,
        EventKind::Statement(_) | EventKind::Repeated(..) => 80,
        EventKind::PhaseEntered { .. } | EventKind::IterationStarted(_) => 60,
        _ => 100,
    }
}

/// Milliseconds for which the step that is shown is looked at.
fn interval(state: &State) -> u32 {
    let speed = SPEEDS[state.playback.speed.min(SPEEDS.len() - 1)].1;
    let events = state.recording.iter().flat_map(|recording| {
        let range = recording.events_of_step(state.step);
        recording.events(range.start).take(range.len())
    });
    let slowest = events.map(|(_, event)| pace(&event.kind)).max();
    speed * slowest.unwrap_or(100) / 100
}

/// Goes somewhere by hand, which ends playing.
pub(super) fn go(state: &mut State, movement: Movement) -> Vec<Effect> {
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    let step = match movement {
        Movement::NextBreakpoint | Movement::PreviousBreakpoint => {
            breakpoints::target(state, movement).unwrap_or(state.step)
        }
        _ => target(recording, state.step, movement, state.playback.stride),
    };
    let mut effects = pause(state);
    effects.extend(seek(state, step));
    effects
}

/// Where a movement leads. Behind the last stop of a stride comes the end.
pub(super) fn target(recording: &Recording, step: u32, movement: Movement, stride: Stride) -> u32 {
    let last = recording.last_step();
    match movement {
        Movement::First => 0,
        Movement::Last => last,
        Movement::Forward => recording.next(step, stride).unwrap_or(last),
        Movement::Back => recording.previous(step, stride).unwrap_or(0),
        Movement::Next(stride) => recording.next(step, stride).unwrap_or(last),
        Movement::Previous(stride) => recording.previous(step, stride).unwrap_or(0),
        Movement::NextBreakpoint | Movement::PreviousBreakpoint => step,
    }
}

/// Shows a step.
pub(super) fn seek(state: &mut State, step: u32) -> Vec<Effect> {
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    state.step = step.min(recording.last_step());
    follow(state);
    vec![Effect::UpdateAddress]
}

/// Shows the file in which the running statement is.
fn follow(state: &mut State) {
    let Some(recording) = &state.recording else {
        return;
    };
    let Some((source, _)) = recording
        .state_at(state.step)
        .probe()
        .and_then(|probe| recording.probe(probe))
    else {
        return;
    };
    let path = source.path.clone();
    if let Some(draft) = &mut state.draft {
        draft.show(&path);
    }
}

/// Begins or ends playing; from the end it begins again.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    if state.playback.playing {
        return pause(state);
    }
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    if state.step >= recording.last_step() && !state.run.busy() {
        state.step = 0;
    }
    state.playback.playing = true;
    vec![Effect::ScheduleTick(interval(state))]
}

/// Ends playing.
pub(super) fn pause(state: &mut State) -> Vec<Effect> {
    if !std::mem::take(&mut state.playback.playing) {
        return Vec::new();
    }
    vec![Effect::CancelTick]
}

/// While playing: the next step, or the end of it.
pub(super) fn tick(state: &mut State) -> Vec<Effect> {
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    if !state.playback.playing {
        return Vec::new();
    }
    let step = target(
        recording,
        state.step,
        Movement::Forward,
        state.playback.stride,
    );
    let last = recording.last_step();
    let stop = recording.next_visit(state.step, step, &breakpoints::statements(state));
    let mut effects = seek(state, stop.unwrap_or(step));
    if stop.is_some() {
        state.playback.playing = false;
    } else if step < last || state.run.busy() {
        effects.push(Effect::ScheduleTick(interval(state)));
    } else {
        state.playback.playing = false;
    }
    effects
}
