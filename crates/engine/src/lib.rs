//! Runs a Node program on virtual time and records it: [`record()`].
//!
//! The interpreter is Boa; the event loop knows it only by the trait [`loopscope_event_loop::Host`], which
//! [`process::Process`] implements. A program's text is instrumented before it is compiled ([`compile`]); its probes
//! call [`probes`], and [`recorder`] makes events of that. Node's globals are half Rust ([`globals`], [`modules`]),
//! half JavaScript (the folder `node/`, which the recorder does not see).
//!
//! A program that fails is no error here: how it ended is the last event of its trace.
//!
//! *Limitations.* What is not modelled ends the run with a refusal. `CHANGELOG.md` lists what is modelled.

pub mod async_context;
pub mod choices;
pub mod clock;
pub mod compile;
mod delegation;
pub mod disk;
pub mod errors;
pub mod features;
pub mod globals;
pub mod hooks;
pub mod http1;
pub mod inspect;
pub mod latency;
pub mod limits;
pub mod loops;
pub mod messages;
pub mod modules;
pub mod numbers;
mod old_await;
pub mod outside;
pub mod probes;
pub mod process;
pub mod record;
pub mod recorder;
pub mod shared;
pub mod stack;
pub mod surface;
mod uncaught;

pub use disk::{Disk, NoDisk};
pub use record::{Draws, kind_of_main, record, record_draws, record_trace, record_with_disk};
