//! Programs that would hang, or take all memory, and how they end: at a counted limit that names itself and the line, or
//! with the error that V8 throws.

mod objects;

pub use objects::{buffers, grown_while_written, inheritance};

/// A program that goes off.
#[derive(Debug, Clone)]
pub struct Bomb {
    /// What it is.
    pub what: String,
    /// The program.
    pub program: String,
    /// How it ends, as [`crate::tell`] tells.
    pub end: String,
}

fn bomb(what: &str, program: &str, end: &str) -> Bomb {
    Bomb {
        what: what.to_owned(),
        program: program.to_owned(),
        end: end.to_owned(),
    }
}

const STATEMENTS: &str = "stopped: one callback ran 2000000 statements without returning";
const EVENTS: &str = "paused: Events(200000)";

/// All of them.
pub fn all() -> Vec<Bomb> {
    let groups = [
        loops(),
        tasks(),
        text(),
        arrays(),
        numbers(),
        regular_expressions(),
        recursion(),
        inheritance(),
        grown_while_written(),
        buffers(),
        nested_and_long(),
    ];
    groups.into_iter().flatten().collect()
}

/// Loops that never end.
pub fn loops() -> Vec<Bomb> {
    [
        ("while", "console.log;\nwhile (true) {}", "2:1"),
        ("for", "for (let i = 0; ; i++) {}", "1:1"),
        (
            "a getter",
            "const o = {\n  get x() { for (;;); } };\no.x;",
            "2:13",
        ),
        ("new Function", "new Function('for (;;);')();", "3:1"),
    ]
    .into_iter()
    .map(|(what, program, place)| bomb(what, program, &format!("{STATEMENTS} at {place}")))
    .collect()
}

/// Tasks that schedule the next one for ever.
pub fn tasks() -> Vec<Bomb> {
    vec![
        bomb(
            "immediates",
            "(function f() { setImmediate(f); })();",
            EVENTS,
        ),
        bomb("intervals", "setInterval(() => {}, 1);", EVENTS),
        bomb(
            "ticks",
            "(function f() { process.nextTick(f); })();",
            EVENTS,
        ),
        bomb(
            "microtasks",
            "(function f() { queueMicrotask(f); })();",
            EVENTS,
        ),
        bomb(
            "promises",
            "(function f() { Promise.resolve().then(f); })();",
            EVENTS,
        ),
        bomb("eval", "for (;;) eval('1 + 1');", EVENTS),
    ]
}

/// Texts that are too long.
pub fn text() -> Vec<Bomb> {
    vec![
        bomb(
            "repeat",
            "try { 'x'.repeat(2 ** 29); } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Invalid string length\nexited 0",
        ),
        bomb(
            "repeat within V8's bound",
            "const s =\n  'x'.repeat(2 ** 28);",
            "stopped: repeat would make a text of 268435456 characters: 67108864 are the most at 1:1",
        ),
        bomb(
            "padEnd",
            "try { 'x'.padEnd(2 ** 29); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid string length\nexited 0",
        ),
        bomb(
            "join",
            "Array(1e8).join('x');",
            "stopped: join would make a text of 99999999 characters: 67108864 are the most at 1:1",
        ),
        bomb(
            "join beyond V8's bound",
            "try { Array(2 ** 30).join('x'); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid string length\nexited 0",
        ),
        bomb(
            "replaceAll",
            "'a'.repeat(1e5).replaceAll('a', 'b'.repeat(1e5));",
            "uncaught: RangeError: Invalid string length at 1:17\nexited 1",
        ),
        bomb(
            "doubling",
            "let s = 'x';\nfor (;;)\n  s += s;",
            "stopped: the program holds more than 256 MiB of memory at 3:3",
        ),
        bomb(
            "doubling by a template",
            "let s = 'x';\nfor (;;) s = `${s}${s}`;",
            "stopped: the program holds more than 256 MiB of memory at 2:10",
        ),
    ]
}

/// Arrays that are too long, nested too often, or made of nothing.
pub fn arrays() -> Vec<Bomb> {
    let endless = [
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
    ];
    let stopped = endless.into_iter().map(|(name, program, place)| {
        let end = format!(
            "stopped: built-in functions did more than 20000000 steps in one callback, {name} the last of them at {place}"
        );
        bomb(program, program, &end)
    });
    let thrown = [
        bomb(
            "arguments beyond V8's bound",
            "try { Math.max.apply(null, { length: 1e9 }); } catch (e) { console.log(e.message); }",
            "Stdout: Invalid array length\nexited 0",
        ),
        bomb(
            "arguments beyond V8's stack",
            "try { Math.max.apply(null, Array(1e6)); } catch (e) { console.log(e.message); }",
            "Stdout: Maximum call stack size exceeded\nexited 0",
        ),
        bomb(
            "a comparator that throws",
            "try { [3, 1, 2].sort(() => { throw Error('no'); }); } catch (e) { console.log(e.message); }",
            "Stdout: no\nexited 0",
        ),
    ];
    stopped.chain(thrown).collect()
}

