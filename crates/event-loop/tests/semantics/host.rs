//! A host that runs scripts instead of JavaScript.

use crate::script::{Action, Body, Script};
use loopscope_event_loop::explore::{Again, OpenChoice, Telling, open_choices};
use loopscope_event_loop::schedule::Open;
use loopscope_event_loop::{Completion, EventLoop, Halt, Host, IoRequest, Trip};
use loopscope_model::event::{ChoiceKind, Ending, Stream};
use loopscope_model::{Drawn, Event, EventKind, ProbeId, Scenario, TaskId, TaskKind, VirtualTime};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::DerefMut;

/// A script that calls more callbacks than this is ended: its timers may set themselves again for ever.
const MOST_CALLS: u32 = 500;

/// What a run gave.
#[derive(Debug, PartialEq)]
pub struct Run {
    /// What was logged, with the virtual time.
    pub lines: Vec<(VirtualTime, String)>,
    /// What the loop recorded.
    pub events: Vec<Event>,
    names: BTreeMap<TaskId, String>,
}

impl Run {
    /// All lines in one.
    pub fn line(&self) -> String {
        let lines: Vec<_> = self.lines.iter().map(|(_, line)| line.as_str()).collect();
        lines.join("|")
    }

    /// The same with the virtual milliseconds of each: `A@5`.
    pub fn timed(&self) -> String {
        let lines = self.lines.iter().map(|(at, line)| format!("{line}@{at}"));
        lines.collect::<Vec<_>>().join("|")
    }

    /// The choices that were recorded: `Clock: T, not I`.
    pub fn choices(&self) -> String {
        let name = |task: &TaskId| self.names[task].clone();
        let choices = self.events.iter().filter_map(|event| match &event.kind {
            EventKind::Choice {
                kind,
                picked,
                others,
            } => {
                let others: Vec<_> = others.iter().map(name).collect();
                let picked = picked.as_ref().map_or("?".to_owned(), name);
                Some(format!("{kind:?}: {picked}, not {}", others.join(" ")))
            }
            _ => None,
        });
        choices.collect::<Vec<_>>().join("\n")
    }

    /// Whether a choice of this kind was recorded.
    pub fn chose(&self, sought: ChoiceKind) -> bool {
        self.events
            .iter()
            .any(|e| matches!(&e.kind, EventKind::Choice { kind, .. } if *kind == sought))
    }
}

/// Runs a script to its end.
pub fn run(script: &Script) -> Run {
    run_with(script, &[], true).0
}

/// The same with one draw fixed; `explores` says whether it is asked what Node leaves open. Gives what else could have
/// been drawn, too.
fn run_with(script: &Script, fixed: &[Drawn], explores: bool) -> (Run, Vec<Open>) {
    let mut scenario = Scenario::of_program("");
    scenario.node = script.node;
    scenario.world.pool_size = script.pool_size;
    scenario.schedule = script.schedule.clone();
    let mut host = ScriptHost {
        event_loop: EventLoop::new(&scenario),
        script: script.clone(),
        callbacks: BTreeMap::new(),
        tasks: BTreeMap::new(),
        cleared: BTreeSet::new(),
        rejections: Vec::new(),
        reported: Vec::new(),
        handled_late: Vec::new(),
        before_exits: 0,
        exiting: false,
        calls: 0,
        lines: Vec::new(),
        explores,
    };
    for drawn in fixed {
        host.event_loop.chooser_mut().fix(*drawn);
    }
    let main = host.event_loop.create_task(TaskKind::Main, "main", None);
    host.callbacks.insert(
        main,
        Callback::new("main", TaskKind::Main, script.body.clone()),
    );
    // A `Halt` has logged how it came about.
    let _ended = loopscope_event_loop::run(&mut host, script.kind);
    let open = host.event_loop.chooser().open().to_vec();
    host.event_loop.record(EventKind::Ended(Ending::Exited(0)));
    let run = Run {
        lines: host.lines,
        events: host.event_loop.log.take(),
        names: host
            .callbacks
            .into_iter()
            .map(|(task, callback)| (task, callback.name))
            .collect(),
    };
    (run, open)
}

fn tell(script: &Script, fixed: &[Drawn]) -> (Telling, Vec<Open>) {
    let (run, open) = run_with(script, fixed, false);
    let mut told = Telling::default();
    told.take(run.events);
    (told, open)
}

struct Callback {
    name: String,
    kind: TaskKind,
    body: Body,
    ms: u64,
    calls: u32,
}

