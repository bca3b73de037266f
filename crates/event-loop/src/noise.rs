//! Where Node leaves something open: each point draws its value, and remembers what else could have come (semantics 13).

use crate::event_loop::EventLoop;
use crate::schedule::{
    LATE, LATE_AT_FIRST, LATE_AT_FIRST_WITH_SOCKETS, LATE_WITH_SOCKETS, LATENCY_RANGE, Open, Range,
    late, late_after_first, late_at_first, late_at_first_with_sockets, late_with_sockets,
    latency_percent, one_in,
};
use loopscope_model::{DrawKind, HandleId, TaskId, VirtualTime};

/// How often, in percent, the clock reaches the next millisecond between two timers that a callback sets.
const GOES_ON: u64 = 8;

/// How often, in percent, the first poll finds an operation done that is almost done.
const DONE_AT_ONCE: u64 = 20;

/// How often, in percent, a poll that was woken by an operation finds those done, too, that are almost done.
const DONE_TOGETHER: u64 = 60;

/// An operation that takes longer is never done at the first poll if that does not wait.
const ALMOST_DONE: VirtualTime = VirtualTime::from_millis(1);

/// So many iterations of a process with sockets are slow.
const WARM_UP: u32 = 10;

const MILLI: VirtualTime = VirtualTime::from_millis(1);

impl EventLoop {
    /// N3: how long an operation takes of its typical time, in percent. `task` is what its completion calls.
    pub fn latency_percent(&mut self, task: TaskId, typical: VirtualTime) -> u64 {
        let site = self.site(task);
        self.percent(site, Some(task), typical)
    }

    /// N5: the same of what happens to a handle from outside.
    pub(crate) fn pace_of(&mut self, handle: HandleId, typical: VirtualTime) -> u64 {
        let site = self.kernel.handle(handle).and_then(|handle| handle.site);
        let site = site.map(|probe| self.site_name(probe));
        self.percent(site, None, typical)
    }

    fn percent(&mut self, site: Option<u32>, task: Option<TaskId>, typical: VirtualTime) -> u64 {
        let range = Range {
            typical: 100,
            sample: &latency_percent,
        };
        let drawn = self.chooser.draw(DrawKind::Latency, site, &range);
        let (low, high) = LATENCY_RANGE;
        let now = self.now();
        let others = self.pool.operations.len() as u64 + 1;
        let longest = VirtualTime(typical.0 * u64::from(high) / 100 * others);
        self.chooser.remember(Open {
            drawn,
            alternatives: [low, high]
                .into_iter()
                .filter(|percent| *percent != drawn.value)
                .collect(),
            task,
            window: (now, now + longest + MILLI),
        });
        u64::from(drawn.value)
    }

    /// N1: while a callback sets timers the clock may reach the next millisecond, once.
    pub(crate) fn clock_may_go_on(&mut self, task: TaskId, ms: u64) {
        if self.went_on {
            return;
        }
        let site = self.site(task);
        let range = Range {
            typical: 0,
            sample: &one_in(GOES_ON),
        };
        let drawn = self.chooser.draw(DrawKind::Armed, site, &range);
        let due = self.now() + VirtualTime::from_millis(ms);
        let before = VirtualTime(due.0.saturating_sub(MILLI.0));
        self.chooser.remember(Open {
            drawn,
            alternatives: vec![1 - drawn.value.min(1)],
            task: Some(task),
            window: (before, due + MILLI + MILLI),
        });
        if drawn.value > 0 {
            self.went_on = true;
            let next = self.now().millis() + u64::from(drawn.value);
            self.advance_to(VirtualTime::from_millis(next));
        }
    }

    /// N1, N2: a timers pass may come late, so that further timers are due in it. `first` says that it is the one before
    /// the loop.
    pub(crate) fn pass_may_be_late(&mut self, first: bool) {
        let now = self.now();
        let slow = self.iteration < WARM_UP && self.kernel.has_sockets();
        let bound = match (first, slow) {
            (true, true) => LATE_AT_FIRST_WITH_SOCKETS,
            (true, false) => LATE_AT_FIRST,
            (false, true) => LATE_WITH_SOCKETS,
            (false, false) => LATE,
        };
        let (from, to) = (now.millis(), now.millis() + u64::from(bound));
        let Some(next) = self.timers.next_due() else {
            return;
        };
        if next > to {
            return;
        }
        // The first callbacks of a process are slow: after them a timer of a millisecond is due.
        let typical = u32::from(!first && self.iteration == 1 && next == from + 1);
        let Some(timer) = self.timers.first() else {
            return;
        };
        let site = self.site(timer);
        let range = Range {
            typical,
            sample: match (first, slow, typical) {
                (true, true, _) => &late_at_first_with_sockets,
                (true, false, _) => &late_at_first,
                (false, true, 0) => &late_with_sockets,
                (false, false, 0) => &late,
                (false, _, _) => &late_after_first,
            },
        };
        let drawn = self.chooser.draw(DrawKind::Clock, site, &range);
        let mut alternatives: Vec<u32> = self
            .timers
            .expiries()
            .filter(|expiry| (from + 1..=to).contains(expiry))
            .map(|expiry| (expiry - from) as u32)
            .collect();
        alternatives.push(0);
        alternatives.sort_unstable();
        alternatives.dedup();
        alternatives.retain(|late| *late != drawn.value);
        self.chooser.remember(Open {
            drawn,
            alternatives,
            task: Some(timer),
            window: (now, VirtualTime::from_millis(to) + MILLI),
        });
        if drawn.value > 0 {
            self.advance_to(VirtualTime::from_millis(from + u64::from(drawn.value)));
        }
    }

    /// N4: an operation that is almost done may be in time for the first poll, though that does not wait.
    pub(crate) fn operation_may_be_done(&mut self) {
        if self.iteration > 1 || !self.pool.done.is_empty() {
            return;
        }
        let Some((running, _)) = self.pool.next_completion() else {
            return;
        };
        let now = self.now();
        if running.until > now + ALMOST_DONE {
            return;
        }
        if self.is_done_early(running.task, DONE_AT_ONCE, running.until) {
            self.advance_to(running.until);
        }
    }

    /// N3: when the loop wakes up because an operation is done, those that are almost done may be, too: the thread that
    /// woke it went on meanwhile.
    pub(crate) fn more_may_be_done(&mut self) {
        let limit = self.now() + ALMOST_DONE;
        let Some((running, _)) = self.pool.next_completion() else {
            return;
        };
        if self.pool.done.is_empty() || running.until > limit {
            return;
        }
        if self.is_done_early(running.task, DONE_TOGETHER, limit) {
            while let Some((running, _)) = self.pool.next_completion()
                && running.until <= limit
            {
                self.advance_to(running.until);
            }
        }
    }

    /// Draws, `percent` of the time, that a poll finds this operation done, which then may overtake what comes up to `until`.
    fn is_done_early(&mut self, task: TaskId, percent: u64, until: VirtualTime) -> bool {
        let site = self.site(task);
        let range = Range {
            typical: 0,
            sample: &one_in(percent),
        };
        let drawn = self.chooser.draw(DrawKind::Poll, site, &range);
        self.chooser.remember(Open {
            drawn,
            alternatives: vec![1 - drawn.value.min(1)],
            task: Some(task),
            window: (self.now(), until + MILLI),
        });
        drawn.value > 0
    }
}
