//! How an event changes the state.
//!
//! Nothing here can fail: of a trace that makes no sense (a task that was never created, a return from an empty stack)
//! as much is kept as can be shown.

use super::state::{Frame, Handle, LoopState, Operation, Running, Stage, Timer};
use crate::event::{Ending, Event, EventIndex, EventKind};
use crate::source::{FunctionId, ProbeId};
use crate::task::{Phase, Queue, TaskId, Worker};
use crate::time::VirtualTime;
use std::collections::VecDeque;

impl LoopState {
    /// The state behind these events.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> LoopState {
        let mut state = LoopState::default();
        for event in events {
            state.apply(event);
        }
        state
    }

    /// Goes on by one event.
    pub fn apply(&mut self, event: &Event) {
        let index = self.events;
        self.events = index.saturating_add(1);
        self.now = self.now.max(event.at);
        match &event.kind {
            EventKind::Statement(probe) => self.reach(*probe),
            // It tells of visits that are over, mostly of another statement than the one that is running.
            EventKind::Repeated(..) => {}
            EventKind::Enter(function) | EventKind::Resume(function) => self.enter(*function),
            EventKind::Leave | EventKind::Unwind | EventKind::Suspend(_) => {
                self.stack.pop();
            }
            EventKind::Output { .. } => self.outputs = self.outputs.saturating_add(1),
            EventKind::TaskCreated { task, .. } => {
                self.pending.insert(*task, ());
            }
            EventKind::TaskQueued { task, queue } => self.enqueue(*task, *queue),
            EventKind::TaskIdentified { .. } | EventKind::Uncaught { .. } => {}
            EventKind::TaskStarted { task, .. } => self.start(*task),
            EventKind::TaskEnded { task, .. } => self.end_task(*task),
            EventKind::TaskDropped { task } => self.drop_task(*task),
            EventKind::TimerArmed {
                task,
                delay,
                due,
                refed,
            } => {
                let armed = event.at;
                let (delay, due, refed) = (*delay, *due, *refed);
                self.arm(
                    *task,
                    Timer {
                        armed,
                        delay,
                        due,
                        refed,
                    },
                );
            }
            EventKind::IoSubmitted { task, .. } => self.submit(*task, index, event.at),
            EventKind::IoStarted {
                task,
                worker,
                until,
            } => self.work(*task, *worker, event.at, *until),
            EventKind::IoCompleted { task, worker } => self.complete(*task, *worker),
            EventKind::IterationStarted(number) => {
                self.iteration = *number;
                self.go_on(Stage::Loop, None);
            }
            EventKind::PhaseEntered { phase, .. } => self.go_on(Stage::Loop, Some(*phase)),
            EventKind::Checkpoint(queue) => {
                self.waiting = None;
                self.draining = Some(*queue);
            }
            EventKind::PollWait(until) => {
                self.draining = None;
                self.waiting = Some(*until);
            }
            EventKind::Choice { .. } => self.choice = Some(index),
            EventKind::ProcessEvent(name) => match name.as_str() {
                "exit" => self.go_on(Stage::Exit, None),
                "beforeExit" => self.go_on(Stage::Loop, None),
                _ => {}
            },
            EventKind::Ended(ending) => self.end(ending),
            EventKind::HandleOpened {
                handle,
                kind,
                label,
                site,
            } => {
                let handle_state = Handle {
                    kind: *kind,
                    label: label.clone(),
                    site: *site,
                    peer: None,
                    active: false,
                    since: event.at,
                };
                self.handles.insert(*handle, handle_state);
            }
            EventKind::HandleChanged {
                handle,
                label,
                peer,
            } => {
                if let Some(handle) = self.handles.get_mut(handle) {
                    handle.label.clone_from(label);
                    handle.peer = *peer;
                }
            }
            EventKind::HandleActive { handle, active } => {
                if let Some(handle) = self.handles.get_mut(handle) {
                    handle.active = *active;
                }
            }
            EventKind::HandleClosed { handle } => {
                self.handles.remove(handle);
            }
            EventKind::Stimulus(_) => self.waiting = None,
        }
    }

    fn reach(&mut self, probe: ProbeId) {
        if let Some(top) = self.stack.last_mut() {
            top.at = Some(probe);
        }
    }

    fn enter(&mut self, function: FunctionId) {
        let task = self.current();
        self.stack.push(Frame {
            function,
            at: None,
            task,
        });
    }

    fn enqueue(&mut self, task: TaskId, queue: Queue) {
        self.pending.remove(&task);
        if queue == Queue::Phase(Phase::Timers) {
            self.timers.remove(&task);
        }
        match queue {
            Queue::Ticks => self.ticks.push_back(task),
            Queue::Microtasks => self.microtasks.push_back(task),
            // A completed operation is there already.
            Queue::Phase(Phase::Poll) => self.make_ready(task),
            Queue::Phase(phase) => self.phases[phase as usize].push_back(task),
        }
    }

    fn make_ready(&mut self, task: TaskId) {
        let ready = &mut self.phases[Phase::Poll as usize];
        if !ready.contains(&task) {
            ready.push_back(task);
        }
    }

    fn start(&mut self, task: TaskId) {
        self.pending.remove(&task);
        self.timers.remove(&task);
        self.waiting = None;
        let from = self.leave_queue(task);
        if matches!(from, Some(Queue::Ticks | Queue::Microtasks)) {
            self.in_a_row += 1;
        } else if self.running.is_empty() {
            self.draining = None;
            self.in_a_row = 0;
        }
        if self.stage == Stage::BeforeStart || task == TaskId::MAIN {
            self.stage = Stage::Main;
        }
        self.running.push(Running {
            task,
            depth: self.stack.len() as u32,
            since: self.now,
        });
    }

    fn end_task(&mut self, task: TaskId) {
        if let Some(at) = self.running.iter().rposition(|r| r.task == task) {
            self.stack.truncate(self.running[at].depth as usize);
            self.running.truncate(at);
        }
    }

    fn drop_task(&mut self, task: TaskId) {
        self.pending.remove(&task);
        if self.timers.remove(&task).is_some() || self.leave_queue(task).is_some() {
            return;
        }
        self.pool_line.retain(|o| o.task != task);
        self.kernel.retain(|o| o.task != task);
        self.pool.retain(|_, o| o.task != task);
    }

    fn arm(&mut self, task: TaskId, timer: Timer) {
        self.pending.remove(&task);
        take(&mut self.phases[Phase::Timers as usize], task);
        self.timers.insert(task, timer);
    }

    fn submit(&mut self, task: TaskId, index: EventIndex, since: VirtualTime) {
        self.pending.remove(&task);
        take(&mut self.phases[Phase::Poll as usize], task);
        self.pool_line.push_back(Operation {
            task,
            submitted: Some(index),
            since,
            until: None,
        });
    }

    fn work(&mut self, task: TaskId, worker: Worker, since: VirtualTime, until: VirtualTime) {
        self.pending.remove(&task);
        let line = &mut self.pool_line;
        let waiting = line.iter().position(|o| o.task == task);
        let submitted = waiting
            .and_then(|at| line.remove(at))
            .and_then(|o| o.submitted);
        let operation = Operation {
            task,
            submitted,
            since,
            until: Some(until),
        };
        match worker {
            Worker::PoolThread(thread) => {
                self.pool.insert(thread, operation);
            }
            Worker::Kernel => self.kernel.push(operation),
        }
    }

    fn complete(&mut self, task: TaskId, worker: Worker) {
        match worker {
            Worker::PoolThread(thread) => {
                if self.pool.get(&thread).is_some_and(|o| o.task == task) {
                    self.pool.remove(&thread);
                }
            }
            Worker::Kernel => {
                if let Some(at) = self.kernel.iter().position(|o| o.task == task) {
                    self.kernel.remove(at);
                }
            }
        }
        self.make_ready(task);
    }

    fn go_on(&mut self, stage: Stage, phase: Option<Phase>) {
        if !matches!(self.stage, Stage::Exit | Stage::Ended) {
            self.stage = stage;
        }
        self.phase = phase;
        self.in_a_row = 0;
        self.draining = None;
        self.waiting = None;
    }

    fn end(&mut self, ending: &Ending) {
        self.stage = Stage::Ended;
        self.draining = None;
        if matches!(ending, Ending::Exited(_)) {
            // With the process goes everything that still waited.
            *self = LoopState {
                events: self.events,
                now: self.now,
                stage: self.stage,
                iteration: self.iteration,
                choice: self.choice,
                outputs: self.outputs,
                ..LoopState::default()
            };
        }
        self.ended = Some(ending.clone());
    }

    /// Takes a task out of the queue that it is in.
    fn leave_queue(&mut self, task: TaskId) -> Option<Queue> {
        let phases = Phase::ALL.into_iter().zip(&mut self.phases);
        [
            (Queue::Ticks, &mut self.ticks),
            (Queue::Microtasks, &mut self.microtasks),
        ]
        .into_iter()
        .chain(phases.map(|(phase, queue)| (Queue::Phase(phase), queue)))
        .find_map(|(name, queue)| take(queue, task).then_some(name))
    }
}

/// Takes a task out of a queue, where it mostly is the first.
fn take(queue: &mut VecDeque<TaskId>, task: TaskId) -> bool {
    match queue.iter().position(|&t| t == task) {
        Some(at) => queue.remove(at).is_some(),
        None => false,
    }
}
