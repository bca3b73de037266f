//! Maps, Sets, iterators, promises, dates and other built-in objects.

use expect_test::expect;

use super::check;

#[test]
fn maps_and_sets() {
    check(
        "new Map([['a', 1], [{ k: 1 }, [1, 2]]]), new Set([1, 'two', { three: 3 }]), new Map(), new Set()",
        expect![[
            r#"Map(2) { 'a' => 1, { k: 1 } => [ 1, 2 ] } Set(3) { 1, 'two', { three: 3 } } Map(0) {} Set(0) {}"#
        ]],
    );
    check(
        "new Map([[{ a: 1 }, new Map([[1, { b: { c: {} } }]])]]), new Set([1, [2, [3, [4]]]])",
        expect![[
            r#"Map(1) { { a: 1 } => Map(1) { 1 => { b: [Object] } } } Set(2) { 1, [ 2, [ 3, [Array] ] ] }"#
        ]],
    );
    check(
        "Object.assign(new Map([[1, 2]]), { x: 1 }), Object.assign(new Set(), { x: 1 })",
        expect![[r#"Map(1) { 1 => 2, x: 1 } Set(0) { x: 1 }"#]],
    );
    check(
        "inspect(new Map([[1, 2], [3, 4]]), { maxArrayLength: 1 }), inspect(new Set([1, 2, 3]), { maxArrayLength: 1 })",
        expect![[r#"Map(2) { 1 => 2, ... 1 more item } Set(3) { 1, ... 2 more items }"#]],
    );
    check(
        "new Map([['a'.repeat(40), 'b'.repeat(40)]])",
        expect![[r#"
            Map(1) {
              'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' => 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'
            }"#]],
    );
}

#[test]
fn iterators() {
    check(
        "new Map([[1, 2], [3, 4]]).entries(), new Map([[1, 2]]).values(), new Map([[1, 2]]).keys()",
        expect![[
            r#"[Map Entries] { [ 1, 2 ], [ 3, 4 ] } [Map Iterator] { 2 } [Map Iterator] { 1 }"#
        ]],
    );
    check(
        "new Set([1, 2]).values(), new Set([1, 2]).entries(), new Map()[Symbol.iterator](), new Set().keys()",
        expect![[
            r#"[Set Iterator] { 1, 2 } [Set Entries] { [ 1, 1 ], [ 2, 2 ] } [Map Entries] {  } [Set Iterator] {  }"#
        ]],
    );
    check(
        "(() => { const it = new Map([[1, 2], [3, 4], [5, 6]]).entries(); it.next(); return it; })()",
        expect![[r#"[Map Entries] { [ 3, 4 ], [ 5, 6 ] }"#]],
    );
    check(
        "(() => { const it = new Set([1, 2]).values(); inspect(it); return [...it]; })()",
        expect![[r#"[ 1, 2 ]"#]],
    );
    check(
        "(() => { const it = new Set([1, 2]).values(); for (const _ of it); return it; })()",
        expect![[r#"[Set Iterator] {  }"#]],
    );
    check(
        "(() => { const m = new Map([[1, 2], [3, 4], [5, 6]]), it = m.keys(); it.next(); m.delete(3); m.set(7, 8); return [inspect(it), [...it]]; })()",
        expect![[r#"[ '[Map Iterator] { 5, 7 }', [ 5, 7 ] ]"#]],
    );
    check(
        "[1, 2, 3].values(), 'abc'[Symbol.iterator](), (function* () {})(), (async function* () {})()",
        expect![[
            r#"Object [Array Iterator] {} Object [String Iterator] {} Object [Generator] {} Object [AsyncGenerator] {}"#
        ]],
    );
}

#[test]
fn weak() {
    check(
        "new WeakMap(), new WeakSet(), [new WeakMap([[{}, 1]])]",
        expect![[
            r#"WeakMap { <items unknown> } WeakSet { <items unknown> } [ WeakMap { <items unknown> } ]"#
        ]],
    );
}

#[test]
fn promises() {
    check(
        "Promise.resolve(4), new Promise(() => {}), (async () => {})(), Promise.reject(3)",
        expect![[
            r#"Promise { 4 } Promise { <pending> } Promise { undefined } Promise { <rejected> 3 }"#
        ]],
    );
    check(
        "[Promise.resolve({ a: [1] })], Object.assign(Promise.resolve(1), { x: 1 })",
        expect![[r#"[ Promise { { a: [Array] } } ] Promise { 1, x: 1 }"#]],
    );
}

#[test]
fn dates() {
    check(
        "new Date(0), [new Date(0)], new Date(NaN), Object.assign(new Date(0), { a: 1 }), new Date(8.64e15)",
        expect![[
            r#"1970-01-01T00:00:00.000Z [ 1970-01-01T00:00:00.000Z ] Invalid Date 1970-01-01T00:00:00.000Z { a: 1 } +275760-09-13T00:00:00.000Z"#
        ]],
    );
}

#[test]
fn regexps() {
    check(
        r"/a+/gi, [/x/], Object.assign(/x/, { a: 1 }), /a\/b[/]/, new RegExp('/')",
        expect![[r#"/a+/gi [ /x/ ] /x/ { a: 1 } /a\/b[/]/ /\//"#]],
    );
}

#[test]
fn arguments() {
    check(
        "(function () { return arguments; })(1, 'x'), (function () { return arguments; })(), (function () { 'use strict'; return arguments; })({ a: 1 })",
        expect![[
            r#"[Arguments] { '0': 1, '1': 'x' } [Arguments] {} [Arguments] { '0': { a: 1 } }"#
        ]],
    );
    check(
        "[[[(function () { return arguments; })(1)]]], Object.assign((function () { return arguments; })(1), { x: 2 })",
        expect![[r#"[ [ [ [Object] ] ] ] [Arguments] { '0': 1, x: 2 }"#]],
    );
}

#[test]
fn null_prototypes() {
    check(
        "Object.setPrototypeOf([1, 2], null), Object.setPrototypeOf(new Map([[1, 2]]), null), Object.setPrototypeOf(new Set([1]), null)",
        expect![[
            r#"[Array(2): null prototype] [ 1, 2 ] [Map(1): null prototype] { 1 => 2 } [Set(1): null prototype] { 1 }"#
        ]],
    );
    check(
        "Object.setPrototypeOf(new Date(0), null), Object.setPrototypeOf(/x/g, null), Object.setPrototypeOf(Object(1), null), Object.setPrototypeOf(new Uint8Array(2), null), Object.setPrototypeOf(Promise.resolve(1), null)",
        expect![[
            r#"[Date: null prototype] 1970-01-01T00:00:00.000Z [RegExp: null prototype] /x/g [Number (null prototype): 1] [Uint8Array(2): null prototype] [ 0, 0 ] [Promise: null prototype] { 1 }"#
        ]],
    );
}
