//! What the sentences are made of.

use crate::event::{Event, EventIndex, EventKind};
use crate::picture::card;
use crate::replay::{LoopState, Recording, TaskInfo};
use crate::rule::RuleId;
use crate::source::{FunctionId, FunctionKind, ProbeId, SourceId};
use crate::task::{TaskId, TaskKind};
use crate::time::VirtualTime;

/// Of a step with more events than these only the first ones are looked at.
const MAX_EVENTS: usize = 64;

/// More tasks are not named one by one.
const MAX_NAMES: usize = 4;

/// Longer texts of the program are cut.
const MAX_QUOTE: usize = 48;

/// What is said of a step.
pub(super) struct Said {
    pub sentence: String,
    pub detail: Option<String>,
    pub rule: Option<RuleId>,
}

impl Said {
    pub fn new(sentence: impl Into<String>) -> Said {
        Said {
            sentence: sentence.into(),
            detail: None,
            rule: None,
        }
    }

    pub fn by(self, rule: RuleId) -> Said {
        Said {
            rule: Some(rule),
            ..self
        }
    }

    pub fn detail(self, detail: impl Into<String>) -> Said {
        Said {
            detail: Some(detail.into()),
            ..self
        }
    }
}

/// A step, and the words for what is in it. It notes which tasks it names.
pub(super) struct Teller<'a> {
    pub recording: &'a Recording,
    pub step: u32,
    pub before: LoopState,
    pub after: &'a LoopState,
    pub events: Vec<(EventIndex, Event)>,
    tasks: Vec<TaskId>,
}

impl<'a> Teller<'a> {
    pub fn new(recording: &'a Recording, step: u32, after: &'a LoopState) -> Teller<'a> {
        let range = recording.events_of_step(step);
        let length = range.len().min(MAX_EVENTS);
        Teller {
            recording,
            step,
            before: recording.state_after(range.start),
            after,
            events: recording.events(range.start).take(length).collect(),
            tasks: Vec::new(),
        }
    }

    /// The event that gives the step its name.
    pub fn event(&self) -> Option<(EventIndex, Event)> {
        let index = self.recording.event_of_step(self.step)?;
        Some((index, self.recording.event(index)?))
    }

    pub fn named(self) -> Vec<TaskId> {
        self.tasks
    }

    /// `` `later` (#2) ``, or `the timeout of line 3 (#2)` if it has no label of its own.
    pub fn name(&mut self, task: TaskId) -> String {
        if !self.tasks.contains(&task) {
            self.tasks.push(task);
        }
        let card = card(self.recording, task);
        match card.label.as_str() {
            _ if task == TaskId::MAIN => "the main program".to_owned(),
            label if label == card.kind.name() => match card.line {
                Some(line) => format!("the {label} of line {line} (#{})", card.number),
                None => format!("the {label} (#{})", card.number),
            },
            label => format!("`{label}` (#{})", card.number),
        }
    }

    /// Names some tasks and counts the rest.
    pub fn names(&mut self, tasks: &[TaskId]) -> String {
        let mut names: Vec<String> = tasks
            .iter()
            .take(MAX_NAMES)
            .map(|&task| self.name(task))
            .collect();
        if let Some(more) = tasks.len().checked_sub(MAX_NAMES).filter(|&n| n > 0) {
            names.push(format!("{more} more"));
        }
        enumerate(&names)
    }

    pub fn info(&self, task: TaskId) -> Option<&TaskInfo> {
        self.recording.task(task)
    }

    /// Whether what runs is a microtask, so that its ticks have to wait for all microtasks.
    pub fn in_microtask(&self) -> bool {
        let Some(info) = self.before.current().and_then(|task| self.info(task)) else {
            return false;
        };
        let call = info.started.and_then(|event| self.recording.event(event));
        let rule = call.and_then(|event| event.kind.rule());
        matches!(info.kind, TaskKind::PromiseJob | TaskKind::Microtask)
            || rule == Some(RuleId::ModuleBodyIsJob)
    }

    /// What sort of task made this one.
    pub fn maker(&self, task: TaskId) -> Option<(TaskId, TaskKind)> {
        let by = self.info(task)?.by?;
        Some((by, self.info(by).map_or(TaskKind::Main, |i| i.kind)))
    }

    /// `line 7`, or `line 7 of lib.js`.
    pub fn line(&self, probe: ProbeId) -> Option<String> {
        let (source, probe) = self.recording.probe(probe)?;
        let line = probe.span.line;
        Some(match source.id {
            SourceId(0) => format!("line {line}"),
            _ => format!("line {line} of {}", self.recording.shown_path(&source.path)),
        })
    }

    /// The beginning of the text of a statement.
    pub fn quote(&self, probe: ProbeId) -> Option<String> {
        let (source, probe) = self.recording.probe(probe)?;
        let text = source
            .text
            .get(probe.span.start as usize..probe.span.end as usize)?;
        let first = text.lines().next()?.trim();
        (!first.is_empty()).then(|| shortened(first.trim_end_matches(';')))
    }

    /// `` `load` ``, `the anonymous function in line 3`, or the name of a file.
    pub fn function(&self, function: FunctionId) -> String {
        match self.recording.function(function) {
            Some((source, f)) if f.kind == FunctionKind::Program => {
                format!("`{}`", self.recording.shown_path(&source.path))
            }
            Some((_, f)) if f.name.is_empty() => {
                format!("the anonymous function in line {}", f.span.line)
            }
            Some((_, f)) => format!("`{}`", f.name),
            None => "the function".to_owned(),
        }
    }

    /// When a timer that is being called was due, and its delay in milliseconds.
    pub fn due(&self, task: TaskId) -> Option<(VirtualTime, u64)> {
        if let Some(timer) = self.before.timers.get(&task) {
            return Some((timer.due, timer.delay));
        }
        // The cause of a call is what made the task ready; behind it stands what set the timer.
        let (_, called) = self.event()?;
        let mut cause = called.cause;
        for _ in 0..4 {
            let event = self.recording.event(cause?)?;
            match event.kind {
                EventKind::TimerArmed {
                    task: armed,
                    delay,
                    due,
                    ..
                } if armed == task => return Some((due, delay)),
                _ => cause = event.cause,
            }
        }
        None
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A text in backticks, cut if it is long; one line of it.
pub(super) fn shortened(text: &str) -> String {
    let first = text.lines().next().unwrap_or("");
    let cut: String = first.chars().take(MAX_QUOTE).collect();
    let more = cut.len() < text.trim_end_matches('\n').len();
    // A backtick in the text would end the quotation.
    let cut = cut.replace('`', "'");
    format!("`{cut}{}`", if more { "…" } else { "" })
}

/// A number with its thousands set apart: `99,000`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
