//! Which events make a step.
//!
//! A step is what happens at once for somebody who watches. It begins with an event at which the picture changes; events
//! that only complete it belong to the same step:
//!
//! - a task is created, set or submitted, and queued;
//! - an operation is done and its callback queued;
//! - several tasks are queued in the same queue, or dropped, one after the other;
//! - visits of several statements are counted;
//! - a task is called and its function entered (or resumed); the last function returns and its task is over;
//! - an iteration begins with its first phase, and the timers phase with queueing the timers that are due;
//! - from the second iteration on, the loop passes through phases that have nothing to do;
//! - a choice, and the event that was chosen.
//!
//! What becomes of a handle belongs to the step of what made, changed or closed it.
//!
//! `TaskIdentified` changes no picture, since labels are filled in from the beginning; it belongs to the step before.
//! Each of these is decided by the events so far, so steps do not change while a recording grows.

use super::state::LoopState;
use crate::event::{Event, EventKind};
use crate::task::{Phase, Queue, TaskId};

/// Decides event by event where steps begin.
#[derive(Debug, Clone, Default)]
pub(super) struct StepRule {
    last: Last,
}

/// The iteration in which each phase has a step of its own, whether it has something to do or not.
const SHOWN_ITERATION: u32 = 1;

/// What of the current step decides whether the next event belongs to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Choice,
    Created(TaskId),
    Submitted(TaskId),
    Completed(TaskId),
    Queued(Queue),
    Dropped,
    Counted,
    Started,
    Returned,
    Iteration,
    Phase,
    Other,
}

impl StepRule {
    /// Whether the step before this event is complete, so that a new one begins. `before` is the state before it.
    pub(super) fn begins_step(&mut self, event: &Event, before: &LoopState) -> bool {
        let (joins, last) = self.place(&event.kind, before);
        self.last = last;
        !joins
    }

    fn place(&self, event: &EventKind, before: &LoopState) -> (bool, Last) {
        let last = self.last;
        let passing = last == Last::Phase && before.iteration > SHOWN_ITERATION;
        let (joins, next) = match *event {
            EventKind::TaskIdentified { .. } if last != Last::Nothing => return (true, last),
            EventKind::HandleOpened { .. }
            | EventKind::HandleChanged { .. }
            | EventKind::HandleActive { .. }
            | EventKind::HandleClosed { .. }
                if last != Last::Nothing =>
            {
                return (true, last);
            }
            EventKind::Choice { .. } => (false, Last::Choice),
            EventKind::TaskCreated { task, .. } => (false, Last::Created(task)),
            EventKind::TimerArmed { task, .. } => keep(last, &[Last::Created(task)]),
            EventKind::IoSubmitted { task, .. } => match last == Last::Created(task) {
                true => (true, last),
                false => (false, Last::Submitted(task)),
            },
            EventKind::IoStarted { task, .. } => {
                keep(last, &[Last::Created(task), Last::Submitted(task)])
            }
            EventKind::IoCompleted { task, .. } => (false, Last::Completed(task)),
            EventKind::TaskQueued { task, queue } => {
                let known = [
                    Last::Created(task),
                    Last::Completed(task),
                    Last::Queued(queue),
                ];
                let due = last == Last::Phase && queue == Queue::Phase(Phase::Timers);
                match known.contains(&last) {
                    true => (true, last),
                    false => (due, Last::Queued(queue)),
                }
            }
            EventKind::Repeated(..) => (last == Last::Counted, Last::Counted),
            EventKind::TaskDropped { .. } => (last == Last::Dropped, Last::Dropped),
            EventKind::TaskStarted { .. } => (false, Last::Started),
            EventKind::Enter(_) | EventKind::Resume(_) => (last == Last::Started, Last::Other),
            EventKind::Leave | EventKind::Unwind | EventKind::Suspend(_) => (false, Last::Returned),
            EventKind::TaskEnded { .. } => (last == Last::Returned, Last::Other),
            EventKind::IterationStarted(_) => (passing, Last::Iteration),
            EventKind::PhaseEntered { phase, .. } => {
                let empty = before.queue(Queue::Phase(phase)).is_empty();
                (last == Last::Iteration || passing && empty, Last::Phase)
            }
            _ => (false, Last::Other),
        };
        (joins || last == Last::Choice, next)
    }
}

fn keep(last: Last, known: &[Last]) -> (bool, Last) {
    match known.contains(&last) {
        true => (true, last),
        false => (false, Last::Other),
    }
}

