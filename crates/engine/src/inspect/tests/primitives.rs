//! Primitive values and strings.

use expect_test::expect;

use super::check;

#[test]
fn numbers() {
    check(
        "1, -0, 0, 1.50, 1e21, 1e-7, NaN, Infinity, -Infinity, 10n",
        expect![[r#"1 -0 0 1.5 1e+21 1e-7 NaN Infinity -Infinity 10n"#]],
    );
    check(
        "[-0, 1n, NaN, 1.0, 2.5]",
        expect![[r#"[ -0, 1n, NaN, 1, 2.5 ]"#]],
    );
    check(
        "[123456789012345680000, 0.1 + 0.2, 5e-324]",
        expect![[r#"[ 123456789012345680000, 0.30000000000000004, 5e-324 ]"#]],
    );
}

#[test]
fn strings() {
    check(
        r#"'str', ['str'], { s: "it's" }, ['say "hi"']"#,
        expect![[r#"str [ 'str' ] { s: "it's" } [ 'say "hi"' ]"#]],
    );
    check(
        r#"["it's \"q\""], ['\`all\` \'three\' "kinds"']"#,
        expect![[r#"[ `it's "q"` ] [ '`all` \'three\' "kinds"' ]"#]],
    );
    check(
        r"['a\nb\t\\', '\0\x07\b\v\f\r\x1b\x7f\x80']",
        expect![[r#"[ 'a\nb\t\\', '\x00\x07\b\x0B\f\r\x1B\x7F\x80' ]"#]],
    );
    check(
        r"'multi\nline', ['multi\nline']",
        expect![[r#"
            multi
            line [ 'multi\nline' ]"#]],
    );
    check(
        r"['\ud83d', 'a\udc00b', '😀', '日本語', 'é']",
        expect![[r#"[ '\ud83d', 'a\udc00b', '😀', '日本語', 'é' ]"#]],
    );
    check(r"'\ud83d'", expect![[r#"�"#]]);
    check(
        r"['line1\nline2\nline3']",
        expect![[r#"[ 'line1\nline2\nline3' ]"#]],
    );
    check(
        r"{ k: 'a long line that is more than sixteen\nand another long line which makes it exceed\n' }",
        expect![[r#"
            {
              k: 'a long line that is more than sixteen\n' +
                'and another long line which makes it exceed\n'
            }"#]],
    );
    check(
        r"[['one long line of text here, wow it is long indeed\nand a second line\n', 2]]",
        expect![[r#"
            [
              [
                'one long line of text here, wow it is long indeed\nand a second line\n',
                2
              ]
            ]"#]],
    );
}

#[test]
fn others() {
    check(
        "true, null, undefined, Symbol('x'), Symbol(), Symbol.iterator",
        expect![[r#"true null undefined Symbol(x) Symbol() Symbol(Symbol.iterator)"#]],
    );
    check(
        r"[null, undefined, true, Symbol('a\nb')]",
        expect![[r#"
            [
              null,
              undefined,
              true,
              Symbol(a
            b)
            ]"#]],
    );
    check(
        "Object('s'), Object(1), Object(true), Object(1n), Object(Symbol('q')), [Object('x')]",
        expect![[
            r#"[String: 's'] [Number: 1] [Boolean: true] [BigInt: 1n] [Symbol: Symbol(q)] [ [String: 'x'] ]"#
        ]],
    );
    check(
        "Object.assign(Object('ab'), { x: 1 }), Object.assign(Object(1), { x: 1 })",
        expect![[r#"[String: 'ab'] { x: 1 } [Number: 1] { x: 1 }"#]],
    );
    check(
        "new (class N extends Number {})(3), new (class S extends String {})('abc')",
        expect![[r#"[Number (N): 3] [String (S): 'abc']"#]],
    );
}
