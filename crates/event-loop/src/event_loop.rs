//! The state of the loop, and what a program can ask of it.

use crate::clock::Clock;
use crate::explore::OpenChoice;
use crate::immediates::{Immediate, Immediates};
use crate::kernel::{Kernel, Outgoing};
use crate::log::Log;
use crate::message_ports::MessagePorts;
use crate::pool::{IoRequest, Operation, Pool};
use crate::profile::Profile;
use crate::schedule::Chooser;
use crate::timers::{Timer, Timers};
use loopscope_model::task::Worker;
use loopscope_model::{
    EventIndex, EventKind, HandleId, Phase, ProbeId, Queue, Scenario, TaskId, TaskKind, VirtualTime,
};
use std::collections::{BTreeMap, VecDeque};

/// The whole state of the event loop.
#[derive(Debug, Clone)]
pub struct EventLoop {
    /// The rules that apply.
    pub profile: Profile,
    /// What happened.
    pub log: Log,
    /// The statement that is running, if one is: it causes what happens.
    pub cause: Option<EventIndex>,
    pub(crate) clock: Clock,
    pub(crate) ticks: VecDeque<TaskId>,
    pub(crate) microtasks: VecDeque<TaskId>,
    pub(crate) timers: Timers,
    pub(crate) immediates: Immediates,
    pub(crate) pool: Pool,
    pub(crate) kernel: Kernel,
    pub(crate) message_ports: MessagePorts,
    pub(crate) closing: Vec<TaskId>,
    pub(crate) chooser: Chooser,
    pub(crate) iteration: u32,
    /// When the loop was first entered.
    pub loop_start: Option<VirtualTime>,
    /// How long it has waited in poll so far.
    pub idle: VirtualTime,
    /// For each task the event that made it ready to run.
    ready: Vec<Option<EventIndex>>,
    /// For each task the statement that made it.
    sites: Vec<Option<ProbeId>>,
    /// For each probe what stands for its statement in keys.
    site_names: Vec<u32>,
    /// What Node leaves open, by the number of the call before which it is said, once it was asked for.
    pub(crate) open_choices: Option<BTreeMap<u32, OpenChoice>>,
    /// How many tasks were called.
    pub(crate) calls: u32,
    /// Whether the clock has gone on during the call of this task.
    pub(crate) went_on: bool,
    /// The loop of a thread waits no longer than until then: others go on first.
    pub(crate) horizon: Option<VirtualTime>,
}

impl EventLoop {
    /// A loop with nothing to do, at virtual time zero, with the main program as its only task.
    pub fn new(scenario: &Scenario) -> EventLoop {
        EventLoop {
            profile: Profile::of(scenario.node),
            log: Log::default(),
            cause: None,
            clock: Clock::default(),
            ticks: VecDeque::new(),
            microtasks: VecDeque::new(),
            timers: Timers::default(),
            immediates: Immediates::default(),
            pool: Pool::new(scenario.world.pool_size),
            kernel: Kernel::default(),
            message_ports: MessagePorts::default(),
            closing: Vec::new(),
            chooser: Chooser::new(scenario.schedule.clone()),
            iteration: 0,
            loop_start: None,
            idle: VirtualTime(0),
            ready: Vec::new(),
            sites: Vec::new(),
            site_names: Vec::new(),
            open_choices: None,
            calls: 0,
            went_on: false,
            horizon: None,
        }
    }

    /// Virtual time now.
    pub fn now(&self) -> VirtualTime {
        self.clock.now()
    }

    /// Records an event, now, caused by the running statement.
    pub fn record(&mut self, kind: EventKind) -> EventIndex {
        self.log.push(self.clock.now(), self.cause, kind)
    }

    /// Records an event that belongs to a task, caused by what made the task ready.
    pub(crate) fn record_ready(&mut self, task: TaskId, kind: EventKind) -> EventIndex {
        let cause = self.ready.get(task.0 as usize).copied().flatten();
        self.log.push(self.clock.now(), cause, kind)
    }

    /// Makes a task. The first one is the main program.
    pub fn create_task(
        &mut self,
        kind: TaskKind,
        label: impl Into<String>,
        site: Option<ProbeId>,
    ) -> TaskId {
        let task = TaskId(self.ready.len() as u32);
        let label = label.into();
        let event = self.record(EventKind::TaskCreated {
            task,
            kind,
            label,
            site,
        });
        self.ready.push(Some(event));
        self.sites.push(site);
        task
    }

