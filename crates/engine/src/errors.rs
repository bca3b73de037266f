//! Refusals, and errors as Node makes and prints them.

use crate::compile;
use crate::inspect::{InspectOptions, inspect};
use crate::outside::thread_output;
use crate::probes;
use crate::shared::{Shared, shared};
use boa_engine::{Context, JsError, JsObject, JsValue, js_string};
use loopscope_model::EventKind;
use loopscope_model::event::{Ending, Place, Stop, StopKind, Stream};

/// Something that is not modelled.
pub struct Refusal<'a> {
    /// What.
    pub what: &'a str,
    /// What to use instead; may be empty.
    pub hint: &'a str,
}

/// Ends the run because the program uses what is not modelled. The program cannot catch the error.
pub fn refuse(context: &mut Context, refusal: Refusal<'_>) -> JsError {
    let shared = shared(context);
    let site = shared.recorder.borrow().site;
    shared.end(Ending::Stopped(Stop {
        kind: StopKind::Refused,
        message: format!("{} is not modelled", refusal.what),
        hint: refusal.hint.to_owned(),
        place: site.and_then(|probe| compile::place_of(&shared, probe)),
    }));
    probes::halt(&shared)
}

/// Prints an error that nothing caught, in Node's layout, and records it.
pub fn report_uncaught(error: &JsValue, place: Option<Place>, context: &mut Context) {
    let shared = shared(context);
    let is_error = error
        .as_object()
        .is_some_and(|o| o.is::<boa_engine::builtins::error::Error>());
    let text = match (error.as_string(), error.as_object()) {
        (Some(text), _) => text.to_std_string_lossy(),
        (None, Some(object)) if shared.syntax_error.borrow().is_some() => {
            headline(&object, context)
        }
        _ => inspect(error, &InspectOptions::default(), context)
            .unwrap_or_else(|_| "[an error that cannot be shown]".to_owned()),
    };
    let message = match error.as_object() {
        Some(object) if is_error => headline(&object, context),
        _ => format!("Uncaught {text}"),
    };
    // A worker's parent hears of it.
    if thread_output::report(&shared, error, context) {
        return;
    }
    let mut output = String::new();
    if let Some(place) = &place {
        let excerpt = excerpt(&shared, place);
        output.push_str(&if is_error {
            format!("{excerpt}\n")
        } else {
            format!("\n{excerpt}")
        });
    }
    output.push_str(&text);
    if error.as_object().is_none() {
        output
            .push_str("\n(Use `node --trace-uncaught ...` to show where the exception was thrown)");
    }
    output.push_str(&format!("\n\nNode.js {}\n", shared.scenario.node.release()));
    shared.materialize(context);
    shared
        .event_loop
        .borrow_mut()
        .record(EventKind::Uncaught { message, place });
    shared.write(Stream::Stderr, output, context);
}

/// What Node prints on standard error when nothing can settle the top-level `await`s at which modules wait (1.4).
pub fn unsettled_warning(shared: &Shared) -> String {
    let waiting = shared.modules.borrow().waiting_at.clone();
    // A main module that itself waits is named alone.
    let main = waiting.contains_key(&0);
    let places = waiting
        .iter()
        .filter(|(source, _)| !main || *source == 0)
        .filter_map(|(_, probe)| compile::place_of(shared, *probe));
    places
        .map(|place| {
            let excerpt = excerpt(shared, &place);
            let (head, rest) = excerpt.split_once('\n').unwrap_or((&excerpt, ""));
            let line = rest.lines().next().unwrap_or_default();
            let blank = " ".repeat(place.span.column.saturating_sub(1) as usize);
            format!(
                "Warning: Detected unsettled top-level await at file://{head}\n{line}\n{blank}^\n\n\n\n"
            )
        })
        .collect()
}

fn headline(error: &boa_engine::JsObject, context: &mut Context) -> String {
    let mut text = |name| {
        error
            .get(js_string!(name), context)
            .ok()
            .and_then(|v| v.as_string().map(|s| s.to_std_string_lossy()))
            .unwrap_or_default()
    };
    let (name, message) = (text("name"), text("message"));
    if message.is_empty() {
        name
    } else {
        format!("{name}: {message}")
    }
}

/// Path, line, the line itself and a caret.
fn excerpt(shared: &Shared, place: &Place) -> String {
    let text = compile::text_of(shared, &place.path).unwrap_or_default();
    let line = text
        .lines()
        .nth(place.span.line.saturating_sub(1) as usize)
        .unwrap_or_default();
    // A tab stays one, so that the caret stands below its character.
    let before = line
        .chars()
        .take(place.span.column.saturating_sub(1) as usize);
    let blank: String = before.map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let carets = if place.span.line == place.span.end_line {
        place
            .span
            .end_column
            .saturating_sub(place.span.column)
            .max(1)
    } else {
        1
    };
    let carets = "^".repeat(if shared.syntax_error.borrow().is_some() {
        carets as usize
    } else {
        1
    });
    format!(
        "{}:{}\n{line}\n{blank}{carets}\n",
        place.path, place.span.line
    )
}

/// Where an error was thrown: where the text that could not be compiled is wrong, where the interpreter failed, the
/// `throw` that ran last, or, outside of any task, where the error was made.
pub fn place_of_error(
    shared: &Shared,
    error: &JsValue,
    from_promise: bool,
    context: &mut Context,
) -> Option<Place> {
    if let Some(place) = shared.syntax_error.borrow().clone() {
        return Some(place);
    }
    let site = shared.recorder.borrow().site;
    let statement = site.and_then(|site| compile::place_of(shared, site));
    // A statement that throws the error itself, wherever that was made.
    if let Some(place) = statement.clone().filter(|_| !from_promise)
        && text_at(shared, &place).starts_with("throw")
    {
        return Some(place);
    }
    if let (Some((known, place)), Some(error)) = (&*shared.last_error.borrow(), error.as_object())
        && JsObject::equals(known, &error)
    {
        return Some(place.clone());
    }
    place_in_stack(shared, error, context).or(statement)
}

fn text_at(shared: &Shared, place: &Place) -> String {
    let compiled = shared.compiled.borrow();
    let unit = compiled.iter().rev().find(|c| c.unit().path == place.path);
    unit.and_then(|c| c.unit().text.get(place.span.start as usize..))
        .map_or_else(String::new, |text| text.chars().take(5).collect())
}

/// The first place that the stack of an error names.
fn place_in_stack(shared: &Shared, error: &JsValue, context: &mut Context) -> Option<Place> {
    let stack = error.as_object()?.get(js_string!("stack"), context).ok()?;
    let stack = stack.as_string()?.to_std_string_lossy();
    let frames = stack
        .lines()
        .filter_map(|line| line.trim().strip_prefix("at "));
    frames
        .filter(|frame| !frame.contains("node:"))
        .find_map(|frame| {
            let frame = frame.trim_end_matches(')');
            let place = frame.rsplit_once('(').map_or(frame, |(_, place)| place);
            let mut parts = place.trim_start_matches("file://").rsplitn(3, ':');
            let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            compile::span_at(shared, parts.next()?, line, column)
        })
}
