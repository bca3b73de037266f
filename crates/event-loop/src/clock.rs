//! The virtual clock, and the loop's cached time.

use loopscope_model::VirtualTime;

/// Virtual time. It moves only forward, and only when it is told to.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    now: VirtualTime,
    cached: u64,
}

impl Clock {
    /// The virtual time now.
    pub fn now(&self) -> VirtualTime {
        self.now
    }

    /// The loop's cached time in whole milliseconds: that of the last [`Clock::update_time`].
    pub fn uv_now(&self) -> u64 {
        self.cached
    }

    /// `uv_update_time`: the cached time becomes the time now, which it gives. Setting a timer does this too (4.3).
    pub fn update_time(&mut self) -> u64 {
        self.cached = self.now.millis();
        self.cached
    }

    /// Moves on to `time`; a time in the past changes nothing.
    pub(crate) fn advance_to(&mut self, time: VirtualTime) {
        self.now = self.now.max(time);
    }
}
