//! Section 13: what Node leaves open is recorded as a choice and seeds reach it; what Node fixes is not.

use crate::host::{self, Run};
use crate::script::*;
use expect_test::{Expect, expect};
use loopscope_event_loop::Profile;
use loopscope_model::NodeVersion;
use loopscope_model::event::ChoiceKind;
use std::collections::BTreeSet;

const SEEDS: u64 = 60;

/// The orders that seeds reach, each of a run in which the choice was recorded.
#[track_caller]
fn orders(script: Script, kind: ChoiceKind, expect: Expect) {
    let mut orders = BTreeSet::new();
    for seed in 0..SEEDS {
        let run = host::run(&script.clone().seed(seed));
        assert!(run.chose(kind), "seed {seed}: {}", run.line());
        orders.insert(run.line());
    }
    expect.assert_eq(&orders.into_iter().collect::<Vec<_>>().join("\n"));
}

/// In no schedule is there a choice, and all give the same order.
#[track_caller]
fn fixed(script: Script, expect: Expect) {
    let typical: Run = host::run(&script);
    expect.assert_eq(&typical.line());
    assert_eq!(typical.choices(), "");
    for seed in 0..SEEDS {
        let run = host::run(&script.clone().seed(seed));
        assert_eq!(run.line(), typical.line(), "seed {seed}");
        assert_eq!(run.choices(), "", "seed {seed}");
    }
}

#[test]
fn s13_n1_timeout_against_immediate() {
    orders(
        main([timer("timeout", 1, []), immediate("immediate", [])]),
        ChoiceKind::Clock,
        expect![[r#"
            immediate|timeout
            timeout|immediate"#]],
    );
}

#[test]
fn s13_n1_from_an_immediate_they_race_again() {
    orders(
        main([immediate(
            "I",
            [timer("timeout", 1, []), immediate("immediate", [])],
        )]),
        ChoiceKind::Clock,
        expect![[r#"
            I|immediate|timeout
            I|timeout|immediate"#]],
    );
}

#[test]
fn s13_n1_timeout_against_close_callback() {
    orders(
        main([timer("timeout", 1, []), close("close", [])]),
        ChoiceKind::Clock,
        expect![[r#"
            close|timeout
            timeout|close"#]],
    );
}

#[test]
fn s13_n1_a_choice_names_both() {
    let run = host::run(&main([timer("timeout", 1, []), immediate("immediate", [])]));
    expect!["Clock: immediate, not timeout"].assert_eq(run.choices().lines().next().unwrap());
}

#[test]
fn s13_n1_timers_against_an_operation_that_may_be_as_fast() {
    orders(
        main([timer("timeout", 1, []), io("stat", 1, [])]),
        ChoiceKind::Clock,
        expect![[r#"
            stat|timeout
            timeout|stat"#]],
    );
}

#[test]
fn s13_n1_an_operation_that_is_never_as_fast_is_no_rival() {
    fixed(
        main([timer("timeout", 1, []), job("pbkdf2", 80_000, [])]),
        expect!["timeout|pbkdf2"],
    );
}

#[test]
fn s13_n4_stat_against_immediate() {
    orders(
        main([io("stat", 1, []), immediate("immediate", [])]),
        ChoiceKind::PollBatch,
        expect![[r#"
            immediate|stat
            stat|immediate"#]],
    );
}

#[test]
fn s13_n4_stat_against_close_callback() {
    orders(
        main([io("stat", 1, []), close("close", [])]),
        ChoiceKind::PollBatch,
        expect![[r#"
            close|stat
            stat|close"#]],
    );
}

#[test]
fn s13_n4_an_operation_that_is_never_as_fast_is_no_rival() {
    fixed(
        main([job("pbkdf2", 80_000, []), immediate("immediate", [])]),
        expect!["immediate|pbkdf2"],
    );
}

#[test]
fn s13_n4_an_operation_that_is_done_before_the_poll_is_over_is_picked() {
    let run = host::run(&main([job("stat", 20, []), immediate("immediate", [])]));
    expect!["stat|immediate"].assert_eq(&run.line());
    expect!["PollBatch: stat, not immediate"].assert_eq(&run.choices());
}

#[test]
fn s7_7_since_26_reading_a_file_is_one_trip_and_races_with_an_immediate() {
    let read = |node: NodeVersion| {
        let whole = Profile::of(node).whole_file_is_one_trip;
        let trips = if whole { 1 } else { 4 };
        main([io("readFile", trips, []), immediate("immediate", [])]).node(node)
    };
    fixed(read(NodeVersion::V24), expect!["immediate|readFile"]);
    orders(
        read(NodeVersion::V26),
        ChoiceKind::PollBatch,
        expect![[r#"
            immediate|readFile
            readFile|immediate"#]],
    );
}

#[test]
fn s13_n2_how_long_a_wait_takes_says_which_timers_are_due_together() {
    let script = main([
        interval("i", 10, [in_call(3, [clear("i")])]),
        timer("T", 21, []),
    ]);
    let orders: BTreeSet<String> = (0..SEEDS)
        .map(|seed| host::run(&script.clone().seed(seed)).line())
        .collect();
    let orders: Vec<String> = orders.into_iter().collect();
    expect!["i|T|i|i or i|i|T|i"].assert_eq(&orders.join(" or "));
}

#[test]
fn s13_n3_two_reads() {
    orders(
        main([io("a", 4, []), io("b", 4, [])]),
        ChoiceKind::PoolOrder,
        expect![[r#"
            a|b
            b|a"#]],
    );
}

#[test]
fn s13_n3_all_orders_of_three_jobs() {
    let mut lines = BTreeSet::new();
    for seed in 0..200 {
        lines.insert(
            host::run(&main([io("a", 1, []), io("b", 1, []), io("c", 1, [])]).seed(seed)).line(),
        );
    }
    assert_eq!(lines.len(), 6, "{lines:?}");
}

#[test]
fn s13_fixed_with_pool_size_1() {
    fixed(
        main([io("a", 4, []), io("b", 1, []), io("c", 1, [])]).pool(1),
        expect!["b|c|a"],
    );
}

#[test]
fn s13_fixed_nested_io() {
    fixed(
        main([io("outer", 1, [io("inner", 1, [])])]),
        expect!["outer|inner"],
    );
}

#[test]
fn s13_fixed_immediate_before_timer_in_an_io_callback() {
    fixed(
        main([io(
            "io",
            1,
            [timer("timeout", 1, []), immediate("immediate", [])],
        )]),
        expect!["io|immediate|timeout"],
    );
}

#[test]
fn s13_fixed_immediate_before_io_in_an_io_callback() {
    fixed(
        main([io("io", 1, [io("stat", 1, []), immediate("immediate", [])])]),
        expect!["io|immediate|stat"],
    );
}

#[test]
fn s13_fixed_immediate_before_a_new_timer_in_a_timer() {
    fixed(
        main([timer(
            "T",
            5,
            [timer("new", 1, []), immediate("immediate", [])],
        )]),
        expect!["T|immediate|new"],
    );
}

#[test]
fn s13_fixed_queues_and_batches() {
    fixed(
        main([
            immediate("i1", [tick("t", []), micro("m", [])]),
            immediate("i2", []),
            timer("1", 10, []),
            timer("2", 20, []),
            timer("3", 10, []),
        ]),
        expect!["i1|t|m|i2|1|3|2"],
    );
}