/// How well an event names the step that it belongs to; of equals the first one does, but the last one of phases.
pub(super) fn rank(event: &EventKind) -> u8 {
    match event {
        EventKind::TaskIdentified { .. }
        | EventKind::HandleOpened { .. }
        | EventKind::HandleChanged { .. }
        | EventKind::HandleActive { .. }
        | EventKind::HandleClosed { .. } => 0,
        EventKind::Choice { .. } | EventKind::IterationStarted(_) => 1,
        EventKind::Leave | EventKind::Unwind | EventKind::Suspend(_) => 2,
        EventKind::Enter(_) | EventKind::Resume(_) => 2,
        EventKind::TaskQueued { .. } | EventKind::TimerArmed { .. } => 2,
        EventKind::IoStarted { .. } | EventKind::IoSubmitted { .. } => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::StepRule;
    use crate::event::{ChoiceKind, Event, EventKind};
    use crate::replay::LoopState;
    use crate::rule::RuleId;
    use crate::source::{FunctionId, ProbeId};
    use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
    use crate::time::VirtualTime;

    /// The sizes of the steps that these events make.
    #[track_caller]
    fn check(events: &[EventKind], sizes: &[usize]) {
        let mut rule = StepRule::default();
        let mut state = LoopState::default();
        let mut got: Vec<usize> = Vec::new();
        for kind in events {
            let event = Event {
                at: VirtualTime::ZERO,
                cause: None,
                kind: kind.clone(),
            };
            if rule.begins_step(&event, &state) {
                got.push(0);
            }
            *got.last_mut().expect("the first event begins a step") += 1;
            state.apply(&event);
        }
        assert_eq!(got, sizes);
    }

    fn created(task: u32) -> EventKind {
        EventKind::TaskCreated {
            task: TaskId(task),
            kind: TaskKind::Timeout,
            label: String::new(),
            site: None,
        }
    }

    fn armed(task: u32) -> EventKind {
        EventKind::TimerArmed {
            task: TaskId(task),
            delay: 1,
            due: VirtualTime::ZERO,
            refed: true,
        }
    }

    fn queued(task: u32, queue: Queue) -> EventKind {
        EventKind::TaskQueued {
            task: TaskId(task),
            queue,
        }
    }

    fn started(task: u32) -> EventKind {
        EventKind::TaskStarted {
            task: TaskId(task),
            rule: RuleId::TimerOrder,
        }
    }

    fn ended(task: u32) -> EventKind {
        EventKind::TaskEnded {
            task: TaskId(task),
            threw: false,
        }
    }

    fn choice() -> EventKind {
        EventKind::Choice {
            kind: ChoiceKind::Clock,
            picked: None,
            others: Vec::new(),
        }
    }

    fn phase(phase: Phase) -> EventKind {
        EventKind::PhaseEntered {
            phase,
            rule: RuleId::PhaseOrder,
        }
    }

    #[test]
    fn a_timer_is_made_at_once() {
        check(&[created(1), armed(1), created(2), armed(2)], &[2, 2]);
        check(&[created(1), armed(2)], &[1, 1]);
        check(&[EventKind::Leave, armed(1)], &[1, 1]);
    }

    #[test]
    fn tasks_are_queued_together() {
        let timers = Queue::Phase(Phase::Timers);
        check(&[queued(1, timers), queued(2, timers)], &[2]);
        check(&[queued(1, timers), queued(2, Queue::Ticks)], &[1, 1]);
        check(&[created(1), queued(1, Queue::Ticks)], &[2]);
    }

    #[test]
    fn operations() {
        let worker = Worker::PoolThread(0);
        let submitted = EventKind::IoSubmitted {
            task: TaskId(1),
            operation: "open a".to_owned(),
        };
        let begun = EventKind::IoStarted {
            task: TaskId(1),
            worker,
            until: VirtualTime::ZERO,
        };
        let done = EventKind::IoCompleted {
            task: TaskId(1),
            worker,
        };
        check(&[created(1), submitted.clone(), begun.clone()], &[3]);
        check(&[submitted, begun.clone()], &[2]);
        check(&[EventKind::Leave, begun], &[1, 1]);
        check(&[done, queued(1, Queue::Phase(Phase::Poll))], &[2]);
    }

    #[test]
    fn calls_and_returns() {
        let f = FunctionId(0);
        let statement = EventKind::Statement(ProbeId(0));
        check(&[started(1), EventKind::Enter(f), statement], &[2, 1]);
        check(&[EventKind::Enter(f), EventKind::Enter(f)], &[1, 1]);
        check(
            &[EventKind::Leave, EventKind::Leave, ended(1), started(2)],
            &[1, 2, 1],
        );
        check(&[started(1), ended(1)], &[1, 1]);
    }

    #[test]
    fn idle_phases_are_passed_after_the_first_iteration() {
        let iteration = EventKind::IterationStarted;
        let round = |number| [iteration(number), phase(Phase::Timers), phase(Phase::Poll)];
        check(&round(1), &[2, 1]);
        check(&[round(1), round(2), round(3)].concat(), &[2, 1, 6]);
        let check_phase = Queue::Phase(Phase::Check);
        let busy = [round(2).to_vec(), vec![phase(Phase::Check)]].concat();
        check(&busy, &[4]);
        let first = vec![queued(1, check_phase)];
        check(&[first, busy].concat(), &[1, 3, 1]);
        let timers = Queue::Phase(Phase::Timers);
        let due = [
            phase(Phase::Timers),
            queued(1, timers),
            queued(2, timers),
            started(1),
        ];
        check(&due, &[3, 1]);
    }

    #[test]
    fn phases_and_choices() {
        check(
            &[
                EventKind::IterationStarted(1),
                phase(Phase::Pending),
                phase(Phase::Poll),
            ],
            &[2, 1],
        );
        check(
            &[choice(), started(1), EventKind::Enter(FunctionId(0))],
            &[3],
        );
        check(
            &[
                choice(),
                choice(),
                phase(Phase::Timers),
                phase(Phase::Check),
            ],
            &[3, 1],
        );
    }
}
