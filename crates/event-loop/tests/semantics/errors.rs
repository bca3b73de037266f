//! Sections 8 and 9: rejections, the events of `process`, exceptions.

use crate::check;
use crate::script::*;
use expect_test::expect;
use loopscope_model::NodeVersion::{self, V10, V18, V20, V26};

#[test]
fn s8_1_a_handler_of_the_same_drain_is_in_time() {
    check(
        main([
            reject("a"),
            reject("b"),
            tick("t", [handle("a")]),
            micro("m", [handle("b")]),
        ]),
        expect!["t|m"],
    );
}

#[test]
fn s8_1_a_handler_of_an_immediate_is_too_late() {
    check(
        main([reject("a"), immediate("i", [handle("a")])]).on_rejection([]),
        expect!["unhandled a|i|rejectionHandled a"],
    );
}

#[test]
fn s8_2_all_rejections_are_looked_at_before_the_ticks_of_listeners() {
    check(
        main([reject("A"), reject("B"), timer("T", 1, [])])
            .on_rejection([tick("tick", []), micro("micro", [])]),
        expect!["unhandled A|unhandled B|tick|tick|micro|micro|T"],
    );
}

#[test]
fn s8_2_they_are_looked_at_after_ticks_and_microtasks() {
    check(
        main([reject("A"), micro("m", [tick("m.t", [])]), tick("t", [])]).on_rejection([]),
        expect!["t|m|m.t|unhandled A"],
    );
    let line = expect!["T|m|m.t|unhandled A"];
    let body = [reject("A"), micro("m", [tick("m.t", [])])];
    check(main([timer("T", 1, body)]).on_rejection([]), line);
}

#[test]
fn s8_2_without_any_listener_the_process_ends() {
    check(
        main([reject("A"), tick("t", []), timer("T", 1, [])]),
        expect!["t|exit 1"],
    );
}

#[test]
fn s8_3_before_node_15_it_goes_on() {
    check(
        main([reject("A"), timer("T", 1, [])]).node(V10),
        expect!["warning A|T"],
    );
}

#[test]
fn s8_4_a_handler_that_comes_too_late_is_told_after_the_ticks_of_its_callback() {
    let body = [handle("A"), tick("tick", []), micro("micro", [])];
    check(
        main([reject("A"), timer("timer", 1, body)]).on_rejection([]),
        expect!["unhandled A|timer|tick|micro|rejectionHandled A"],
    );
}

#[test]
fn s9_1_before_exit_is_emitted_again_after_new_work() {
    check(
        main([timer("T", 5, [])]).on_before_exit([
            in_call(1, [immediate("new", [])]),
            in_call(2, [timer("again", 5, [])]),
        ]),
        expect!["T|beforeExit|new|beforeExit|again|beforeExit"],
    );
}

#[test]
fn s9_1_ticks_of_before_exit_run_and_do_not_revive_the_loop() {
    check(
        main([]).on_before_exit([tick("t", []), micro("m", [])]),
        expect!["beforeExit|t|m"],
    );
    // What the ticks set does.
    check(
        main([]).on_before_exit([in_call(1, [tick("t", [immediate("i", [])])])]),
        expect!["beforeExit|t|i|beforeExit"],
    );
}

#[test]
fn s9_1_a_before_exit_listener_that_throws() {
    check(
        main([])
            .on_uncaught([])
            .on_before_exit([in_call(1, [tick("t", []), immediate("i", []), throw("b")])]),
        expect!["beforeExit|caught b|t|i|beforeExit"],
    );
}

#[test]
fn s9_2_process_exit_drops_everything() {
    let rest = || {
        [
            tick("t", []),
            micro("m", []),
            immediate("i", []),
            timer("T", 1, []),
        ]
    };
    let mut body = Vec::from(rest());
    body.extend([exit(3), log("not reached")]);
    check(main(body).on_before_exit([]), expect!["exit 3"]);
    check(
        main([immediate("a", [tick("t", []), exit(0)]), immediate("b", [])]),
        expect!["a|exit 0"],
    );
}

