//! The list of what happened.

use loopscope_model::{Event, EventIndex, EventKind, VirtualTime};

/// An append-only list of events, from which a recorder takes what is new.
#[derive(Debug, Clone, Default)]
pub struct Log {
    new: Vec<Event>,
    taken: EventIndex,
}

impl Log {
    /// Appends an event and gives its place.
    pub fn push(
        &mut self,
        at: VirtualTime,
        cause: Option<EventIndex>,
        kind: EventKind,
    ) -> EventIndex {
        self.new.push(Event { at, cause, kind });
        self.len() - 1
    }

    /// How many events there are in all.
    pub fn len(&self) -> EventIndex {
        self.taken + self.new.len() as EventIndex
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The events since this was called last.
    pub fn take(&mut self) -> Vec<Event> {
        self.taken = self.len();
        std::mem::take(&mut self.new)
    }

    /// How many events wait to be taken.
    pub fn pending(&self) -> usize {
        self.new.len()
    }
}
