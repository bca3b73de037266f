//! What Node leaves open (semantics 13): what is quickly looked at. The rest is in `seeds/`.

use loopscope_model::event::Stream;
use loopscope_model::{EventKind, Schedule};
use loopscope_tests::races::{
    deterministic_programs, excepted, name, races, recorded, recorded_orders,
};
use loopscope_tests::{outcome, record, record_quickly, scenario};
use std::fmt::Write;
use std::fs;

#[test]
fn a_seed_prints_the_recording_where_node_promises_an_order() {
    let excepted = excepted();
    let mut wrong = String::new();
    for path in deterministic_programs() {
        let Some(recorded) = recorded(&path) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a program can be read");
        let mut scenario = scenario(&name(&path), &text);
        scenario.schedule = Schedule::Seeded(1);
        let printed = outcome(&record_quickly(&scenario));
        if printed != recorded && !excepted.contains_key(&name(&path)) {
            let _ = writeln!(wrong, "{}", name(&path));
        }
    }
    assert_eq!(wrong, "");
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
