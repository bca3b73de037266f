//! Recordings made by hand, and recordings of nonsense, for tests.

mod nonsense;

pub(crate) use nonsense::nonsense;

use crate::event::{Event, EventIndex, EventKind, Place, Stream};
use crate::node::NodeVersion;
use crate::replay::Recording;
use crate::rule::RuleId;
use crate::scenario::Scenario;
use crate::source::{
    FunctionId, FunctionInfo, FunctionKind, Probe, ProbeId, ProbeKind, SourceId, SourceUnit, Span,
};
use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
use crate::time::VirtualTime;
use crate::trace::{Chunk, Trace};

/// A trace that is told event by event. Each line of the program has one probe: that of line 1 has number 0.
pub(crate) struct Story {
    trace: Trace,
    now: VirtualTime,
    cause: Option<EventIndex>,
}

impl Story {
    /// The program, and the names of its functions; function 0 is the program itself.
    pub fn new(program: &str, functions: &[&str]) -> Story {
        let mut trace = Trace::new(Scenario::of_program(program));
        trace.sources.push(source(program, functions));
        Story {
            trace,
            now: VirtualTime::ZERO,
            cause: None,
        }
    }

    /// It happened in this version of Node.
    pub fn on(&mut self, node: NodeVersion) -> &mut Story {
        self.trace.scenario.node = node;
        self
    }

    /// What follows happens at this virtual millisecond.
    pub fn at(&mut self, ms: u64) -> &mut Story {
        self.now = VirtualTime::from_millis(ms);
        self
    }

    /// The next event has this cause.
    pub fn caused_by(&mut self, event: EventIndex) -> &mut Story {
        self.cause = Some(event);
        self
    }

    /// The number of the next event.
    pub fn next(&self) -> EventIndex {
        self.trace.events.len() as EventIndex
    }

    /// Something happens.
    pub fn then(&mut self, kind: EventKind) -> &mut Story {
        self.trace.events.push(Event {
            at: self.now,
            cause: self.cause.take(),
            kind,
        });
        self
    }

    pub fn main(&mut self) -> &mut Story {
        self.create(0, TaskKind::Main, "main program", None)
            .start(0, RuleId::MainFirst)
            .then(EventKind::Enter(FunctionId(0)))
    }

    pub fn line(&mut self, line: u32) -> &mut Story {
        self.then(EventKind::Statement(ProbeId(line - 1)))
    }

    pub fn print(&mut self, text: &str) -> &mut Story {
        self.then(EventKind::Output {
            stream: Stream::Stdout,
            text: format!("{text}\n"),
        })
    }

    pub fn create(
        &mut self,
        task: u32,
        kind: TaskKind,
        label: &str,
        line: Option<u32>,
    ) -> &mut Story {
        self.then(EventKind::TaskCreated {
            task: TaskId(task),
            kind,
            label: label.to_owned(),
            site: line.map(|line| ProbeId(line - 1)),
        })
    }

    pub fn queue(&mut self, task: u32, queue: Queue) -> &mut Story {
        self.then(EventKind::TaskQueued {
            task: TaskId(task),
            queue,
        })
    }

    pub fn arm(&mut self, task: u32, delay: u64) -> &mut Story {
        let due = self.now + VirtualTime::from_millis(delay);
        self.then(EventKind::TimerArmed {
            task: TaskId(task),
            delay,
            due,
            refed: true,
        })
    }

    pub fn start(&mut self, task: u32, rule: RuleId) -> &mut Story {
        self.then(EventKind::TaskStarted {
            task: TaskId(task),
            rule,
        })
    }

    /// The topmost function returns and the task is over.
    pub fn end(&mut self, task: u32) -> &mut Story {
        self.then(EventKind::Leave).then(EventKind::TaskEnded {
            task: TaskId(task),
            threw: false,
        })
    }

    pub fn phase(&mut self, phase: Phase) -> &mut Story {
        self.then(EventKind::PhaseEntered {
            phase,
            rule: RuleId::PhaseOrder,
        })
    }

    pub fn submit(&mut self, task: u32, operation: &str) -> &mut Story {
        self.then(EventKind::IoSubmitted {
            task: TaskId(task),
            operation: operation.to_owned(),
        })
    }

    pub fn work(&mut self, task: u32, thread: u32, until: u64) -> &mut Story {
        self.then(EventKind::IoStarted {
            task: TaskId(task),
            worker: Worker::PoolThread(thread),
            until: VirtualTime::from_millis(until),
        })
    }

    pub fn complete(&mut self, task: u32, thread: u32) -> &mut Story {
        self.then(EventKind::IoCompleted {
            task: TaskId(task),
            worker: Worker::PoolThread(thread),
        })
    }

    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    pub fn recording(&self) -> Recording {
        Recording::from_trace(self.trace.clone())
    }
}

/// A text with one probe a line, the functions all on line 1.
fn source(program: &str, functions: &[&str]) -> SourceUnit {
    let mut start = 0;
    let mut probes = Vec::new();
    for (number, text) in program.split('\n').enumerate() {
        let line = number as u32 + 1;
        let end = start + text.len() as u32;
        let kind = match text.contains("await") {
            true => ProbeKind::Await,
            false => ProbeKind::Statement,
        };
        let function = FunctionId(0);
        let end_column = text.len() as u32 + 1;
        let span = Span {
            start,
            end,
            line,
            column: 1,
            end_line: line,
            end_column,
        };
        probes.push(Probe {
            kind,
            span,
            function,
        });
        start = end + 1;
    }
    let span = probes[0].span;
    let body = FunctionInfo {
        name: String::new(),
        span,
        kind: FunctionKind::Program,
    };
    let named = functions.iter().map(|name| FunctionInfo {
        name: (*name).to_owned(),
        span,
        kind: FunctionKind::Ordinary,
    });
    SourceUnit {
        id: SourceId(0),
        path: Scenario::MAIN.to_owned(),
        text: program.to_owned(),
        first_probe: 0,
        probes,
        first_function: 0,
        functions: std::iter::once(body).chain(named).collect(),
    }
}

/// Cuts a trace into pieces of this many events.
pub(crate) fn in_chunks(trace: &Trace, size: usize) -> Recording {
    let mut recording = Recording::new(trace.scenario.clone());
    recording.append(Chunk {
        sources: trace.sources.clone(),
        events: Vec::new(),
    });
    for events in trace.events.chunks(size) {
        recording.append(Chunk {
            sources: Vec::new(),
            events: events.to_vec(),
        });
    }
    recording
}

/// A place in the program.
pub(crate) fn place(line: u32, text: &str) -> Place {
    let unit = source(text, &[]);
    Place {
        path: unit.path,
        span: unit.probes[line as usize - 1].span,
    }
}
