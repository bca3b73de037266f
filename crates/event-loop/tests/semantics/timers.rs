//! Section 4: timers.

use crate::check;
use crate::script::*;
use expect_test::expect;
use loopscope_model::NodeVersion::{self, V10, V20, V26};

#[test]
fn s4_2_later_timers_of_a_list_do_not_change_its_expiry() {
    let run = check(
        main([
            timer("10 at 0", 10, []),
            busy(4),
            timer("10 at 4", 10, []),
            timer("8 at 4", 8, []),
        ]),
        expect!["10 at 0|8 at 4|10 at 4"],
    );
    expect!["10 at 0@10|8 at 4@12|10 at 4@14"].assert_eq(&run.timed());
}

#[test]
fn s4_3_the_start_is_the_time_at_the_call() {
    check(
        main([timer("first", 100, []), busy(80), timer("second", 60, [])]),
        expect!["first|second"],
    );
}

#[test]
fn s4_4_equal_expiry_first_created_list_wins() {
    check(
        main([
            timer("5", 5, []),
            timer("3 a", 3, []),
            timer("1", 1, []),
            timer("3 b", 3, []),
            busy(20),
        ]),
        expect!["1|3 a|3 b|5"],
    );
    check(
        main([timer("a 4", 4, []), busy(1), timer("b 3", 3, []), busy(20)]),
        expect!["a 4|b 3"],
    );
    check(
        main([timer("a 4", 4, []), busy(2), timer("c 2", 2, []), busy(20)]),
        expect!["a 4|c 2"],
    );
}

#[test]
fn s4_4_a_requeued_list_comes_after_others_of_equal_expiry() {
    // The list of 10 is queued again at 10 with expiry 14; the list of 6, of expiry 14 too, is older by then.
    check(
        main([
            timer("10 at 0", 10, []),
            busy(4),
            timer("10 at 4", 10, []),
            busy(4),
            timer("6 at 8", 6, []),
        ]),
        expect!["10 at 0|6 at 8|10 at 4"],
    );
}

#[test]
fn s4_4_a_list_drains_before_the_next_list_is_looked_at() {
    check(
        main([
            timer("500 first", 500, []),
            busy(100),
            timer("420", 420, []),
            busy(50),
            timer("500 second", 500, []),
            busy(1000),
        ]),
        expect!["500 first|500 second|420"],
    );
}

#[test]
fn s4_4_clearing_the_head_leaves_a_stale_expiry() {
    let program = |spin| {
        main([
            timer("head", 200, []),
            busy(100),
            timer("200 (due at 300)", 200, []),
            timer("150 (due at 250)", 150, []),
            clear("head"),
            busy(spin),
        ])
    };
    check(program(500), expect!["200 (due at 300)|150 (due at 250)"]);
    // The stale list comes up at 200 with nothing due, and is queued again.
    let run = check(program(0), expect!["150 (due at 250)|200 (due at 300)"]);
    expect!["150 (due at 250)@250|200 (due at 300)@300"].assert_eq(&run.timed());
}

#[test]
fn s4_4_a_timer_of_a_callback_never_runs_in_the_same_pass() {
    for node in NodeVersion::ALL {
        let body = [timer("new", 1, []), busy(20)];
        let script = main([timer("a", 1, body), timer("b", 1, [immediate("I", [])])]);
        check(script.node(node), expect!["a|b|I|new"]);
    }
}

#[test]
fn s4_4_a_timer_that_becomes_due_during_a_pass_waits_for_the_next_turn() {
    let body = [busy(20), tick("tick", []), immediate("immediate", [])];
    check(
        main([timer("A", 5, body), timer("B", 10, [])]),
        expect!["A|tick|immediate|B"],
    );
}

#[test]
fn s4_4_after_a_pass_the_loop_timer_is_armed_for_a_millisecond_from_the_cached_time() {
    let nested = |more: Body| {
        let mut body = vec![busy(10)];
        body.extend(more);
        body.push(immediate("i1", [immediate("i2", [])]));
        main([timer("A", 1, body), timer("B", 5, [])])
    };
    // The cached time is that of the pass: B has been due since.
    check(nested(vec![]), expect!["A|i1|B|i2"]);
    // Setting a timer moves it on (4.3).
    let line = expect!["A|i1|i2|B|other"];
    check(nested(vec![timer("other", 50, [])]), line);
}

#[test]
fn s4_5_the_period_is_from_start_to_start() {
    let run = check(
        main([interval("i", 50, [busy(30), in_call(4, [clear("i")])])]),
        expect!["i|i|i|i"],
    );
    expect!["i@50|i@100|i@150|i@200"].assert_eq(&run.timed());
}

