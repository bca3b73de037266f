//! Runs: asking the worker for one, and taking in what it records.

use super::notice::Tone;
use super::{Effect, Lanes, State, address, lanes, trial};
use loopscope_model::anchor::{self, Anchor};
use loopscope_model::event::Ending;
use loopscope_model::replay::{Recording, Stride};
use loopscope_model::{Chunk, ModuleKind, ModuleReason, Scenario};

/// How far the engine is. The page works without it until something is to be run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Engine {
    /// Nothing of it has arrived.
    #[default]
    Absent,
    /// So many bytes have arrived, of so many where that is known.
    Loading(u64, Option<u64>),
    /// It is compiled and an instance is warm.
    Ready,
    /// It cannot be had.
    Failed(String),
}

/// Where to land in a recording that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// At the first statement.
    Begin,
    /// At the end.
    End,
    /// At an anchor.
    At(Anchor),
    /// At an anchor, or where that would be: the program has been changed a little, and nothing is said about it.
    Near(Anchor),
    /// At this step: the recording is the same one, and longer.
    Step(u32),
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunStatus {
    /// Nothing is under way.
    #[default]
    Idle,
    /// The engine is not there yet; the run begins as soon as it is.
    WaitingForEngine,
    /// The worker has been asked and has not said anything.
    Asked,
    /// The trace is arriving.
    Recording,
}

/// The run that is under way, or the last one.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// Its number: messages about another one are dropped.
    pub id: u32,
    /// How far it is.
    pub status: RunStatus,
    /// What is run, until its first chunk arrives.
    pub scenario: Option<Box<Scenario>>,
    /// Where to land.
    pub landing: Landing,
    /// What sort of module the main program is, and by what the engine knows.
    pub module: Option<(ModuleKind, ModuleReason)>,
}

impl Run {
    /// Whether a run is under way.
    pub fn busy(&self) -> bool {
        self.status != RunStatus::Idle
    }
}

/// Begins a run of `scenario`. What is on screen stays until the first of it is recorded.
pub(super) fn start(state: &mut State, scenario: Scenario, landing: Landing) -> Vec<Effect> {
    let mut effects = cancel(state);
    effects.extend(super::transport::pause(state));
    state.fetching = None;
    state.before = None;
    state.run.id += 1;
    state.run.landing = landing;
    state.run.scenario = Some(Box::new(scenario));
    match &state.engine {
        Engine::Ready => effects.extend(ask(state)),
        Engine::Failed(_) => {
            state.engine = Engine::Absent;
            state.run.status = RunStatus::WaitingForEngine;
            effects.push(Effect::RetryEngine);
        }
        Engine::Absent if state.frame.is_some() => {
            state.engine = Engine::Loading(0, None);
            state.run.status = RunStatus::WaitingForEngine;
            effects.push(Effect::RetryEngine);
        }
        Engine::Absent | Engine::Loading(..) => state.run.status = RunStatus::WaitingForEngine,
    }
    effects
}

/// Runs the draft, and shows its beginning or its end; in a frame the first time what its author wants to be seen.
pub(super) fn draft(state: &mut State, to_end: bool) -> Vec<Effect> {
    let Some(scenario) = state.draft.as_ref().map(|draft| draft.scenario.clone()) else {
        return Vec::new();
    };
    let wanted = state.frame.as_mut().and_then(|frame| frame.at.take());
    let landing = match wanted {
        _ if to_end => Landing::End,
        Some(anchor) => Landing::At(anchor),
        None => Landing::Begin,
    };
    start(state, scenario, landing)
}

/// Records a run that was paused at a limit further: the same run once more, with a larger limit, which begins with the
/// same events.
pub(super) fn further(state: &mut State) -> Vec<Effect> {
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    let Some(Ending::Paused(limit)) = recording.ending() else {
        return Vec::new();
    };
    let mut scenario = recording.scenario().clone();
    scenario.limits = scenario.limits.raised(limit);
    if let Some(draft) = &mut state.draft {
        draft.scenario.limits = scenario.limits.clone();
    }
    start(state, scenario, Landing::Step(state.step))
}

/// Runs the draft after a pause in typing. Who looks at the end goes on looking at the end, anybody else at the same place.
pub(super) fn live(state: &mut State) -> Vec<Effect> {
    let (Some(draft), true, true) = (&state.draft, state.live, state.edited()) else {
        return Vec::new();
    };
    let scenario = draft.scenario.clone();
    let landing = match &state.recording {
        Some(recording) if state.step < recording.last_step() => {
            Landing::Near(anchor::anchor_of(recording, state.step))
        }
        _ => Landing::End,
    };
    start(state, scenario, landing)
}

/// Ends the run that is under way.
pub(super) fn cancel(state: &mut State) -> Vec<Effect> {
    let asked = matches!(state.run.status, RunStatus::Asked | RunStatus::Recording);
    state.run.status = RunStatus::Idle;
    state.run.scenario = None;
    if asked {
        // Whatever the old worker still says is about a run that is over.
        state.run.id += 1;
        lanes::measure(state, true);
        return vec![Effect::CancelRun];
    }
    Vec::new()
}

fn ask(state: &mut State) -> Option<Effect> {
    let scenario = state.run.scenario.clone()?;
    state.run.status = RunStatus::Asked;
    Some(Effect::StartRun(state.run.id, scenario))
}

