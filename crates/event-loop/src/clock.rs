//! The virtual clock, and the loop's cached time.

use loopscope_model::VirtualTime;

/// Virtual time. It moves only forward, and only when it is told to.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    now: VirtualTime,
}

impl Clock {
    /// The virtual time now.
    pub fn now(&self) -> VirtualTime {
        self.now
    }

    /// What `uv_now` gives after `uv_update_time`: whole milliseconds (4.3).
    pub fn uv_now(&self) -> u64 {
        self.now.millis()
    }

    /// Moves on to `time`; a time in the past changes nothing.
    pub(crate) fn advance_to(&mut self, time: VirtualTime) {
        self.now = self.now.max(time);
    }
}
