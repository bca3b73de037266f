//! Section 5: the check phase.

use crate::check;
use crate::script::*;
use expect_test::expect;
use loopscope_model::NodeVersion::{self, V10, V18, V20, V22, V24, V26};

#[test]
fn s5_1_immediates_added_by_immediates_run_in_the_next_turn() {
    for node in NodeVersion::ALL {
        let script = main([
            immediate("i1", [immediate("i1 nested", [])]),
            immediate("i2", [immediate("i2 nested", [])]),
            immediate("i3", []),
        ]);
        let line = expect!["i1|i2|i3|i1 nested|i2 nested"];
        check(script.node(node), line);
    }
}

#[test]
fn s5_1_a_poll_phase_lies_between_two_batches() {
    check(
        main([immediate(
            "i1",
            [immediate("i2", []), io("stat", 1, []), busy(5)],
        )]),
        expect!["i1|stat|i2"],
    );
}

#[test]
fn s5_2_clearing_one_of_the_running_batch() {
    for node in NodeVersion::ALL {
        let script = main([
            immediate("a", [clear("b")]),
            immediate("b", []),
            immediate("c", []),
        ]);
        check(script.node(node), expect!["a|c"]);
    }
}

#[test]
fn s5_2_clearing_one_from_a_tick_between_two() {
    let script = main([
        immediate("a", [tick("tick clears b", [clear("b")])]),
        immediate("b", []),
        immediate("c", []),
    ]);
    check(script.clone(), expect!["a|tick clears b|c"]);
    check(script.node(V10), expect!["a|b|c|tick clears b"]);
}

#[test]
fn s5_3_an_unrefed_immediate_alone_never_runs() {
    check(main([immediate("i", []), unref("i")]), expect![""]);
    check(
        main([immediate("i", []), unref("i"), reref("i")]),
        expect!["i"],
    );
    let line = expect!["a|i"];
    check(
        main([immediate("a", []), immediate("i", []), unref("i")]),
        line,
    );
}

#[test]
fn s5_3_a_refed_immediate_keeps_poll_from_waiting_and_an_unrefed_one_does_not() {
    let run = check(
        main([timer("T", 10, []), immediate("i", [])]),
        expect!["i|T"],
    );
    expect!["i@0.05|T@10"].assert_eq(&run.timed());
    let run = check(
        main([
            timer("T", 10, [immediate("j", [])]),
            immediate("i", []),
            unref("i"),
        ]),
        expect!["i|T|j"],
    );
    expect!["i@10|T@10|j@10"].assert_eq(&run.timed());
}

#[test]
fn s5_4_after_an_immediate_that_threw_the_next_runs_before_the_ticks() {
    for node in NodeVersion::ALL {
        let script = main([
            immediate("1", [tick("tick1", []), immediate("new", []), throw("e1")]),
            immediate("2", []),
        ]);
        let line = expect!["1|caught e1|2|tick1|new"];
        check(script.on_uncaught([]).node(node), line);
    }
}

#[test]
fn s5_4_after_the_last_one_threw_those_queued_meanwhile_run_at_once() {
    for node in [V18, V20, V22, V24, V26] {
        let script = main([immediate(
            "1",
            [
                timer("T", 1, []),
                busy(20),
                immediate("new 1", []),
                immediate("new 2", []),
                tick("tick", []),
                throw("e"),
            ],
        )]);
        let line = expect!["1|caught e|new 1|tick|new 2|T"];
        check(script.on_uncaught([]).node(node), line);
    }
}
