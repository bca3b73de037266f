//! What the page and the worker say to each other. A message is the [`postcard`] form of [`ToWorker`] or [`FromWorker`],
//! sent as a `Uint8Array`.
//!
//! There is no message to cancel: a run that is not wanted any more ends by terminating its worker.

use crate::node::{ModuleKind, ModuleReason};
use crate::scenario::Scenario;
use crate::trace::Chunk;
use serde::{Deserialize, Serialize};

/// The version of these messages; a message of another version is not answered.
pub const PROTOCOL: u32 = 2;

/// A message to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToWorker {
    /// [`PROTOCOL`] of the sender.
    pub protocol: u32,
    /// The build that the sender belongs to.
    pub build: String,
    /// The run that the message is about; the page counts them.
    pub run: u32,
    /// What is wanted.
    pub request: Request,
}

/// What the page wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Record this scenario.
    Run(Box<Scenario>),
}

/// A message from the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FromWorker {
    /// [`PROTOCOL`] of the sender.
    pub protocol: u32,
    /// The build that the worker's request named.
    pub build: String,
    /// The run that the message is about.
    pub run: u32,
    /// What is said.
    pub reply: Reply,
}

/// What the worker says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// What sort of module the main program is, and by what that is known. Comes first.
    Main(ModuleKind, ModuleReason),
    /// The next piece of the trace.
    Chunk(Chunk),
    /// The trace is complete: its last event is an `Ended`.
    Finished,
    /// The request could not be read; the text says why.
    Failed(String),
}
