//! Loops over numbers: when they may go on by themselves, and what that counts as.

use super::{ITERATION, Recorder};
use crate::loops::{Plan, Skipped};
use loopscope_instrument::NumericLoop;
use loopscope_model::ProbeId;
use loopscope_model::source::ProbeKind;

/// So many statements and iterations of loops over numbers, which run natively, count as one statement.
const NATIVE_STATEMENTS: u64 = 50;

/// What a task has done of loops over numbers.
#[derive(Debug, Default)]
pub(super) struct Budget {
    /// Statements and iterations that ran natively. Those in closed form do not run.
    used: u64,
    /// The loop whose iteration has just begun may go on by itself.
    offered: Option<u32>,
    /// Visits were counted of a loop that went on by itself, since visits were last recorded.
    pub skipped: bool,
}

impl Recorder {
    /// Takes the loops of a text that was compiled.
    pub fn add_loops(&mut self, loops: &[NumericLoop]) {
        let first = self.loops.next_number();
        for (number, numeric) in (first..).zip(loops) {
            let iteration = ProbeId(numeric.cycle.probe);
            self.sites
                .mark_loop(number, ProbeId(numeric.statement), iteration);
        }
        self.loops.add(loops);
    }

    /// A statement is reached, which may be a loop.
    pub(super) fn begin_loop(&mut self, id: ProbeId) {
        if let Some(number) = self.sites.get(id).and_then(|site| site.numeric) {
            self.loops.begin(number);
        }
    }

    /// An iteration of a loop begins.
    pub(super) fn iterate(&mut self, id: ProbeId) {
        if let Some(number) = self.sites.get(id).and_then(|site| site.numeric) {
            let counted = self.sites.pass(id);
            let may = self.loops.iterate(number) && counted;
            self.numeric.offered = may.then_some(number);
        }
    }

    /// The loop whose iteration has just begun, if it may go on by itself. To be asked once.
    pub fn offered(&mut self) -> Option<u32> {
        self.numeric.offered.take()
    }

    /// How many statements and iterations of loops may still run natively in this task.
    pub fn fuel(&self) -> u64 {
        let all = self.bounds.statements.saturating_mul(NATIVE_STATEMENTS);
        all.saturating_sub(self.numeric.used)
    }

    /// The virtual time in nanoseconds when the clock is at `now`.
    pub fn time_with_loops(&self, now: u64) -> u64 {
        now.saturating_add(self.loop_time)
    }

    /// A loop went on by itself.
    pub fn jump(&mut self, plan: &Plan, skipped: Skipped) {
        let left = skipped.fuel.unwrap_or(0);
        self.numeric.used += self.fuel() - left;
        self.numeric.skipped = true;
        let mut iterations = skipped.rounds;
        let mut statements = false;
        for (probe, times) in skipped.visits {
            match self.sites.get(probe).map(|site| site.kind) {
                Some(ProbeKind::Loop) => iterations = iterations.saturating_add(times),
                _ => {
                    statements = true;
                    self.sites.count(probe, times);
                }
            }
        }
        if !statements {
            // Nothing else says that it went round; the iteration that has begun counts too.
            let probe = ProbeId(plan.numeric.cycle.probe);
            self.sites.count(probe, skipped.rounds.saturating_add(1));
        }
        let time = iterations.saturating_mul(ITERATION);
        self.loop_time = self.loop_time.saturating_add(time);
        self.loops.values = skipped.values;
    }
}
