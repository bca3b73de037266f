//! What Node leaves open (semantics 13): the deterministic programs print the same whatever is drawn, and no choice is
//! recorded in them; the races reach the orders that real Node showed, with the choice between the lines that differ.
//!
//! `conformance/open-choices.txt` lists exceptions with their reasons; it may only shrink.

use loopscope_model::event::Stream;
use loopscope_model::{EventKind, Schedule, Trace};
use loopscope_tests::{
    Outcome, list, on_large_stack, outcome, programs, record, record_quickly, scenario,
};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A deterministic program prints its recording with each of so many seeds.
const SEEDS: u64 = 50;
/// An order of a race must be reached by one of so many seeds.
const RACE_SEEDS: u64 = 300;
/// One that real Node often shows, by one of so many.
const EARLY_SEEDS: u64 = 60;
/// Percent of real Node's runs from which on an order must be reached, and from which on early.
const RARE: f64 = 2.0;
const COMMON: f64 = 10.0;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn flags(trace: &Trace) -> usize {
    let choices = trace
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Choice { .. }));
    choices.count()
}

/// What real Node printed, for a program that we run as it does.
fn recorded(path: &Path) -> Option<Outcome> {
    let code = fs::read_to_string(path.with_extension("code")).ok()?;
    Some(Outcome {
        stdout: fs::read_to_string(path.with_extension("out")).ok()?,
        end: Ok(code.trim().parse().ok()?),
    })
}

fn deterministic_programs() -> Vec<PathBuf> {
    let not_yet = list(&folder("conformance/not-yet.txt"));
    let all = programs(&folder("conformance"));
    let programs = all.into_iter().filter(|p| !not_yet.contains_key(&name(p)));
    programs.collect()
}

#[test]
#[ignore = "takes minutes: a part of cargo xtask test"]
fn no_choice_is_recorded_where_node_promises_an_order() {
    let excepted = list(&folder("conformance/open-choices.txt"));
    let mut wrong = String::new();
    for path in deterministic_programs() {
        let text = fs::read_to_string(&path).expect("a program can be read");
        let flags = flags(&record(&scenario(&name(&path), &text)));
        if (flags > 0) != excepted.contains_key(&name(&path)) {
            let _ = writeln!(wrong, "{}: {flags} choices", name(&path));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn some_seeds_print_the_recording_where_node_promises_an_order() {
    seeds_print_the_recording(1);
}

#[test]
#[ignore = "takes minutes: a part of cargo xtask test"]
fn all_seeds_print_the_recording_where_node_promises_an_order() {
    seeds_print_the_recording(SEEDS);
}

#[track_caller]
fn seeds_print_the_recording(seeds: u64) {
    let excepted = list(&folder("conformance/open-choices.txt"));
    let mut wrong = String::new();
    for path in deterministic_programs() {
        let Some(recorded) = recorded(&path) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a program can be read");
        let mut scenario = scenario(&name(&path), &text);
        let seeds: Vec<u64> = on_large_stack(|| {
            let differs = |seed: &u64| {
                scenario.schedule = Schedule::Seeded(*seed);
                outcome(&record_quickly(&scenario)) != recorded
            };
            (1..=seeds).filter(differs).collect()
        });
        if !seeds.is_empty() && !excepted.contains_key(&name(&path)) {
            let _ = writeln!(wrong, "{}: seeds {seeds:?}", name(&path));
        }
    }
    assert_eq!(wrong, "");
}

/// An order of a race: in how many of real Node's runs, and with which seed of ours first.
#[derive(Default)]
struct Order {
    percent: f64,
    first: Option<u64>,
    seeds: u64,
}

fn races() -> Vec<PathBuf> {
    let not_yet = list(&folder("nondet/not-yet.txt"));
    let all = programs(&folder("nondet"));
    all.into_iter()
        .filter(|path| !not_yet.contains_key(&name(path)))
        .collect()
}

fn recorded_orders(path: &Path) -> BTreeMap<String, Order> {
    let text = fs::read_to_string(path.with_extension("orders")).expect("a race has its orders");
    let orders: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("an order is an object"))
        .collect();
    let count = |order: &serde_json::Value| order["count"].as_f64().unwrap_or_default();
    let all: f64 = orders.iter().map(count).sum();
    let entry = |order: &serde_json::Value| {
        let percent = 100.0 * count(order) / all;
        let known = Order {
            percent,
            ..Order::default()
        };
        (
            order["stdout"].as_str().unwrap_or_default().to_owned(),
            known,
        )
    };
    orders.iter().map(entry).collect()
}

/// All orders of a race, real Node's and ours, by what is printed.
fn orders(path: &Path) -> BTreeMap<String, Order> {
    let mut orders = recorded_orders(path);
    let text = fs::read_to_string(path).expect("a program can be read");
    let mut scenario = scenario(&name(path), &text);
    for seed in 1..=RACE_SEEDS {
        scenario.schedule = Schedule::Seeded(seed);
        let printed = outcome(&record_quickly(&scenario)).stdout;
        let order = orders.entry(printed).or_default();
        order.first.get_or_insert(seed);
        order.seeds += 1;
    }
    orders
}

#[test]
#[ignore = "takes minutes: a part of cargo xtask test"]
fn seeds_reach_the_orders_of_real_node() {
    let mut table = String::new();
    let mut missed = String::new();
    for path in races() {
        let _ = writeln!(table, "{}", name(&path));
        for (printed, order) in orders(&path) {
            let lines = printed.trim_end().replace('\n', " | ");
            let seeds = order.seeds as f64 * 100.0 / RACE_SEEDS as f64;
            let first = order
                .first
                .map_or("never".to_owned(), |s| format!("seed {s}"));
            let note = if order.percent == 0.0 {
                " (not seen in Node)"
            } else {
                ""
            };
            let row = format!(
                "  Node {:5.1} %  here {seeds:5.1} %  first {first:9} {lines}{note}",
                order.percent
            );
            let _ = writeln!(table, "{row}");
            let within = if order.percent > COMMON {
                EARLY_SEEDS
            } else {
                RACE_SEEDS
            };
            if order.percent > RARE && order.first.is_none_or(|seed| seed > within) {
                let _ = writeln!(missed, "{}: {row}", name(&path));
            }
        }
    }
    println!("{table}");
    assert_eq!(missed, "", "the whole table:\n{table}");
}

/// The lines that all of real Node's orders begin with are promised: the first choice stands behind them, and before
/// the line in which the orders differ.
#[test]
fn the_choice_stands_between_the_lines_that_differ() {
    for path in races() {
        let text = fs::read_to_string(&path).expect("a program can be read");
        let trace = record(&scenario(&name(&path), &text));
        let orders = recorded_orders(&path);
        let orders: Vec<Vec<&str>> = orders.keys().map(|o| o.lines().collect()).collect();
        let common = (0..)
            .take_while(|at| {
                let line = orders[0].get(*at);
                line.is_some() && orders.iter().all(|order| order.get(*at) == line)
            })
            .count();
        let first = |sought: &dyn Fn(&EventKind) -> bool| {
            let found = trace.events.iter().position(|event| sought(&event.kind));
            found.unwrap_or_else(|| panic!("{}: no choice is recorded", name(&path)))
        };
        let choice = first(&|kind| matches!(kind, EventKind::Choice { .. }));
        let lines_before: usize = trace.events[..choice]
            .iter()
            .map(|event| match &event.kind {
                EventKind::Output {
                    stream: Stream::Stdout,
                    text,
                } => text.lines().count(),
                _ => 0,
            })
            .sum();
        assert_eq!(lines_before, common, "{}", name(&path));
    }
}
