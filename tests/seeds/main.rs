//! What Node leaves open (semantics 13), tried with many seeds: the deterministic programs print the same whatever is
//! drawn, and no choice is recorded in them; the races reach the orders that real Node showed.
//!
//! This takes minutes, so `cargo test` leaves it out; it is the part `choices` of `cargo xtask test`.
//! `conformance/open-choices.txt` lists exceptions with their reasons; it may only shrink.

mod draws;

use draws::Outcomes;
use loopscope_tests::races::{
    deterministic_programs, excepted, flags, name, races, recorded, recorded_orders,
};
use loopscope_tests::{on_large_stack, record, scenario};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A deterministic program prints its recording with each of so many seeds.
const SEEDS: u64 = 50;
/// An order of a race must be reached by one of so many seeds.
const RACE_SEEDS: u64 = 300;
/// One that real Node often shows, by one of so many.
const EARLY_SEEDS: u64 = 60;
/// Percent of real Node's runs from which on an order must be reached, and from which on early.
const RARE: f64 = 2.0;
const COMMON: f64 = 10.0;
/// So many programs are run at a time.
const WORKERS: usize = 2;

/// What there is to say of each program, in their order; none says nothing.
fn of_each(paths: &[PathBuf], look: impl Fn(&Path) -> String + Sync) -> String {
    let next = AtomicUsize::new(0);
    let said = std::sync::Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let text = look(path);
                    said.lock().expect("no worker panics").insert(path, text);
                }
            });
        }
    });
    let said = said.into_inner().expect("no worker panics");
    said.into_values().collect()
}

#[test]
fn no_choice_is_recorded_where_node_promises_an_order() {
    let excepted = excepted();
    let wrong = of_each(&deterministic_programs(), |path| {
        let text = fs::read_to_string(path).expect("a program can be read");
        let flags = flags(&record(&scenario(&name(path), &text)));
        if (flags > 0) == excepted.contains_key(&name(path)) {
            return String::new();
        }
        format!("{}: {flags} choices\n", name(path))
    });
    assert_eq!(wrong, "");
}

#[test]
fn seeds_print_the_recording_where_node_promises_an_order() {
    let excepted = excepted();
    let wrong = of_each(&deterministic_programs(), |path| {
        let Some(recorded) = recorded(path).filter(|_| !excepted.contains_key(&name(path))) else {
            return String::new();
        };
        let text = fs::read_to_string(path).expect("a program can be read");
        let scenario = scenario(&name(path), &text);
        let seeds: Vec<u64> = on_large_stack(|| {
            let mut outcomes = Outcomes::new(&scenario);
            (1..=SEEDS)
                .filter(|seed| outcomes.with_seed(*seed) != recorded)
                .collect()
        });
        if seeds.is_empty() {
            return String::new();
        }
        format!("{}: seeds {seeds:?}\n", name(path))
    });
    assert_eq!(wrong, "");
}

/// An order of a race: in how many of real Node's runs, and with which seed of ours first.
#[derive(Default)]
struct Order {
    percent: f64,
    first: Option<u64>,
    seeds: u64,
}

/// All orders of a race, real Node's and ours, by what is printed.
fn orders(path: &Path) -> BTreeMap<String, Order> {
    let known = |(printed, percent)| {
        let order = Order {
            percent,
            ..Order::default()
        };
        (printed, order)
    };
    let mut orders: BTreeMap<String, Order> =
        recorded_orders(path).into_iter().map(known).collect();
    let text = fs::read_to_string(path).expect("a program can be read");
    let scenario = scenario(&name(path), &text);
    let printed: Vec<String> = on_large_stack(|| {
        let mut outcomes = Outcomes::new(&scenario);
        (1..=RACE_SEEDS)
            .map(|seed| outcomes.with_seed(seed).stdout)
            .collect()
    });
    for (seed, printed) in (1..).zip(printed) {
        let order = orders.entry(printed).or_default();
        order.first.get_or_insert(seed);
        order.seeds += 1;
    }
    orders
}

/// The table of a race's orders; a line that begins with `!` is an order that is not reached, or late.
fn table(path: &Path) -> String {
    let mut table = format!("{}\n", name(path));
    for (printed, order) in orders(path) {
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
        let within = if order.percent > COMMON {
            EARLY_SEEDS
        } else {
            RACE_SEEDS
        };
        let missed = order.percent > RARE && order.first.is_none_or(|seed| seed > within);
        let mark = if missed { '!' } else { ' ' };
        let percent = order.percent;
        let _ = writeln!(
            table,
            "{mark} Node {percent:5.1} %  here {seeds:5.1} %  first {first:9} {lines}{note}"
        );
    }
    table
}

#[test]
fn seeds_reach_the_orders_of_real_node() {
    let table = of_each(&races(), table);
    println!("{table}");
    assert!(
        !table.lines().any(|line| line.starts_with('!')),
        "orders marked with ! are not reached in time:\n{table}"
    );
}
