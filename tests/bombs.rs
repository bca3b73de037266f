//! Programs that would hang, or take all memory: each ends at a counted limit that names itself and the line, or with
//! the error that V8 throws.

use loopscope_tests::{record, scenario, tell};

/// What it is, the program, how it ends.
type Bomb<'a> = (&'a str, &'a str, &'a str);

const STATEMENTS: &str = "stopped: one callback ran 2000000 statements without returning";
const EVENTS: &str = "paused: Events(200000)";

#[track_caller]
fn check(bombs: &[Bomb<'_>]) {
    let mut wrong = Vec::new();
    for (what, program, end) in bombs {
        let told = tell(&record(&scenario("main.js", program)));
        if told.trim_end() != *end {
            wrong.push(format!("{what}: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ends of a task that does too much, at this place.
fn at(end: &str, place: &str) -> String {
    format!("{end} at {place}")
}

#[test]
fn loops_that_never_end() {
    for (what, program, place) in [
        ("while", "console.log;\nwhile (true) {}", "2:1"),
        ("for", "for (let i = 0; ; i++) {}", "1:1"),
        (
            "a getter",
            "const o = {\n  get x() { for (;;); } };\no.x;",
            "2:13",
        ),
        ("new Function", "new Function('for (;;);')();", "3:1"),
    ] {
        check(&[(what, program, &at(STATEMENTS, place))]);
    }
}

#[test]
fn tasks_that_never_end() {
    check(&[
        (
            "immediates",
            "(function f() { setImmediate(f); })();",
            EVENTS,
        ),
        ("intervals", "setInterval(() => {}, 1);", EVENTS),
        (
            "ticks",
            "(function f() { process.nextTick(f); })();",
            EVENTS,
        ),
        (
            "microtasks",
            "(function f() { queueMicrotask(f); })();",
            EVENTS,
        ),
        (
            "promises",
            "(function f() { Promise.resolve().then(f); })();",
            EVENTS,
        ),
        ("eval", "for (;;) eval('1 + 1');", EVENTS),
    ]);
}

#[test]
fn text() {
    check(&[
        (
            "repeat",
            "try { 'x'.repeat(2 ** 29); } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Invalid string length\nexited 0",
        ),
        (
            "repeat within V8's bound",
            "const s =\n  'x'.repeat(2 ** 28);",
            "stopped: repeat would make a text of 268435456 characters: 67108864 are the most at 1:1",
        ),
        (
            "padEnd",
            "try { 'x'.padEnd(2 ** 29); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid string length\nexited 0",
        ),
        (
            "join",
            "Array(1e8).join('x');",
            "stopped: join would make a text of 99999999 characters: 67108864 are the most at 1:1",
        ),
        (
            "join beyond V8's bound",
            "try { Array(2 ** 30).join('x'); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid string length\nexited 0",
        ),
        (
            "replaceAll",
            "'a'.repeat(1e5).replaceAll('a', 'b'.repeat(1e5));",
            "uncaught: RangeError: Invalid string length at 1:17\nexited 1",
        ),
        (
            "doubling",
            "let s = 'x';\nfor (;;)\n  s += s;",
            "stopped: the program holds more than 256 MiB of memory at 3:3",
        ),
        (
            "doubling by a template",
            "let s = 'x';\nfor (;;) s = `${s}${s}`;",
            "stopped: the program holds more than 256 MiB of memory at 2:10",
        ),
    ]);
}

#[test]
fn arrays() {
    let work = |name: &str, place: &str| {
        format!(
            "stopped: built-in functions did more than 20000000 steps in one callback, {name} the last of them at {place}"
        )
    };
    for (name, program, place) in [
        ("fill", "new Array(2 ** 32 - 1).fill(0);", "1:1"),
        ("fill", "try {\n  Array(1e9).fill(0);\n} catch {}", "2:3"),
        (
            "indexOf",
            "[].indexOf.call({ length: 2 ** 53 - 1 }, 1);",
            "1:1",
        ),
        ("forEach", "new Array(4e9).forEach(() => {});", "1:1"),
        ("from", "Array.from({ length: 1e9 });", "1:1"),
        (
            "flat",
            "let a = [1];\nfor (let i = 0; i < 40; i++) a = [a, a];\na.flat(Infinity);",
            "3:1",
        ),
        (
            "stringify",
            "let a = [1];\nfor (let i = 0; i < 40; i++) a = [a, a];\nJSON.stringify(a);",
            "3:1",
        ),
        (
            "join",
            "let a = [1];\nfor (let i = 0; i < 40; i++) a = [a, a];\nString(a);",
            "3:1",
        ),
        ("next", "const a = [...Array(1e9)];", "1:1"),
        (
            "next",
            "for (const [k] of new Map([[1, 2]])) new Set(Array(1e9));",
            "1:38",
        ),
    ] {
        check(&[(program, program, &work(name, place))]);
    }
    check(&[
        (
            "arguments beyond V8's bound",
            "try { Math.max.apply(null, { length: 1e9 }); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid array length\nexited 0",
        ),
        (
            "arguments beyond V8's stack",
            "try { Math.max.apply(null, Array(1e6)); } catch (e) { console.log(e.message); }",
            "Stdout: Maximum call stack size exceeded\nexited 0",
        ),
        (
            "a comparator that throws",
            "try { [3, 1, 2].sort(() => { throw Error('no'); }); } catch (e) { console.log(e.message); }",
            "Stdout: no\nexited 0",
        ),
    ]);
}

#[test]
fn numbers() {
    check(&[
        (
            "powers",
            "try { 10n ** 10n ** 10n; } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Maximum BigInt size exceeded\nexited 0",
        ),
        (
            "shifts",
            "try { 1n << 10000000000n; } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Maximum BigInt size exceeded\nexited 0",
        ),
    ]);
}

#[test]
fn regular_expressions() {
    let end = "stopped: a regular expression took more than 80000000 steps at 2:1";
    for pattern in [
        "/^(a+)+$/.test(s);",
        "s.replace(/(a*)*c/g, 'x');",
        "s.match(/(a|aa)+$/);",
        "s.split(/(?:a?){30}a{30}c/);",
        "s.search(/(?=(a+)+$)c/);",
    ] {
        check(&[(
            pattern,
            &format!("const s = 'a'.repeat(40) + 'b';\n{pattern}"),
            end,
        )]);
    }
}

#[test]
fn recursion() {
    check(&[
        (
            "a function",
            "function f() { f(); }\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }",
            "Stdout: true Maximum call stack size exceeded\nexited 0",
        ),
        (
            "a proxy's trap",
            "const p = new Proxy({}, { get(t, k, r) { return r[k]; } });\ntry { p.x; } catch (e) { console.log(e instanceof RangeError, e.message); }",
            "Stdout: true Maximum call stack size exceeded\nexited 0",
        ),
        (
            "JSON of a chain",
            "let o = {};\nfor (let i = 0; i < 5000; i++) o = { o };\nJSON.stringify(o);",
            "stopped: stringify meets data that is nested more than 800 levels deep at 3:1",
        ),
        (
            "JSON that is nested",
            "JSON.parse('['.repeat(1e5));",
            "stopped: JSON.parse meets data that is nested more than 150 levels deep at 1:1",
        ),
    ]);
}

#[test]
fn nested_and_long_programs() {
    let nested = |open: &str, middle: &str, close: &str| {
        format!("{}{middle}{}", open.repeat(1000), close.repeat(1000))
    };
    for (what, program, place) in [
        ("brackets", nested("[", "", "]"), "1:151"),
        ("braces", nested("{", "", "}"), "1:151"),
        ("parentheses", nested("(", "1", ")"), "1:151"),
        ("templates", nested("`${", "1", "}`"), "1:1"),
    ] {
        let told = tell(&record(&scenario("main.js", &program)));
        let deep = "stopped: The program is nested more than 150 levels deep here";
        assert!(
            told.starts_with(deep) && told.contains(" at 1:"),
            "{what} {place}: {told}"
        );
    }
    let long = "a;\n".repeat(1_800_000);
    let end = "stopped: the program is longer than 4 MiB at 1:1";
    check(&[("5 MB", &long, end)]);
    let many = format!("let a;\n{}", "a;\n".repeat(100_001));
    let end = "stopped: the program has more than 100000 statements at 100001:1";
    check(&[("many statements", &many, end)]);
}
