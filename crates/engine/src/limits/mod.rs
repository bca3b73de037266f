//! What a run may use: work inside built-in functions, memory, text. Statements, frames and events are counted where
//! they are recorded ([`crate::recorder`]).
//!
//! Three walls stand behind each other:
//!
//! 1. *Counted limits*, equal natively and in Wasm. Before a built-in function does its work [`builtins`] looks at how
//!    much that is; regular expressions count their own steps ([`regex`]). What V8 refuses throws V8's `RangeError`;
//!    what V8 would do, and a page in a phone cannot, ends the run.
//! 2. *Live memory*, which [`memory`] counts and each probe looks at.
//! 3. *The host's last resort* for what neither sees: [`memory::CEILING`], and [`progress`] for a watch over the clock.

pub mod bigints;
pub mod builtins;
pub mod constructors;
mod costs;
pub mod inheritance;
pub mod iteration;
pub mod memory;
pub mod nesting;
pub mod progress;
pub mod regex;
mod sizes;
pub mod text;

use crate::compile;
use crate::probes;
use crate::shared::{Shared, shared};
use boa_engine::{Context, JsError, JsResult};
use loopscope_model::event::{Ending, Stop, StopKind};
use std::cell::{Cell, RefCell};

/// The work that built-in functions may do in one task, in steps: an element looked at, sixteen code units of a text,
/// a call, four steps of a regular expression. A step takes some 20 to 500 ns natively, and three times that in Wasm.
pub const WORK: u64 = 20_000_000;

/// What a call of a built-in function costs besides what it works through.
pub const CALL: u64 = 8;

/// What was used so far.
#[derive(Debug, Default)]
pub struct Used {
    /// Steps of built-in functions in this task.
    work: Cell<u64>,
    /// Bytes that the host's thread had in use when the run began.
    pub memory_before: Cell<usize>,
    /// Bytes of the run in use after garbage was collected last because there was so much.
    after_collection: Cell<usize>,
    /// How many built-in functions that are counted are on the stack.
    nesting: Cell<u32>,
    /// Whether what `JSON.stringify` is about to write may get deeper meanwhile, see [`nesting`].
    pub grows: Cell<bool>,
    /// The bits of left operands whose right ones are being evaluated, see [`bigints`].
    operands: RefCell<Vec<u64>>,
}

impl Used {
    /// A task begins.
    pub fn begin_task(&self) {
        self.work.set(0);
        self.nesting.set(0);
        self.operands.borrow_mut().clear();
    }
}

/// Counts work that the built-in function `name` is about to do.
///
/// # Errors
/// The end of the run, when it is more than a task may do.
pub fn charge(name: &str, steps: u64, context: &mut Context) -> JsResult<()> {
    let shared = shared(context);
    let work = shared.used.work.get().saturating_add(steps);
    shared.used.work.set(work);
    if work <= WORK {
        return Ok(());
    }
    Err(stop(
        &shared,
        format!(
            "built-in functions did more than {WORK} steps in one callback, {name} the last of them"
        ),
        "let the program work on less data",
    ))
}

/// Ends the run at a limit, at the statement that runs.
pub fn stop(shared: &Shared, message: String, hint: &str) -> JsError {
    let site = shared.recorder.borrow().site;
    shared.end(Ending::Stopped(Stop {
        kind: StopKind::Bomb,
        message,
        hint: hint.to_owned(),
        place: site.and_then(|probe| compile::place_of(shared, probe)),
    }));
    probes::halt(shared)
}
