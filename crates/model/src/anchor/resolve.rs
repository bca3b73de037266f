//! From anchors to steps and back.

use super::{Anchor, Mark};
use crate::event::EventIndex;
use crate::replay::Recording;

/// How far back a statement of the main program is looked for, before another sort of anchor is taken.
const LOOK_BACK: usize = 256;

/// The step that an anchor leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The step.
    pub step: u32,
    /// Whether it is the very one that the anchor names.
    pub exact: bool,
    /// If not, why not, and where it leads instead.
    pub note: Option<String>,
}

impl Anchor {
    /// The step in this recording that the anchor leads to; the nearest one if it has no such step.
    pub fn resolve(&self, recording: &Recording) -> Resolved {
        let (step, missing) = match self.mark {
            Mark::Callback(0) => (0, None),
            Mark::Callback(number) => {
                let calls = recording.callbacks();
                nth(recording, calls.len(), |at| calls[at], number, "callback")
            }
            Mark::Output(number) => {
                let outputs = recording.outputs();
                nth(
                    recording,
                    outputs.len(),
                    |at| outputs[at].event,
                    number,
                    "output",
                )
            }
            Mark::Line { line, visit } => self::line(recording, line, visit),
        };
        let wanted = step.saturating_add(self.plus);
        let step = wanted.min(recording.last_step());
        let note = match missing {
            Some(why) => Some(format!("{self} is not in this run: {why}")),
            None if step < wanted => Some(format!(
                "{self} is not in this run: it ends earlier, and this is its last step"
            )),
            None => None,
        };
        Resolved {
            step,
            exact: note.is_none(),
            note,
        }
    }
}

/// The step of the n-th of so many events, or of the last one.
fn nth(
    recording: &Recording,
    count: usize,
    event: impl Fn(usize) -> EventIndex,
    number: u32,
    what: &str,
) -> (u32, Option<String>) {
    let step = |at: usize| recording.step_of_event(event(at));
    match (number as usize).max(1) {
        n if n <= count => (step(n - 1), None),
        _ => match count {
            0 => (
                recording.last_step(),
                Some(format!("it has no {what}, and this is its last step")),
            ),
            1 => (step(0), Some(format!("this is its only {what}"))),
            n => (
                step(n - 1),
                Some(format!("this is the last {what}, number {n}")),
            ),
        },
    }
}

fn line(recording: &Recording, line: u32, visit: u32) -> (u32, Option<String>) {
    let visits = recording.visits(line);
    let at = visits.partition_point(|v| v.number < visit);
    if let Some(found) = visits.get(at) {
        return (recording.step_of_event(found.event), None);
    }
    if let Some(last) = visits.last() {
        let why = format!(
            "this is the last visit of line {line}, number {}",
            last.number
        );
        return (recording.step_of_event(last.event), Some(why));
    }
    let nearest = recording
        .visited_lines()
        .min_by_key(|other| (other.abs_diff(line), *other));
    let first = nearest.and_then(|near| Some((near, recording.visits(near).first()?)));
    match first {
        Some((near, visit)) => (
            recording.step_of_event(visit.event),
            Some(format!(
                "line {line} was not reached, and line {near} is the nearest that was"
            )),
        ),
        None => (0, Some("no line of the program was reached".to_owned())),
    }
}

/// A good anchor for a step: an output, callback or line that the step is itself, or else the nearest one before it.
pub fn anchor_of(recording: &Recording, step: u32) -> Anchor {
    let step = step.min(recording.last_step());
    let behind = recording.events_of_step(step).end;
    let outputs = recording.outputs().partition_point(|o| o.event < behind);
    let calls = recording.callbacks().partition_point(|&e| e < behind);
    let output = outputs.checked_sub(1).map(|at| {
        let event = recording.outputs()[at].event;
        (recording.step_of_event(event), Mark::Output(outputs as u32))
    });
    let call = calls.checked_sub(1).map(|at| {
        let event = recording.callbacks()[at];
        (recording.step_of_event(event), Mark::Callback(calls as u32))
    });
    let candidates = [
        Some((0, Anchor::START.mark)),
        last_line(recording, behind),
        call,
        output,
    ];
    // Of equally near ones the last in the list is taken.
    let best = candidates.into_iter().flatten().max_by_key(|(at, _)| *at);
    let (at, mark) = best.unwrap_or((0, Anchor::START.mark));
    Anchor {
        mark,
        plus: step - at,
    }
}

/// The last visit of a line of the main program before this event, if it is not far.
fn last_line(recording: &Recording, behind: EventIndex) -> Option<(u32, Mark)> {
    let statements = recording.statements();
    let end = statements.partition_point(|&e| e < behind);
    let near = &statements[end.saturating_sub(LOOK_BACK)..end];
    near.iter().rev().find_map(|&event| {
        let line = recording.main_line_of(event)?;
        let visits = recording.visits(line);
        let at = visits.partition_point(|v| v.event < event);
        let visit = visits.get(at).filter(|v| v.event == event)?.number;
        // Counting stops at the largest number.
        if visits.partition_point(|v| v.number < visit) != at {
            return None;
        }
        let step = recording.step_of_event(event);
        Some((step, Mark::Line { line, visit }))
    })
}
