//! Steps inside of JavaScript: statements, calls, output.

use super::teller::{Said, Teller, grouped, shortened};
use crate::event::{EventKind, Stream};
use crate::source::{FunctionId, ProbeId, ProbeKind};

pub(super) fn statement(t: &mut Teller<'_>, probe: ProbeId) -> Said {
    let Some(line) = t.line(probe) else {
        return Said::new("The next statement is about to run.");
    };
    let kind = t.recording.probe(probe).map(|(_, p)| p.kind);
    Said::new(match (kind, t.quote(probe)) {
        (Some(ProbeKind::Loop), _) => format!("{line}: the loop begins another round."),
        (Some(ProbeKind::Await), _) => format!("{line} goes on behind its `await`."),
        (Some(ProbeKind::Yield), _) => format!("{line} goes on behind its `yield`."),
        (_, Some(text)) => format!("{line} is about to run: {text}."),
        (_, None) => format!("{line} is about to run."),
    })
}

pub(super) fn repeated(t: &mut Teller<'_>) -> Said {
    let mut most = 0;
    let mut lines: Vec<u32> = Vec::new();
    for (_, event) in &t.events {
        if let EventKind::Repeated(probe, times) = event.kind {
            most = most.max(times);
            lines.extend(t.recording.probe(probe).map(|(_, p)| p.span.line));
        }
    }
    let times = match most {
        1 => "once more".to_owned(),
        _ => format!("{} more times", grouped(most)),
    };
    Said::new(match (lines.iter().min(), lines.iter().max()) {
        (Some(first), Some(last)) if first < last => {
            format!("lines {first} to {last} run again and again, up to {times} in this task.")
        }
        (Some(line), _) => format!("line {line} runs {times} in this task."),
        _ => format!("a statement runs {times} in this task."),
    })
    .detail("The first visits are recorded one by one; these are counted.")
}

pub(super) fn enter(t: &mut Teller<'_>, function: FunctionId) -> Said {
    let name = t.function(function);
    Said::new(format!(
        "{name} is called: its frame goes on top of the call stack."
    ))
}

pub(super) fn resume(t: &mut Teller<'_>, function: FunctionId) -> Said {
    let name = t.function(function);
    Said::new(format!("{name} goes on where it was suspended."))
}

pub(super) fn leave(t: &mut Teller<'_>) -> Said {
    let name = top(t);
    Said::new(match back_in(t) {
        Some(caller) => format!("{name} returns to {caller}."),
        None => format!("{name} comes to its end: its frame leaves the call stack."),
    })
}

pub(super) fn unwind(t: &mut Teller<'_>) -> Said {
    let name = top(t);
    Said::new(match back_in(t) {
        Some(caller) => format!("an exception leaves {name} and reaches {caller}."),
        None => format!("an exception leaves {name}."),
    })
}

pub(super) fn suspend(t: &mut Teller<'_>, probe: Option<ProbeId>) -> Said {
    let name = top(t);
    let line = probe.and_then(|p| t.line(p));
    let place = line.map_or(String::new(), |line| format!(" in {line}"));
    let kind = probe.and_then(|p| t.recording.probe(p).map(|(_, p)| p.kind));
    Said::new(match kind {
        Some(ProbeKind::Yield) => {
            format!("{name} is suspended at its `yield`{place}, until somebody asks for more.")
        }
        _ => format!(
            "{name} is suspended at its `await`{place}: the rest will go on as a promise job."
        ),
    })
    .detail("Its frame leaves the call stack and its caller goes on at once.")
}

pub(super) fn output(t: &mut Teller<'_>, stream: Stream, text: &str) -> Said {
    let who = match (t.before.probe().and_then(|p| t.line(p)), t.before.current()) {
        (Some(line), _) => line,
        (None, Some(task)) => t.name(task),
        (None, None) => "Node".to_owned(),
    };
    let target = match stream {
        Stream::Stdout => "",
        Stream::Stderr => " to standard error",
    };
    Said::new(match text.trim_end_matches('\n') {
        "" => format!("{who} prints an empty line{target}."),
        text => format!("{who} prints {}{target}.", shortened(text)),
    })
}

/// The function that is left.
fn top(t: &Teller<'_>) -> String {
    match t.before.stack.last() {
        Some(frame) => t.function(frame.function),
        None => "the function".to_owned(),
    }
}

/// The function that goes on.
fn back_in(t: &Teller<'_>) -> Option<String> {
    let frame = t.after.stack.last()?;
    Some(t.function(frame.function))
}
