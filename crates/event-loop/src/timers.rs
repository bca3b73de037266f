//! Timers, as Node keeps them: one list a duration, the lists ordered by their expiry (4.2).
//!
//! Times here are whole milliseconds of the loop's clock.

use loopscope_model::TaskId;
use loopscope_model::numbered::Numbered;
use std::collections::{BTreeMap, VecDeque};

/// A timer that was set.
#[derive(Debug, Clone)]
pub struct Timer {
    /// When it was set, or last set again.
    pub start: u64,
    /// Its duration: the key of its list.
    pub ms: u64,
    /// Whether it is set again after each call.
    pub repeats: bool,
    /// Whether it keeps the process alive.
    pub refed: bool,
    /// Whether it waits in a list.
    pub listed: bool,
}

/// Names one list for as long as it exists; a list that is made anew for the same duration has another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListId {
    ms: u64,
    serial: u64,
}

#[derive(Debug, Clone)]
struct List {
    expiry: u64,
    /// Breaks ties between lists: it is renewed when the list is queued again.
    order: u64,
    serial: u64,
    timers: VecDeque<TaskId>,
}

/// All timers.
#[derive(Debug, Clone, Default)]
pub struct Timers {
    timers: Numbered<TaskId, Timer>,
    lists: BTreeMap<u64, List>,
    next_order: u64,
    next_serial: u64,
    /// The loop timer is not due before this: after a pass it is armed for at least 1 ms (4.4).
    not_before: u64,
}

/// What the head of a list is in a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// It is due.
    Due(TaskId),
    /// It is not due yet: the list was queued again.
    Early,
    /// There is none: the list was removed.
    None,
}

impl Timers {
    /// Adds a timer, or changes one, and puts it at the end of its list. A list that exists keeps its expiry, even
    /// if the timer was the only one in it (4.7: a refreshed timer leaves its list's expiry stale).
    pub fn insert(&mut self, task: TaskId, timer: Timer) {
        self.take(task);
        let (start, ms) = (timer.start, timer.ms);
        self.timers.insert(
            task,
            Timer {
                listed: true,
                ..timer
            },
        );
        if let Some(list) = self.lists.get_mut(&ms) {
            list.timers.push_back(task);
            return;
        }
        let list = List {
            expiry: start + ms,
            order: fresh(&mut self.next_order),
            serial: fresh(&mut self.next_serial),
            timers: VecDeque::from([task]),
        };
        self.lists.insert(ms, list);
    }

    /// A timer that is known: set, or running.
    pub fn get(&self, task: TaskId) -> Option<&Timer> {
        self.timers.get(&task)
    }

    /// The same, to change.
    pub fn get_mut(&mut self, task: TaskId) -> Option<&mut Timer> {
        self.timers.get_mut(&task)
    }

    /// Forgets a timer (4.6). Its list keeps its expiry; if it is empty now it is removed, but Node leaves the list
    /// of an unref'd timer until it expires. Says whether the timer was waiting.
    pub fn clear(&mut self, task: TaskId) -> bool {
        let listed = self.take(task);
        if let Some(timer) = self.timers.remove(&task)
            && timer.refed
            && let Some(list) = self.lists.get(&timer.ms)
            && list.timers.is_empty()
        {
            self.lists.remove(&timer.ms);
        }
        listed
    }

    /// Takes a timer out of its list, which stays even if it is empty now. Says whether it was there: a timer that is
    /// due may have been cleared since it was looked at.
    pub fn take(&mut self, task: TaskId) -> bool {
        let Some(timer) = self.timers.get_mut(&task).filter(|t| t.listed) else {
            return false;
        };
        timer.listed = false;
        if let Some(list) = self.lists.get_mut(&timer.ms)
            && let Some(place) = list.timers.iter().position(|t| *t == task)
        {
            list.timers.remove(place);
        }
        true
    }

    /// When the loop timer is due, if it is armed: when the list that comes first expires, or as [`Timers::rearm`]
    /// said if that is later.
    pub fn next_due(&self) -> Option<u64> {
        self.top().map(|(_, list)| list.expiry.max(self.not_before))
    }

    /// When the lists expire.
    pub fn expiries(&self) -> impl Iterator<Item = u64> {
        self.lists.values().map(|list| list.expiry)
    }

    /// After a pass the loop timer is armed for at least a millisecond of the loop's cached time `uv_now`, also if a
    /// list has expired meanwhile (4.4).
    pub fn rearm(&mut self, uv_now: u64) {
        self.not_before = uv_now + 1;
    }

    /// The list that comes first, if it has expired.
    pub fn expired_list(&self, now: u64) -> Option<ListId> {
        self.top()
            .filter(|(_, list)| list.expiry <= now)
            .map(|(ms, list)| ListId {
                ms,
                serial: list.serial,
            })
    }

    fn top(&self) -> Option<(u64, &List)> {
        self.lists
            .iter()
            .map(|(ms, list)| (*ms, list))
            .min_by_key(|(_, list)| (list.expiry, list.order))
    }

    /// Looks at the head of a list. One that is not due yet sends the whole list back to the queue; an empty list is
    /// removed (4.4).
    pub fn look_at_head(&mut self, id: ListId, now: u64) -> Head {
        let Some(list) = self.lists.get_mut(&id.ms).filter(|l| l.serial == id.serial) else {
            return Head::None;
        };
        let Some(task) = list.timers.front().copied() else {
            self.lists.remove(&id.ms);
            return Head::None;
        };
        let start = self.timers.get(&task).map_or(0, |t| t.start);
        if now.saturating_sub(start) < id.ms {
            list.expiry = (start + id.ms).max(now + 1);
            list.order = fresh(&mut self.next_order);
            return Head::Early;
        }
        Head::Due(task)
    }

    /// Forgets a timer that was called and is not set again.
    pub fn forget_unless_listed(&mut self, task: TaskId) {
        if self.timers.get(&task).is_some_and(|t| !t.listed) {
            self.timers.remove(&task);
        }
    }

    /// The timers that a pass at `now` would call, in order, as things stand.
    pub fn due(&self, now: u64) -> Vec<TaskId> {
        let mut lists: Vec<_> = self
            .lists
            .iter()
            .filter(|(_, list)| list.expiry <= now)
            .collect();
        lists.sort_by_key(|(_, list)| (list.expiry, list.order));
        let due = |ms: u64, task: &TaskId| {
            self.timers
                .get(task)
                .is_some_and(|t| now.saturating_sub(t.start) >= ms)
        };
        lists
            .into_iter()
            .flat_map(|(ms, list)| list.timers.iter().copied().take_while(|t| due(*ms, t)))
            .collect()
    }

    /// Whether one of them keeps the process alive.
    pub fn any_refed(&self) -> bool {
        self.timers.values().any(|t| t.refed)
    }

    /// The first timer of the list that comes first. None if Node left that list behind empty.
    pub fn first(&self) -> Option<TaskId> {
        self.top()
            .and_then(|(_, list)| list.timers.front().copied())
    }
}

fn fresh(counter: &mut u64) -> u64 {
    *counter += 1;
    *counter
}
