//! A trace in lines of text: one line an event, indented by the depth of the call stack.

use super::{Value, fields};
use crate::event::{EventIndex, EventKind};
use crate::picture::card;
use crate::replay::{Events, Recording};
use crate::task::TaskId;
use std::fmt::Write;

/// More than this is not indented.
const MAX_INDENT: usize = 40;

/// The lines of a recording, without their ends: number and virtual time of the event, what happened, and in brackets
/// the section of the rule that decided.
pub fn lines(recording: &Recording) -> impl Iterator<Item = String> {
    Lines {
        recording,
        events: recording.events(0),
        depth: 0,
    }
}

struct Lines<'a> {
    recording: &'a Recording,
    events: Events<'a>,
    depth: usize,
}

impl Iterator for Lines<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (index, event) = self.events.next()?;
        let returns = matches!(
            event.kind,
            EventKind::Leave | EventKind::Unwind | EventKind::Suspend(_)
        );
        let over = matches!(event.kind, EventKind::TaskEnded { .. });
        if returns || over {
            self.depth = self.depth.saturating_sub(1);
        }
        let what = self.what(&event.kind);
        let line = self.line(index, &event.at.to_string(), &what);
        if matches!(
            event.kind,
            EventKind::Enter(_) | EventKind::Resume(_) | EventKind::TaskStarted { .. }
        ) {
            self.depth += 1;
        }
        Some(line)
    }
}

impl Lines<'_> {
    fn line(&self, index: EventIndex, at: &str, what: &str) -> String {
        let indent = "  ".repeat(self.depth.min(MAX_INDENT));
        format!("{index:>6} {at:>9} ms  {indent}{what}")
    }

    fn what(&self, event: &EventKind) -> String {
        let mut out = event.name().to_owned();
        for (name, value) in fields(self.recording, event) {
            if let Some(value) = self.value(name, &value) {
                out.push(' ');
                out.push_str(&value);
            }
        }
        if let Some(rule) = event.rule() {
            // Writing to a String cannot fail.
            write!(out, " [{}]", rule.section()).expect("text can be written");
        }
        out
    }

    /// A value, with its name where it does not speak for itself.
    fn value(&self, name: &str, value: &Value) -> Option<String> {
        Some(match value {
            Value::Nothing => return None,
            Value::Task(task) if name == "task" => self.task(*task),
            Value::Task(task) => format!("{name}={}", self.task(*task)),
            Value::Tasks(tasks) => {
                let tasks: Vec<String> = tasks.iter().map(|&task| self.task(task)).collect();
                format!("{name}=[{}]", tasks.join(", "))
            }
            Value::Word(word) => (*word).to_owned(),
            // It stands behind the number.
            Value::Text(_) if name == "label" => return None,
            Value::Text(text) if name == "function" && !text.is_empty() => text.clone(),
            Value::Text(_) if name == "function" => "(anonymous)".to_owned(),
            Value::Text(text) => format!("{text:?}"),
            Value::Place(place) => place.clone(),
            Value::Number(number) => format!("{}={number}", name.trim_end_matches("Ms")),
            Value::Time(time) => format!("{}={time}", name.trim_end_matches("Ms")),
            Value::Flag(flag) if name == "threw" => flag.then(|| name.to_owned())?,
            Value::Flag(flag) => (!flag).then(|| format!("no {name}"))?,
            Value::List(list) => format!("{name}=[{}]", list.join(", ")),
        })
    }

    fn task(&self, task: TaskId) -> String {
        let card = card(self.recording, task);
        format!("#{} {}", card.number, card.label)
    }
}
