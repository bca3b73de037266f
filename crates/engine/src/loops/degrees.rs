//! Which of a loop's values are polynomials of the number of the iteration, and of what degree at most.

use loopscope_instrument::numeric::{MAX_SLOTS, Number, Operation, Slot};

/// Polynomials of a higher degree are left to the kernel.
const HIGHEST_DEGREE: usize = 4;

/// Bounds of the degrees of a loop's values.
pub struct Degrees<'a> {
    /// What each name is set to, and whether that is added to what it was.
    sets: Vec<(Slot, bool, Option<&'a Number>)>,
    known: [Known; MAX_SLOTS],
    /// The highest.
    pub highest: usize,
}

/// What is known of a name's degree.
#[derive(Debug, Clone, Copy)]
enum Known {
    Nothing,
    /// It is being asked for: who asks again depends on itself.
    Asked,
    Degree(usize),
}

impl<'a> Degrees<'a> {
    /// The bounds, if all expressions that an iteration evaluates are polynomials.
    pub fn of(all: &[&'a Number]) -> Option<Degrees<'a>> {
        let mut degrees = Degrees {
            sets: Vec::new(),
            known: [Known::Nothing; MAX_SLOTS],
            highest: 0,
        };
        for number in all {
            degrees.collect(number)?;
        }
        let mut highest = 0;
        for number in all {
            highest = highest.max(degrees.number(number)?);
        }
        for slot in 0..MAX_SLOTS as Slot {
            highest = highest.max(degrees.slot(slot)?);
        }
        degrees.highest = highest;
        (highest <= HIGHEST_DEGREE).then_some(degrees)
    }

    /// Whether the loop assigns to a name.
    pub fn is_assigned(&self, slot: Slot) -> bool {
        self.sets.iter().any(|(set, ..)| *set == slot)
    }

    fn collect(&mut self, it: &'a Number) -> Option<()> {
        match it {
            Number::Literal(_) | Number::Slot(_) => {}
            Number::Postfix(slot, _) => self.sets.push((*slot, true, None)),
            Number::Set(slot, value) => {
                match summand(it) {
                    Some(_) => self.sets.push((*slot, true, Some(added(value, *slot)?))),
                    None if mentions(value, *slot) > 0 => match &**value {
                        Number::Binary(Operation::Subtract, left, right)
                            if **left == Number::Slot(*slot) && mentions(right, *slot) == 0 =>
                        {
                            self.sets.push((*slot, true, Some(right)));
                        }
                        _ => return None,
                    },
                    None => self.sets.push((*slot, false, Some(value))),
                }
                self.collect(value)?;
            }
            Number::Binary(_, left, right) => {
                self.collect(left)?;
                self.collect(right)?;
            }
            Number::Negate(_) | Number::Not(_) | Number::Choose(..) => return None,
        }
        Some(())
    }

    fn slot(&mut self, slot: Slot) -> Option<usize> {
        match self.known[slot as usize] {
            Known::Degree(degree) => return Some(degree),
            Known::Asked => return None,
            Known::Nothing => self.known[slot as usize] = Known::Asked,
        }
        let (mut degree, mut adds) = (0, 0);
        for at in 0..self.sets.len() {
            let (set, added, value) = self.sets[at];
            if set == slot {
                adds = adds.max(usize::from(added));
                degree = degree.max(value.map_or(Some(0), |value| self.number(value))?);
            }
        }
        self.known[slot as usize] = Known::Degree(degree + adds);
        (degree + adds <= HIGHEST_DEGREE).then_some(degree + adds)
    }

    fn number(&mut self, it: &Number) -> Option<usize> {
        match it {
            Number::Literal(_) => Some(0),
            Number::Slot(slot) | Number::Set(slot, _) | Number::Postfix(slot, _) => {
                self.slot(*slot)
            }
            Number::Binary(operation, left, right) => {
                let (left, right) = (self.number(left)?, self.number(right)?);
                match operation {
                    Operation::Add | Operation::Subtract => Some(left.max(right)),
                    Operation::Multiply => Some(left + right),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// What is added in `x += e`, `x = x + e` and `x = e + x`, with `x`.
pub fn summand(it: &Number) -> Option<(Slot, Number)> {
    match it {
        Number::Set(slot, value) => added(value, *slot).map(|e| (*slot, e.clone())),
        Number::Postfix(slot, delta) => Some((*slot, Number::Literal(*delta))),
        _ => None,
    }
}

fn added(value: &Number, slot: Slot) -> Option<&Number> {
    let Number::Binary(Operation::Add, left, right) = value else {
        return None;
    };
    let other = match (&**left, &**right) {
        (Number::Slot(s), other) | (other, Number::Slot(s)) if *s == slot => other,
        _ => return None,
    };
    (mentions(other, slot) == 0).then_some(other)
}

/// How often a name is read or set.
pub fn mentions(it: &Number, slot: Slot) -> usize {
    match it {
        Number::Literal(_) => 0,
        Number::Slot(s) | Number::Postfix(s, _) => usize::from(*s == slot),
        Number::Set(s, value) => usize::from(*s == slot) + mentions(value, slot),
        Number::Binary(_, left, right) => mentions(left, slot) + mentions(right, slot),
        Number::Negate(value) | Number::Not(value) => mentions(value, slot),
        // Never part of a closed form.
        Number::Choose(..) => 1,
    }
}
