//! Loops over numbers that go on by themselves give what the interpreter gives without us, and real Node.

use boa_engine::{Context, Source};
use expect_test::{Expect, expect};
use loopscope_model::event::{Ending, Limit};
use loopscope_model::{EventKind, Trace};
use loopscope_tests::{outcome, record, scenario};
use proptest::prelude::*;

fn trace(program: &str) -> Trace {
    record(&scenario("main.js", program))
}

/// What a run prints, how often what was counted, and when it ends.
fn tell(program: &str) -> String {
    let trace = trace(program);
    assert!(trace.events.len() < 300, "{} events", trace.events.len());
    let mut told = String::new();
    for event in &trace.events {
        let line = match &event.kind {
            EventKind::Output { text, .. } => text.clone(),
            EventKind::Repeated(_, times) => format!("… {times} more times\n"),
            EventKind::Ended(ending) => format!("{ending:?} at {} ms\n", event.at.millis()),
            _ => continue,
        };
        told.push_str(&line);
    }
    told
}

#[track_caller]
fn check(program: &str, expect: Expect) {
    expect.assert_eq(&tell(program));
}

#[test]
fn counting_blocks_for_its_virtual_second() {
    check(
        "for (let i = 0; i < 1e9; i++) {}",
        expect![[r#"
        … 999999988 more times
        Exited(0) at 1000 ms
    "#]],
    );
    check(
        "var i; for (i = 0; i < 1e9; i += 2); console.log(i)",
        expect![[r#"
            … 499999988 more times
            1000000000
            Exited(0) at 500 ms
        "#]],
    );
    check(
        "let n = 1e9; while (n--) ; console.log(n)",
        expect![[r#"
        … 999999988 more times
        -1
        Exited(0) at 1000 ms
    "#]],
    );
    check(
        "let x = 0; do { x += 3 } while (x < 1e9); console.log(x)",
        expect![[r#"
            … 333333322 more times
            1000000002
            Exited(0) at 333 ms
        "#]],
    );
    check(
        "i = 0; while (i < 1e9) i++; console.log(i, globalThis.i)",
        expect![[r#"
            … 999999988 more times
            1000000000 1000000000
            Exited(0) at 1000 ms
        "#]],
    );
    check(
        "let n = 0; for (let i = 0; i < 1e4; i++) for (let j = 0; j < 1e5; j++) n++; console.log(n)",
        expect![[r#"
            … 99988 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 100000 more times
            … 9988 more times
            … 998900000 more times
            1000000000
            Exited(0) at 1000 ms
        "#]],
    );
}

#[test]
fn sums_round_as_those_of_node() {
    check(
        "let sum = 0; for (let i = 0; i < 1e9; i++) sum += i; console.log(sum)",
        expect![[r#"
            … 999999988 more times
            499999999067109000
            Exited(0) at 1000 ms
        "#]],
    );
    check(
        "let sum = 0; for (let i = 1; i <= 1e10; i++) { sum += i * 3 } console.log(sum)",
        expect![[r#"
            … 9999999988 more times
            150000000019976550000
            Exited(0) at 10000 ms
        "#]],
    );
    check(
        "let s = 0, q = 0; for (let i = 0; i < 2e5; i++) { s += i; q += i * i } console.log(s, q)",
        expect![[r#"
            … 199988 more times
            … 199988 more times
            19999900000 2666646666700000
            Exited(0) at 0 ms
        "#]],
    );
}

#[test]
fn what_is_no_polynomial_runs_natively() {
    check(
        "let odd = 0; for (let i = 0; i < 3e6; i++) if (i % 2) odd++; else odd -= 0.5; console.log(odd)",
        expect![[r#"
            … 2999988 more times
            … 1499994 more times
            … 1499994 more times
            750000
            Exited(0) at 3 ms
        "#]],
    );
    check(
        "let h = 1; for (let i = 0; i < 1e6; i++) { h = (h << 5) - h + i | 0; if (h === 7) break } console.log(h)",
        expect![[r#"
            … 999988 more times
            … 999988 more times
            -1656710879
            Exited(0) at 1 ms
        "#]],
    );
}

#[test]
fn a_busy_wait_with_a_counting_loop_in_it() {
    check(
        "const s = Date.now(); let n = 0; while (Date.now() - s < 500) { for (let i = 0; i < 1e6; i++) n++ } console.log(Date.now() - s, n)",
        expect![[r#"
            … 999988 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 1000000 more times
            … 239 more times
            … 240000000 more times
            500 251000000
            Exited(0) at 500 ms
        "#]],
    );
}

#[test]
fn names_that_are_more_than_numbers_are_left_alone() {
    check(
        "let reads = 0; Object.defineProperty(globalThis, 'x', { get() { return reads++ }, set() {} }); for (let i = 0; i < 40; i++) x += i; console.log(reads)",
        expect![[r#"
            … 28 more times
            … 28 more times
            … 28 more times
            40
            Exited(0) at 0 ms
        "#]],
    );
    check(
        "let s = ''; for (let i = 0; i < 40; i++) s += i; console.log(s.length)",
        expect![[r#"
            … 28 more times
            70
            Exited(0) at 0 ms
        "#]],
    );
    check(
        "let b = 0n; for (let i = 0n; i < 40n; i++) b += i; console.log(b)",
        expect![[r#"
            … 28 more times
            780n
            Exited(0) at 0 ms
        "#]],
    );
}

#[test]
fn loops_without_end_are_stopped_at_their_line() {
    check(
        "let n = 0; while (n >= 0) n++",
        expect![[r#"
        … 50000001 more times
        Stopped(Stop { kind: Bomb, message: "one callback ran 2000000 statements without returning", hint: "let the loop on this line end, or split its work with setImmediate", place: Some(Place { path: "/app/main.js", span: Span { start: 11, end: 25, line: 1, column: 12, end_line: 1, end_column: 26 } }) }) at 50 ms
    "#]],
    );
    check(
        "let n = 0;\nfor (let i = 0; i < 10; i += 0) n++",
        expect![[r#"
        … 50000001 more times
        Stopped(Stop { kind: Bomb, message: "one callback ran 2000000 statements without returning", hint: "let the loop on this line end, or split its work with setImmediate", place: Some(Place { path: "/app/main.js", span: Span { start: 11, end: 42, line: 2, column: 1, end_line: 2, end_column: 32 } }) }) at 50 ms
    "#]],
    );
    check(
        "for (let i = 0; ; i++) { if (i < 0) break }",
        expect![[r#"
        … 50000001 more times
        Stopped(Stop { kind: Bomb, message: "one callback ran 2000000 statements without returning", hint: "let the loop on this line end, or split its work with setImmediate", place: Some(Place { path: "/app/main.js", span: Span { start: 0, end: 22, line: 1, column: 1, end_line: 1, end_column: 23 } }) }) at 50 ms
    "#]],
    );
}

#[test]
fn virtual_time_pauses_a_loop() {
    let mut scenario = scenario("main.js", "for (let i = 0; i < 1e15; i++) {}");
    scenario.limits.virtual_ms = 60_000;
    let trace = record(&scenario);
    let last = trace.events.last().expect("a run has an end");
    assert_eq!(
        last.kind,
        EventKind::Ended(Ending::Paused(Limit::VirtualMillis(60_000)))
    );
    assert_eq!(last.at.millis(), 60_000);
}

/// Stands before what divides, and gives it as a floating point number: the interpreter alone takes 0 / -1 for 0.
const FLOAT: &str = "float";

/// What the interpreter alone makes of an expression.
fn plain(expression: &str) -> String {
    let mut context = Context::default();
    let text = format!("const {FLOAT} = x => Float64Array.of(x)[0]; {expression}");
    let value = context.eval(Source::from_bytes(&text));
    match value {
        Ok(value) => value.display().to_string(),
        Err(error) => panic!("{error}: {expression}"),
    }
}

#[test]
fn divisions_keep_the_sign_of_zero() {
    check(
        "let i = 0, c = -1; console.log(i / c, 7 / (i / c)); i = -2147483648; console.log(-i, i % c); i /= c; console.log(i)",
        expect![[r#"
            -0 -Infinity
            2147483648 -0
            2147483648
            Exited(0) at 0 ms
        "#]],
    );
}

fn value() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "0",
        "1",
        "2",
        "7",
        "-1",
        "-3",
        "100",
        "0.5",
        "-0",
        "1e6",
        "9007199254740990",
        "-9007199254740000",
        "4503599627370496.5",
        "1e17",
        "NaN",
        "2147483647",
    ])
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a", "b", "c", "i"])
}

fn number() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => name().prop_map(str::to_owned),
        1 => value().prop_map(|v| format!("({v})")),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        let operators = vec![
            "+", "-", "*", "+", "-", "%", "/", "&", "|", "^", "<<", ">>", ">>>",
        ];
        (inner.clone(), prop::sample::select(operators), inner).prop_map(|(l, o, r)| {
            let float = if matches!(o, "/" | "%") { FLOAT } else { "" };
            format!("({l} {o} {float}({r}))")
        })
    })
}

fn effect() -> impl Strategy<Value = String> {
    let target = || prop::sample::select(vec!["a", "b", "c"]);
    let sets = vec!["+=", "+=", "+=", "-=", "=", "*=", "%=", "|=", ">>>="];
    prop_oneof![
        2 => target().prop_map(|t| format!("{t}++;")),
        1 => target().prop_map(|t| format!("--{t};")),
        5 => (target(), prop::sample::select(sets), number()).prop_map(|(t, o, n)| {
            let float = if o == "%=" { FLOAT } else { "" };
            format!("{t} {o} {float}({n});")
        }),
        1 => (target(), number()).prop_map(|(t, n)| format!("{{ const d = {n}; {t} += d; }}")),
    ]
}

fn statement() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => effect(),
        1 => (number(), effect(), effect()).prop_map(|(n, y, e)| format!("if ({n} < 5) {{ {y} }} else {e}")),
        1 => (number(), effect()).prop_map(|(n, y)| format!("if (!({n} > 1)) {{ {y} continue }}")),
        1 => number().prop_map(|n| format!("if ({n} === 77) break;")),
        1 => (1..60_u32, effect()).prop_map(|(n, e)| format!("for (let j = 0; j < {n}; j++) {{ {e} }}")),
    ]
}

fn looped() -> impl Strategy<Value = String> {
    let body = prop::collection::vec(statement(), 0..4).prop_map(|parts| parts.join(" "));
    let heads = vec![
        "for (let i = 0; i < N; i++) { B }",
        "for (let i = 0; i < N; i += 2) { B }",
        "for (let i = -50; i <= N; ++i) { B }",
        "for (let i = N; i > 0; i--) { B }",
        "for (let i = N; i >= -20; i -= 3) { B }",
        "{ let i = N; while (i--) { B } }",
        "{ let i = 0; while (++i !== N) { B } }",
        "{ let i = 0; do { i++; B } while (i < N) }",
    ];
    (prop::sample::select(heads), 1..400_u32, body, value(), value(), value()).prop_map(
        |(head, n, body, a, b, c)| {
            let head = head.replace('N', &n.to_string()).replace('B', &body);
            format!("(() => {{ let a = {a}, b = {b}, c = {c}; {head} return [a, b, c].map(x => Object.is(x, -0) ? '-0' : String(x)).join(' '); }})()")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_loops_give_what_the_interpreter_gives(program in looped()) {
        let recorded = outcome(&trace(&format!("console.log({})", program.replace(FLOAT, ""))));
        prop_assert_eq!(format!("\"{}\"\n", recorded.stdout.trim_end()), format!("{}\n", plain(&program)), "{}", program);
    }
}
