//! Where in the author's text something failed that the interpreter gives no place for.

use crate::compile;
use crate::shared::Shared;
use loopscope_instrument::PatternSite;
use loopscope_model::ProbeId;

use super::At;

/// The statement that ran last: its unit, and where it begins and ends.
pub(super) fn statement(shared: &Shared) -> Option<(usize, u32, u32)> {
    let site = shared.recorder.borrow().site?;
    span_of(shared, site)
}

fn span_of(shared: &Shared, probe: ProbeId) -> Option<(usize, u32, u32)> {
    let compiled = shared.compiled.borrow();
    compiled.iter().enumerate().find_map(|(source, unit)| {
        let span = unit.unit().probe(probe)?.span;
        Some((source, span.start, span.end))
    })
}

/// Where a name stands in the statement that ran last.
pub(super) fn of_name(shared: &Shared, name: &str) -> Option<At> {
    let (source, start, end) = statement(shared)?;
    let compiled = shared.compiled.borrow();
    let text = &compiled.get(source)?.unit().text;
    let statement = text.get(start as usize..end as usize)?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let at = statement.match_indices(name).find_map(|(at, _)| {
        let before = statement[..at].chars().next_back();
        let after = statement[at + name.len()..].chars().next();
        let whole = !before.is_some_and(|c| is_part(c) || c == '.') && !after.is_some_and(is_part);
        whole.then_some(at as u32)
    })?;
    Some((source, start + at))
}

/// The pattern that could not take its value apart: in the function that was being entered, in the statement that ran
/// last, or around it. `arguments` are those of the call that entered the function.
pub(super) fn pattern(
    shared: &Shared,
    function: &str,
    arguments: &[String],
) -> Option<(PatternSite, At)> {
    let (source, start, end) = statement(shared)?;
    let compiled = shared.compiled.borrow();
    let unit = compiled.get(source)?;
    let patterns = &unit.instrumented.sites.patterns;
    // A parameter that got an object can only have failed further inside.
    let is_given = |pattern: &PatternSite| {
        let argument = pattern.parameter.and_then(|at| arguments.get(at));
        argument.is_some_and(|text| !matches!(text.as_str(), "" | "undefined" | "null"))
    };
    let within = |start: u32, end: u32| {
        let inside = patterns.iter().filter(|p| (start..end).contains(&p.at));
        let mut candidates = inside.filter(|pattern| !is_given(pattern));
        candidates.next().cloned()
    };
    let functions = unit.unit().functions.iter().skip(1);
    let entered = functions
        .clone()
        .filter(|f| f.name == function && !f.name.is_empty());
    let mut spans: Vec<(u32, u32)> = entered.map(|f| (f.span.start, f.span.end)).collect();
    spans.push((start, end));
    let around = functions.filter(|f| f.span.start <= start && end <= f.span.end);
    spans.extend(around.map(|f| (f.span.start, f.span.end)).rev());
    spans.push((0, u32::MAX));
    let found = spans
        .into_iter()
        .find_map(|(start, end)| within(start, end))?;
    let at = (source, found.at);
    Some((found, at))
}

/// A name that is declared in the unit behind the statement that ran last, or by it, and used in it; otherwise one of the
/// parameters of the function of this name that was being entered.
pub(super) fn uninitialized(shared: &Shared, function: &str) -> Option<(String, At)> {
    let (source, start, end) = statement(shared)?;
    let compiled = shared.compiled.borrow();
    let unit = compiled.get(source)?.unit();
    let entered = unit.functions.iter().skip(1);
    let entered = entered.filter(|f| f.name == function && !f.name.is_empty());
    let (name, at) = std::iter::once((start, end))
        .chain(entered.map(|f| (f.span.start, f.span.end)))
        .find_map(|(start, end)| {
            loopscope_instrument::uninitialized_name(&unit.text, start, end)
        })?;
    Some((name, (source, at)))
}

/// Whether a name that the interpreter does not know has a declaration around the statement that ran last: then it is not
/// initialised yet.
pub(super) fn is_declared(shared: &Shared, name: &str) -> bool {
    let Some((source, start, _)) = statement(shared) else {
        return false;
    };
    let compiled = shared.compiled.borrow();
    compiled.get(source).is_some_and(|compiled| {
        loopscope_instrument::is_declared_around(&compiled.unit().text, name, start)
    })
}

/// The number of the unit that was compiled under a path.
pub(crate) fn source_of(shared: &Shared, path: &str) -> Option<usize> {
    let compiled = shared.compiled.borrow();
    compiled.iter().rposition(|c| c.unit().path == path)
}

/// The offset of a line and column of the compiled text.
pub(crate) fn offset(shared: &Shared, path: &str, line: u32, column: u32) -> Option<u32> {
    let (line, column) = compile::original(shared, path, line, column)?;
    compile::span_at(shared, path, line, column).map(|place| place.span.start)
}
