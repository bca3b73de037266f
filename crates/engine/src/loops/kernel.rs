//! Runs loops over numbers as the interpreter would, without it.
//!
//! Each operation is the specification's on Numbers, in the same order, so the results are the same to the last bit.

use super::closed_form::ClosedForm;
use loopscope_instrument::numeric::{
    Condition, Cycle, MAX_SLOTS, Number, Operation, Relation, Slot, Step,
};
use std::collections::BTreeMap;

/// The values of a loop's names.
pub type State = [f64; MAX_SLOTS];

/// How often each probe was reached, from the loop's own on.
pub type Counts = Vec<i64>;

/// The closed forms of loops by the probe of their iterations.
pub type Inside = BTreeMap<u32, ClosedForm>;

/// A loop inside that has gone round so often may be worth a jump.
const WORTH_A_JUMP: u32 = 32;

/// Is told what is evaluated; the place of a value is the number of those before it.
pub trait Watch {
    /// This value was read or computed.
    fn value(&mut self, value: f64);
    /// The product that comes next is that of the last value and the one at this place.
    fn product(&mut self, left: usize);
    /// How many values there were.
    fn place(&self) -> usize;
}

/// Nobody looks.
pub struct Unwatched;

impl Watch for Unwatched {
    fn value(&mut self, _: f64) {}
    fn product(&mut self, _: usize) {}
    fn place(&self) -> usize {
        0
    }
}

/// How an iteration went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// Another one follows.
    Next,
    /// It was the last.
    Last,
    /// There was no fuel for it.
    Exhausted,
}

enum Flow {
    On,
    Break,
    Continue,
}

struct NoFuel;

/// A machine for numeric loops.
pub struct Kernel<'w, W> {
    /// The values of the names.
    pub state: State,
    /// How many statements and iterations may still run.
    pub fuel: u64,
    /// Who looks on.
    pub watch: &'w mut W,
    /// How often statements were reached, and loops inside went round.
    pub counts: Counts,
    first_probe: u32,
    inside: Option<&'w Inside>,
    /// What a visit adds: −1 while an iteration is taken back.
    count: i64,
}