    /// Says what stands for the statements of further probes in the keys of choices, in the order of the probes: it
    /// should not change when something else in the program does. Without this it is the number of the probe.
    pub fn name_sites(&mut self, names: impl IntoIterator<Item = u32>) {
        self.site_names.extend(names);
    }

    /// What stands for the statement that made a task, in the key of a choice about it.
    pub(crate) fn site(&self, task: TaskId) -> Option<u32> {
        let probe = self.sites.get(task.0 as usize).copied().flatten()?;
        Some(self.site_name(probe))
    }

    pub(crate) fn site_name(&self, probe: ProbeId) -> u32 {
        let name = self.site_names.get(probe.0 as usize).copied();
        name.unwrap_or(probe.0)
    }

    /// How the choices are resolved.
    pub fn chooser(&self) -> &Chooser {
        &self.chooser
    }

    /// The same, before the run begins.
    pub fn chooser_mut(&mut self) -> &mut Chooser {
        &mut self.chooser
    }

    pub(crate) fn queued(&mut self, task: TaskId, queue: Queue) {
        let event = self.record(EventKind::TaskQueued { task, queue });
        self.set_ready(task, event);
    }

    fn set_ready(&mut self, task: TaskId, event: EventIndex) {
        if let Some(ready) = self.ready.get_mut(task.0 as usize) {
            *ready = Some(event);
        }
    }

    /// Appends to the queue of the poll phase.
    pub fn enqueue_in_poll(&mut self, task: TaskId) {
        self.queued(task, Queue::Phase(Phase::Poll));
    }

    /// Drops a task that will not run.
    pub(crate) fn drop_task(&mut self, task: TaskId) {
        self.record(EventKind::TaskDropped { task });
    }

    /// Sets a timer of `ms` virtual milliseconds, counted from the time at this call (4.3), or sets it again.
    pub fn set_timer(&mut self, task: TaskId, ms: u64, repeats: bool, refed: bool) {
        self.clock_may_go_on(task, ms);
        let start = self.clock.update_time();
        self.set_timer_from(task, start, ms, repeats, refed);
    }

    pub(crate) fn set_timer_from(
        &mut self,
        task: TaskId,
        start: u64,
        ms: u64,
        repeats: bool,
        refed: bool,
    ) {
        let timer = Timer {
            start,
            ms,
            repeats,
            refed,
            listed: false,
        };
        self.timers.insert(task, timer);
        let due = VirtualTime::from_millis(start + ms);
        let event = self.record(EventKind::TimerArmed {
            task,
            delay: ms,
            due,
            refed,
        });
        self.set_ready(task, event);
    }

    /// Starts a timer's time again from now (4.7): `ms`, `repeats` and `refed` are for a timer that the loop does not
    /// know any more because it has fired.
    pub fn refresh_timer(&mut self, task: TaskId, ms: u64, repeats: bool, refed: bool) {
        let refed = self.timers.get(task).map_or(refed, |t| t.refed);
        self.set_timer(task, ms, repeats, refed);
    }

    /// Clears a timer (4.6). One that does not wait any more is forgotten: an interval is not set again.
    pub fn clear_timer(&mut self, task: TaskId) {
        if self.timers.clear(task) {
            self.drop_task(task);
        }
    }

    /// Whether the timer waits.
    pub fn timer_is_listed(&self, task: TaskId) -> bool {
        self.timers.get(task).is_some_and(|timer| timer.listed)
    }

    /// Sets whether a timer keeps the process alive (4.8).
    pub fn set_timer_ref(&mut self, task: TaskId, refed: bool) {
        if let Some(timer) = self.timers.get_mut(task) {
            timer.refed = refed;
        }
    }

    /// Appends an immediate (section 5).
    pub fn set_immediate(&mut self, task: TaskId) {
        self.immediates.push(Immediate {
            task: Some(task),
            refed: true,
        });
        self.queued(task, Queue::Phase(Phase::Check));
    }

    /// Takes an immediate out of the queue (5.2).
    pub fn clear_immediate(&mut self, task: TaskId) {
        if self.immediates.clear(task) {
            self.drop_task(task);
        }
    }

    /// Sets whether an immediate keeps the process alive (5.3).
    pub fn set_immediate_ref(&mut self, task: TaskId, refed: bool) {
        self.immediates.set_ref(task, refed);
    }