impl Callback {
    fn new(name: &str, kind: TaskKind, body: Body) -> Callback {
        Callback {
            name: name.to_owned(),
            kind,
            body,
            ms: 0,
            calls: 0,
        }
    }
}

struct ScriptHost {
    event_loop: EventLoop,
    script: Script,
    callbacks: BTreeMap<TaskId, Callback>,
    /// The last task of each name.
    tasks: BTreeMap<String, TaskId>,
    cleared: BTreeSet<TaskId>,
    rejections: Vec<&'static str>,
    /// Those that listeners were told of, and those of them that are handled now.
    reported: Vec<&'static str>,
    handled_late: Vec<&'static str>,
    before_exits: u32,
    exiting: bool,
    calls: u32,
    lines: Vec<(VirtualTime, String)>,
    explores: bool,
}

/// Why a body was left early.
enum Left {
    Exception(&'static str),
    Halt,
}

impl ScriptHost {
    fn log(&mut self, line: impl Into<String>) {
        let line = line.into();
        self.event_loop.record(EventKind::Output {
            stream: Stream::Stdout,
            text: line.clone(),
        });
        self.lines.push((self.event_loop.now(), line));
    }

    fn create(&mut self, kind: TaskKind, name: &str, body: &Body) -> TaskId {
        let site = Some(ProbeId(self.callbacks.len() as u32));
        let task = self.event_loop.create_task(kind, name, site);
        self.callbacks
            .insert(task, Callback::new(name, kind, body.clone()));
        self.tasks.insert(name.to_owned(), task);
        task
    }

    fn perform_all(&mut self, body: &Body, call: u32) -> Result<(), Left> {
        body.iter()
            .try_for_each(|action| self.perform_one(action, call))
    }

    fn perform_one(&mut self, action: &Action, call: u32) -> Result<(), Left> {
        match action {
            Action::Log(line) => self.log(*line),
            // As Node's `process.nextTick` does.
            Action::Tick(..) if self.exiting => {}
            Action::Tick(name, body) => {
                let task = self.create(TaskKind::Tick, name, body);
                self.event_loop.next_tick(task);
            }
            Action::Microtask(name, body) => {
                let task = self.create(TaskKind::Microtask, name, body);
                self.event_loop.enqueue_microtask(task);
            }
            Action::Timer(name, ms, repeats, body) => {
                let kind = if *repeats {
                    TaskKind::Interval
                } else {
                    TaskKind::Timeout
                };
                let task = self.create(kind, name, body);
                self.callbacks.get_mut(&task).expect("just created").ms = *ms;
                self.event_loop.set_timer(task, *ms, *repeats, true);
            }
            Action::Immediate(name, body) => {
                let task = self.create(TaskKind::Immediate, name, body);
                self.event_loop.set_immediate(task);
            }
            Action::Io(name, trips, body) => {
                let task = self.create(TaskKind::Io, name, body);
                let trip = |micros: &u64| Trip {
                    operation: name.clone(),
                    latency: VirtualTime::from_micros(*micros),
                };
                self.event_loop.submit_io(IoRequest {
                    task,
                    site: Some(ProbeId(task.0)),
                    trips: trips.iter().map(trip).collect(),
                });
            }
            Action::Close(name, body) => {
                let task = self.create(TaskKind::Close, name, body);
                self.event_loop.enqueue_close(task);
            }
            Action::Clear(name) => {
                if let Some(task) = self.tasks.get(name) {
                    self.cleared.insert(*task);
                    self.event_loop.clear_timer(*task);
                    self.event_loop.clear_immediate(*task);
                }
            }
            Action::Refresh(name) => {
                // As in Node, a timer that was cleared stays so.
                if let Some(task) = self.tasks.get(name)
                    && !self.cleared.contains(task)
                    && matches!(
                        self.callbacks[task].kind,
                        TaskKind::Timeout | TaskKind::Interval
                    )
                {
                    let callback = &self.callbacks[task];
                    let repeats = callback.kind == TaskKind::Interval;
                    self.event_loop
                        .refresh_timer(*task, callback.ms, repeats, true);
                }
            }
            Action::SetRef(name, refed) => {
                if let Some(task) = self.tasks.get(name) {
                    self.event_loop.set_timer_ref(*task, *refed);
                    self.event_loop.set_immediate_ref(*task, *refed);
                }
            }
            Action::Busy(ms) => self.event_loop.spend(VirtualTime::from_millis(*ms)),
            Action::InCall(n, body) => {
                if *n == call {
                    self.perform_all(body, call)?;
                }
            }
            Action::Throw(message) => return Err(Left::Exception(message)),
            Action::Reject(name) => self.rejections.push(name),
            Action::Handle(name) => {
                self.rejections.retain(|r| r != name);
                if self.reported.contains(name) {
                    self.reported.retain(|r| r != name);
                    self.handled_late.push(name);
                }
            }
            Action::Exit(code) => {
                self.log(format!("exit {code}"));
                return Err(Left::Halt);
            }
        }
        Ok(())
    }

