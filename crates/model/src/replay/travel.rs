//! From a step to the next or the one before of some sort.

use super::index::OutputRef;
use super::recording::Recording;
use crate::event::EventIndex;

/// What to travel by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stride {
    /// Any step.
    Step,
    /// The next statement that is reached.
    Statement,
    /// The next call of a task.
    Callback,
    /// The next phase that is entered.
    Phase,
    /// The next iteration of the loop.
    Iteration,
    /// The next output.
    Output,
}

impl Recording {
    /// The next step of this sort behind `step`, if there is one.
    pub fn next(&self, step: u32, stride: Stride) -> Option<u32> {
        if stride == Stride::Step {
            return (step < self.last_step()).then(|| step + 1);
        }
        let (place, events) = self.split(stride, self.events_of_step(step).end);
        let event = events.get(place)?;
        Some(self.step_of_event(event))
    }

    /// The last step of this sort before `step`; step 0 if there is none, nothing at step 0.
    pub fn previous(&self, step: u32, stride: Stride) -> Option<u32> {
        let before = step.min(self.last_step() + 1).checked_sub(1)?;
        if stride == Stride::Step {
            return Some(before);
        }
        let (place, events) = self.split(stride, self.events_of_step(before).end);
        let event = place.checked_sub(1).and_then(|at| events.get(at));
        Some(event.map_or(0, |event| self.step_of_event(event)))
    }

    /// The events of this sort, and how many of them are before the given one.
    fn split(&self, stride: Stride, event: EventIndex) -> (usize, Places<'_>) {
        let places = match stride {
            Stride::Output => Places::Outputs(self.outputs()),
            Stride::Callback => Places::Events(self.callbacks()),
            Stride::Phase => Places::Events(self.phases()),
            Stride::Iteration => Places::Events(self.iterations()),
            Stride::Statement | Stride::Step => Places::Events(self.statements()),
        };
        let before = match places {
            Places::Outputs(outputs) => outputs.partition_point(|o| o.event < event),
            Places::Events(events) => events.partition_point(|&e| e < event),
        };
        (before, places)
    }
}

enum Places<'a> {
    Outputs(&'a [OutputRef]),
    Events(&'a [EventIndex]),
}

impl Places<'_> {
    fn get(&self, at: usize) -> Option<EventIndex> {
        match self {
            Places::Outputs(outputs) => outputs.get(at).map(|o| o.event),
            Places::Events(events) => events.get(at).copied(),
        }
    }
}
