//! The event loop against the project's semantics of Node's event loop: one test a rule, named after its section.
//!
//! The programs are scripts of a small language ([`script`]) that [`host`] runs; what they log is compared.

mod choices;
mod errors;
mod host;
mod immediates;
mod laws;
mod phases;
mod pool;
mod queues;
mod script;
mod sections;
mod sockets;
mod timers;

use expect_test::Expect;
use host::Run;
use script::Script;

/// Runs a script and compares the names of what ran, in order.
#[track_caller]
fn check(script: Script, expect: Expect) -> Run {
    let run = host::run(&script);
    expect.assert_eq(&run.line());
    run
}