    /// What Node does with an exception that left a callback, or with how a body ended otherwise.
    fn completion(&mut self, left: Result<(), Left>) -> Result<Completion, Halt> {
        match left {
            Ok(()) => Ok(Completion::Normal),
            Err(Left::Halt) => Err(Halt),
            Err(Left::Exception(message)) => self.uncaught(message),
        }
    }

    fn uncaught(&mut self, message: &str) -> Result<Completion, Halt> {
        let Some(listener) = self.script.on_uncaught.clone() else {
            self.log("exit 1");
            return Err(Halt);
        };
        self.log(format!("caught {message}"));
        if self.perform_all(&listener, 0).is_err() {
            self.log("exit 7");
            return Err(Halt);
        }
        self.event_loop.ensure_check_phase();
        Ok(Completion::Threw)
    }
}

impl Host for ScriptHost {
    fn event_loop(&mut self) -> impl DerefMut<Target = EventLoop> {
        &mut self.event_loop
    }

    fn call(&mut self, task: TaskId) -> Result<Completion, Halt> {
        self.calls += 1;
        if self.calls > MOST_CALLS {
            return Err(Halt);
        }
        let callback = self.callbacks.get_mut(&task).expect("every task is ours");
        callback.calls += 1;
        let (name, body, calls) = (callback.name.clone(), callback.body.clone(), callback.calls);
        if task != TaskId::MAIN {
            self.log(name);
        }
        let left = self.perform_all(&body, calls);
        self.completion(left)
    }

    fn perform(&mut self, _: TaskId, _: usize) -> bool {
        false
    }

    fn has_rejections(&mut self) -> bool {
        !self.rejections.is_empty() || !self.handled_late.is_empty()
    }

    fn process_rejections(&mut self) -> Result<Option<Completion>, Halt> {
        let late = std::mem::take(&mut self.handled_late);
        let mut pending = std::mem::take(&mut self.rejections);
        let any = !pending.is_empty() || !late.is_empty();
        for name in late {
            self.log(format!("rejectionHandled {name}"));
        }
        while !pending.is_empty() {
            let name = pending.remove(0);
            self.reported.push(name);
            if let Some(listener) = self.script.on_rejection.clone() {
                self.log(format!("unhandled {name}"));
                let left = self.perform_all(&listener, 0);
                if self.completion(left)? == Completion::Threw {
                    if !self.event_loop.profile.throwing_listener_drops_rejections {
                        pending.append(&mut self.rejections);
                        self.rejections = pending;
                    }
                    return Ok(Some(Completion::Threw));
                }
            } else if self.event_loop.profile.rejections_are_fatal {
                self.uncaught(name)?;
            } else {
                self.log(format!("warning {name}"));
            }
        }
        Ok(any.then_some(Completion::Normal))
    }

    fn open_choices(&mut self) -> BTreeMap<u32, OpenChoice> {
        if !self.explores {
            return BTreeMap::new();
        }
        let (told, open) = tell(&self.script, &[]);
        open_choices(&told, &open, &mut |again| match again {
            Again::Changed(drawn) => tell(&self.script, &drawn).0,
            Again::Seeded(seed) => tell(&self.script.clone().seed(seed), &[]).0,
        })
    }

    fn before_exit(&mut self) -> Result<Completion, Halt> {
        let Some(listener) = self.script.on_before_exit.clone() else {
            return Ok(Completion::Normal);
        };
        self.before_exits += 1;
        self.log("beforeExit");
        let left = self.perform_all(&listener, self.before_exits);
        self.completion(left)
    }

    fn exit(&mut self) -> Result<Completion, Halt> {
        let Some(listener) = self.script.on_exit.clone() else {
            return Ok(Completion::Normal);
        };
        self.log("exit");
        self.exiting = true;
        let left = self.perform_all(&listener, 0);
        self.completion(left)
    }
}
