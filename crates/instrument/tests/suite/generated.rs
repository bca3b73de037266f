//! Programs that nobody wrote: statements of all forms in each other, with calls that tell in which order they ran.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// What every program begins with.
const HEAD: &str = "const told = [];
const tell = (...values) => (told.push(values.join(' ')), values[0]);
process.on('exit', () => console.log(told.join('\\n')));
process.on('uncaughtException', e => tell('uncaught', e.name));
process.on('unhandledRejection', e => tell('unhandled', e.name));
";

fn expression() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0..9_u32).prop_map(|n| n.to_string()),
        prop::sample::select(vec![
            "-0",
            "null",
            "undefined",
            "'s'",
            "[]",
            "x",
            "x++",
            "--x"
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let one = inner.clone();
        let operators = vec![
            "+", "-", "*", "/", "%", "**", "&&", "||", "??", ",", "===", "<",
        ];
        prop_oneof![
            inner.clone().prop_map(|it| format!("tell({it})")),
            (inner.clone(), prop::sample::select(operators), one)
                .prop_map(|(a, o, b)| format!("(({a}) {o} ({b}))")),
            inner.clone().prop_map(|it| format!("-({it})")),
            inner.clone().prop_map(|it| format!("(() => {it})()")),
            inner
                .clone()
                .prop_map(|it| format!("(y => {{ return tell('r', y)\n }})({it})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
            inner
                .clone()
                .prop_map(|it| format!("[...[{it}]].map(function (z) {{ return z }})[0]")),
            inner.clone().prop_map(|it| format!(
                "new (class {{ v = {it}; get w() {{ return this.v }} }})().w"
            )),
            inner.prop_map(|it| format!("`t${{{it}}}`")),
        ]
    })
}

fn statement() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => expression().prop_map(|it| format!("tell({it})")),
        1 => expression().prop_map(|it| format!("x = {it}")),
        1 => expression().prop_map(|it| format!("var v = {it}")),
        1 => expression().prop_map(|it| format!("throw new Error(String({it}))")),
        1 => expression().prop_map(|it| format!("x /= {it}")),
        1 => Just("if (x > 3) return".to_owned()),
        1 => Just(";".to_owned()),
    ];
    leaf.prop_recursive(3, 20, 3, |inner| {
        let block = prop::collection::vec(inner.clone(), 0..3)
            .prop_map(|statements| format!("{{ {} }}", statements.join("\n")));
        let of = |text: &'static str| move |body: String| text.replace('B', &body);
        prop_oneof![
            (expression(), block.clone(), block.clone())
                .prop_map(|(test, a, b)| format!("if ({test}) {a} else {b}")),
            (
                expression(),
                inner.clone().prop_filter("no declaration", |it| it != ";")
            )
                .prop_map(|(test, a)| format!("if ({test})\n {{{a}}}")),
            block.clone().prop_map(of("for (let i = 0; i < 3; i++) B")),
            block.clone().prop_map(of("for (const m of [1, 2]) B")),
            block.clone().prop_map(of("for (var k in { a: 1 }) B")),
            block.clone().prop_map(of("l: for (;;) { B break l }")),
            block.clone().prop_map(of("{ let n = 2; while (n--) B }")),
            block.clone().prop_map(of("do B while (false)")),
            block.clone().prop_map(of(
                "try B catch (e) { tell('caught', e.name) } finally { tell('f') }"
            )),
            block
                .clone()
                .prop_map(of("switch (x) { case 0: B default: tell('d') }")),
            block.clone().prop_map(of("(function () B)()")),
            block.clone().prop_map(of("setTimeout(() => B)")),
            block.clone().prop_map(of("process.nextTick(() => B)")),
            block
                .clone()
                .prop_map(of("Promise.resolve(1).then(() => B)")),
            block
                .clone()
                .prop_map(of("(async () => { tell(await 5)\n B })()")),
            block
                .clone()
                .prop_map(of("(async () => { for await (const m of [1]) B })()")),
            block.clone().prop_map(of(
                "for (const m of (function* () { tell(yield 1); B; yield 2 })()) tell(m)"
            )),
            block.prop_map(of("(class { static { (() => B)() } })")),
        ]
    })
}

/// So many programs, the same each time.
pub fn programs(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let body = prop::collection::vec(statement(), 1..6);
    let mut program = || {
        let tree = body
            .new_tree(&mut runner)
            .expect("nothing is rejected for ever");
        format!(
            "{HEAD}let x = 0;\n(function () {{\n{}\n}})()\n",
            tree.current().join("\n")
        )
    };
    (0..count).map(|_| program()).collect()
}
