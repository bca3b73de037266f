//! What a program prints with one seed after the other.

use loopscope_engine::{NoDisk, record_draws};
use loopscope_model::{Scenario, Schedule};
use loopscope_tests::{Outcome, outcome};

/// Runs a scenario with seeds. A run in which nothing is drawn is the same with each of them, and not done again.
pub struct Outcomes {
    scenario: Scenario,
    always: Option<Outcome>,
}

impl Outcomes {
    /// Of this scenario.
    pub fn new(scenario: &Scenario) -> Outcomes {
        Outcomes {
            scenario: scenario.clone(),
            always: None,
        }
    }

    /// What the program leaves behind with this seed. To be called on a large stack.
    pub fn with_seed(&mut self, seed: u64) -> Outcome {
        if let Some(always) = &self.always {
            return always.clone();
        }
        self.scenario.schedule = Schedule::Seeded(seed);
        let (trace, draws) = record_draws(&self.scenario, Box::new(NoDisk));
        let outcome = outcome(&trace);
        if !draws.any {
            self.always = Some(outcome.clone());
        }
        outcome
    }
}
