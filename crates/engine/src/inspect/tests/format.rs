//! The directives of `util.format`.

use expect_test::expect;

use super::check;

#[test]
fn joined() {
    check("'a', '', 'b'", expect![[r#"a  b"#]]);
    check("", expect![[r#""#]]);
    check("''", expect![[r#""#]]);
    check("1, '%s', 2", expect![[r#"1 %s 2"#]]);
    check(
        "'%s is %d years', 'Bob', 42, 'extra', { a: 1 }",
        expect![[r#"Bob is 42 years extra { a: 1 }"#]],
    );
}

#[test]
fn strings() {
    check(
        "'%s %s %s %s', null, undefined, Symbol('s'), 5n, [1, 'a'], () => 1",
        expect![[r#"null undefined Symbol(s) 5n [ 1, 'a' ] [Function (anonymous)]"#]],
    );
    check("'%s', -0", expect![[r#"-0"#]]);
    check("'%s', { a: { b: 1 } }", expect![[r#"{ a: [Object] }"#]]);
    check("'%s', [1, [2, [3]]]", expect![[r#"[ 1, [Array] ]"#]]);
    check(
        "'%s', { toString() { return 'custom'; } }",
        expect![[r#"custom"#]],
    );
    check(
        "'%s', new (class B extends (class A { toString() { return 'inherited'; } }) {})()",
        expect![[r#"inherited"#]],
    );
    check(
        "'%s', new Date(0)",
        expect![[r#"1970-01-01T00:00:00.000Z"#]],
    );
    check("'%s', new Error('err')", expect![[r#"[Error: err]"#]]);
    check(
        "'%s', Object.create(null)",
        expect![[r#"[Object: null prototype] {}"#]],
    );
    check(
        "'%s', { [Symbol.toPrimitive]() { return 'prim'; } }",
        expect![[r#"prim"#]],
    );
    check(
        "'%s', new (class A { [Symbol.toPrimitive](hint) { return hint; } })()",
        expect![[r#"string"#]],
    );
    check(
        "'%s', { toString: null }",
        expect![[r#"{ toString: null }"#]],
    );
    check(
        "'%s', new Map([[1, { a: 1 }]])",
        expect![[r#"Map(1) { 1 => [Object] }"#]],
    );
    check(
        "'%s', new Proxy({ toString() { return 'no'; } }, {})",
        expect![[r#"no"#]],
    );
    check(
        "'%s', function f() { return 1; }",
        expect![[r#"function f() { return 1; }"#]],
    );
    check(
        "'%s', new (class X { y = { z: 1 } })()",
        expect![[r#"X { y: [Object] }"#]],
    );
}

#[test]
fn numbers() {
    check(
        "'%d %i %f', '12abc', '12abc', 'abc'",
        expect![[r#"NaN 12 NaN"#]],
    );
    check(
        "'%d %d %d %d %d', '0x10', {}, { valueOf() { return 7; } }, null, ''",
        expect![[r#"16 NaN 7 0 0"#]],
    );
    check("'%d %i %f', 5n, 9n, 5n", expect![[r#"5n 9n 5"#]]);
    check(
        "'%d %i %f', Symbol('a'), Symbol('a'), Symbol('a')",
        expect![[r#"NaN NaN NaN"#]],
    );
    check(
        "'%d %f %i %i %i', -0, -0, '42.9px', 1e21, -0.5",
        expect![[r#"-0 0 42 1 -0"#]],
    );
    check("'%f', '3.14abc'", expect![[r#"3.14"#]]);
}

#[test]
fn json_and_objects() {
    check(
        "'%j', { a: [1], toJSON() { return 'J'; } }",
        expect![[r#""J""#]],
    );
    check(
        "'%j %j %j', undefined, 'str', () => 1",
        expect![[r#"undefined "str" undefined"#]],
    );
    check(
        "'%j', (() => { const a = {}; a.a = a; return a; })()",
        expect![[r#"[Circular]"#]],
    );
    check(
        "'%i %f %j %o %O %%', 42.9, '1.25', { a: [1] }, [1], { b: { c: { d: {} } } }",
        expect![[r#"42 1.25 {"a":[1]} [ 1, [length]: 1 ] { b: { c: { d: {} } } } %"#]],
    );
    check(
        "'%o', { a: { b: { c: { d: { e: {} } } } } }",
        expect![[r#"
            {
              a: {
                b: { c: { d: { e: {} } } }
              }
            }"#]],
    );
    check(
        "'%o', function f() {}",
        expect![[r#"
            <ref *1> [Function: f] {
              [length]: 0,
              [name]: 'f',
              [arguments]: null,
              [caller]: null,
              [prototype]: { [constructor]: [Circular *1] }
            }"#]],
    );
    check(
        "'%o', class A { static x = 1 }",
        expect![[r#"
            <ref *1> [class A] {
              [length]: 0,
              [name]: 'A',
              [prototype]: { [constructor]: [Circular *1] },
              x: 1
            }"#]],
    );
    check(
        "'%O', { a: { b: { c: { d: 1 } } } }",
        expect![[r#"{ a: { b: { c: [Object] } } }"#]],
    );
}

#[test]
fn percent_signs() {
    check("'%c styled', 'color: red'", expect![[r#" styled"#]]);
    check("'100%', 5, '%d'", expect![[r#"100% 5 %d"#]]);
    check("'%s'", expect![[r#"%s"#]]);
    check("'100%%'", expect![[r#"100%%"#]]);
    check("'%x %d', 1, 2", expect![[r#"%x 1 2"#]]);
    check("'a%sb%sc', 1", expect![[r#"a1b%sc"#]]);
    check("'%%', 1", expect![[r#"% 1"#]]);
    check("'%%%s%%', 1", expect![[r#"%1%"#]]);
    check("'%s%%%s', 1, 2", expect![[r#"1%2"#]]);
    check("'%', 1", expect![[r#"% 1"#]]);
    check("'%a', 1", expect![[r#"%a 1"#]]);
    check("'%s%s', 'a'", expect![[r#"a%s"#]]);
    check("'%%s', 1", expect![[r#"%s 1"#]]);
    check("'%5d %.2f', 1, 2", expect![[r#"%5d %.2f 1 2"#]]);
    check(r"'%s', '\ud83d'", expect![[r#"�"#]]);
}
