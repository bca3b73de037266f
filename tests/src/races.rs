//! What Node leaves open (semantics 13): the races that real Node was asked for, and the programs that are none.

use crate::{Outcome, list, programs};
use loopscope_model::{EventKind, Trace};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder beside this crate.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The name of a program's file.
pub fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// How many choices are recorded.
pub fn flags(trace: &Trace) -> usize {
    let choices = trace
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Choice { .. }));
    choices.count()
}

/// What real Node printed, for a program that we run as it does.
pub fn recorded(path: &Path) -> Option<Outcome> {
    let code = fs::read_to_string(path.with_extension("code")).ok()?;
    Some(Outcome {
        stdout: fs::read_to_string(path.with_extension("out")).ok()?,
        end: Ok(code.trim().parse().ok()?),
    })
}

/// The programs that print the same in each run of real Node.
pub fn deterministic_programs() -> Vec<PathBuf> {
    let not_yet = list(&folder("conformance/not-yet.txt"));
    let all = programs(&folder("conformance"));
    let programs = all.into_iter().filter(|p| !not_yet.contains_key(&name(p)));
    programs.collect()
}

/// Those in which something is open all the same, with the reason.
pub fn excepted() -> BTreeMap<String, String> {
    list(&folder("conformance/open-choices.txt"))
}

/// The programs that do not.
pub fn races() -> Vec<PathBuf> {
    let not_yet = list(&folder("nondet/not-yet.txt"));
    let all = programs(&folder("nondet"));
    all.into_iter()
        .filter(|path| !not_yet.contains_key(&name(path)))
        .collect()
}

/// What a race printed in real Node, with the percentage of the runs.
///
/// # Panics
/// If it was not recorded.
pub fn recorded_orders(path: &Path) -> BTreeMap<String, f64> {
    let text = fs::read_to_string(path.with_extension("orders")).expect("a race has its orders");
    let orders: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("an order is an object"))
        .collect();
    let count = |order: &serde_json::Value| order["count"].as_f64().unwrap_or_default();
    let all: f64 = orders.iter().map(count).sum();
    let entry = |order: &serde_json::Value| {
        let printed = order["stdout"].as_str().unwrap_or_default();
        (printed.to_owned(), 100.0 * count(order) / all)
    };
    orders.iter().map(entry).collect()
}
