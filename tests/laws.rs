//! Laws: what holds for every run of the engine. The programs are the recordings' and generated ones.

use loopscope_model::replay::Recording;
use loopscope_model::{Event, EventKind, Queue, Schedule, TaskKind, Trace, VirtualTime};
use loopscope_tests::{outcome, record, scenario};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A statement that schedules or prints, with programs nested in callbacks.
fn statement() -> impl Strategy<Value = String> {
    let leaf = (0..100_u32).prop_map(|n| format!("console.log({n});"));
    leaf.prop_recursive(3, 24, 4, |inner| {
        let body = prop::collection::vec(inner, 1..4).prop_map(|parts| parts.join(" "));
        prop_oneof![
            body.clone()
                .prop_map(|b| format!("process.nextTick(() => {{ {b} }});")),
            body.clone()
                .prop_map(|b| format!("queueMicrotask(() => {{ {b} }});")),
            body.clone()
                .prop_map(|b| format!("Promise.resolve().then(() => {{ {b} }});")),
            body.clone()
                .prop_map(|b| format!("setImmediate(() => {{ {b} }});")),
            (body.clone(), 0..4_u32)
                .prop_map(|(b, ms)| format!("setTimeout(() => {{ {b} }}, {});", ms * 50)),
            body.clone()
                .prop_map(|b| format!("(async () => {{ await null; {b} }})();")),
            body.prop_map(|b| format!("require('fs').stat('main.js', () => {{ {b} }});")),
        ]
    })
}

fn program() -> impl Strategy<Value = String> {
    prop::collection::vec(statement(), 1..6).prop_map(|parts| parts.join("\n"))
}

#[track_caller]
fn check_laws(trace: &Trace) {
    virtual_time_never_goes_back(&trace.events);
    queues_are_empty_before_the_next_callback(&trace.events);
    causes_come_first(&trace.events);
    replay_is_a_fold(trace);
}

#[track_caller]
fn virtual_time_never_goes_back(events: &[Event]) {
    let mut now = VirtualTime::ZERO;
    for event in events {
        assert!(event.at >= now, "{event:?} is earlier than {now}");
        now = event.at;
    }
}

/// Ticks before microtasks before the next callback. After a callback that threw, Node itself breaks this (9.3).
#[track_caller]
fn queues_are_empty_before_the_next_callback(events: &[Event]) {
    let threw = |event: &Event| matches!(event.kind, EventKind::TaskEnded { threw: true, .. });
    if events.iter().any(threw) {
        return;
    }
    let mut kinds = BTreeMap::new();
    let (mut ticks, mut microtasks) = (0_i64, 0_i64);
    for event in events {
        match &event.kind {
            EventKind::TaskCreated { task, kind, .. } => {
                kinds.insert(*task, *kind);
            }
            EventKind::TaskQueued { queue, .. } => match queue {
                Queue::Ticks => ticks += 1,
                Queue::Microtasks => microtasks += 1,
                Queue::Phase(_) => {}
            },
            EventKind::TaskStarted { task, .. } => match kinds[task] {
                TaskKind::Tick => ticks -= 1,
                TaskKind::PromiseJob | TaskKind::Microtask => microtasks -= 1,
                TaskKind::Main => {}
                kind => assert!(
                    ticks == 0 && microtasks == 0,
                    "{kind:?} {task:?} starts before {ticks} ticks and {microtasks} microtasks"
                ),
            },
            _ => {}
        }
    }
}

#[track_caller]
fn causes_come_first(events: &[Event]) {
    for (index, event) in events.iter().enumerate() {
        assert!(
            event.cause.is_none_or(|cause| (cause as usize) < index),
            "{index}: {event:?}"
        );
    }
}

#[track_caller]
fn replay_is_a_fold(trace: &Trace) {
    let whole = Recording::from_trace(trace.clone());
    let steps = whole.step_count();
    for step in (0..steps).step_by((steps as usize / 12).max(1)) {
        let state = whole.state_at(step);
        let mut first = trace.clone();
        first.events.truncate(state.events as usize);
        let first = Recording::from_trace(first);
        assert_eq!(first.state_at(first.last_step()), state, "step {step}");
    }
}

#[test]
fn laws_hold_for_the_recordings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let mut checked = 0;
    for entry in fs::read_dir(folder).expect("the recordings are in the repository") {
        let path = entry.expect("a folder can be read").path();
        if !path.extension().is_some_and(|e| e == "js" || e == "mjs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a program can be read");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        check_laws(&record(&scenario(&name, &text)));
        checked += 1;
    }
    assert!(checked >= 145);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_for_generated_programs(program in program(), seed in 0..1000_u64) {
        let mut scenario = scenario("main.js", &program);
        check_laws(&record(&scenario));
        scenario.schedule = Schedule::Seeded(seed);
        check_laws(&record(&scenario));
    }

    #[test]
    fn two_runs_agree(program in program()) {
        let scenario = scenario("main.js", &program);
        prop_assert_eq!(record(&scenario), record(&scenario));
    }

    /// Whatever the schedule, the same lines are printed: a schedule only orders them.
    #[test]
    fn a_schedule_only_orders(program in program(), seed in 0..1000_u64) {
        let mut scenario = scenario("main.js", &program);
        let sorted = |text: String| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        let typical = outcome(&record(&scenario));
        scenario.schedule = Schedule::Seeded(seed);
        let seeded = outcome(&record(&scenario));
        prop_assert_eq!(sorted(typical.stdout), sorted(seeded.stdout));
        prop_assert_eq!(typical.end, seeded.end);
    }
}
