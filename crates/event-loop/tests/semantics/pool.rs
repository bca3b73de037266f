//! Section 6: the thread pool.

use crate::check;
use crate::host::Run;
use crate::script::*;
use expect_test::expect;
use loopscope_model::EventKind;

/// What the pool did: `+` submitted, `>` started, `<` completed.
fn pool_events(run: &Run) -> String {
    let mut submitted = Vec::new();
    let mut line = Vec::new();
    for event in &run.events {
        match &event.kind {
            EventKind::IoSubmitted { task, operation } => {
                line.push(format!("+{operation}"));
                submitted.push((*task, operation.clone()));
            }
            EventKind::IoStarted { task, .. } | EventKind::IoCompleted { task, .. } => {
                let sign = match event.kind {
                    EventKind::IoStarted { .. } => '>',
                    _ => '<',
                };
                let name = submitted.iter().rfind(|(t, _)| t == task).map(|(_, n)| n);
                line.push(format!("{sign}{}", name.expect("submitted before")));
            }
            _ => {}
        }
    }
    line.join(" ")
}

fn six_jobs() -> Body {
    [900, 500, 700, 300, 100, 100]
        .into_iter()
        .zip(["1", "2", "3", "4", "5", "6"])
        .map(|(micros, name)| job(name, micros, []))
        .collect()
}

#[test]
fn s6_1_four_threads_start_jobs_first_in_first_out() {
    let run = check(main(six_jobs()), expect!["4|5|2|6|3|1"]);
    expect!["+1 >1 +2 >2 +3 >3 +4 >4 +5 +6 <4 >5 <5 >6 <2 <6 <3 <1"].assert_eq(&pool_events(&run));
}

#[test]
fn s6_1_one_thread_also_completes_them_first_in_first_out() {
    let run = check(main(six_jobs()).pool(1), expect!["1|2|3|4|5|6"]);
    expect!["+1 >1 +2 +3 +4 +5 +6 <1 >2 <2 >3 <3 >4 <4 >5 <5 >6 <6"].assert_eq(&pool_events(&run));
    expect![""].assert_eq(&run.choices());
}

#[test]
fn s6_1_with_two_threads_the_third_job_is_never_first() {
    for seed in 0..50 {
        let jobs = [job("1", 300, []), job("2", 300, []), job("3", 300, [])];
        let run = crate::host::run(&main(jobs).pool(2).seed(seed));
        assert_ne!(run.lines[0].1, "3", "seed {seed}");
    }
}

#[test]
fn s6_1_threads_go_on_while_javascript_blocks() {
    let run = check(
        main([io("a", 1, []), io("b", 1, []), busy(10)]).pool(1),
        expect!["a|b"],
    );
    expect!["a@10|b@10"].assert_eq(&run.timed());
}

#[test]
fn s6_2_completions_come_in_order_of_completion_with_a_drain_after_each() {
    check(
        main([
            job(
                "slow",
                900,
                [tick("slow tick", []), micro("slow micro", [])],
            ),
            job("fast", 100, [tick("fast tick", [])]),
            immediate("immediate", []),
            busy(5),
        ]),
        expect!["fast|fast tick|slow|slow tick|slow micro|immediate"],
    );
}

#[test]
fn s6_2_what_completes_during_a_poll_phase_waits_for_the_next() {
    let body = [io("late", 1, []), immediate("immediate", []), busy(5)];
    check(
        main([job("a", 100, body), job("b", 100, [])]),
        expect!["a|b|immediate|late"],
    );
}

#[test]
fn s6_3_round_trips_of_operations_interleave() {
    check(
        main([
            io("read A", 4, []),
            io("read B", 4, []),
            io(
                "stat 1",
                1,
                [io(
                    "stat 2",
                    1,
                    [io("stat 3", 1, [io("stat 4", 1, [io("stat 5", 1, [])])])],
                )],
            ),
        ])
        .pool(1),
        expect!["stat 1|stat 2|stat 3|read A|read B|stat 4|stat 5"],
    );
}

#[test]
fn s6_3_an_operation_of_three_trips_needs_three_poll_phases() {
    // With nothing else to do each immediate is one turn; main's spin completes the first trip.
    let mut chain = immediate("i4", []);
    for name in ["i3", "i2", "i1"] {
        chain = immediate(name, [busy(5), chain]);
    }
    check(
        main([io("write", 3, []), chain, busy(5)]),
        expect!["i1|i2|write|i3|i4"],
    );
}

#[test]
fn s6_4_an_immediate_of_main_comes_before_an_operation_of_several_trips() {
    for seed in 0..50 {
        let script = main([io("readFile", 4, []), immediate("immediate", [])]).seed(seed);
        let run = check(script, expect!["immediate|readFile"]);
        assert_eq!(run.choices(), "", "seed {seed}");
    }
}

#[test]
fn s6_5_reading_a_descriptor_begins_and_ends_with_a_tick() {
    let whole = [io("fstat and read", 2, [tick("callback", [])])];
    check(
        main([tick("begins", whole), io("stat", 1, []), log("end")]).pool(1),
        expect!["end|begins|stat|fstat and read|callback"],
    );
}

#[test]
fn s6_6_what_a_promise_of_an_operation_lets_go_on_is_a_microtask_of_its_callback() {
    let reaction = [
        tick("tick", []),
        micro("micro", []),
        immediate("immediate", []),
        timer("timer", 1, []),
    ];
    check(
        main([io("stat", 1, [micro("stat promise", reaction)])]),
        expect!["stat|stat promise|micro|tick|immediate|timer"],
    );
}

#[test]
fn s6_7_a_synchronous_operation_yields_to_nobody() {
    check(
        main([
            timer("T", 1, []),
            tick("t", []),
            micro("m", []),
            busy(5),
            log("done"),
        ]),
        expect!["done|t|m|T"],
    );
}

#[test]
fn s6_8_work_that_a_tick_submits_is_behind_what_main_submitted() {
    check(
        main([tick("submits", [io("zlib", 1, [])]), io("stat", 1, [])]).pool(1),
        expect!["submits|stat|zlib"],
    );
}
