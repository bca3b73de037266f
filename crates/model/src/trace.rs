//! A recorded run, and the pieces in which it travels.

use crate::event::Event;
use crate::scenario::Scenario;
use crate::source::SourceUnit;
use serde::{Deserialize, Serialize};

/// The version of the form of traces; a reader refuses others.
pub const FORMAT: u32 = 1;

/// A whole recorded run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// [`FORMAT`] of the recorder.
    pub format: u32,
    /// What was run.
    pub scenario: Scenario,
    /// The texts that were compiled, in order.
    pub sources: Vec<SourceUnit>,
    /// What happened, in order.
    pub events: Vec<Event>,
}

impl Trace {
    /// A trace of `scenario` in which nothing has happened yet.
    pub fn new(scenario: Scenario) -> Trace {
        Trace {
            format: FORMAT,
            scenario,
            sources: Vec::new(),
            events: Vec::new(),
        }
    }

    /// Appends a piece.
    pub fn append(&mut self, chunk: Chunk) {
        self.sources.extend(chunk.sources);
        self.events.extend(chunk.events);
    }
}

/// What was recorded since the last chunk. The texts of a chunk belong before its events.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Texts that were compiled.
    pub sources: Vec<SourceUnit>,
    /// What happened.
    pub events: Vec<Event>,
}
