//! States from which replay can begin, spaced by size: together they take at most half of the bytes of the events.

use super::state::LoopState;
use crate::event::EventIndex;

/// At least so many bytes of events lie between two keyframes.
const SPACING: usize = 1024;

/// States at growing numbers of events.
#[derive(Debug, Clone, Default)]
pub(super) struct Keyframes {
    bytes: Vec<u8>,
    /// How many events each state has folded, and where it begins in `bytes`.
    places: Vec<(EventIndex, usize)>,
    /// The next one is tried when the events take so many bytes.
    due: usize,
}

impl Keyframes {
    /// Keeps this state if it is time for it; the events so far take so many bytes.
    pub(super) fn offer(&mut self, state: &LoopState, event_bytes: usize) {
        if event_bytes < self.due.max(SPACING) {
            return;
        }
        let start = self.bytes.len();
        let bytes = std::mem::take(&mut self.bytes);
        // Writing to memory cannot fail, nor can the derived form of a state.
        self.bytes = postcard::to_extend(state, bytes).expect("a state can be written");
        let size = self.bytes.len() - start;
        if self.bytes.len() * 2 <= event_bytes {
            self.places.push((state.events, start));
            self.due = event_bytes + SPACING.max(size * 2);
        } else {
            self.due = self.bytes.len() * 2;
            self.bytes.truncate(start);
        }
    }

    /// The last state that has folded at most so many events.
    pub(super) fn before(&self, events: EventIndex) -> LoopState {
        let place = self.places.partition_point(|&(at, _)| at <= events);
        match place.checked_sub(1) {
            None => LoopState::default(),
            Some(place) => {
                let bytes = &self.bytes[self.places[place].1..];
                let state = postcard::take_from_bytes(bytes);
                state.expect("what was written can be read").0
            }
        }
    }

    /// The largest number of events between two states, or between the last one and the end.
    pub(super) fn longest_gap(&self, events: EventIndex) -> EventIndex {
        let ends = self.places.iter().map(|&(at, _)| at).chain([events]);
        let mut longest = 0;
        let mut last = 0;
        for end in ends {
            longest = longest.max(end.saturating_sub(last));
            last = end;
        }
        longest
    }

    /// How many bytes the states take.
    pub(super) fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// Bytes of memory that are held.
    pub(super) fn memory(&self) -> usize {
        self.bytes.capacity() + self.places.capacity() * size_of::<(EventIndex, usize)>()
    }
}
