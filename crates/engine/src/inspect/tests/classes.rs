//! Functions, classes and their instances.

use expect_test::expect;

use super::check;

#[test]
fn functions() {
    check(
        "function foo() {}, () => {}, async () => {}, function* () {}, async function* g() {}, Math.max, [function () {}]",
        expect![[
            r#"[Function: foo] [Function (anonymous)] [AsyncFunction (anonymous)] [GeneratorFunction (anonymous)] [AsyncGeneratorFunction: g] [Function: max] [ [Function (anonymous)] ]"#
        ]],
    );
    check(
        "{ f() {}, g: () => {}, h: function named() {}, async i() {}, *j() {}, k: class K {} }",
        expect![[r#"
            {
              f: [Function: f],
              g: [Function: g],
              h: [Function: named],
              i: [AsyncFunction: i],
              j: [GeneratorFunction: j],
              k: [class K]
            }"#]],
    );
    check(
        "Object.assign(function fn() {}, { extra: 1 }), function bound() {}.bind(null), Object.defineProperty(() => {}, 'name', { value: '' })",
        expect![[r#"[Function: fn] { extra: 1 } [Function: bound bound] [Function (anonymous)]"#]],
    );
    check(
        "Object.setPrototypeOf(() => {}, null), Object.freeze(function f() {}), Object.freeze(class A {})",
        expect![[r#"[Function (null prototype) (anonymous)] [Function: f] [class A]"#]],
    );
}

#[test]
fn classes() {
    check(
        "class {}, class A {}, class B extends Array {}, [class C { static s = 2 }], class extends null {}",
        expect![[
            r#"[class (anonymous)] [class A] [class B extends Array] [ [class C] { s: 2 } ] [class (anonymous)]"#
        ]],
    );
    check(
        "Object.setPrototypeOf(class A {}, null), class { static name = 'custom' }, class D { static [Symbol.toStringTag] = 'Tag' }",
        expect![[
            r#"[class A extends [null prototype]] [class custom] { name: 'custom' } [class D] { [Symbol(Symbol.toStringTag)]: 'Tag' }"#
        ]],
    );
}

#[test]
fn instances() {
    check(
        "new (class Point { #secret = 1; constructor() { this.x = 1; } get sum() { return 1; } m() {} })()",
        expect![[r#"Point { x: 1 }"#]],
    );
    check(
        "new (class Foo {})(), { p: new (class P { a = 1 })() }, new (function Old() { this.a = 1; })(), new (function () { this.a = 1; })()",
        expect![[r#"Foo {} { p: P { a: 1 } } Old { a: 1 } { a: 1 }"#]],
    );
    check(
        "new (class extends (class Base {}) {})(), (class Q {}).prototype, (class R2 extends Map {}).prototype",
        expect![[r#"Base {} {} Map {}"#]],
    );
    check(
        "(() => { class A {} A.prototype.constructor = null; return new A(); })(), (() => { class A { x = 1 } Object.defineProperty(A, 'name', { value: 'Renamed' }); return new A(); })()",
        expect![[r#"{} Renamed { x: 1 }"#]],
    );
}

#[test]
fn subclasses() {
    check(
        "new (class Bar extends Array {})(3), (() => { class Bar extends Array {} return Bar.of(1, 2); })()",
        expect![[r#"Bar(3) [ <3 empty items> ] Bar(2) [ 1, 2 ]"#]],
    );
    check(
        "new (class Foo extends Map {})([[1, 2]]), new (class S2 extends Set {})([1]), new (class P2 extends Promise {})(() => {})",
        expect![[r#"Foo(1) [Map] { 1 => 2 } S2(1) [Set] { 1 } P2 [Promise] { <pending> }"#]],
    );
    check(
        "new (class D2 extends Date {})(0), new (class R2 extends RegExp {})('x', 'g'), new (class U extends Uint8Array {})(2), new (class O extends Object {})(), new (class F extends Function {})()",
        expect![[
            r#"D2 1970-01-01T00:00:00.000Z R2 /x/g U(2) [Uint8Array] [ 0, 0 ] O {} [Function: anonymous] F"#
        ]],
    );
}

#[test]
fn tags() {
    check(
        "{ [Symbol.toStringTag]: 'Own' }, Object.create({ [Symbol.toStringTag]: 'Inh' })",
        expect![[r#"{ [Symbol(Symbol.toStringTag)]: 'Own' } Object [Inh] {}"#]],
    );
    check(
        "new (class A { get [Symbol.toStringTag]() { return 'Tag'; } })(), new (class A { get [Symbol.toStringTag]() { return 'A'; } })()",
        expect![[r#"A [Tag] {} A {}"#]],
    );
    check(
        "Object.assign(Object.create({ [Symbol.toStringTag]: 'Inh' }), { a: 1 }), Object.defineProperty([], Symbol.toStringTag, { value: 'AA' })",
        expect![[r#"Object [Inh] { a: 1 } Array(0) [AA] []"#]],
    );
    check(
        "Math, JSON, Reflect",
        expect![[r#"Object [Math] {} Object [JSON] {} Object [Reflect] {}"#]],
    );
}

#[test]
fn hidden() {
    check(
        "inspect(new (class A { constructor() { this.x = 1; } get g() { return 1; } m() {} })(), { showHidden: true })",
        expect![[r#"A { x: 1, [g]: [Getter] }"#]],
    );
    check(
        "inspect(new (class B extends Map { get q() { return 1; } })([[1, 2]]), { showHidden: true })",
        expect![[r#"B(1) [Map] { 1 => 2, [q]: [Getter] }"#]],
    );
}

#[test]
fn custom() {
    check(
        r"{ [inspect.custom]() { return 'CUSTOM'; } }, [{ [inspect.custom]() { return 'CUS\nTOM'; } }]",
        expect![[r#"
            CUSTOM [
              CUS
              TOM
            ]"#]],
    );
    check(
        "{ [inspect.custom](depth, options, inspect) { return [depth, Object.keys(options), options.stylize('x', 'number'), typeof inspect]; } }",
        expect![[r#"
            [
              2,
              [
                'stylize',
                'showHidden',
                'depth',
                'colors',
                'customInspect',
                'showProxy',
                'maxArrayLength',
                'maxStringLength',
                'breakLength',
                'compact',
                'sorted',
                'getters',
                'numericSeparator'
              ],
              'x',
              'function'
            ]"#]],
    );
    check(
        "{ a: { b: { [inspect.custom](depth) { return { depth }; } } } }",
        expect![[r#"{ a: { b: { depth: 0 } } }"#]],
    );
    check(
        "{ [inspect.custom]() { return this; }, x: 1 }, { [inspect.custom]: 5 }",
        expect![[r#"
            {
              x: 1,
              [Symbol(nodejs.util.inspect.custom)]: [Function: [nodejs.util.inspect.custom]]
            } { [Symbol(nodejs.util.inspect.custom)]: 5 }"#]],
    );
    check(
        "new (class Money { v = 5; [inspect.custom](depth, options, inspect) { return 'Money<' + inspect(this.v, options) + '>'; } })()",
        expect![[r#"Money<5>"#]],
    );
    check(
        "(class Z { [inspect.custom]() { return 'proto'; } }).prototype, new Proxy({ [inspect.custom]() { return 'through a proxy'; } }, {})",
        expect![[r#"{} through a proxy"#]],
    );
}

#[test]
fn proxies() {
    check(
        "new Proxy({ a: 1 }, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; }, getOwnPropertyDescriptor() { throw 4; } })",
        expect![[r#"{ a: 1 }"#]],
    );
    check(
        "new Proxy([1, 2], {}), new Proxy(function f() {}, {}), new Proxy(class Q {}, {}), new Proxy(new Map([[1, 2]]), {})",
        expect![[r#"[ 1, 2 ] [Function: f] [class Q] Map(1) { 1 => 2 }"#]],
    );
    check(
        "(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })()",
        expect![[r#"<Revoked Proxy>"#]],
    );
    check(
        "inspect(new Proxy({ a: 1 }, { x: 1 }), { showProxy: true }), inspect([[[new Proxy([1], {})]]], { showProxy: true })",
        expect![[r#"Proxy [ { a: 1 }, { x: 1 } ] [ [ [ Proxy [Array] ] ] ]"#]],
    );
}
