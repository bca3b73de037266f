//! Values that are polynomials of the number of the iteration, exactly.

/// The largest number up to which all integers are Numbers.
pub const EXACT: i128 = 1 << 53;

/// A polynomial by its forward differences at 0: the value at `t` is the sum of `d[k]` times `t` over `k`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series(Vec<i128>);

impl Series {
    /// The polynomial of the lowest degree with these values at 0, 1, 2, …
    pub fn through(values: &[i128]) -> Series {
        let mut row = values.to_vec();
        let mut differences = Vec::new();
        while let Some(&first) = row.first() {
            differences.push(first);
            row = row.windows(2).map(|pair| pair[1] - pair[0]).collect();
        }
        while differences.len() > 1 && differences.last() == Some(&0) {
            differences.pop();
        }
        Series(differences)
    }

    /// Its degree.
    pub fn degree(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// The differences.
    pub fn differences(&self) -> &[i128] {
        &self.0
    }

    /// The value at `t`; none if it is out of all bounds.
    pub fn at(&self, t: i128) -> Option<i128> {
        combine(&self.0, t, |d| d, 0)
    }

    /// A bound of all values from 0 to `t`.
    pub fn bound(&self, t: i128) -> Option<i128> {
        combine(&self.0, t, i128::abs, 0)
    }

    /// The sum of the values at 0, …, `t - 1`.
    pub fn sum(&self, t: i128) -> Option<i128> {
        combine(&self.0, t, |d| d, 1)
    }

    /// Whether no value from 0 to `t` is negative, as far as is easily seen.
    pub fn is_never_negative(&self, t: i128) -> bool {
        self.0.iter().all(|d| *d >= 0)
            || self.degree() <= 1
                && self.at(0).is_some_and(|v| v >= 0)
                && self.at(t).is_some_and(|v| v >= 0)
    }
}

/// The sum of the differences, each times `t` over its place and `shift`.
fn combine(differences: &[i128], t: i128, map: fn(i128) -> i128, shift: i128) -> Option<i128> {
    let mut sum: i128 = 0;
    let mut choose: i128 = 1;
    for k in 1..=shift {
        choose = choose.checked_mul(t - k + 1)? / k;
    }
    for (k, &difference) in differences.iter().enumerate() {
        sum = sum.checked_add(map(difference).checked_mul(choose)?)?;
        let k = k as i128 + 1 + shift;
        choose = choose.checked_mul((t - k + 1).max(0))? / k;
    }
    Some(sum)
}

/// The largest `t` up to `limit` for which `holds`, which holds for all smaller ones too; none if not even for 0.
pub fn largest(limit: i128, holds: impl Fn(i128) -> bool) -> Option<i128> {
    if !holds(0) {
        return None;
    }
    if holds(limit) {
        return Some(limit);
    }
    let (mut good, mut bad) = (0, limit);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        if holds(middle) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    Some(good)
}
