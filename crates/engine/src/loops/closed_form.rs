//! Loops that need not run: all that they compute are polynomials of the number of the iteration.
//!
//! A loop qualifies when each iteration evaluates the same sums, differences and products, and no name depends on
//! itself but by `x += …`, so that the degree of each value has a bound. Some iterations are run; they determine the
//! polynomials, of every intermediate value too. As long as all of these are integers up to 2⁵³, no operation rounds, and
//! the polynomials are what the loop computes.

use super::degrees::{Degrees, mentions, summand};
use super::kernel::{Kernel, Round, State, Unwatched, Watch};
use super::rounding::accumulate;
use super::series::{EXACT, Series, largest};
use loopscope_instrument::numeric::{Condition, Cycle, MAX_SLOTS, Number, Relation, Slot, Step};

/// Enough for all iterations that are tried.
const FUEL: u64 = 10_000;

/// The loop, as far as polynomials go.
#[derive(Debug)]
pub struct ClosedForm {
    lines: Vec<Line>,
    relation: Relation,
    left: Number,
    right: Number,
    /// The names that are assigned to.
    assigned: Vec<Slot>,
    /// A bound of the degrees of all values.
    degree: usize,
}

/// An expression that each iteration evaluates.
#[derive(Debug)]
struct Line {
    number: Number,
    /// What is added to a name that the loop does nothing else with: `sum += i`.
    summand: Option<(Slot, Number)>,
}

impl ClosedForm {
    /// The closed form of a loop, if it may have one.
    pub fn of(cycle: &Cycle) -> Option<ClosedForm> {
        let mut numbers = Vec::new();
        for step in &cycle.body {
            match step {
                Step::Visit(_) => {}
                Step::Eval(number) => numbers.push(number),
                _ => return None,
            }
        }
        numbers.extend(&cycle.update);
        let (relation, left, right) = match &cycle.test {
            Condition::Compare(relation, left, right) => (*relation, left.clone(), right.clone()),
            Condition::Truthy(number) => (Relation::NotEqual, number.clone(), Number::Literal(0.0)),
            _ => return None,
        };
        let mut all = numbers.clone();
        all.extend([&left, &right]);
        let degrees = Degrees::of(&all)?;
        let assigned = (0..MAX_SLOTS as Slot).filter(|s| degrees.is_assigned(*s));
        let lines = numbers.iter().map(|&number| Line {
            number: number.clone(),
            summand: summand(number).filter(|(slot, _)| {
                // Nothing else does.
                let everywhere: usize = all.iter().map(|n| mentions(n, *slot)).sum();
                everywhere == mentions(number, *slot)
            }),
        });
        Some(ClosedForm {
            lines: lines.collect(),
            relation,
            left: left.clone(),
            right: right.clone(),
            degree: degrees.highest,
            assigned: assigned.collect(),
        })
    }

    /// Goes on from the beginning of an iteration to that of a later one, at most so many further; gives how many.
    pub fn jump(&self, cycle: &Cycle, state: &mut State, most: u64) -> Option<u64> {
        // A name that is set from another one follows it an iteration later.
        let mut unwatched = Unwatched;
        let mut kernel = Kernel::new(cycle, *state, FUEL, &mut unwatched);
        let warm = self.assigned.len() as u64;
        for _ in 0..warm {
            if kernel.round(cycle) != Round::Next {
                return None;
            }
        }
        let base = kernel.state;
        let most = i128::from(most.checked_sub(warm)?);
        let (times, end) = self.whole(&base, most)?;
        *state = end;
        Some(warm + times as u64)
    }

    /// As far as all values are exact; or, where only sums that nobody looks at are not, to the end.
    fn whole(&self, base: &State, most: i128) -> Option<(i128, State)> {
        let exact = self.extend(base, most, false);
        if exact.as_ref().is_some_and(|found| found.complete) {
            return exact.map(Extension::done);
        }
        let rounded = self.extend(base, most, true);
        rounded.or(exact).map(Extension::done)
    }