    /// Whether an immediate waits and keeps the process alive.
    pub fn immediate_has_ref(&self, task: TaskId) -> bool {
        self.immediates.has_ref(task)
    }

    /// Makes sure that a check phase comes, as Node does after an exception that a listener took (2.6).
    pub fn ensure_check_phase(&mut self) {
        self.immediates.push(Immediate {
            task: None,
            refed: true,
        });
    }

    /// Adds a close callback (3.6). libuv keeps closing handles as a stack: the last one is called first.
    pub fn enqueue_close(&mut self, task: TaskId) {
        self.closing.push(task);
        self.queued(task, Queue::Phase(Phase::Close));
    }

    /// Whether an operation was handed over to the thread pool.
    pub fn pool_is_used(&self) -> bool {
        self.pool.used
    }

    /// So many threads the pool has (6.1), unless it is used already.
    pub fn set_pool_size(&mut self, size: u32) {
        if !self.pool.used {
            self.pool = Pool::new(size);
        }
    }

    /// Hands an operation to the thread pool.
    pub fn submit_io(&mut self, request: IoRequest) {
        let typical: u64 = request.trips.iter().map(|t| t.latency.0).sum();
        let percent = self.latency_percent(request.task, VirtualTime(typical));
        let mut trips = request.trips;
        for trip in &mut trips {
            trip.latency = VirtualTime(trip.latency.0 * percent / 100);
        }
        let operation = Operation { trips, trip: 0 };
        self.pool.used = true;
        self.pool.operations.insert(request.task, operation);
        self.submit_trip(request.task);
    }

    /// Puts the next trip of an operation into the pool's line.
    pub(crate) fn submit_trip(&mut self, task: TaskId) {
        let Some(operation) = self.pool.operations.get(&task) else {
            return;
        };
        let name = operation.trips[operation.trip].operation.clone();
        self.record(EventKind::IoSubmitted {
            task,
            operation: name,
        });
        self.pool.line.push_back(task);
        self.start_jobs();
    }

    fn start_jobs(&mut self) {
        while let Some((running, thread)) = self.pool.start_next(self.clock.now()) {
            self.record(EventKind::IoStarted {
                task: running.task,
                worker: Worker::PoolThread(thread as u32),
                until: running.until,
            });
        }
    }

    /// Lets virtual time pass until `time`: threads finish their jobs and begin others on the way, and what the outside
    /// planned happens.
    pub fn advance_to(&mut self, time: VirtualTime) {
        loop {
            let job = self
                .pool
                .next_completion()
                .map(|(running, _)| running.until);
            let act = self.kernel.agenda.next();
            match (job, act) {
                (Some(job), act) if job <= time && act.is_none_or(|act| job <= act) => {
                    self.complete_job();
                }
                (_, Some(act)) if act <= time => self.next_act(),
                _ => break,
            }
        }
        self.clock.advance_to(time);
    }

    /// What the outside planned first happens.
    fn next_act(&mut self) {
        if let Some((at, act)) = self.kernel.agenda.take_next() {
            self.clock.advance_to(at);
            let cause = self.cause.take();
            self.act(act);
            self.cause = cause;
        }
    }

    /// The thread that is done first is done.
    fn complete_job(&mut self) {
        if let Some((running, thread)) = self.pool.next_completion() {
            self.clock.advance_to(running.until);
            self.pool.complete(thread);
            let cause = self.cause.take();
            let event = self.record(EventKind::IoCompleted {
                task: running.task,
                worker: Worker::PoolThread(thread as u32),
            });
            self.set_ready(running.task, event);
            self.start_jobs();
            self.kernel.epoll.wake_async();
            self.cause = cause;
        }
    }

    /// Takes what the process sent to the outside, with the times.
    pub fn take_outgoing(&mut self) -> Vec<(VirtualTime, HandleId, Outgoing)> {
        std::mem::take(&mut self.kernel.outbox)
    }

    /// Lets virtual time pass while JavaScript runs or blocks.
    pub fn spend(&mut self, time: VirtualTime) {
        self.advance_to(self.clock.now() + time);
    }

    /// Whether something keeps the process alive.
    pub fn is_alive(&self) -> bool {
        self.timers.any_refed()
            || self.immediates.any_refed()
            || self.pool.is_active()
            || self.kernel.is_alive()
            || self.message_ports.any_refed()
            || !self.closing.is_empty()
    }
}
