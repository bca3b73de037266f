//! How runs end: exit codes, refusals with their place, limits. And what a program may not notice of being recorded.

use expect_test::{Expect, expect};
use loopscope_model::event::Ending;
use loopscope_model::{Event, EventKind, Trace};
use loopscope_tests::{record, scenario, tell};

fn trace(name: &str, program: &str) -> Trace {
    let mut scenario = scenario(name, program);
    scenario.limits.events = 3_000;
    scenario.limits.statements_per_task = 20_000;
    record(&scenario)
}

#[track_caller]
fn check(program: &str, expect: Expect) {
    expect.assert_eq(&tell(&trace("main.js", program)));
}

#[track_caller]
fn check_module(program: &str, expect: Expect) {
    expect.assert_eq(&tell(&trace("main.mjs", program)));
}

#[test]
fn exit_codes() {
    check(
        "",
        expect![[r#"
        exited 0
    "#]],
    );
    check(
        "process.exitCode = 5;",
        expect![[r#"
        exited 5
    "#]],
    );
    check(
        "async function f() { await null; process.exit(3); } f(); setTimeout(() => console.log('no'));",
        expect![[r#"
            exited 3
        "#]],
    );
    check(
        "try { process.exit(4) } catch { console.log('no') } finally { console.log('no') }",
        expect![[r#"
            exited 4
        "#]],
    );
    check_module(
        "await new Promise(() => {});",
        expect![[r#"
        exited 13
    "#]],
    );
}

#[test]
fn errors_have_their_place() {
    check(
        "console.log(1);\nconst a = ;",
        expect![[r#"
        uncaught: SyntaxError: Unexpected token ';' at 2:11
        exited 1
    "#]],
    );
    check(
        "const ok = 1;\n  throw new TypeError('no');",
        expect![[r#"
        uncaught: TypeError: no at 2:3
        exited 1
    "#]],
    );
    check(
        "setTimeout(() => {\n  missing();\n}, 5);",
        expect![[r#"
            uncaught: ReferenceError: missing is not defined at 2:3
            exited 1
        "#]],
    );
    check_module(
        "import './nope.mjs';",
        expect![[r#"
        uncaught: Error: Cannot find module '/app/nope.mjs' imported from /app/main.mjs
        exited 1
    "#]],
    );
}

#[test]
fn what_is_not_modelled_is_refused_and_cannot_be_caught() {
    check(
        "console.log(1);\ntry { require('vm') } catch { console.log('caught') }\nconsole.log(2);",
        expect![[r#"
            Stdout: 1
            stopped: the module 'vm' is not modelled at 2:7
        "#]],
    );
    check(
        "(async () => {\n  await null;\n  await fetch('http://x');\n})().catch(() => console.log('caught'));",
        expect![[r#"
            stopped: the host 'x' is not modelled at 3:3
        "#]],
    );
    check(
        "require('express');",
        expect![[r#"
        stopped: the package 'express' is not modelled at 1:1
    "#]],
    );
    check(
        "require('fs').watch('.');",
        expect![[r#"
        stopped: fs.watch is not modelled at 1:1
    "#]],
    );
}

#[test]
fn asking_whether_something_exists_is_not_refused() {
    check(
        "const fs = require('fs');\nconsole.log(typeof fetch, 'watch' in fs, typeof fs.watch, typeof Intl);",
        expect![[r#"
            Stdout: function true function function
            exited 0
        "#]],
    );
}

#[test]
fn what_never_ends_is_stopped_or_paused() {
    check(
        "console.log(1);\nwhile (true) {}",
        expect![[r#"
        Stdout: 1
        stopped: one callback ran 20000 statements without returning at 2:1
    "#]],
    );
    check(
        "for (let i = 0; ; i++) {}",
        expect![[r#"
        stopped: one callback ran 20000 statements without returning at 1:1
    "#]],
    );
    for endless in [
        "function f() { setImmediate(f); } f();",
        "function f() { process.nextTick(f); } f();",
        "function f() { Promise.resolve().then(f); } f();",
        "setInterval(() => {}, 1);",
        "(async () => { for (;;) await null; })();",
    ] {
        check(
            endless,
            expect![[r#"
            paused: Events(3000)
        "#]],
        );
    }
}

/// The events but for the last ones, which say where and how it ended.
fn before_the_end(trace: &Trace) -> &[Event] {
    let shows_place = |event: &Event| {
        use EventKind::*;
        matches!(
            event.kind,
            Repeated(..) | Enter(_) | Statement(_) | Ended(_)
        )
    };
    let last = trace.events.iter().rposition(|event| !shows_place(event));
    &trace.events[..last.map_or(0, |last| last + 1)]
}

#[test]
fn what_ended_at_a_limit_is_recorded_further() {
    for program in [
        "function f() { setImmediate(f); console.log('again'); } f();",
        "let n = 0; setInterval(() => { for (const x of [1, 2]) n += x; }, 1);",
        "(async () => { for (;;) await null; })();",
        "console.log('a'); const o = {}; for (let i = 0; i < 30000; i++) o.x = i; console.log('b');",
    ] {
        let mut scenario = scenario("main.js", program);
        scenario.limits.events = 1_000;
        scenario.limits.statements_per_task = 20_000;
        let first = record(&scenario);
        let Some(EventKind::Ended(ending)) = first.events.last().map(|event| &event.kind) else {
            panic!("a run has an end");
        };
        let mut further = scenario.clone();
        match ending {
            Ending::Paused(limit) => further.limits = scenario.limits.raised(limit),
            _ => further.limits.statements_per_task *= 10,
        }
        let second = record(&further);
        let same = before_the_end(&first);
        assert!(
            !same.is_empty() && second.events.starts_with(same),
            "{program}"
        );
        assert!(second.events.len() > first.events.len() || same.len() < first.events.len());
        if matches!(ending, Ending::Paused(_)) {
            // A pause only waits: nothing but the end itself is in the way.
            let all = &first.events[..first.events.len() - 1];
            assert!(second.events.starts_with(all), "{program}");
        }
    }
}

#[test]
fn deep_recursion_is_the_programs_to_catch() {
    let caught = expect![[r#"
        Stdout: true Maximum call stack size exceeded
        exited 0
    "#]];
    check(
        "function f() { f(); }\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }",
        caught,
    );
    let caught = expect![[r#"
        Stdout: true
        exited 0
    "#]];
    check(
        "function f() { [1].map(f); }\ntry { f(); } catch (e) { console.log(e instanceof RangeError); }",
        caught,
    );
}

#[test]
fn a_busy_wait_takes_virtual_time_alone() {
    check(
        "const t = Date.now();\nwhile (Date.now() - t < 500);\nconsole.log(Date.now() - t);",
        expect![[r#"
            Stdout: 500
            exited 0
        "#]],
    );
}

#[test]
fn probes_are_not_seen() {
    check(
        "function f(a, b) { return a + b; }\nconsole.log(String(f), f.length, f.name, String(x => x));",
        expect![[r#"
            Stdout: function f(a, b) { return a + b; } 2 f x => x
            exited 0
        "#]],
    );
    check(
        "class A { constructor() { this.x = 1; } }\nconsole.log(String(A), String(class { static y = 2 }), new A());",
        expect![[r#"
            Stdout: class A { constructor() { this.x = 1; } } class { static y = 2 } A { x: 1 }
            exited 0
        "#]],
    );
    check(
        "console.log(eval('1;2'), (0, eval)('3'), eval('if (1) { 5 }'));",
        expect![[r#"
        Stdout: 2 3 5
        exited 0
    "#]],
    );
    check(
        "const f = new Function('a', 'b', 'return a * b');\nconsole.log(f(2, 3), String(f), f instanceof Function, f.constructor === Function, Function.length);",
        expect![[r#"
            Stdout: 6 function anonymous(a,b
            ) {
            return a * b
            } true true 1
            exited 0
        "#]],
    );
    check(
        "new Function('while (true) {}')();",
        expect![[r#"
        stopped: one callback ran 20000 statements without returning at 3:1
    "#]],
    );
    check(
        "console.log(Object.keys(globalThis).join(), typeof globalThis['loopscope probes']);",
        expect![[r#"
            Stdout: global,clearImmediate,setImmediate,clearInterval,clearTimeout,setInterval,setTimeout,queueMicrotask,structuredClone,atob,btoa,performance,fetch,crypto undefined
            exited 0
        "#]],
    );
}
