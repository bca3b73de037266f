//! Node's event loop on virtual time, without JavaScript.
//!
//! [`run`] drives a [`Host`]: it decides which task is next, tells the host to call it, and records each decision
//! with the rule behind it. [`EventLoop`] is the whole state in one plain struct; the functions of [`run`] read like
//! libuv's `uv_run`. The sections in the comments are those of the project's semantics of Node's event loop.
//!
//! To debug an order, print [`EventLoop::log`]: each event says when, what, and because of which event.
//!
//! *Limitations.* Callbacks are opaque numbers, and bytes are only carried. What the outside answers is the host's
//! business.

pub mod clock;
pub mod drain;
pub mod event_loop;
pub mod explore;
pub mod host;
pub mod immediates;
pub mod kernel;
pub mod log;
pub mod message_ports;
mod noise;
mod poll;
pub mod pool;
pub mod profile;
pub mod run;
pub mod schedule;
pub mod thread;
pub mod timers;

pub use event_loop::EventLoop;
pub use host::{Completion, Halt, Host};
pub use pool::{IoRequest, Trip};
pub use profile::Profile;
pub use run::run;
