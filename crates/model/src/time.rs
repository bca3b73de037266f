//! Virtual time.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, AddAssign, Sub};

/// A point of virtual time, or a stretch of it: whole nanoseconds since the process began.
///
/// Nanoseconds, because one empty iteration of a loop costs one; people are shown milliseconds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct VirtualTime(pub u64);

impl VirtualTime {
    /// The beginning of the process.
    pub const ZERO: VirtualTime = VirtualTime(0);

    /// Whole virtual milliseconds.
    pub const fn from_millis(millis: u64) -> VirtualTime {
        VirtualTime(millis.saturating_mul(1_000_000))
    }

    /// Whole virtual microseconds.
    pub const fn from_micros(micros: u64) -> VirtualTime {
        VirtualTime(micros.saturating_mul(1_000))
    }

    /// Whole virtual milliseconds, rounded down: what libuv's `uv_now` gives.
    pub const fn millis(self) -> u64 {
        self.0 / 1_000_000
    }

    /// Virtual milliseconds with their fraction, for people.
    pub fn as_millis_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// The next whole millisecond after this point.
    pub const fn next_milli(self) -> VirtualTime {
        VirtualTime::from_millis(self.millis() + 1)
    }

    /// The time from `earlier` to this point; zero if `earlier` is later.
    pub const fn since(self, earlier: VirtualTime) -> VirtualTime {
        VirtualTime(self.0.saturating_sub(earlier.0))
    }
}

impl Add for VirtualTime {
    type Output = VirtualTime;
    fn add(self, other: VirtualTime) -> VirtualTime {
        VirtualTime(self.0.saturating_add(other.0))
    }
}

impl AddAssign for VirtualTime {
    fn add_assign(&mut self, other: VirtualTime) {
        *self = *self + other;
    }
}

impl Sub for VirtualTime {
    type Output = VirtualTime;
    fn sub(self, other: VirtualTime) -> VirtualTime {
        self.since(other)
    }
}

impl fmt::Display for VirtualTime {
    /// Milliseconds with at most two decimals: `0`, `3.25`, `500`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 + 5_000) / 10_000;
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VirtualTime;

    #[track_caller]
    fn check(nanos: u64, expect: &str) {
        assert_eq!(VirtualTime(nanos).to_string(), expect);
    }

    #[test]
    fn shows_milliseconds() {
        check(0, "0");
        check(3_000_000, "3");
        check(3_100_000, "3.1");
        check(3_254_999, "3.25");
        check(3_255_000, "3.26");
        check(50_000, "0.05");
        check(999_999_999, "1000");
    }

    #[test]
    fn next_milli_is_after() {
        assert_eq!(VirtualTime(0).next_milli(), VirtualTime::from_millis(1));
        assert_eq!(
            VirtualTime::from_millis(3).next_milli(),
            VirtualTime::from_millis(4)
        );
    }
}
