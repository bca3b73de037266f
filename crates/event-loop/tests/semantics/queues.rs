//! Sections 1 and 2: start-up, the nextTick queue and the microtask queue.

use crate::check;
use crate::script::*;
use expect_test::expect;
use loopscope_model::NodeVersion::{V10, V18, V22, V24, V26};

fn startup() -> Body {
    vec![
        timer("timeout", 1, []),
        immediate("immediate", []),
        tick("tick", []),
        micro("micro", []),
        busy(5),
        log("end"),
    ]
}

#[test]
fn s1_1_main_then_ticks_then_microtasks_then_the_loop() {
    check(main(startup()), expect!["end|tick|micro|timeout|immediate"]);
}

#[test]
fn s1_2_in_a_module_microtasks_come_before_ticks() {
    check(
        main(startup()).module(),
        expect!["end|micro|tick|immediate|timeout"],
    );
}

#[test]
fn s1_2_in_a_module_immediates_come_before_timers_up_to_node_21() {
    let before = || expect!["end|micro|tick|immediate|timeout"];
    check(main(startup()).module().node(V18), before());
    let since = || expect!["end|micro|tick|timeout|immediate"];
    check(main(startup()).module().node(V22), since());
    check(main(startup()).module().node(V26), since());
}

#[test]
fn s1_2_in_a_module_microtasks_of_microtasks_too() {
    check(
        main([
            tick("t", []),
            micro("m", [micro("m.m", []), tick("m.t", [])]),
        ])
        .module(),
        expect!["m|m.m|t|m.t"],
    );
}

#[test]
fn s1_3_what_follows_an_await_comes_before_the_ticks_of_a_module() {
    check(
        main([
            log("before await"),
            tick("tick 1", []),
            micro("after await", [tick("tick 2", []), micro("micro", [])]),
        ])
        .module(),
        expect!["before await|after await|micro|tick 1|tick 2"],
    );
    // What a timer's promise lets go on is a microtask of the timer.
    let body = [micro("after timer", [tick("tick", []), micro("micro", [])])];
    check(
        main([timer("T", 5, body)]).module(),
        expect!["T|after timer|micro|tick"],
    );
}

#[test]
fn s1_4_a_module_that_waits_for_nothing_ends_as_any_program() {
    check(
        main([]).module().on_before_exit([]).on_exit([]),
        expect!["beforeExit|exit"],
    );
}

#[test]
fn s1_5_a_module_that_throws_loses_its_ticks_and_not_its_microtasks() {
    // The rejection of the module is a microtask behind those that it queued.
    check(
        main([
            tick("t", []),
            micro("m", []),
            micro("rejected", [throw("e")]),
        ])
        .module(),
        expect!["m|rejected|exit 1"],
    );
}

#[test]
fn s1_6_a_required_module_is_a_part_of_main_and_an_imported_one_comes_later() {
    check(
        main([
            tick("tick", []),
            log("required"),
            tick("tick of required", []),
            micro("micro", [micro("imported", [])]),
            immediate("immediate", []),
            log("end"),
        ]),
        expect!["required|end|tick|tick of required|micro|imported|immediate"],
    );
}

#[test]
fn s1_5_main_that_throws_without_a_listener_runs_nothing_else() {
    check(
        main([tick("t", []), micro("m", []), throw("e")]),
        expect!["exit 1"],
    );
}

#[test]
fn s2_1_ticks_of_ticks_precede_microtasks() {
    check(
        main([
            tick("t1", [tick("t1.1", []), micro("t1 micro", [])]),
            micro("m1", [tick("m1 tick", []), micro("m1.1", [])]),
            tick("t2", []),
            micro("m2", []),
        ]),
        expect!["t1|t2|t1.1|m1|m2|t1 micro|m1.1|m1 tick"],
    );
}

#[test]
fn s2_1_ticks_of_microtasks_wait_for_all_microtasks() {
    check(
        main([timer(
            "T",
            1,
            [micro("m1", [tick("t", [micro("m3", [])])]), micro("m2", [])],
        )]),
        expect!["T|m1|m2|t|m3"],
    );
}

#[test]
fn s2_2_microtasks_share_one_queue() {
    check(
        main([micro("a", [micro("c", [])]), micro("b", [micro("d", [])])]),
        expect!["a|b|c|d"],
    );
}

#[test]
fn s2_4_ticks_starve_microtasks_and_the_loop() {
    let mut last = tick("t9", []);
    for n in (1..9).rev() {
        last = tick(&format!("t{n}"), [busy(1), last]);
    }
    check(
        main([timer("T", 1, []), micro("m", []), last]),
        expect!["t1|t2|t3|t4|t5|t6|t7|t8|t9|m|T"],
    );
}

