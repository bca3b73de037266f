//! libuv's thread pool (section 6): a fixed number of threads, one line of jobs, started first in, first out.
//!
//! An operation such as `readFile` is several round trips (6.3): after each the loop submits the next from its poll
//! phase. Threads go on by themselves while JavaScript blocks.

use loopscope_model::numbered::Numbered;
use loopscope_model::{ProbeId, TaskId, VirtualTime};
use std::collections::VecDeque;

/// An operation for the pool.
#[derive(Debug, Clone)]
pub struct IoRequest {
    /// The task that its completion calls.
    pub task: TaskId,
    /// The statement that asked for it.
    pub site: Option<ProbeId>,
    /// Its round trips, in order; at least one.
    pub trips: Vec<Trip>,
}

/// One round trip through the pool.
#[derive(Debug, Clone)]
pub struct Trip {
    /// What it does, `open users.json`.
    pub operation: String,
    /// How long it takes a thread.
    pub latency: VirtualTime,
}

/// An operation that is not done.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its round trips.
    pub trips: Vec<Trip>,
    /// The trip that is under way, or that comes next.
    pub trip: usize,
}

/// A job that a thread works on.
#[derive(Debug, Clone, Copy)]
pub struct Running {
    /// Whose operation.
    pub task: TaskId,
    /// When it will be done.
    pub until: VirtualTime,
}

/// The pool, and the operations that go through it.
#[derive(Debug, Clone)]
pub struct Pool {
    /// What each thread works on.
    pub threads: Vec<Option<Running>>,
    /// Jobs that wait for a thread.
    pub line: VecDeque<TaskId>,
    /// Operations whose trip is done, in order of completion; the poll phase takes them.
    pub done: VecDeque<TaskId>,
    /// Whether an operation was ever handed to it.
    pub used: bool,
    /// All operations that are not over.
    pub operations: Numbered<TaskId, Operation>,
}

impl Pool {
    /// A pool of so many threads, all idle.
    pub fn new(size: u32) -> Pool {
        Pool {
            threads: vec![None; size.max(1) as usize],
            used: false,
            line: VecDeque::new(),
            done: VecDeque::new(),
            operations: Numbered::new(),
        }
    }

    /// Gives the first of the line to an idle thread (6.1). Gives the job and the thread, if there are both.
    pub fn start_next(&mut self, now: VirtualTime) -> Option<(Running, usize)> {
        let thread = self.threads.iter().position(Option::is_none)?;
        let task = self.line.pop_front()?;
        let operation = self.operations.get(&task)?;
        let running = Running {
            task,
            until: now + operation.trips[operation.trip].latency,
        };
        self.threads[thread] = Some(running);
        Some((running, thread))
    }

    /// The job that is done first, with its thread.
    pub fn next_completion(&self) -> Option<(Running, usize)> {
        self.threads
            .iter()
            .enumerate()
            .filter_map(|(thread, running)| running.map(|r| (r, thread)))
            .min_by_key(|(running, thread)| (running.until, *thread))
    }

    /// Finishes the job of a thread.
    pub fn complete(&mut self, thread: usize) {
        if let Some(running) = self.threads[thread].take() {
            self.done.push_back(running.task);
        }
    }

    /// Whether an operation keeps the process alive.
    pub fn is_active(&self) -> bool {
        !self.operations.is_empty()
    }
}
