//! The vocabulary of Loopscope, as plain data: what is run ([`Scenario`]), what is recorded ([`Trace`], [`Event`]),
//! and what is shown of it ([`replay`], [`picture`], [`explain`]).
//!
//! Recorder and viewer share this crate and know nothing of each other. There is no engine here, no browser and no
//! clock: the same bytes give the same answers natively and in Wasm.
//!
//! *Limitations.* The crate does not judge whether a trace is one that Node could produce: that is the business of
//! `loopscope-event-loop` and of the recordings in `tests/`.

pub mod anchor;
pub mod draw;
pub mod event;
pub mod explain;
#[cfg(test)]
mod fixture;
pub mod handle;
pub mod link;
pub mod node;
pub mod numbered;
pub mod picture;
pub mod protocol;
pub mod replay;
pub mod rule;
pub mod scenario;
pub mod source;
pub mod task;
pub mod time;
pub mod trace;
pub mod written;

pub use draw::{DrawKey, DrawKind, Drawn};
pub use event::{Event, EventIndex, EventKind};
pub use handle::{HandleId, HandleKind};
pub use node::{ModuleKind, ModuleReason, NodeVersion};
pub use rule::RuleId;
pub use scenario::{Scenario, Schedule};
pub use source::{FunctionId, Probe, ProbeId, SourceId, SourceUnit, Span};
pub use task::{Phase, Queue, TaskId, TaskKind};
pub use time::VirtualTime;
pub use trace::{Chunk, Trace};
