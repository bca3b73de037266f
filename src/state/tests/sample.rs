//! A recording made by hand: a file is read, and its callback asks for one task of each sort.

use loopscope_model::event::{Ending, EventIndex, Stream};
use loopscope_model::source::{FunctionInfo, FunctionKind, ProbeKind};
use loopscope_model::task::{Phase, Queue, Worker};
use loopscope_model::{
    Event, EventKind, FunctionId, Probe, ProbeId, RuleId, Scenario, SourceId, SourceUnit, Span,
    TaskId, TaskKind, Trace, VirtualTime,
};

/// The program.
pub const PROGRAM: &str = "const fs = require('fs');

setTimeout(() => console.log('timeout 10'), 10);
fs.readFile('users.json', (err, data) => {
  console.log('read users');
  setTimeout(() => console.log('timeout 0'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
});
console.log('main done');
";

/// The scenario.
pub fn scenario() -> Scenario {
    let mut scenario = Scenario::of_program(PROGRAM);
    scenario.title = "Immediates and timers, inside an I/O callback".to_owned();
    scenario.files.insert(
        "users.json".to_owned(),
        "[{ \"name\": \"Ann\" }]".to_owned(),
    );
    scenario
        .world
        .latencies
        .insert("fs.readFile users.json".to_owned(), 3000);
    scenario
}

/// The trace of a run of it.
pub fn trace() -> Trace {
    let mut tape = Tape::default();
    tape.all();
    let mut trace = Trace::new(scenario());
    trace.sources.push(source());
    trace.events = tape.events;
    trace
}

/// Lines with a statement; the number of its probe is the place in this list.
const LINES: [u32; 9] = [1, 3, 4, 11, 5, 6, 7, 8, 9];
/// Lines of the callbacks; the number of the function is the place in this list, from 1.
const CALLBACKS: [u32; 6] = [3, 4, 6, 7, 8, 9];

fn source() -> SourceUnit {
    let function = |line: u32| match CALLBACKS.iter().position(|&l| l == line) {
        Some(place) => FunctionId(place as u32 + 1),
        None if (5..10).contains(&line) => FunctionId(2),
        None => FunctionId(0),
    };
    let mut probes: Vec<Probe> = LINES
        .iter()
        .map(|&line| probe(line, function(line)))
        .collect();
    for probe in &mut probes[1..3] {
        probe.function = FunctionId(0);
    }
    for probe in &mut probes[5..9] {
        probe.function = FunctionId(2);
    }
    // The bodies of the callbacks.
    probes.extend(CALLBACKS.iter().map(|&line| probe(line, function(line))));
    let info = |kind, line| FunctionInfo {
        name: String::new(),
        span: span(line),
        kind,
    };
    let mut functions = vec![info(FunctionKind::Program, 1)];
    functions.extend(
        CALLBACKS
            .iter()
            .map(|&line| info(FunctionKind::Ordinary, line)),
    );
    SourceUnit {
        id: SourceId(0),
        path: "main.js".to_owned(),
        text: PROGRAM.to_owned(),
        first_probe: 0,
        probes,
        first_function: 0,
        functions,
    }
}

fn probe(line: u32, function: FunctionId) -> Probe {
    Probe {
        kind: ProbeKind::Statement,
        span: span(line),
        function,
    }
}

fn span(line: u32) -> Span {
    let text = PROGRAM.lines().nth(line as usize - 1).unwrap();
    let start: usize = PROGRAM
        .lines()
        .take(line as usize - 1)
        .map(|l| l.len() + 1)
        .sum();
    let indent = text.len() - text.trim_start().len();
    Span {
        start: (start + indent) as u32,
        end: (start + text.len()) as u32,
        line,
        column: indent as u32 + 1,
        end_line: line,
        end_column: text.len() as u32 + 1,
    }
}

#[derive(Default)]
struct Tape {
    events: Vec<Event>,
    at: VirtualTime,
}

impl Tape {
    fn add(&mut self, kind: EventKind) -> EventIndex {
        let cause = self
            .events
            .len()
            .checked_sub(1)
            .map(|last| last as EventIndex);
        self.events.push(Event {
            at: self.at,
            cause,
            kind,
        });
        self.events.len() as EventIndex - 1
    }

    fn statement(&mut self, line: u32) {
        let probe = LINES.iter().position(|&l| l == line).unwrap();
        self.add(EventKind::Statement(ProbeId(probe as u32)));
    }

    fn create(&mut self, task: u32, kind: TaskKind, label: &str, line: u32) {
        let site = LINES
            .iter()
            .position(|&l| l == line)
            .map(|place| ProbeId(place as u32));
        self.add(EventKind::TaskCreated {
            task: TaskId(task),
            kind,
            label: label.to_owned(),
            site,
        });
    }

    fn queue(&mut self, task: u32, queue: Queue) {
        self.add(EventKind::TaskQueued {
            task: TaskId(task),
            queue,
        });
    }

    fn arm(&mut self, task: u32, delay: u64) {
        self.add(EventKind::TimerArmed {
            task: TaskId(task),
            delay,
            due: self.at + VirtualTime::from_millis(delay),
            refed: true,
        });
    }

    fn print(&mut self, text: &str) {
        self.add(EventKind::Output {
            stream: Stream::Stdout,
            text: format!("{text}\n"),
        });
    }

    fn phase(&mut self, phase: Phase) {
        self.add(EventKind::PhaseEntered {
            phase,
            rule: RuleId::PhaseOrder,
        });
    }

    /// A callback that prints.
    fn call(&mut self, task: u32, rule: RuleId, function: u32, text: &str) {
        self.begin(task, rule, function);
        self.add(EventKind::Statement(ProbeId(
            LINES.len() as u32 + function - 1,
        )));
        self.print(text);
        self.end(task);
    }

    fn begin(&mut self, task: u32, rule: RuleId, function: u32) {
        self.add(EventKind::TaskStarted {
            task: TaskId(task),
            rule,
        });
        self.add(EventKind::Enter(FunctionId(function)));
    }

    fn end(&mut self, task: u32) {
        self.add(EventKind::Leave);
        self.add(EventKind::TaskEnded {
            task: TaskId(task),
            threw: false,
        });
    }

    fn all(&mut self) {
        self.create(0, TaskKind::Main, "main.js", 0);
        self.begin(0, RuleId::MainFirst, 0);
        self.statement(1);
        self.statement(3);
        self.create(1, TaskKind::Timeout, "setTimeout 10", 3);
        self.arm(1, 10);
        self.statement(4);
        self.create(2, TaskKind::Io, "fs.readFile users.json", 4);
        self.add(EventKind::IoSubmitted {
            task: TaskId(2),
            operation: "readFile users.json".to_owned(),
        });
        self.add(EventKind::IoStarted {
            task: TaskId(2),
            worker: Worker::PoolThread(0),
            until: VirtualTime::from_millis(3),
        });
        self.statement(11);
        self.print("main done");
        self.end(0);
        self.add(EventKind::IterationStarted(1));
        for phase in [
            Phase::Timers,
            Phase::Pending,
            Phase::IdlePrepare,
            Phase::Poll,
        ] {
            self.phase(phase);
        }
        self.add(EventKind::PollWait(Some(VirtualTime::from_millis(10))));
        self.at = VirtualTime::from_millis(3);
        self.add(EventKind::IoCompleted {
            task: TaskId(2),
            worker: Worker::PoolThread(0),
        });
        self.queue(2, Queue::Phase(Phase::Poll));
        self.read_callback();
        self.phase(Phase::Check);
        self.call(4, RuleId::ImmediateSnapshot, 4, "immediate");
        self.phase(Phase::Close);
        self.at = VirtualTime::from_micros(4100);
        self.phase(Phase::Timers);
        self.queue(3, Queue::Phase(Phase::Timers));
        self.call(3, RuleId::TimerOrder, 3, "timeout 0");
        self.add(EventKind::IterationStarted(2));
        self.phase(Phase::Poll);
        self.add(EventKind::PollWait(Some(VirtualTime::from_millis(10))));
        self.at = VirtualTime::from_millis(10);
        self.phase(Phase::Timers);
        self.queue(1, Queue::Phase(Phase::Timers));
        self.call(1, RuleId::TimerOrder, 1, "timeout 10");
        self.add(EventKind::Ended(Ending::Exited(0)));
    }

    fn read_callback(&mut self) {
        self.begin(2, RuleId::PollDelivers, 2);
        self.statement(5);
        self.print("read users");
        self.statement(6);
        self.create(3, TaskKind::Timeout, "setTimeout 1", 6);
        self.arm(3, 1);
        self.statement(7);
        self.create(4, TaskKind::Immediate, "setImmediate", 7);
        self.queue(4, Queue::Phase(Phase::Check));
        self.statement(8);
        self.create(5, TaskKind::Tick, "nextTick", 8);
        self.queue(5, Queue::Ticks);
        self.statement(9);
        self.create(6, TaskKind::PromiseJob, "then", 9);
        self.queue(6, Queue::Microtasks);
        self.end(2);
        self.add(EventKind::Checkpoint(Queue::Ticks));
        self.call(5, RuleId::TicksFirst, 5, "tick");
        self.add(EventKind::Checkpoint(Queue::Microtasks));
        self.call(6, RuleId::MicrotasksInOrder, 6, "micro");
    }
}