/// The engine is there: a run that waited for it begins.
pub(super) fn engine_ready(state: &mut State) -> Vec<Effect> {
    state.engine = Engine::Ready;
    if state.run.status == RunStatus::WaitingForEngine {
        return ask(state).into_iter().collect();
    }
    Vec::new()
}

/// The engine cannot be had.
pub(super) fn engine_failed(state: &mut State, message: String) -> Vec<Effect> {
    state.engine = Engine::Failed(message.clone());
    if state.run.status == RunStatus::WaitingForEngine {
        state.run.status = RunStatus::Idle;
        state.run.scenario = None;
        state.tell(
            Tone::Bad,
            format!("The engine could not be loaded ({message}). Check the connection and press Run again."),
            None,
        );
    }
    Vec::new()
}

/// The engine knows what sort of module the main program is.
pub(super) fn main(
    state: &mut State,
    id: u32,
    kind: ModuleKind,
    reason: ModuleReason,
) -> Vec<Effect> {
    if id == state.run.id && state.run.busy() {
        state.run.module = Some((kind, reason));
    }
    Vec::new()
}

/// Takes in a piece of the trace.
pub(super) fn chunk(state: &mut State, id: u32, chunk: Chunk) -> Vec<Effect> {
    if id != state.run.id || !state.run.busy() {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if let Some(scenario) = state.run.scenario.take() {
        let same = state
            .recording
            .as_ref()
            .is_some_and(|old| *old.scenario() == *scenario);
        let origin = if same {
            std::mem::take(&mut state.origin)
        } else {
            address::program(&scenario)
        };
        // The same part of the timeline stays in sight.
        let seen = (std::mem::take(&mut state.lanes), state.before.take());
        let axis = seen.0.dragged.map(|_| state.axis.clone());
        show(state, Recording::new(*scenario), origin);
        (state.lanes, state.before) = seen;
        if let Some(axis) = axis {
            state.axis = axis;
        }
        state.run.status = RunStatus::Recording;
        effects.push(Effect::UpdateAddress);
    }
    let Some(recording) = &mut state.recording else {
        return effects;
    };
    let fresh = recording.last_step() == 0;
    recording.append(chunk);
    state.revision += 1;
    match state.run.landing {
        Landing::Begin if fresh => state.step = first_statement(recording),
        Landing::Step(step) => state.step = step.min(recording.last_step()),
        _ => {}
    }
    lanes::measure(state, false);
    effects
}

/// The trace is complete.
pub(super) fn finished(state: &mut State, id: u32) -> Vec<Effect> {
    if id != state.run.id || !state.run.busy() {
        return Vec::new();
    }
    state.run.status = RunStatus::Idle;
    state.run.scenario = None;
    lanes::measure(state, true);
    let landing = std::mem::take(&mut state.run.landing);
    land(state, &landing);
    let mut effects = vec![Effect::UpdateAddress];
    effects.extend(trial::finished(state));
    effects
}

/// The worker died, or did not understand. What was recorded stays.
pub(super) fn broke(state: &mut State, id: u32, message: &str) -> Vec<Effect> {
    if id != state.run.id || !state.run.busy() {
        return Vec::new();
    }
    let recorded = state.run.status == RunStatus::Recording;
    lanes::measure(state, true);
    state.run.status = RunStatus::Idle;
    state.run.scenario = None;
    let rest = if recorded {
        "What was recorded until then is shown, and a fresh engine is ready."
    } else {
        "Your program is untouched, and a fresh engine is ready."
    };
    state.tell(
        Tone::Bad,
        format!("The run was lost: {message}. {rest}"),
        None,
    );
    Vec::new()
}

/// Puts a recording in the place of the one that is shown.
/// `origin` is the fragment of its program.
pub(super) fn show(state: &mut State, recording: Recording, origin: String) {
    state.recording = Some(recording);
    state.origin = origin;
    state.revision += 1;
    state.generation += 1;
    state.step = 0;
    state.playback.playing = false;
    state.notices.retain(|notice| !notice.about_run);
    state.lanes = Lanes::default();
    state.before = None;
    lanes::measure(state, true);
}

/// Goes to where a new recording is to be looked at first.
pub(super) fn land(state: &mut State, landing: &Landing) {
    let Some(recording) = &state.recording else {
        return;
    };
    match landing {
        // The reader may have moved on while the rest was recorded.
        Landing::Begin if state.step > 0 => {}
        Landing::Begin => state.step = first_statement(recording),
        Landing::End => state.step = recording.last_step(),
        Landing::Step(step) => state.step = (*step).min(recording.last_step()),
        Landing::Near(anchor) => state.step = anchor.resolve(recording).step,
        Landing::At(anchor) => {
            let resolved = anchor.resolve(recording);
            state.step = resolved.step;
            if let Some(note) = resolved.note {
                state.tell(Tone::Plain, note, None);
            }
        }
    }
}

/// A program without any statement that runs, such as one with a syntax error, is shown at its end.
fn first_statement(recording: &Recording) -> u32 {
    match recording.next(0, Stride::Statement) {
        Some(step) => step,
        None if recording.ending().is_some() => recording.last_step(),
        None => 0,
    }
}
