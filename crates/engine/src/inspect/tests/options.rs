//! The options of `util.inspect`.

use expect_test::expect;

use super::check;

#[test]
fn depth() {
    check(
        "inspect({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null })",
        expect![[r#"
            {
              a: {
                b: { c: { d: { e: 1 } } }
              }
            }"#]],
    );
    check(
        "inspect({ a: { b: 1 } }, { depth: 0 }), inspect({ a: { b: 1 } }, { depth: -1 }), inspect({ a: 1 }, { depth: Infinity })",
        expect![[r#"{ a: [Object] } [Object] { a: 1 }"#]],
    );
}

#[test]
fn layout() {
    check(
        "inspect({ b: 2, a: { c: 1 } }, { compact: false })",
        expect![[r#"
            {
              b: 2,
              a: {
                c: 1
              }
            }"#]],
    );
    check(
        "inspect({ b: 2, a: { c: 1 } }, { compact: true })",
        expect![[r#"{ b: 2, a: { c: 1 } }"#]],
    );
    check(
        "inspect({ b: [1, 2, { x: { y: 1 } }], a: { c: 1 } }, { compact: 1 })",
        expect![[r#"
            {
              b: [
                1,
                2,
                { x: [Object] }
              ],
              a: { c: 1 }
            }"#]],
    );
    check(
        "inspect({ a: 1, b: 'x'.repeat(50), c: 'y'.repeat(50) }, { breakLength: 200 })",
        expect![[
            r#"{ a: 1, b: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', c: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy' }"#
        ]],
    );
    check(
        "inspect({ a: 1, b: 2 }, { breakLength: 5 })",
        expect![[r#"
            {
              a: 1,
              b: 2
            }"#]],
    );
    check(
        "inspect(Array.from({ length: 50 }, (_, i) => i), { breakLength: 40 })",
        expect![[r#"
            [
               0,  1,  2,  3,  4,  5,  6,  7,  8,  9,
              10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
              20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
              30, 31, 32, 33, 34, 35, 36, 37, 38, 39,
              40, 41, 42, 43, 44, 45, 46, 47, 48, 49
            ]"#]],
    );
    check(
        "inspect({ a: 'x'.repeat(30), b: { c: 'y'.repeat(30), d: [1, 2] }, m: new Map([[1, 2]]) }, { compact: true })",
        expect![[r#"
            { a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
              b: { c: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', d: [ 1, 2 ] },
              m: Map(1) { 1 => 2 } }"#]],
    );
}

#[test]
fn limits() {
    check(
        "inspect('a'.repeat(20), { maxStringLength: 5 }), inspect([1, 2, 3, 4], { maxArrayLength: 2 }), inspect([1, 2], { maxArrayLength: 0 })",
        expect![[
            r#"'aaaaa'... 15 more characters [ 1, 2, ... 2 more items ] [ ... 2 more items ]"#
        ]],
    );
    check(
        "inspect([1, 2, 3], { maxArrayLength: null }), inspect(['abc'], { maxStringLength: 1 })",
        expect![[r#"[ 1, 2, 3 ] [ 'a'... 2 more characters ]"#]],
    );
}

#[test]
fn order() {
    check(
        "inspect({ b: 2, a: 1, c: { z: 1, y: 2 } }, { sorted: true })",
        expect![[r#"{ a: 1, b: 2, c: { y: 2, z: 1 } }"#]],
    );
    check(
        "inspect({ b: 2, a: 1, c: 3 }, { sorted: (a, b) => (a < b ? 1 : -1) })",
        expect![[r#"{ c: 3, b: 2, a: 1 }"#]],
    );
    check(
        "inspect(Object.assign([3, 1], { z: 1, y: 2 }), { sorted: true }), inspect(new Set([3, 1, 2]), { sorted: true })",
        expect![[r#"[ 3, 1, y: 2, z: 1 ] Set(3) { 1, 2, 3 }"#]],
    );
}

#[test]
fn getters() {
    check(
        "inspect({ get a() { return 1; }, set a(v) {}, get b() { return { x: 1 }; }, get c() { throw new Error('no'); }, get d() { return null; } }, { getters: true })",
        expect![[r#"
            {
              a: [Getter/Setter: 1],
              b: [Getter] { x: 1 },
              c: [Getter: <Inspection threw (no)>],
              d: [Getter: null]
            }"#]],
    );
    check(
        "inspect({ get a() { return 1; }, set a(v) {}, get b() { return 2; } }, { getters: 'get' }), inspect({ get a() { return 1; }, set a(v) {}, get b() { return 2; } }, { getters: 'set' })",
        expect![[
            r#"{ a: [Getter/Setter], b: [Getter: 2] } { a: [Getter/Setter: 1], b: [Getter] }"#
        ]],
    );
}

#[test]
fn separators() {
    check(
        "inspect([123456789.123456, 1234n, -1234567, 1e21, 0.0001234, -999, NaN], { numericSeparator: true })",
        expect![[r#"
            [
              123_456_789.123_456,
              1_234n,
              -1_234_567,
              1e+21,
              0.000_123_4,
              -999,
              NaN
            ]"#]],
    );
}

#[test]
fn hidden() {
    check(
        "inspect([1, 2], { showHidden: true }), inspect(Object.defineProperty({}, 'h', { value: 1 }), true)",
        expect![[r#"[ 1, 2, [length]: 2 ] { [h]: 1 }"#]],
    );
}

#[test]
fn colors() {
    check(
        "inspect([1, 'a', null, undefined, true, Symbol('s'), 1n, () => {}, /x/, new Date(0)], { colors: true })",
        expect![
            "[\n  \u{1b}[33m1\u{1b}[39m,\n  \u{1b}[32m'a'\u{1b}[39m,\n  \u{1b}[1mnull\u{1b}[22m,\n  \u{1b}[90mundefined\u{1b}[39m,\n  \u{1b}[33mtrue\u{1b}[39m,\n  \u{1b}[32mSymbol(s)\u{1b}[39m,\n  \u{1b}[33m1n\u{1b}[39m,\n  \u{1b}[36m[Function (anonymous)]\u{1b}[39m,\n  \u{1b}[31m/x/\u{1b}[39m,\n  \u{1b}[35m1970-01-01T00:00:00.000Z\u{1b}[39m\n]"
        ],
    );
    check(
        "inspect({ 'k-1': 1, [Symbol('s')]: [,], get g() { return 1; } }, { colors: true }), inspect(Array.from({ length: 8 }, (_, i) => 'w' + i), { colors: true })",
        expect![
            "{ \u{1b}[32m'k-1'\u{1b}[39m: \u{1b}[33m1\u{1b}[39m, g: \u{1b}[36m[Getter]\u{1b}[39m, [\u{1b}[32mSymbol(s)\u{1b}[39m]: [ \u{1b}[90m<1 empty item>\u{1b}[39m ] } [\n  \u{1b}[32m'w0'\u{1b}[39m, \u{1b}[32m'w1'\u{1b}[39m, \u{1b}[32m'w2'\u{1b}[39m,\n  \u{1b}[32m'w3'\u{1b}[39m, \u{1b}[32m'w4'\u{1b}[39m, \u{1b}[32m'w5'\u{1b}[39m,\n  \u{1b}[32m'w6'\u{1b}[39m, \u{1b}[32m'w7'\u{1b}[39m\n]"
        ],
    );
}

#[test]
fn unknown() {
    check(
        "inspect({ [inspect.custom](depth, options) { return options.mine; } }, { mine: 'passed on' })",
        expect![[r#"passed on"#]],
    );
}
