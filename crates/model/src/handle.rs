//! Handles: what the process has open to the outside, and what keeps it alive.

use serde::{Deserialize, Serialize};

/// A handle of the process, numbered in order of creation from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HandleId(pub u32);

/// What sort of handle it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HandleKind {
    /// A socket that listens.
    Server,
    /// One end of a connection.
    Socket,
    /// A pipe to or from a child process, or standard input.
    Pipe,
    /// A child process.
    Child,
    /// A worker thread.
    Worker,
    /// A port for messages.
    Port,
    /// A listener for a signal.
    Signal,
}

impl HandleKind {
    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            HandleKind::Server => "server",
            HandleKind::Socket => "socket",
            HandleKind::Pipe => "pipe",
            HandleKind::Child => "child process",
            HandleKind::Worker => "worker",
            HandleKind::Port => "message port",
            HandleKind::Signal => "signal listener",
        }
    }
}