#[test]
fn s2_4_microtasks_starve_ticks_and_the_loop() {
    let mut last = micro("m9", []);
    for n in (2..9).rev() {
        last = micro(&format!("m{n}"), [busy(1), last]);
    }
    check(
        main([timer("T", 1, []), micro("m1", [tick("t", []), last])]),
        expect!["m1|m2|m3|m4|m5|m6|m7|m8|m9|t|T"],
    );
}

#[test]
fn s2_5_a_microtask_that_throws_does_not_stop_the_others() {
    check(
        main([
            tick("tick", []),
            micro("q1", [throw("micro")]),
            micro("q2", []),
            micro("p", []),
        ])
        .on_uncaught([]),
        expect!["tick|q1|caught micro|q2|p"],
    );
}

/// Ticks and microtasks that are left over, and two immediates.
fn left_over() -> Script {
    main([
        immediate("imm 1", []),
        immediate("imm 2", []),
        tick("tick 1", [throw("boom")]),
        tick("tick 2", []),
        micro("micro", []),
    ])
    .on_uncaught([])
}

#[test]
fn s2_6_ticks_left_by_main_run_before_the_check_phase_in_12_to_25() {
    for node in [V18, Default::default(), V24] {
        let line = expect!["tick 1|caught boom|tick 2|micro|imm 1|imm 2"];
        check(left_over().node(node), line);
    }
}

#[test]
fn s2_6_ticks_left_by_main_run_after_the_first_immediate_in_26() {
    let line = expect!["tick 1|caught boom|imm 1|tick 2|micro|imm 2"];
    check(left_over().node(V26), line);
}

#[test]
fn s2_6_ticks_left_by_main_run_after_all_immediates_in_10() {
    let line = expect!["tick 1|caught boom|imm 1|imm 2|tick 2|micro"];
    check(left_over().node(V10), line);
}

#[test]
fn s2_6_a_timer_that_is_due_comes_before_the_ticks_that_main_left() {
    let mut script = left_over();
    script.body.extend([timer("T", 1, []), busy(5)]);
    let line = expect!["tick 1|caught boom|T|tick 2|micro|imm 1|imm 2"];
    check(script, line);
}

#[test]
fn s2_6_a_poll_callback_comes_before_the_ticks_that_main_left() {
    let mut script = left_over();
    script.body.extend([io("stat", 1, []), busy(5)]);
    let line = expect!["tick 1|caught boom|stat|tick 2|micro|imm 1|imm 2"];
    check(script, line);
}

#[test]
fn s2_6_ticks_left_by_an_io_callback() {
    let ticks = [
        immediate("imm 1", []),
        immediate("imm 2", []),
        tick("tick 1", [throw("boom")]),
        tick("tick 2", []),
    ];
    let script = main([io("stat", 1, ticks)]).on_uncaught([]);
    let line = expect!["stat|tick 1|caught boom|tick 2|imm 1|imm 2"];
    check(script.clone(), line);
    let line = expect!["stat|tick 1|caught boom|imm 1|tick 2|imm 2"];
    check(script.node(V26), line);
}

#[test]
fn s2_6_without_other_work_a_check_phase_comes_all_the_same() {
    check(
        main([tick("tick 1", [throw("x")]), tick("tick 2", [])])
            .on_uncaught([])
            .on_before_exit([]),
        expect!["tick 1|caught x|tick 2|beforeExit"],
    );
}

#[test]
fn s2_6_between_two_timers_the_next_timer_comes_first() {
    check(
        main([
            timer(
                "T1",
                1,
                [
                    tick("tick 1", [throw("tick")]),
                    tick("tick 2", []),
                    micro("micro", []),
                ],
            ),
            timer("T2", 1, []),
        ])
        .on_uncaught([]),
        expect!["T1|tick 1|caught tick|T2|tick 2|micro"],
    );
}

#[test]
fn s2_6_between_two_immediates_the_next_immediate_comes_first() {
    check(
        main([
            immediate(
                "I1",
                [tick("t1", [throw("tick")]), tick("t2", []), micro("m1", [])],
            ),
            immediate("I2", [tick("t3", [])]),
            immediate("I3", []),
        ])
        .on_uncaught([]),
        expect!["I1|t1|caught tick|I2|t2|t3|m1|I3"],
    );
}

#[test]
fn s2_6_ticks_left_by_the_last_immediate_wait_for_the_next_drain() {
    check(
        main([immediate(
            "I1",
            [
                immediate("I2", []),
                timer("T", 1, []),
                busy(5),
                tick("t1", [throw("tick")]),
                tick("t2", []),
            ],
        )])
        .on_uncaught([]),
        expect!["I1|t1|caught tick|T|t2|I2"],
    );
}