/// Numbers that are too large.
pub fn numbers() -> Vec<Bomb> {
    let bits = |what: &str, bits: u64, place: &str| {
        format!("stopped: {what} would have {bits} bits: 8388608 are the most at {place}")
    };
    let text = |place: &str| {
        format!(
            "stopped: built-in functions did more than 20000000 steps in one callback, the text of a BigInt the last of them at {place}"
        )
    };
    vec![
        bomb(
            "a product that doubles",
            "let a = 3n;\nfor (;;)\n  a *= a;",
            &bits("a product of BigInts", 13_295_630, "3:3"),
        ),
        bomb(
            "a product of a property",
            "const o = { a: 3n };\nfor (;;) o.a *= o.a;",
            &bits("a product of BigInts", 13_295_630, "2:10"),
        ),
        bomb(
            "a power",
            "const a =\n  3n ** 100000000n;",
            &bits("a power of BigInts", 100_000_000, "1:1"),
        ),
        bomb(
            "a shift",
            "let a = 1n;\nfor (;;) a <<= 5000000n;",
            &bits("a shifted BigInt", 10_000_001, "2:10"),
        ),
        bomb(
            "many products",
            "const a = (1n << 1000000n) - 1n;\nfor (let i = 0; i < 1e6; i++) a * a;",
            "stopped: built-in functions did more than 20000000 steps in one callback, a product of BigInts the last of them at 2:31",
        ),
        bomb(
            "toString",
            "const a = 1n << 8000000n;\na.toString();",
            &text("2:1").replace("the text of a BigInt", "toString"),
        ),
        bomb(
            "a template",
            "const a = 1n << 8000000n;\n`${a}`;",
            &text("2:1"),
        ),
        bomb(
            "printed",
            "const a = 1n << 8000000n;\nconsole.log(a);",
            &text("2:1"),
        ),
        bomb("BigInt of a text", "BigInt('9'.repeat(1e7));", &text("1:1")),
        bomb(
            "powers beyond V8's bound",
            "try { 3n ** 2000000000n; } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Maximum BigInt size exceeded\nexited 0",
        ),
        bomb(
            "powers",
            "try { 10n ** 10n ** 10n; } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Maximum BigInt size exceeded\nexited 0",
        ),
        bomb(
            "shifts",
            "try { 1n << 10000000000n; } catch (e) { console.log(e.name, e.message); }",
            "Stdout: RangeError Maximum BigInt size exceeded\nexited 0",
        ),
    ]
}

/// Regular expressions that go back and back.
pub fn regular_expressions() -> Vec<Bomb> {
    let end = "stopped: a regular expression took more than 80000000 steps at 2:1";
    [
        "/^(a+)+$/.test(s);",
        "s.replace(/(a*)*c/g, 'x');",
        "s.match(/(a|aa)+$/);",
        "s.split(/(?:a?){30}a{30}c/);",
        "s.search(/(?=(a+)+$)c/);",
    ]
    .into_iter()
    .map(|pattern| {
        let program = format!("const s = 'a'.repeat(40) + 'b';\n{pattern}");
        bomb(pattern, &program, end)
    })
    .collect()
}

/// Calls without end, and data that is nested too deep.
pub fn recursion() -> Vec<Bomb> {
    vec![
        bomb(
            "a function",
            "function f() { f(); }\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }",
            "Stdout: true Maximum call stack size exceeded\nexited 0",
        ),
        bomb(
            "a proxy's trap",
            "const p = new Proxy({}, { get(t, k, r) { return r[k]; } });\ntry { p.x; } catch (e) { console.log(e instanceof RangeError, e.message); }",
            "Stdout: true Maximum call stack size exceeded\nexited 0",
        ),
        bomb(
            "JSON of a chain",
            "let o = {};\nfor (let i = 0; i < 5000; i++) o = { o };\nJSON.stringify(o);",
            "stopped: stringify meets data that is nested more than 800 levels deep at 3:1",
        ),
        bomb(
            "JSON that is nested",
            "JSON.parse('['.repeat(1e5));",
            "stopped: JSON.parse meets data that is nested more than 150 levels deep at 1:1",
        ),
    ]
}

/// Programs that are nested too deep, or too long.
pub fn nested_and_long() -> Vec<Bomb> {
    let nested = |open: &str, middle: &str, close: &str| {
        format!("{}{middle}{}", open.repeat(1000), close.repeat(1000))
    };
    let deep = "stopped: The program is nested more than 150 levels deep here: move a part into a function or variable of its own at ";
    let long = "a;\n".repeat(1_800_000);
    let many = format!("let a;\n{}", "a;\n".repeat(100_001));
    vec![
        bomb("brackets", &nested("[", "", "]"), &format!("{deep}1:137")),
        bomb("braces", &nested("{", "", "}"), &format!("{deep}1:137")),
        bomb(
            "parentheses",
            &nested("(", "1", ")"),
            &format!("{deep}1:137"),
        ),
        bomb(
            "templates",
            &nested("`${", "1", "}`"),
            &format!("{deep}1:451"),
        ),
        bomb(
            "5 MB",
            &long,
            "stopped: the program is longer than 4 MiB at 1:1",
        ),
        bomb(
            "many statements",
            &many,
            "stopped: the program has more than 100000 statements at 100001:1",
        ),
    ]
}