impl<'w, W: Watch> Kernel<'w, W> {
    /// A machine for this loop, with these values.
    pub fn new(cycle: &Cycle, state: State, fuel: u64, watch: &'w mut W) -> Kernel<'w, W> {
        Kernel {
            state,
            fuel,
            watch,
            counts: vec![0; (cycle.last_probe - cycle.probe) as usize + 1],
            first_probe: cycle.probe,
            inside: None,
            count: 1,
        }
    }

    /// The same, which knows the closed forms of loops inside.
    pub fn with_inside(self, inside: &'w Inside) -> Kernel<'w, W> {
        Kernel {
            inside: Some(inside),
            ..self
        }
    }

    /// A machine for single expressions.
    pub fn free(state: State, watch: &'w mut W) -> Kernel<'w, W> {
        Kernel {
            state,
            fuel: 0,
            watch,
            counts: Counts::new(),
            first_probe: 0,
            inside: None,
            count: 1,
        }
    }

    /// Runs an iteration, unless it is the last: that one is left to the interpreter.
    pub fn round_but_last(&mut self, cycle: &Cycle) -> Round {
        let (state, fuel) = (self.state, self.fuel);
        let round = self.round(cycle);
        if round == Round::Last {
            (self.state, self.fuel, self.count) = (state, fuel, -1);
            self.round(cycle);
            (self.state, self.count) = (state, 1);
        }
        round
    }

    /// Runs an iteration, from the beginning of the body to the test.
    pub fn round(&mut self, cycle: &Cycle) -> Round {
        match self.try_round(cycle) {
            Ok(true) => Round::Next,
            Ok(false) => Round::Last,
            Err(NoFuel) => Round::Exhausted,
        }
    }

    fn try_round(&mut self, cycle: &Cycle) -> Result<bool, NoFuel> {
        self.burn()?;
        if let Flow::Break = self.steps(&cycle.body)? {
            return Ok(false);
        }
        for effect in &cycle.update {
            self.number(effect);
        }
        Ok(self.condition(&cycle.test))
    }

    fn burn(&mut self) -> Result<(), NoFuel> {
        self.fuel = self.fuel.checked_sub(1).ok_or(NoFuel)?;
        Ok(())
    }

    fn steps(&mut self, steps: &[Step]) -> Result<Flow, NoFuel> {
        for step in steps {
            match step {
                Step::Visit(probe) => {
                    self.burn()?;
                    self.visit(*probe);
                }
                Step::Eval(number) => {
                    self.number(number);
                }
                Step::If(test, yes, no) => {
                    let branch = if self.condition(test) { yes } else { no };
                    match self.steps(branch)? {
                        Flow::On => {}
                        other => return Ok(other),
                    }
                }
                Step::Loop(before, tested, cycle) => {
                    for effect in before {
                        self.number(effect);
                    }
                    if !tested || self.condition(&cycle.test) {
                        self.inner(cycle)?;
                    }
                }
                Step::Break => return Ok(Flow::Break),
                Step::Continue => return Ok(Flow::Continue),
            }
        }
        Ok(Flow::On)
    }

    /// A loop inside, whose first iteration begins.
    fn inner(&mut self, cycle: &Cycle) -> Result<(), NoFuel> {
        let mut rounds = 0;
        loop {
            self.visit(cycle.probe);
            if !self.try_round(cycle)? {
                return Ok(());
            }
            rounds += 1;
            if rounds == WORTH_A_JUMP
                && let Some(closed) = self.inside.and_then(|inside| inside.get(&cycle.probe))
                && let Some(times) = closed.jump(cycle, &mut self.state, u64::MAX)
            {
                self.visit_straight(cycle, times);
                self.count_visits(cycle.probe, times);
            }
        }
    }

    /// Counts so many iterations of a loop in which each statement is reached once.
    pub fn visit_straight(&mut self, cycle: &Cycle, times: u64) {
        for step in &cycle.body {
            if let Step::Visit(probe) = step {
                self.count_visits(*probe, times);
            }
        }
    }

    fn count_visits(&mut self, probe: u32, times: u64) {
        let times = i64::try_from(times).unwrap_or(i64::MAX);
        let count = &mut self.counts[(probe - self.first_probe) as usize];
        *count = count.saturating_add(times.saturating_mul(self.count));
    }

    fn visit(&mut self, probe: u32) {
        self.counts[(probe - self.first_probe) as usize] += self.count;
    }

    fn seen(&mut self, value: f64) -> f64 {
        self.watch.value(value);
        value
    }

    fn set(&mut self, slot: Slot, value: f64) {
        self.state[slot as usize] = value;
    }

    /// Evaluates an expression.
    pub fn number(&mut self, it: &Number) -> f64 {
        let value = match it {
            Number::Literal(value) => *value,
            Number::Slot(slot) => self.state[*slot as usize],
            Number::Set(slot, value) => {
                let value = self.number(value);
                self.set(*slot, value);
                value
            }
            Number::Postfix(slot, delta) => {
                let before = self.state[*slot as usize];
                self.seen(before + delta);
                self.set(*slot, before + delta);
                before
            }
            Number::Binary(operation, left, right) => {
                let left = self.number(left);
                let place = self.watch.place();
                let right = self.number(right);
                if *operation == Operation::Multiply {
                    self.watch.product(place.wrapping_sub(1));
                }
                operate(*operation, left, right)
            }
            Number::Negate(value) => -self.number(value),
            Number::Not(value) => f64::from(!to_int32(self.number(value))),
            Number::Choose(test, yes, no) => {
                let branch = if self.condition(test) { yes } else { no };
                self.number(branch)
            }
        };
        self.seen(value)
    }

    /// Whether a condition holds.
    pub fn condition(&mut self, it: &Condition) -> bool {
        match it {
            Condition::Constant(value) => *value,
            Condition::Truthy(number) => {
                let value = self.number(number);
                value != 0.0 && !value.is_nan()
            }
            Condition::Compare(relation, left, right) => {
                let left = self.number(left);
                let right = self.number(right);
                compare(*relation, left, right)
            }
            Condition::Not(inner) => !self.condition(inner),
            Condition::Both(left, right) => self.condition(left) && self.condition(right),
            Condition::Either(left, right) => self.condition(left) || self.condition(right),
        }
    }
}

/// Compares as the language does.
pub fn compare(relation: Relation, left: f64, right: f64) -> bool {
    match relation {
        Relation::Less => left < right,
        Relation::LessOrEqual => left <= right,
        Relation::Greater => left > right,
        Relation::GreaterOrEqual => left >= right,
        Relation::Equal => left == right,
        Relation::NotEqual => left != right,
    }
}

fn operate(operation: Operation, left: f64, right: f64) -> f64 {
    let shift = || to_int32(right) as u32 & 31;
    match operation {
        Operation::Add => left + right,
        Operation::Subtract => left - right,
        Operation::Multiply => left * right,
        Operation::Divide => left / right,
        Operation::Remainder => left % right,
        Operation::ShiftLeft => f64::from(to_int32(left).wrapping_shl(shift())),
        Operation::ShiftRight => f64::from(to_int32(left) >> shift()),
        Operation::ShiftRightZeroFill => f64::from(to_int32(left) as u32 >> shift()),
        Operation::Or => f64::from(to_int32(left) | to_int32(right)),
        Operation::Xor => f64::from(to_int32(left) ^ to_int32(right)),
        Operation::And => f64::from(to_int32(left) & to_int32(right)),
    }
}

/// `ToInt32` (ECMA-262, 7.1.6).
fn to_int32(value: f64) -> i32 {
    if value.abs() < 9e18 {
        return value as i64 as i32;
    }
    if !value.is_finite() {
        return 0;
    }
    (value % 4_294_967_296.0) as i64 as i32
}
