//! The queue of the check phase (section 5).

use loopscope_model::TaskId;
use std::collections::VecDeque;

/// An entry of the queue. Node's own entries call nothing: they only see to it that a check phase comes (2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Immediate {
    /// What to call; nothing for Node's own.
    pub task: Option<TaskId>,
    /// Whether it keeps the process alive.
    pub refed: bool,
}

/// Immediates that wait, and those of the batch that is running.
#[derive(Debug, Clone, Default)]
pub struct Immediates {
    queue: VecDeque<Immediate>,
    batch: VecDeque<Immediate>,
}

impl Immediates {
    /// Appends an immediate.
    pub fn push(&mut self, immediate: Immediate) {
        self.queue.push_back(immediate);
    }

    /// Takes an immediate out, be it waiting or in the running batch (5.2). Says whether it was there.
    pub fn clear(&mut self, task: TaskId) -> bool {
        let before = self.queue.len() + self.batch.len();
        self.queue.retain(|i| i.task != Some(task));
        self.batch.retain(|i| i.task != Some(task));
        before != self.queue.len() + self.batch.len()
    }

    /// Sets whether an immediate keeps the process alive.
    pub fn set_ref(&mut self, task: TaskId, refed: bool) {
        for immediate in self.queue.iter_mut().chain(&mut self.batch) {
            if immediate.task == Some(task) {
                immediate.refed = refed;
            }
        }
    }

    /// Whether this immediate waits and keeps the process alive.
    pub fn has_ref(&self, task: TaskId) -> bool {
        self.iter().any(|i| i.task == Some(task) && i.refed)
    }

    /// Begins a batch: what is queued now runs, what is added meanwhile waits for the next iteration (5.1).
    pub fn begin_batch(&mut self) {
        self.batch.append(&mut self.queue);
    }

    /// Whether the batch is not over.
    pub fn in_batch(&self) -> bool {
        !self.batch.is_empty()
    }

    /// The next of the batch.
    pub fn next_of_batch(&mut self) -> Option<Immediate> {
        self.batch.pop_front()
    }

    /// Whether one of them keeps the process alive and the poll phase from waiting (5.3).
    pub fn any_refed(&self) -> bool {
        self.iter().any(|i| i.refed)
    }

    /// The first that a check phase would call.
    pub fn first(&self) -> Option<TaskId> {
        self.iter().find_map(|i| i.task)
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty() && self.batch.is_empty()
    }

    fn iter(&self) -> impl Iterator<Item = &Immediate> {
        self.batch.iter().chain(&self.queue)
    }
}
