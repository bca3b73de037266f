//! Errors. Node ran with `Error.stackTraceLimit = 0`, because a plain Boa context makes no stack text.

use expect_test::expect;

use super::check;

#[test]
fn without_frames() {
    check(
        r"new Error('x'), new TypeError(''), new RangeError('multi\nline'), [new Error('y')], { e: new Error('z') }",
        expect![[r#"
            [Error: x] [TypeError] [RangeError: multi
            line] [ [Error: y] ] { e: [Error: z] }"#]],
    );
    check(
        "Object.assign(new Error('boom'), { code: 'E', n: 1 })",
        expect![[r#"[Error: boom] { code: 'E', n: 1 }"#]],
    );
    check(
        "new (class MyError extends Error {})('x'), new (class Foo extends Error {})('x')",
        expect![[r#"[MyError: x] [Foo [Error]: x]"#]],
    );
    check(
        "new (class ValidationError extends Error { constructor(m) { super(m); this.name = 'ValidationError'; } })('bad')",
        expect![[r#"[ValidationError: bad]"#]],
    );
    check(
        "new (class A extends TypeError { constructor(m) { super(m); this.name = 'OtherName'; this.field = 'f'; } })('bad')",
        expect![[r#"[OtherName: bad] { field: 'f' }"#]],
    );
    check(
        "Object.create(Error.prototype), Object.assign(Object.create(Error.prototype), { message: 'm' }), Object.setPrototypeOf(new Error('np'), null)",
        expect![[r#"[Error] [Error: m] [[Error: null prototype]: np]"#]],
    );
}

#[test]
fn with_frames() {
    check(
        r#"(() => { const e = new TypeError("bad type"); e.stack = "TypeError: bad type\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })()"#,
        expect![[r#"
            TypeError: bad type
                at f (a.js:1:2)
                at g (a.js:3:4)"#]],
    );
    check(
        r#"[(() => { const e = new TypeError("bad type"); e.stack = "TypeError: bad type\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })()]"#,
        expect![[r#"
            [
              TypeError: bad type
                  at f (a.js:1:2)
                  at g (a.js:3:4)
            ]"#]],
    );
    check(
        r#"{ t: (() => { const e = new Error("x"); e.stack = "Error: x\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })() }"#,
        expect![[r#"
            {
              t: Error: x
                  at f (a.js:1:2)
                  at g (a.js:3:4)
            }"#]],
    );
    check(
        r#"Object.assign((() => { const e = new Error("with props"); e.stack = "Error: with props\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })(), { code: 'E_CODE' })"#,
        expect![[r#"
            Error: with props
                at f (a.js:1:2)
                at g (a.js:3:4) {
              code: 'E_CODE'
            }"#]],
    );
    check(
        r#"new Map([[1, (() => { const e = new Error("in a map"); e.stack = "Error: in a map\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })()]])"#,
        expect![[r#"
            Map(1) {
              1 => Error: in a map
                  at f (a.js:1:2)
                  at g (a.js:3:4)
            }"#]],
    );
    check(
        r#"Promise.reject((() => { const e = new Error("rejected"); e.stack = "Error: rejected\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })())"#,
        expect![[r#"
            Promise {
              <rejected> Error: rejected
                  at f (a.js:1:2)
                  at g (a.js:3:4)
            }"#]],
    );
    check(
        "(() => { const e = new Error('msg'); Object.defineProperty(e, 'stack', { value: 'not a stack' }); return e; })()",
        expect![[r#"[not a stack]"#]],
    );
    check(
        "(() => { const e = new Error('m'); Object.defineProperty(e, 'stack', { value: undefined }); e.name = 'Renamed'; return e; })()",
        expect![[r#"[Renamed: m]"#]],
    );
    check(
        r"(() => { const e = new Error('a\n    at fake'); e.stack = 'Error: a\n    at fake\n    at real (x.js:1:1)'; return e; })()",
        expect![[r#"
            Error: a
                at fake
                at real (x.js:1:1)"#]],
    );
}

#[test]
fn causes() {
    check(
        "new Error('outer', { cause: new Error('inner') }), new Error('o', { cause: 'str' })",
        expect![[r#"[Error: outer] { [cause]: [Error: inner] } [Error: o] { [cause]: 'str' }"#]],
    );
    check(
        r#"new Error("outer", { cause: (() => { const e = new Error("inner"); e.stack = "Error: inner\n    at f (a.js:1:2)\n    at g (a.js:3:4)"; return e; })() })"#,
        expect![[r#"
            [Error: outer] {
              [cause]: Error: inner
                  at f (a.js:1:2)
                  at g (a.js:3:4)
            }"#]],
    );
    check(
        r"(() => { const make = (m) => { const e = new Error(m); e.stack = 'Error: ' + m + '\n    at a (x:1:1)\n    at b (x:2:1)\n    at c (x:3:1)\n    at d (x:4:1)\n    at e (x:5:1)'; return e; }; const outer = make('outer'); outer.cause = make('inner'); return outer; })()",
        expect![[r#"
            Error: outer
                at a (x:1:1)
                ... 3 lines matching cause stack trace ...
                at e (x:5:1) {
              cause: Error: inner
                  at a (x:1:1)
                  at b (x:2:1)
                  at c (x:3:1)
                  at d (x:4:1)
                  at e (x:5:1)
            }"#]],
    );
    check(
        "new AggregateError([new Error('a'), new TypeError('b')], 'many'), new AggregateError([], 'none')",
        expect![[
            r#"[AggregateError: many] { [errors]: [ [Error: a], [TypeError: b] ] } [AggregateError: none] { [errors]: [] }"#
        ]],
    );
    check(
        "(() => { const e = new Error('x'); e.self = e; return e; })()",
        expect![[r#"<ref *1> [Error: x] { self: [Circular *1] }"#]],
    );
}
