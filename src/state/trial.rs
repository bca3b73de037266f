//! What is dragged is tried: the program runs with it, once at a time and then with the latest, and the draft is changed when
//! it is let go.

use super::grip::{What, all, take};
use super::run::{self, Landing};
use super::{Effect, State, compare, files, lanes, reduce};
use loopscope_model::{Scenario, anchor};

/// What there was before something was tried: to compare with, to come back to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Origin {
    scenario: Scenario,
    printed: Vec<String>,
    landing: Landing,
}

/// What is wanted is tried while it is dragged; the draft stays as it is.
pub(super) fn try_out(state: &mut State) -> Vec<Effect> {
    if state.run.busy() || !news(state) {
        return Vec::new();
    }
    go(state)
}

/// What was dragged is let go: `false` if it is to be as it was.
pub(super) fn let_go(state: &mut State, done: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(grip) = state.lanes.grip.as_mut().filter(|grip| grip.what.is_ok()) {
        if !done {
            grip.wanted = Some(grip.length);
        }
        if grip.has_tried() && grip.asked == grip.wanted {
            // It runs with this already, or has done so.
            effects = keep(state);
            if !state.run.busy() {
                lanes::measure(state, true);
                effects.extend(finished(state));
            }
            return effects;
        }
        if grip.has_tried() {
            // The run under way is with what was wanted before.
            effects = run::cancel(state);
        }
        effects.extend(settle(state));
    }
    lanes::measure(state, true);
    effects
}

/// What is wanted is done, unless a run is under way: then behind it.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    if state.run.busy() {
        return Vec::new();
    }
    if !news(state) {
        if let Some(grip) = &mut state.lanes.grip {
            grip.wanted = None;
        }
        return Vec::new();
    }
    let mut effects = keep(state);
    effects.extend(go(state));
    effects
}

/// Whether something else is wanted than the last run was asked for; it is asked for now, and what there is before is kept.
fn news(state: &mut State) -> bool {
    let (Some(draft), Some(recording), Some(grip)) =
        (&state.draft, &state.recording, &mut state.lanes.grip)
    else {
        return false;
    };
    let asked = grip.asked.unwrap_or(grip.length);
    let Some(wanted) = grip.wanted.filter(|wanted| *wanted != asked) else {
        return false;
    };
    let recorded = recording.scenario();
    let shown = match grip.what {
        // A draft with other texts stays as it is; the program that is shown runs again.
        Ok(What::Latency(_)) if draft.scenario.files != recorded.files => recorded,
        Ok(_) => &draft.scenario,
        Err(_) => return false,
    };
    grip.asked = Some(wanted);
    if grip.origin.is_none() {
        let landing = if state.step < recording.last_step() {
            Landing::Near(anchor::anchor_of(recording, state.step))
        } else {
            Landing::End
        };
        grip.origin = Some(Box::new(Origin {
            scenario: shown.clone(),
            printed: compare::outputs(recording),
            landing,
        }));
    }
    true
}

/// Runs the program with what is asked for.
fn go(state: &mut State) -> Vec<Effect> {
    let Some(grip) = &state.lanes.grip else {
        return Vec::new();
    };
    let (Ok(what), Some(asked), Some(origin)) = (&grip.what, grip.asked, &grip.origin) else {
        return Vec::new();
    };
    let Origin {
        mut scenario,
        printed,
        landing,
    } = Origin::clone(origin);
    if asked != grip.length {
        match what {
            What::Latency(calls) => {
                let (name, micros) = (&calls.name, asked.0 / 1000);
                scenario.world.set_latency(name, calls.meant(), micros);
            }
            What::Delay(path, place) => {
                if let Some(text) = scenario.files.get_mut(path.as_str()) {
                    text.replace_range(place.clone(), &asked.millis().to_string());
                }
                reduce::mark_edited(&mut scenario.title);
            }
        }
    }
    let effects = run::start(state, scenario, landing);
    state.before = Some(printed);
    effects
}

/// The draft is changed as the run was.
fn keep(state: &mut State) -> Vec<Effect> {
    let (Some(grip), Some(draft)) = (&state.lanes.grip, &mut state.draft) else {
        return Vec::new();
    };
    let (Ok(what), Some(asked)) = (grip.what.clone(), grip.asked) else {
        return Vec::new();
    };
    if asked == grip.length {
        return Vec::new();
    }
    match what {
        What::Latency(calls) => {
            let (name, micros) = (&calls.name, asked.0 / 1000);
            draft
                .scenario
                .world
                .set_latency(name, calls.meant(), micros);
            files::keep(state);
            vec![Effect::SaveDrafts]
        }
        What::Delay(path, place) => {
            let text = draft.scenario.files.get(&path);
            let mut text = text.cloned().unwrap_or_default();
            text.replace_range(place, &asked.millis().to_string());
            let effects = reduce::edited(state, path.clone(), text);
            if let Some(draft) = &mut state.draft {
                draft.show(&path);
                draft.text += 1;
            }
            effects
        }
    }
}

/// The run is over: the same end is in the hand again, or still.
pub(super) fn finished(state: &mut State) -> Vec<Effect> {
    if state.lanes.dragged.is_some() {
        // What it has printed is compared now.
        state.revision += 1;
        return try_out(state);
    }
    let (Some(grip), Some(recording)) = (state.lanes.grip.take(), &state.recording) else {
        return Vec::new();
    };
    let mut same = all(recording)
        .into_iter()
        .filter(|span| span.task == grip.span.task);
    if let Some(span) = same.nth(grip.nth) {
        take(state, span.first);
    }
    if let Some(new) = &mut state.lanes.grip
        && grip.wanted != grip.asked
    {
        new.wanted = grip.wanted;
    }
    settle(state)
}
