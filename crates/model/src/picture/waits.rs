//! What those who wait are told: how long already, and for what; and who else could be next.

use super::build::card;
use super::{Card, HandleView};
use crate::event::EventIndex;
use crate::replay::{LoopState, Recording, TimelineSpan};
use crate::task::{Phase, TaskId, TaskKind};

/// Spans further back than this are not looked at: what is queued has been busy a short while ago.
const NEAR: usize = 256;

/// How many callbacks have run since a task that waits in the queue of a phase could have.
pub(super) fn age(recording: &Recording, state: &LoopState, task: TaskId) -> u32 {
    let timeline = recording.timeline();
    let ended = |spans: &[TimelineSpan]| {
        let near = spans.iter().rev().take(NEAR);
        let ends =
            near.filter(|span| span.task == task && span.to.is_some() && span.last < state.events);
        ends.map(|span| span.last).max()
    };
    let info = recording.task(task);
    let ready = match info.map(|info| info.kind) {
        Some(TaskKind::Timeout | TaskKind::Interval) => ended(&timeline.timers),
        Some(TaskKind::Io) => {
            let lanes = timeline.pool.values().chain([&timeline.kernel]);
            lanes.filter_map(|lane| ended(lane)).max()
        }
        _ => info.and_then(|info| info.created),
    };
    ready.map_or(0, |event| calls(recording, event, state.events))
}

/// How many callbacks began behind `from` and before `to`.
fn calls(recording: &Recording, from: EventIndex, to: EventIndex) -> u32 {
    let before = |event| recording.callbacks().partition_point(|&call| call < event);
    before(to).saturating_sub(before(from)) as u32
}

/// Of the tasks that could have been next, those that would be in this phase.
pub(super) fn ghosts(recording: &Recording, others: &[TaskId], phase: Phase) -> Vec<Card> {
    let cards = others.iter().map(|&task| card(recording, task));
    let here = cards.filter(|card| phase_of(card.kind) == Some(phase));
    here.collect()
}

fn phase_of(kind: TaskKind) -> Option<Phase> {
    match kind {
        TaskKind::Timeout | TaskKind::Interval => Some(Phase::Timers),
        TaskKind::Io => Some(Phase::Poll),
        TaskKind::Immediate => Some(Phase::Check),
        TaskKind::Close => Some(Phase::Close),
        _ => None,
    }
}

/// What is open to the outside, and the other end of each connection.
pub(super) fn handles(state: &LoopState) -> Vec<HandleView> {
    let label = |id| state.handles.get(&id).map(|handle| handle.label.clone());
    let handles = state.handles.values();
    handles
        .map(|handle| HandleView {
            kind: handle.kind.name(),
            label: handle.label.clone(),
            peer: handle.peer.and_then(label),
            active: handle.active,
        })
        .collect()
}