#[test]
fn s9_2_microtasks_and_rejections_of_exit_listeners_follow_and_nothing_else() {
    let queued = || {
        [
            tick("t", []),
            micro("m", [tick("m.t", []), micro("m.m", [])]),
            immediate("i", []),
            timer("T", 1, []),
        ]
    };
    check(main([]).on_exit(queued()), expect!["exit|m|m.m"]);
    check(
        main([]).on_exit([reject("a")]).on_rejection(queued()),
        expect!["exit|unhandled a|m|m.m"],
    );
    // Without a listener it is an exception like any other.
    check(main([]).on_exit([reject("a")]), expect!["exit|exit 1"]);
}

#[test]
fn s9_2_an_exit_listener_that_throws_leaves_its_microtasks() {
    check(
        main([])
            .on_exit([micro("m", []), throw("e")])
            .on_uncaught([]),
        expect!["exit|caught e"],
    );
}

#[test]
fn s9_3_main_throws_and_its_queues_run_at_once() {
    let script = main([
        timer("T", 1, []),
        tick("tick", []),
        micro("micro", []),
        busy(5),
        throw("main"),
        log("not reached"),
    ])
    .on_uncaught([]);
    for node in [V18, V20, V26] {
        check(
            script.clone().node(node),
            expect!["caught main|tick|micro|T"],
        );
    }
    check(script.node(V10), expect!["caught main|T|tick|micro"]);
}

#[test]
fn s9_3_a_timer_throws_and_the_next_of_its_list_runs_before_the_ticks() {
    for node in [V18, V20, V26] {
        let script = main([
            timer(
                "t1",
                1,
                [tick("tick 1", []), micro("micro 1", []), throw("t1")],
            ),
            timer("t2", 1, []),
            timer("t3", 1, []),
        ])
        .on_uncaught([tick("tick from handler", [])]);
        let line = expect!["t1|caught t1|t2|tick 1|tick from handler|micro 1|t3"];
        check(script.node(node), line);
    }
}

#[test]
fn s9_3_the_last_timer_of_a_list_throws_and_its_ticks_run_before_the_next_list() {
    for node in NodeVersion::ALL {
        let script = main([
            timer("t1", 5, [tick("tick", []), throw("t1")]),
            timer("t2", 7, []),
            timer("t3", 7, []),
            busy(20),
        ]);
        let line = expect!["t1|caught t1|tick|t2|t3"];
        check(script.on_uncaught([]).node(node), line);
    }
}

#[test]
fn s9_3_the_last_timer_of_a_pass_throws_and_its_ticks_run_at_its_end() {
    let body = [tick("tick", []), immediate("i", []), throw("T")];
    check(
        main([timer("T", 1, body)]).on_uncaught([]),
        expect!["T|caught T|tick|i"],
    );
}

#[test]
fn s9_3_an_interval_that_throws_goes_on() {
    check(
        main([interval(
            "i",
            5,
            [in_call(1, [throw("e")]), in_call(2, [clear("i")])],
        )])
        .on_uncaught([]),
        expect!["i|caught e|i"],
    );
}

#[test]
fn s9_3_an_io_callback_throws_and_its_ticks_run_before_the_check_phase() {
    let body = [immediate("i", []), tick("tick", []), throw("io")];
    let script = main([io("io", 1, body)]).on_uncaught([]);
    check(script.clone(), expect!["io|caught io|tick|i"]);
    check(script.node(V10), expect!["io|caught io|i|tick"]);
}

#[test]
fn s9_3_a_close_callback_throws_and_the_next_comes_before_its_ticks() {
    check(
        main([
            close("b", [tick("b tick", [])]),
            close("a", [tick("a tick", []), throw("a")]),
        ])
        .on_uncaught([]),
        expect!["a|caught a|b|a tick|b tick"],
    );
}

#[test]
fn s9_3_a_listener_that_throws_ends_the_process() {
    check(
        main([tick("t", []), throw("main")]).on_uncaught([throw("listener")]),
        expect!["caught main|exit 7"],
    );
}

#[test]
fn s9_4_a_warning_is_emitted_in_a_tick() {
    check(
        main([
            tick("t", []),
            tick("warning", []),
            micro("m", []),
            log("end"),
        ]),
        expect!["end|t|warning|m"],
    );
}
