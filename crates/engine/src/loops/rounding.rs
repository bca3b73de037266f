//! Sums beyond 2⁵³: `sum += i`, where each addition rounds.
//!
//! While a sum `s` stays between two powers of two, its unit in the last place `u` is the same, `s` is a multiple of it,
//! and what an addition of the integer `e` makes of it depends on `e` modulo `2u` and, where `e` lies halfway, on whether
//! `s / u` is even. The summands are a polynomial, so they repeat modulo `2u` after a known number of iterations, the
//! period. Behind the first addition that lies halfway `s / u` is even, whatever it was. So from the second period on
//! each one rounds as the one before it, and many of them are one multiplication.

use super::series::{EXACT, Series, largest};

/// Longer periods are not worth it.
const LONGEST_PERIOD: i128 = 1 << 18;

/// So many additions may be done one by one.
const SINGLE: i128 = 1 << 22;

/// `sum` behind the additions of `summands` at 0, …, `times - 1`, each rounded. None if that is not known exactly
/// without adding them one by one.
pub fn accumulate(sum: f64, summands: &Series, times: i128) -> Option<f64> {
    let integer = sum.fract() == 0.0 && !(sum == 0.0 && sum.is_sign_negative());
    if !integer || sum < 0.0 || summands.differences().iter().any(|d| *d < 0) {
        return None;
    }
    let total = |from: i128, to: i128| Some(summands.sum(to)? - summands.sum(from)?);
    let mut run = Run {
        summands,
        sum,
        done: 0,
        single: SINGLE,
    };
    while run.done < times {
        let (done, start) = (run.done, run.sum);
        if start < EXACT as f64 {
            let fits = |more: i128| {
                total(done, done + more).is_some_and(|added| start as i128 + added <= EXACT)
            };
            let more = largest(times - done, fits)?;
            run.sum = (start as i128 + total(done, done + more)?) as f64;
            run.done += more;
            run.add(times.min(run.done + 1))?;
            continue;
        }
        let next_power = f64::from_bits((start.to_bits() >> 52 << 52) + (1 << 52));
        if !next_power.is_finite() || next_power > 1e30 {
            return None;
        }
        let unit = (next_power / EXACT as f64) as i128;
        let period = (2 * unit) << summands.degree();
        if period > LONGEST_PERIOD {
            return None;
        }
        run.add(times.min(done + period))?;
        let (from, before) = (run.done, run.sum);
        run.add(times.min(from + period))?;
        if run.done - from < period || run.sum >= next_power {
            continue;
        }
        let (from_next, now) = (run.done, run.sum as i128);
        let corrected = (now - before as i128) - total(from, from_next)?;
        let behind = |periods: i128| {
            Some(now + total(from_next, from_next + periods * period)? + periods * corrected)
        };
        // The additions inside of a period must not reach the next power either: sums never fall.
        let fits = |periods: i128| behind(periods).is_some_and(|sum| sum < next_power as i128);
        let periods = largest((times - from_next) / period, fits)?;
        run.sum = behind(periods)? as f64;
        run.done += periods * period;
    }
    Some(run.sum)
}

struct Run<'a> {
    summands: &'a Series,
    sum: f64,
    done: i128,
    /// How many additions may still be done one by one.
    single: i128,
}

impl Run<'_> {
    /// Adds one by one.
    fn add(&mut self, until: i128) -> Option<()> {
        self.single -= until - self.done;
        if self.single < 0 {
            return None;
        }
        while self.done < until {
            let summand = self.summands.at(self.done)?;
            if summand > EXACT {
                return None;
            }
            self.sum += summand as f64;
            self.done += 1;
        }
        Some(())
    }
}