#[test]
fn s4_5_a_callback_longer_than_the_period_delays_the_next_to_the_next_turn() {
    for node in [V10, V20, V26] {
        let body = [
            in_call(1, [immediate("check 1", [])]),
            in_call(2, [immediate("check 2", [])]),
            busy(30),
            in_call(3, [clear("i")]),
        ];
        let script = main([interval("i", 10, body)]).node(node);
        let run = check(script, expect!["i|check 1|i|check 2|i"]);
        let calls: Vec<_> = run.lines.iter().filter(|(_, line)| line == "i").collect();
        assert_eq!(
            calls.iter().map(|(at, _)| at.millis()).collect::<Vec<_>>(),
            [10, 40, 70]
        );
    }
}

#[test]
fn s4_5_missed_periods_are_not_made_up() {
    let run = check(
        main([
            interval("i", 10, [in_call(3, [clear("i")])]),
            timer("long", 15, [busy(100)]),
        ]),
        expect!["i|long|i|i"],
    );
    expect!["i@10|long@15|i@115|i@125"].assert_eq(&run.timed());
}

#[test]
fn s4_6_clearing_a_timer_that_is_due_in_the_same_pass() {
    for node in NodeVersion::ALL {
        let script = main([
            timer("a", 1, [clear("b"), clear("c")]),
            timer("b", 1, []),
            timer("c", 2, []),
            timer("d", 2, []),
            busy(10),
        ]);
        check(script.node(node), expect!["a|d"]);
    }
}

#[test]
fn s4_6_clearing_an_interval_inside_its_callback_stops_it() {
    check(main([interval("i", 5, [clear("i")])]), expect!["i"]);
}

#[test]
fn s4_6_a_running_timer_that_is_cleared_gives_its_list_up() {
    // "again" begins a new list at 10, before that of "9": both expire at 20.
    let body = [
        clear("i"),
        timer("again", 10, []),
        busy(1),
        timer("9", 9, []),
    ];
    check(main([interval("i", 10, body)]), expect!["i|again|9"]);
}

#[test]
fn s4_7_refresh_starts_the_time_again_at_the_end_of_the_list() {
    let run = check(
        main([
            timer("a", 50, []),
            timer("b", 50, []),
            timer("refreshes", 20, [refresh("a")]),
        ]),
        expect!["refreshes|b|a"],
    );
    expect!["refreshes@20|b@50|a@70"].assert_eq(&run.timed());
}

#[test]
fn s4_7_refresh_revives_a_timer_that_has_fired() {
    let run = check(
        main([timer("a", 10, [in_call(1, [refresh("a")])])]),
        expect!["a|a"],
    );
    expect!["a@10|a@20"].assert_eq(&run.timed());
    let run = check(
        main([timer("a", 10, []), timer("b", 15, [refresh("a")])]),
        expect!["a|b|a"],
    );
    expect!["a@10|b@15|a@25"].assert_eq(&run.timed());
}

#[test]
fn s4_7_the_list_of_a_refreshed_timer_keeps_its_expiry() {
    let program = |spin| {
        main([
            timer("50, due at 90", 50, []),
            busy(10),
            timer("60, due at 70", 60, []),
            busy(30),
            refresh("50, due at 90"),
            busy(spin),
        ])
    };
    check(program(160), expect!["50, due at 90|60, due at 70"]);
    let run = check(program(0), expect!["60, due at 70|50, due at 90"]);
    expect!["60, due at 70@70|50, due at 90@90"].assert_eq(&run.timed());
}

#[test]
fn s4_8_unref_affects_liveness_alone() {
    check(
        main([timer("a", 10, []), unref("a"), timer("b", 20, [])]),
        expect!["a|b"],
    );
    check(
        main([timer("a", 10, []), unref("a"), timer("b", 5, [])]),
        expect!["b"],
    );
    check(main([timer("a", 10, []), unref("a")]), expect![""]);
}

#[test]
fn s4_8_ref_and_unref_do_not_nest() {
    check(
        main([timer("a", 10, []), unref("a"), unref("a"), reref("a")]),
        expect!["a"],
    );
    check(
        main([timer("a", 10, []), reref("a"), reref("a"), unref("a")]),
        expect![""],
    );
}

#[test]
fn s4_8_an_unrefed_interval_stays_unrefed() {
    check(
        main([interval("i", 10, []), unref("i"), timer("last", 35, [])]),
        expect!["i|i|i|last"],
    );
}

#[test]
fn s4_10_an_exception_of_a_timer_is_any_exception() {
    check(
        main([timer("T", 1, [throw("e")]), timer("U", 5, [])]).on_uncaught([]),
        expect!["T|caught e|U"],
    );
    check(
        main([timer("T", 1, [throw("e")]), timer("U", 5, [])]),
        expect!["T|exit 1"],
    );
}