    fn extend(&self, base: &State, most: i128, sums: bool) -> Option<Extension> {
        let samples = Samples::take(self, base, sums)?;
        let series = |values: &dyn Fn(&Sample) -> f64| -> Option<Series> {
            let values: Option<Vec<i128>> = samples.0.iter().map(|s| exact(values(s))).collect();
            let values = values?;
            let series = Series::through(&values[..=self.degree]);
            let last = values.len() - 1;
            (series.at(last as i128)? == values[last]).then_some(series)
        };
        let first = samples.0.first()?;
        let mut values = Vec::new();
        for place in 0..first.values.len() {
            values.push(series(&|sample| sample.values[place])?);
        }
        let (left, right) = first.test;
        let allowed = true_for(self.relation, &values[left], &values[right])?;
        let limit = allowed.min(most);
        let fits = |t: i128| {
            let small = |series: &Series| series.bound(t).is_some_and(|bound| bound <= EXACT);
            let no_negative_zero = |&(l, r): &(usize, usize)| {
                values[l].is_never_negative(t) && values[r].is_never_negative(t)
            };
            values.iter().all(small) && first.products.iter().all(no_negative_zero)
        };
        let times = largest(limit, fits)?;
        if times == 0 {
            return None;
        }
        let mut end = *base;
        let mut summed = Vec::new();
        if sums {
            for &(slot, place) in &first.summands {
                summed.push(slot);
                end[slot as usize] = accumulate(base[slot as usize], &values[place], times)?;
            }
        }
        for &slot in self.assigned.iter().filter(|slot| !summed.contains(slot)) {
            let series = series(&|sample| sample.before[slot as usize])?;
            end[slot as usize] = series.at(times)? as f64;
        }
        Some(Extension {
            complete: times == limit,
            times,
            end,
        })
    }
}

struct Extension {
    /// Whether nothing but the loop's own test ends it.
    complete: bool,
    times: i128,
    end: State,
}

impl Extension {
    fn done(self) -> (i128, State) {
        (self.times, self.end)
    }
}

/// An iteration that was run to see what it computes.
struct Sample {
    before: State,
    /// All values, intermediate ones too, in order.
    values: Vec<f64>,
    /// The places of the factors of products.
    products: Vec<(usize, usize)>,
    /// The places of what is added to sums.
    summands: Vec<(Slot, usize)>,
    /// The places of the two sides of the test.
    test: (usize, usize),
}

struct Samples(Vec<Sample>);

impl Samples {
    /// One more than determine the polynomials. `sums`: leaves sums that nobody looks at as they are.
    fn take(form: &ClosedForm, base: &State, sums: bool) -> Option<Samples> {
        let mut samples = Vec::new();
        let mut state = *base;
        for _ in 0..form.degree + 2 {
            let before = state;
            let mut log = Log::default();
            let mut kernel = Kernel::free(state, &mut log);
            let mut summands = Vec::new();
            for line in &form.lines {
                match &line.summand {
                    Some((slot, summand)) if sums => {
                        kernel.number(summand);
                        summands.push((*slot, kernel.watch.place() - 1));
                    }
                    _ => {
                        kernel.number(&line.number);
                    }
                }
            }
            let left = kernel.number(&form.left);
            let left_place = kernel.watch.place() - 1;
            let right = kernel.number(&form.right);
            let right_place = kernel.watch.place() - 1;
            state = kernel.state;
            if !super::kernel::compare(form.relation, left, right) {
                return None;
            }
            samples.push(Sample {
                before,
                values: log.values,
                products: log.products,
                summands,
                test: (left_place, right_place),
            });
        }
        Some(Samples(samples))
    }
}

/// Keeps what is evaluated.
#[derive(Default)]
struct Log {
    values: Vec<f64>,
    products: Vec<(usize, usize)>,
}

impl Watch for Log {
    fn value(&mut self, value: f64) {
        self.values.push(value);
    }

    fn product(&mut self, left: usize) {
        self.products.push((left, self.values.len() - 1));
    }

    fn place(&self) -> usize {
        self.values.len()
    }
}

/// An integer that is a Number, and not −0.
fn exact(value: f64) -> Option<i128> {
    let fits = value.abs() <= EXACT as f64 && value.fract() == 0.0;
    (fits && !(value == 0.0 && value.is_sign_negative())).then_some(value as i128)
}

/// For how many iterations in a row the test holds; none if nothing ends that.
fn true_for(relation: Relation, left: &Series, right: &Series) -> Option<i128> {
    if left.degree() > 1 || right.degree() > 1 {
        return None;
    }
    let at = |t| Some(left.at(t)? - right.at(t)?);
    let start = at(0)?;
    let slope = at(1)? - start;
    // The first iteration whose test fails, where the difference goes from `start` in steps of `slope`.
    let first =
        |start: i128, slope: i128| (slope > 0).then(|| (-start + slope - 1).div_euclid(slope));
    match relation {
        Relation::Less => first(start, slope),
        Relation::LessOrEqual => first(start - 1, slope),
        Relation::Greater => first(-start, -slope),
        Relation::GreaterOrEqual => first(-start - 1, -slope),
        Relation::NotEqual => {
            let hit = slope != 0 && start % slope == 0 && -start / slope >= 0;
            hit.then(|| -start / slope)
        }
        Relation::Equal => None,
    }
}
