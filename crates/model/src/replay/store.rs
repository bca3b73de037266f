//! Events in few bytes: a statement takes about six.

use super::tight;
use crate::event::{Event, EventIndex, EventKind};
use crate::time::VirtualTime;

/// Every so many events there is a place from which reading can begin.
const BLOCK: usize = 32;

/// Most events take fewer bytes than this.
const USUAL: usize = 64;

/// An append-only list of events.
#[derive(Debug, Clone, Default)]
pub(super) struct EventStore {
    bytes: Vec<u8>,
    /// Where each block begins in `bytes`.
    blocks: Vec<usize>,
    len: EventIndex,
    last_at: VirtualTime,
}

/// What is kept of an event: the time since the one before it in its block, the distance of its cause, and the rest.
type Packed<K> = (i64, u64, K);

impl EventStore {
    pub(super) fn len(&self) -> EventIndex {
        self.len
    }

    /// How many bytes the events take.
    pub(super) fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// Bytes of memory that are held.
    pub(super) fn memory(&self) -> usize {
        self.bytes.capacity() + self.blocks.capacity() * size_of::<usize>()
    }

    pub(super) fn push(&mut self, event: &Event) {
        if (self.len as usize).is_multiple_of(BLOCK) {
            tight::push(&mut self.blocks, self.bytes.len());
            self.last_at = VirtualTime::ZERO;
        }
        let packed: Packed<&EventKind> = (
            event.at.0.wrapping_sub(self.last_at.0) as i64,
            pack_cause(self.len, event.cause),
            &event.kind,
        );
        tight::make_room(&mut self.bytes, USUAL);
        let bytes = std::mem::take(&mut self.bytes);
        // Neither writing to memory nor the derived form of an event can fail.
        self.bytes = postcard::to_extend(&packed, bytes).expect("an event can be written");
        self.last_at = event.at;
        self.len += 1;
    }

    /// The event with this number.
    pub(super) fn get(&self, index: EventIndex) -> Option<Event> {
        self.from(index).next().map(|(_, event)| event)
    }

    /// The events from this number on.
    pub(super) fn from(&self, index: EventIndex) -> Events<'_> {
        let block = index as usize / BLOCK;
        let start = self.blocks.get(block).copied();
        let mut events = Events {
            bytes: start.map_or(&[][..], |at| &self.bytes[at..]),
            next: (block * BLOCK) as EventIndex,
            at: VirtualTime::ZERO,
        };
        while events.next < index && events.next().is_some() {}
        events
    }
}

fn pack_cause(index: EventIndex, cause: Option<EventIndex>) -> u64 {
    cause.map_or(0, |cause| {
        let distance = i64::from(index) - i64::from(cause);
        ((distance << 1) ^ (distance >> 63)) as u64 + 1
    })
}

fn unpack_cause(index: EventIndex, packed: u64) -> Option<EventIndex> {
    let zigzag = packed.checked_sub(1)?;
    let distance = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
    Some((i64::from(index) - distance) as EventIndex)
}

/// Reads events one after the other, with their numbers.
#[derive(Debug, Clone)]
pub struct Events<'a> {
    bytes: &'a [u8],
    next: EventIndex,
    at: VirtualTime,
}

impl Iterator for Events<'_> {
    type Item = (EventIndex, Event);

    fn next(&mut self) -> Option<(EventIndex, Event)> {
        if self.bytes.is_empty() {
            return None;
        }
        if (self.next as usize).is_multiple_of(BLOCK) {
            self.at = VirtualTime::ZERO;
        }
        let ((time, cause, kind), rest): (Packed<EventKind>, _) =
            postcard::take_from_bytes(self.bytes).expect("what was written can be read");
        let index = self.next;
        self.bytes = rest;
        self.next += 1;
        self.at = VirtualTime(self.at.0.wrapping_add(time as u64));
        let (at, cause) = (self.at, unpack_cause(index, cause));
        Some((index, Event { at, cause, kind }))
    }
}
