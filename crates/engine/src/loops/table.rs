//! The loops over numbers of all texts, and how each is getting on.

use super::Plan;
use loopscope_instrument::NumericLoop;
use std::rc::Rc;

/// A loop that runs.
#[derive(Debug)]
struct Running {
    plan: Rc<Plan>,
    /// Iterations since its statement was reached.
    rounds: u32,
    /// The iteration in which it may offer to go on by itself: not in the first one.
    next_offer: u32,
}

/// All of them, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Loops {
    loops: Vec<Running>,
    /// The values of the inputs of the loop that just went on.
    pub values: Vec<f64>,
}

/// Names cannot be wrong in the second iteration: the first one has used them.
const FIRST_OFFER: u32 = 2;

impl Loops {
    /// The number that the next text's first loop gets.
    pub fn next_number(&self) -> u32 {
        self.loops.len() as u32
    }

    /// Takes the loops of a text that was compiled.
    pub fn add(&mut self, loops: &[NumericLoop]) {
        self.loops.extend(loops.iter().map(|numeric| Running {
            plan: Rc::new(Plan::new(numeric.clone())),
            rounds: 0,
            next_offer: FIRST_OFFER,
        }));
    }

    /// The loop with this number.
    pub fn plan(&self, number: u32) -> Option<Rc<Plan>> {
        self.loops.get(number as usize).map(|l| l.plan.clone())
    }

    /// The statement of a loop is reached.
    pub fn begin(&mut self, number: u32) {
        if let Some(running) = self.loops.get_mut(number as usize) {
            (running.rounds, running.next_offer) = (0, FIRST_OFFER);
        }
    }

    /// An iteration begins; gives whether the loop may go on by itself.
    pub fn iterate(&mut self, number: u32) -> bool {
        self.loops.get_mut(number as usize).is_some_and(|running| {
            running.rounds = running.rounds.saturating_add(1);
            running.rounds >= running.next_offer
        })
    }

    /// The offer was declined: the next one is made when the loop has gone round twice as often.
    pub fn decline(&mut self, number: u32) {
        if let Some(running) = self.loops.get_mut(number as usize) {
            running.next_offer = running.rounds.saturating_mul(2);
        }
    }
}
