//! Plain objects: keys, depth, lines, circles.

use expect_test::expect;

use super::check;

#[test]
fn keys() {
    check(
        "{ a: 1, 'b-c': 2, 3: 'x', [Symbol.toStringTag]: 'T' }",
        expect![[r#"{ '3': 'x', a: 1, 'b-c': 2, [Symbol(Symbol.toStringTag)]: 'T' }"#]],
    );
    check(
        r#"{ '': 1, ' ': 2, 'a b': 3, '1a': 4, a1: 5, $: 6, 'é': 7, '\n': 8, "it's": 9 }"#,
        expect![[r#"
            {
              '': 1,
              ' ': 2,
              'a b': 3,
              '1a': 4,
              a1: 5,
              '$': 6,
              'é': 7,
              '\n': 8,
              "it's": 9
            }"#]],
    );
    check(
        r"{ 1: 1, a: 1, [Symbol('b')]: { c: 1 }, [Symbol()]: 1, [Symbol('n\n\'')]: 2 }",
        expect![[r#"
            {
              '1': 1,
              a: 1,
              [Symbol(b)]: { c: 1 },
              [Symbol()]: 1,
              [Symbol(n\n\')]: 2
            }"#]],
    );
    check(
        "{ ['__proto__']: 1 }, { __proto__: null, a: 1 }, { a: undefined, b: null }",
        expect![[
            r#"{ ['__proto__']: 1 } [Object: null prototype] { a: 1 } { a: undefined, b: null }"#
        ]],
    );
}

#[test]
fn accessors() {
    check(
        "{ get x() { return 1; }, set x(v) {}, get y() { throw 1; }, set z(v) {} }",
        expect![[r#"{ x: [Getter/Setter], y: [Getter], z: [Setter] }"#]],
    );
    check(
        "Object.defineProperty({ a: 1 }, 'hidden', { value: 2 })",
        expect![[r#"{ a: 1 }"#]],
    );
}

#[test]
fn depth() {
    check(
        "{ a: { b: { c: { d: 1 } } } }, { arr: [[[['deep']]]] }",
        expect![[r#"{ a: { b: { c: [Object] } } } { arr: [ [ [Array] ] ] }"#]],
    );
    check(
        "{ a: { b: { c: {} } } }, { a: { b: { c: [] } } }",
        expect![[r#"{ a: { b: { c: {} } } } { a: { b: { c: [] } } }"#]],
    );
    check(
        "[[[new Map()]]], [[[new Map([[1, 1]])]]], [[[new (class Foo { a = 1 })()]]], [[[() => {}]]], [[[Object.create(null)]]]",
        expect![[
            r#"[ [ [ Map(0) {} ] ] ] [ [ [ [Map] ] ] ] [ [ [ [Foo] ] ] ] [ [ [ [Function (anonymous)] ] ] ] [ [ [ [Object: null prototype] {} ] ] ]"#
        ]],
    );
    check(
        "[[[Object.assign(() => {}, { a: 1 })]]], [[[new Date(0)]]], [[[/x/]]], [[[new Error('x')]]], [[[Promise.resolve(1)]]]",
        expect![[
            r#"[ [ [ [Function] ] ] ] [ [ [ 1970-01-01T00:00:00.000Z ] ] ] [ [ [ /x/ ] ] ] [ [ [ [Error: x] ] ] ] [ [ [ [Promise] ] ] ]"#
        ]],
    );
    check(
        "[[[Object.assign(Object.create(null), { a: 1 })]]], [[[Object(1)]]], [[[new Uint8Array(1)]]]",
        expect![[
            r#"[ [ [ [Object: null prototype] ] ] ] [ [ [ [Number: 1] ] ] ] [ [ [ [Uint8Array] ] ] ]"#
        ]],
    );
}

#[test]
fn lines() {
    check(
        "{ x: 'a'.repeat(60), y: 1 }",
        expect![[r#"
            {
              x: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
              y: 1
            }"#]],
    );
    check(
        "{ x: 'x'.repeat(62) }",
        expect![[r#"{ x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }"#]],
    );
    check(
        "{ x: 'x'.repeat(63) }, { x: 'x'.repeat(72) }",
        expect![[r#"
            {
              x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            } {
              x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            }"#]],
    );
    check(
        "{ aaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbbb: 2, cccccccccccccccc: 3, d: 4 }",
        expect![[r#"
            {
              aaaaaaaaaaaaaaaaaa: 1,
              bbbbbbbbbbbbbbbbbbbbb: 2,
              cccccccccccccccc: 3,
              d: 4
            }"#]],
    );
    check(
        "[{ id: 1, name: 'Alice', tags: ['x', 'y'] }, { id: 2, name: 'Bob', tags: [] }]",
        expect![[r#"
            [
              { id: 1, name: 'Alice', tags: [ 'x', 'y' ] },
              { id: 2, name: 'Bob', tags: [] }
            ]"#]],
    );
    check(
        "{ user: { name: 'Alice', address: { city: 'X', geo: { lat: 1, lng: 2 } } }, list: [{ a: { b: { c: 1 } } }] }",
        expect![[r#"
            {
              user: { name: 'Alice', address: { city: 'X', geo: [Object] } },
              list: [ { a: [Object] } ]
            }"#]],
    );
    check(
        "{ a: { b: { c: {} } } }, { level: { one: { two: 2 } }, other: [1, [2, [3]]] }",
        expect![[
            r#"{ a: { b: { c: {} } } } { level: { one: { two: 2 } }, other: [ 1, [ 2, [Array] ] ] }"#
        ]],
    );
}

#[test]
fn circles() {
    check(
        "(() => { const c = { name: 'c' }; c.self = c; c.list = [c, { back: c }]; return c; })()",
        expect![[r#"
            <ref *1> {
              name: 'c',
              self: [Circular *1],
              list: [ [Circular *1], { back: [Circular *1] } ]
            }"#]],
    );
    check(
        "(() => { const a = {}, b = { a }; a.b = b; return [a, [b]]; })()",
        expect![[r#"[ <ref *1> { b: { a: [Circular *1] } }, [ { a: [Object] } ] ]"#]],
    );
    check(
        "(() => { const m = new Map(); m.set('m', m); return m; })()",
        expect![[r#"<ref *1> Map(1) { 'm' => [Circular *1] }"#]],
    );
    check(
        "(() => { const o = {}; o.a = { o }; o.b = { a: o.a }; return o; })()",
        expect![[r#"<ref *1> { a: { o: [Circular *1] }, b: { a: { o: [Circular *1] } } }"#]],
    );
    check(
        "(() => { const x = {}, y = { x }; x.y = y; return { x, y }; })()",
        expect![[r#"
            {
              x: <ref *1> { y: { x: [Circular *1] } },
              y: <ref *2> { x: <ref *1> { y: [Circular *2] } }
            }"#]],
    );
    check(
        "(() => { const f = () => {}; f.self = f; return f; })()",
        expect![[r#"<ref *1> [Function: f] { self: [Circular *1] }"#]],
    );
    check(
        "(() => { const s = { a: 1 }; return [s, s]; })()",
        expect![[r#"[ { a: 1 }, { a: 1 } ]"#]],
    );
}

#[test]
fn prototypes() {
    check(
        "Object.create(null), Object.assign(Object.create(null), { a: 1 }), Object.create({ inherited: 1 })",
        expect![[r#"[Object: null prototype] {} [Object: null prototype] { a: 1 } {}"#]],
    );
    check(
        "Object.create(Object.create(null)), Object.create(Array.prototype), Object.create(Object.create({}))",
        expect![[r#"Object <[Object: null prototype] {}> {} Array {} {}"#]],
    );
    check(
        "Object.prototype, Array.prototype, Function.prototype, Map.prototype, Date.prototype",
        expect![[
            r#"[Object: null prototype] {} Object(0) [] [Function (anonymous)] Object Object [Map] {} {}"#
        ]],
    );
    check(
        "Object.assign(Object.create(null), { [Symbol.toStringTag]: 'T' }), Object.create(null, { [Symbol.toStringTag]: { value: 'X' } })",
        expect![[
            r#"[T: null prototype] { [Symbol(Symbol.toStringTag)]: 'T' } [Object: null prototype] [X] {}"#
        ]],
    );
    check(
        "{ constructor: 'x' }, { constructor: class Foo {} }, { constructor: { name: 'Fake' } }",
        expect![[
            r#"{ constructor: 'x' } { constructor: [class Foo] } { constructor: { name: 'Fake' } }"#
        ]],
    );
}
