//! Loops over numbers go on by themselves: in closed form where that is exact, natively where it is not.
//!
//! [`loopscope_instrument::numeric`] says which loops, and how they offer it. The offer is declined, and the loop runs
//! as written, unless all values are Numbers and no name can be an accessor. The last iteration is always the
//! interpreter's.

mod closed_form;
mod degrees;
mod kernel;
mod natives;
mod rounding;
mod series;
mod table;

pub use natives::{jump, jumped, skip};
pub use table::Loops;

use closed_form::ClosedForm;
use kernel::{Inside, Kernel, Round, State, Unwatched};
use loopscope_instrument::NumericLoop;
use loopscope_instrument::numeric::{Cycle, MAX_SLOTS, Step};
use loopscope_model::ProbeId;

/// A loop and its closed form.
#[derive(Debug)]
pub struct Plan {
    /// The loop.
    pub numeric: NumericLoop,
    closed: Option<ClosedForm>,
    /// Those of loops inside.
    inside: Inside,
}

/// How far a loop went by itself.
#[derive(Debug)]
pub struct Skipped {
    /// The values of the inputs at the beginning of the iteration that is next, in their order.
    pub values: Vec<f64>,
    /// How many iterations that is further.
    pub rounds: u64,
    /// How often each of the statements and loops inside was reached.
    pub visits: Vec<(ProbeId, u64)>,
    /// What is left of the fuel; nothing if it did not suffice.
    pub fuel: Option<u64>,
}

impl Plan {
    /// Makes a plan of a loop.
    pub fn new(numeric: NumericLoop) -> Plan {
        let closed = ClosedForm::of(&numeric.cycle);
        let mut inside = Inside::new();
        collect_inside(&numeric.cycle.body, &mut inside);
        Plan {
            numeric,
            closed,
            inside,
        }
    }

    /// Goes on from the beginning of an iteration with these values, to that of the last one if `most` iterations and
    /// the fuel suffice.
    pub fn run(&self, values: &[f64], most: u64, fuel: u64) -> Skipped {
        let cycle: &Cycle = &self.numeric.cycle;
        let mut state: State = [0.0; MAX_SLOTS];
        state[..values.len()].copy_from_slice(values);
        let closed = self.closed.as_ref();
        let mut rounds = closed
            .and_then(|closed| closed.jump(cycle, &mut state, most))
            .unwrap_or(0);
        let mut unwatched = Unwatched;
        let mut kernel = Kernel::new(cycle, state, fuel, &mut unwatched).with_inside(&self.inside);
        // None of a closed form's statements is under a condition.
        kernel.visit_straight(cycle, rounds);
        let mut last = Round::Next;
        while last == Round::Next && rounds < most {
            last = kernel.round_but_last(cycle);
            rounds += u64::from(last == Round::Next);
        }
        let visits = (cycle.probe..).zip(&kernel.counts);
        Skipped {
            values: kernel.state[..values.len()].to_vec(),
            rounds,
            visits: visits
                .filter(|(_, count)| **count > 0)
                .map(|(probe, count)| (ProbeId(probe), *count as u64))
                .collect(),
            fuel: (last != Round::Exhausted).then_some(kernel.fuel),
        }
    }
}

fn collect_inside(steps: &[Step], inside: &mut Inside) {
    for step in steps {
        match step {
            Step::Loop(_, _, cycle) => {
                if let Some(closed) = ClosedForm::of(cycle) {
                    inside.insert(cycle.probe, closed);
                }
                collect_inside(&cycle.body, inside);
            }
            Step::If(_, yes, no) => {
                collect_inside(yes, inside);
                collect_inside(no, inside);
            }
            _ => {}
        }
    }
}
