//! Why a step happens, in one sentence: a pure function of a recording and a step.
//!
//! The sentences are for people who learn: what happens, by which rule, and with which inputs (who waits, what is due,
//! what the clock says). They judge nothing that the recorder has not recorded.

mod calls;
mod ends;
mod handles;
mod phases;
mod program;
mod tasks;
mod teller;
mod timers;

use crate::event::{ChoiceKind, EventKind};
use crate::replay::{LoopState, Recording};
use crate::rule::RuleId;
use crate::task::TaskId;
use teller::{Said, Teller};

/// Why a step happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// One sentence. Tasks are named by label and number: `` `tick` (#3) ``.
    pub sentence: String,
    /// More for those who want it, a sentence or two.
    pub detail: Option<String>,
    /// The rule of the event loop that decides here; [`RuleId::section`] and [`RuleId::sentence`] say more.
    pub rule: Option<RuleId>,
    /// The tasks that the sentence names, in its order.
    pub tasks: Vec<TaskId>,
}

/// Why this step happens; for a step behind the last, why the last one does.
pub fn explain(recording: &Recording, step: u32) -> Explanation {
    explain_in(recording, step, &recording.state_at(step))
}

/// The same, for those who have the state at the step.
pub(crate) fn explain_in(recording: &Recording, step: u32, after: &LoopState) -> Explanation {
    let step = step.min(recording.last_step());
    let mut teller = Teller::new(recording, step, after);
    let said = tell(&mut teller);
    let open = named_order(&mut teller).filter(|open| *open != said.sentence);
    Explanation {
        sentence: capitalised(said.sentence),
        detail: open.or(said.detail.map(capitalised)),
        rule: said.rule,
        tasks: teller.named(),
    }
}

fn tell(t: &mut Teller<'_>) -> Said {
    let Some((_, event)) = t.event() else {
        return Said::new(
            "Nothing has run yet: the main program comes first, then the event loop.",
        )
        .by(RuleId::MainFirst);
    };
    match &event.kind {
        EventKind::Statement(probe) => program::statement(t, *probe),
        EventKind::Repeated(..) => program::repeated(t),
        EventKind::Enter(function) => program::enter(t, *function),
        EventKind::Resume(function) => program::resume(t, *function),
        EventKind::Leave => program::leave(t),
        EventKind::Unwind => program::unwind(t),
        EventKind::Suspend(probe) => program::suspend(t, *probe),
        EventKind::Output { stream, text } => program::output(t, *stream, text),
        EventKind::TaskCreated { task, kind, .. } => tasks::created(t, *task, *kind),
        EventKind::TaskQueued { queue, .. } => tasks::queued(t, *queue),
        EventKind::TaskIdentified { task, .. } => tasks::identified(t, *task),
        EventKind::TaskDropped { .. } => tasks::dropped(t),
        EventKind::TaskStarted { task, rule } => calls::started(t, *task, *rule),
        EventKind::TaskEnded { task, threw } => calls::ended(t, *task, *threw),
        EventKind::TimerArmed {
            task, delay, due, ..
        } => timers::armed(t, *task, *delay, *due),
        EventKind::IoSubmitted { task, operation } => tasks::submitted(t, *task, operation),
        EventKind::IoStarted {
            task,
            worker,
            until,
        } => tasks::begun(t, *task, *worker, *until),
        EventKind::IoCompleted { task, worker } => tasks::completed(t, *task, *worker),
        EventKind::IterationStarted(number) => phases::iteration(*number),
        EventKind::PhaseEntered { phase, rule } => phases::entered(t, *phase, *rule),
        EventKind::Checkpoint(queue) => phases::checkpoint(t, *queue),
        EventKind::PollWait(until) => phases::wait(t, *until),
        EventKind::Choice { .. } => choice(t),
        EventKind::ProcessEvent(name) => ends::process_event(name),
        EventKind::Uncaught { message, place } => ends::uncaught(message, place.as_ref()),
        EventKind::Ended(ending) => ends::ended(t, ending),
        EventKind::HandleOpened { kind, label, .. } => handles::opened(*kind, label),
        EventKind::HandleChanged { label, .. } => handles::changed(label),
        EventKind::HandleActive { handle, active } => handles::active(t, *handle, *active),
        EventKind::HandleClosed { handle } => handles::closed(t, *handle),
        EventKind::Stimulus(text) => handles::stimulus(text),
    }
}

/// What Node leaves open at a step: one sentence, the task that was chosen, and the others.
pub(crate) fn open_order(
    recording: &Recording,
    step: u32,
) -> Option<(String, Option<TaskId>, Vec<TaskId>)> {
    let range = recording.events_of_step(step);
    // A choice begins its step.
    let (_, event) = recording.events(range.start).take(range.len()).next()?;
    let EventKind::Choice {
        kind,
        picked,
        others,
    } = event.kind
    else {
        return None;
    };
    let sentence = format!("Node does not promise this order: {}.", reason(kind));
    Some((sentence, picked, others))
}

/// The same with the names of the tasks.
fn named_order(t: &mut Teller<'_>) -> Option<String> {
    let range = t.recording.events_of_step(t.step);
    let (_, event) = t.recording.events(range.start).take(range.len()).next()?;
    let EventKind::Choice {
        kind,
        picked,
        others,
    } = event.kind
    else {
        return None;
    };
    let reason = reason(kind);
    let picked = picked.map(|task| t.name(task));
    let others = (!others.is_empty()).then(|| t.names(&others));
    let open = match (picked, others) {
        (Some(picked), Some(others)) => {
            format!("{picked} is next here, but {others} could have been")
        }
        (Some(picked), None) => format!("{picked} is next here, but the process could have ended"),
        (None, Some(others)) => format!("the process ends here, but {others} could have run"),
        (None, None) => return Some(format!("Node does not promise this order: {reason}.")),
    };
    Some(format!(
        "Node does not promise this order: {open}; {reason}."
    ))
}

fn reason(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Clock => "it depends on whether the clock has reached the next millisecond",
        ChoiceKind::PoolOrder => {
            "the operations ran side by side, and which is done first depends on the disk"
        }
        ChoiceKind::PollBatch => {
            "it depends on whether the operation is done by the time the loop looks"
        }
    }
}

fn choice(t: &mut Teller<'_>) -> Said {
    let open = named_order(t);
    Said::new(open.unwrap_or_else(|| "Node does not promise what comes next.".to_owned()))
}

fn capitalised(sentence: String) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
    }
}

#[cfg(test)]
mod tests;
