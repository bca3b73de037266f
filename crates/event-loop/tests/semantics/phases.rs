//! Section 3: the phases and what changed with libuv and Node 11.

use crate::check;
use crate::script::*;
use expect_test::expect;
use loopscope_model::NodeVersion::{self, V10, V18, V20, V22, V26};

#[test]
fn s3_1_from_an_io_callback_immediates_come_before_timers() {
    for node in NodeVersion::ALL {
        let body = [
            timer("timeout", 1, []),
            immediate("immediate", []),
            tick("tick", []),
            micro("micro", []),
        ];
        let line = expect!["io|tick|micro|immediate|timeout"];
        check(main([io("io", 1, body)]).node(node), line);
    }
}

#[test]
fn s3_1_from_a_timer_an_immediate_comes_before_a_new_timer() {
    for node in NodeVersion::ALL {
        let body = [timer("new", 1, []), immediate("immediate", []), busy(10)];
        let line = expect!["T|immediate|new"];
        check(main([timer("T", 1, body)]).node(node), line);
    }
}

#[test]
fn s3_1_from_an_immediate_a_timer_that_is_due_comes_before_the_next_immediate() {
    for node in NodeVersion::ALL {
        let body = [timer("timeout", 1, []), immediate("immediate", []), busy(5)];
        let line = expect!["I|timeout|immediate"];
        check(main([immediate("I", body)]).node(node), line);
    }
}

#[test]
fn s3_2_io_that_is_done_is_delivered_before_immediates_queued_earlier() {
    let line = expect!["timeout|stat|immediate"];
    let body = [
        immediate("immediate", []),
        timer("timeout", 1, []),
        io("stat", 1, []),
        busy(20),
    ];
    let run = check(main(body), line);
    expect![""].assert_eq(&run.choices());
}

fn unref_timer_due_after_the_last_work() -> Script {
    main([
        timer("unref timer", 400, []),
        unref("unref timer"),
        immediate("immediate", [busy(500)]),
    ])
    .on_before_exit([])
}

#[test]
fn s3_3a_an_unrefed_timer_due_after_the_last_work_fires_since_libuv_1_45() {
    for node in [V20, V22, V26] {
        let line = expect!["immediate|unref timer|beforeExit"];
        check(unref_timer_due_after_the_last_work().node(node), line);
    }
}

#[test]
fn s3_3a_and_did_not_before() {
    for node in [V10, V18] {
        let line = expect!["immediate|beforeExit"];
        check(unref_timer_due_after_the_last_work().node(node), line);
    }
}

/// The last timer, which fires after `ms` or, if main spins, in the first pass, leaves an unref'd immediate.
fn unref_immediate_of_the_last_timer(spin: u64) -> Script {
    let body = [immediate("unref immediate", []), unref("unref immediate")];
    main([timer("timer", 10, body), busy(spin)]).on_before_exit([])
}

#[test]
fn s3_3b_an_unrefed_immediate_of_the_last_timer_is_lost_since_libuv_1_45() {
    for node in [V20, V22, V26] {
        let line = expect!["timer|beforeExit"];
        check(unref_immediate_of_the_last_timer(0).node(node), line);
    }
    for node in [V10, V18] {
        let line = expect!["timer|unref immediate|beforeExit"];
        check(unref_immediate_of_the_last_timer(0).node(node), line);
    }
}

#[test]
fn s3_3b_except_in_the_pass_before_the_loop() {
    for node in NodeVersion::ALL {
        let line = expect!["timer|unref immediate|beforeExit"];
        check(unref_immediate_of_the_last_timer(20).node(node), line);
    }
}

#[test]
fn s3_4_the_queues_are_emptied_after_each_timer_since_11() {
    let script = main([
        timer("timer 1", 1, [micro("promise 1", [])]),
        timer("timer 2", 1, [micro("promise 2", [])]),
        timer("timer 3", 2, [tick("tick 3", [])]),
        busy(10),
    ]);
    let line = expect!["timer 1|promise 1|timer 2|promise 2|timer 3|tick 3"];
    check(script.clone(), line);
    let line = expect!["timer 1|timer 2|promise 1|promise 2|timer 3|tick 3"];
    check(script.node(V10), line);
}

#[test]
fn s3_4_and_after_each_immediate() {
    let script = main([
        immediate("a", [tick("a tick", [])]),
        immediate("b", [micro("b micro", [])]),
        immediate("c", []),
    ]);
    check(script.clone(), expect!["a|a tick|b|b micro|c"]);
    check(script.node(V10), expect!["a|b|c|a tick|b micro"]);
}

#[test]
fn s3_4_and_after_each_io_callback_in_all_versions() {
    for node in NodeVersion::ALL {
        let script = main([
            job("a", 100, [tick("a tick", [])]),
            job("b", 200, [micro("b micro", [])]),
            busy(5),
        ]);
        check(script.node(node), expect!["a|a tick|b|b micro"]);
    }
}

#[test]
fn s3_5_a_tick_between_two_timers_may_clear_the_second() {
    let script = main([
        timer("a", 1, [tick("clears", [clear("b")])]),
        timer("b", 1, []),
    ]);
    check(script.clone(), expect!["a|clears"]);
    check(script.node(V10), expect!["a|b|clears"]);
}

#[test]
fn s3_5_a_microtask_between_two_immediates_may_clear_the_second() {
    let script = main([
        immediate("a", [micro("clears", [clear("b")])]),
        immediate("b", []),
        immediate("c", []),
    ]);
    check(script.clone(), expect!["a|clears|c"]);
    check(script.node(V10), expect!["a|b|c|clears"]);
}

#[test]
fn s3_6_close_callbacks_run_after_the_check_phase_and_before_timers() {
    let body = [
        close("close", [tick("tick of close", [])]),
        timer("timeout", 1, []),
        immediate("immediate", []),
        tick("tick", []),
        busy(5),
    ];
    check(
        main([io("io", 1, body)]),
        expect!["io|tick|immediate|close|tick of close|timeout"],
    );
}

#[test]
fn s3_6_the_last_handle_closed_is_called_first() {
    check(
        main([immediate(
            "I",
            [
                close("a", [close("c", []), immediate("I2", [])]),
                close("b", []),
            ],
        )]),
        expect!["I|b|a|I2|c"],
    );
}

#[test]
fn s3_6_a_closing_handle_keeps_poll_from_waiting() {
    let run = check(
        main([close("close", []), timer("T", 10, [])]),
        expect!["close|T"],
    );
    expect!["close@0.05|T@10"].assert_eq(&run.timed());
}
