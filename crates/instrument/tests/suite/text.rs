//! What is written into each form of statement and expression.

use expect_test::{Expect, expect};
use loopscope_instrument::{Kind, Options, instrument};

#[track_caller]
fn check_as(kind: Kind, source: &str, expect: Expect) {
    let instrumented = instrument(source, &Options::new(kind, "test.js")).expect("it is a program");
    expect.assert_eq(&instrumented.text);
}

#[track_caller]
fn check(source: &str, expect: Expect) {
    check_as(Kind::CommonJs, source, expect);
}

#[test]
fn expression_statements() {
    check("", expect![[""]]);
    check("f()", expect!["ǃp(0,1),f()"]);
    check("f();g()", expect!["ǃp(0,1),f();ǃp(2),g()"]);
    check(
        "f()\ng()",
        expect![[r#"
        ǃp(0,1),f()
        ǃp(2),g()"#]],
    );
    check("(f)()", expect!["ǃp(0,1),(f)()"]);
    check("[1].map(f)", expect!["ǃp(0,1),[1].map(f)"]);
    check("`x`", expect!["ǃp(0,1),`x`"]);
    check(
        "!function () {}()",
        expect!["ǃp(0,1),!function () {ǃp(2);}()"],
    );
    check(
        "'use strict'\nf()",
        expect![[r#"
        'use strict'
        ǃp(0,1),f()"#]],
    );
    check("'use strict' + 1", expect!["ǃp(0,1),'use strict' + 1"]);
    check("a, b", expect!["ǃp(0,1),a, b"]);
}

#[test]
fn if_statements() {
    check("if (a) b()", expect!["if (ǃp(0,1),a) ǃp(2),b()"]);
    check(
        "if (a) b(); else c()",
        expect!["if (ǃp(0,1),a) ǃp(2),b(); else ǃp(3),c()"],
    );
    check(
        "if (a) { b() } else if (c) d(); else { }",
        expect!["if (ǃp(0,1),a) { ǃp(2),b() } else if (ǃp(3),c) ǃp(4),d(); else { }"],
    );
    check(
        "if (a) if (b) c(); else d()",
        expect!["if (ǃp(0,1),a) if (ǃp(2),b) ǃp(3),c(); else ǃp(4),d()"],
    );
    check("if (a); else ;", expect!["if (ǃp(0,1),a); else ;"]);
    check(
        "if (a) break_: b()",
        expect!["if (ǃp(0,1),a) break_: ǃp(2),b()"],
    );
    check(
        "if (a) function f() {}",
        expect!["if (ǃp(0,1),a) function f() {ǃp(2);}"],
    );
    check(
        "if (a) var x = 1\nelse throw 1",
        expect![[r#"
        if (ǃp(0,1),a) {ǃp(2);var x = 1}
        else throw ǃp(3),1"#]],
    );
    check(
        "if (a) { let x; const y = 1 }",
        expect!["if (ǃp(0,1),a) { let x; ǃp(2);const y = 1 }"],
    );
    check(
        "if (a) return\nelse f()",
        expect![[r#"
        if (ǃp(0,1),a) return ǃp(2);
        else ǃp(3),f()"#]],
    );
}

#[test]
fn loops() {
    check("while (a) b()", expect!["ǃp(0,1);while (a) ǃp(2,3),b()"]);
    check("while (a);", expect!["ǃp(0,1);while (a)ǃp(2);"]);
    check("while (a) {}", expect!["ǃp(0,1);while (a) {ǃp(2);}"]);
    check(
        "while (a) { b() }",
        expect!["ǃp(0,1);while (a) { ǃp(2,3),b() }"],
    );
    check(
        "while (a) { let x; b() }",
        expect!["ǃp(0,1);while (a) { let x; ǃp(2,3),b() }"],
    );
    check(
        "while (a) if (b) c(); else break",
        expect!["ǃp(0,1);while (a) if (ǃp(2,3),b) ǃp(4),c(); else {ǃp(5);break}"],
    );
    check(
        "while (a) while (b) c()",
        expect!["ǃp(0,1);while (a) {ǃp(2,3);while (b) ǃp(4,5),c()}"],
    );
    check(
        "while (a) var x = 1",
        expect!["ǃp(0,1);while (a) {void(ǃs(2,3)&&ǃj(0,a,x)&&(x=ǃq(1)));var x = 1}"],
    );
    check(
        "while (a) { var x }",
        expect!["ǃp(0,1);while (a) { var x ;ǃp(2);}"],
    );
    check(
        "while (a) { function f() {} }",
        expect!["ǃp(0,1);while (a) { ǃp(2);function f() {ǃp(3);} }"],
    );
    check(
        "while (a) try { b() } finally {}",
        expect!["ǃp(0,1);while (a) {ǃp(2,3);try { ǃp(4),b() } finally {}}"],
    );
    check(
        "while (a) return",
        expect!["ǃp(0,1);while (a) return ǃp(2,3);"],
    );
    check(
        "do f(); while (a) g()",
        expect!["ǃp(0,1);do ǃp(2,3),f(); while (a) ǃp(4),g()"],
    );
    check("do ; while (a)", expect!["ǃp(0,1);do ǃp(2); while (a)"]);
    check(
        "do var x; while (a)",
        expect!["ǃp(0,1);do {ǃp(2);var x;} while (a)"],
    );
    check("for (;;) break", expect!["for (ǃp(0,1);;) {ǃp(2,3);break}"]);
    check(
        "for (var i = 0; i < 3; i++) f(i)",
        expect!["ǃp(0,1);for (var i = 0; i < 3; i++) ǃp(2,3),f(i)"],
    );
    check(
        "for (let i = 0; i < 3; i++) {}",
        expect!["ǃp(0,1);for (let i = 0; i < 3; i++) {void(ǃs(2,2)&&ǃj(0,i)&&(i=ǃq(0)));}"],
    );
    check(
        "for (i = 0; ; ) f()",
        expect!["for (ǃp(0,1),i = 0; ; ) ǃp(2,3),f()"],
    );
    check(
        "for /*(*/ (; a; b);",
        expect!["for /*(*/ (ǃp(0,1); a; b)ǃp(2);"],
    );
    check(
        "for (x in y) f()",
        expect!["for (x in ǃp(0,1),y) ǃp(2,3),f()"],
    );
    check(
        "for (const x of y) f()",
        expect!["ǃp(0,1);for (const x of y) ǃp(2,3),f()"],
    );
    check(
        "for (x of a ? b : c) f()",
        expect!["ǃp(0,1);for (x of a ? b : c) ǃp(2,3),f()"],
    );
    check(
        "a: for (;;) continue a",
        expect!["a: for (ǃp(0,1);;) {ǃp(2,3);continue a}"],
    );
    check(
        "a: b: while (c) { continue a }",
        expect!["ǃp(0,1);a: b: while (c) { ǃp(2,3);continue a }"],
    );
    check("while (x) a: ;", expect!["ǃp(0,1);while (x) a: ǃp(2);"]);
    check(
        "while (x) a: f()",
        expect!["ǃp(0,1);while (x) a: ǃp(2,3),f()"],
    );
    check(
        "while (x) a: while (y) continue a",
        expect!["ǃp(0,1);while (x) {ǃp(2,3);a: while (y) {ǃp(4,5);continue a}}"],
    );
    check(
        "for (var f = x => (a in b); ;) f()",
        expect!["ǃp(0,1);for (var f = x => (ǃp(2,3),(a in b)); ;) ǃp(4,5),f()"],
    );
}

#[test]
fn jumps() {
    check(
        "function f() { return }",
        expect!["ǃp(0);function f() { return ǃp(1,2); }"],
    );
    check(
        "function f() { return\n(1) }",
        expect![[r#"
        ǃp(0);function f() { return ǃp(1,2);
        ǃp(3),(1) }"#]],
    );
    check(
        "function f() { return /* a */ }",
        expect!["ǃp(0);function f() { return ǃp(1,2); /* a */ }"],
    );
    check(
        "function f() { return 1 }",
        expect!["ǃp(0);function f() { return ǃp(1,2),1 }"],
    );
    check(
        "function f() { return (\n1) }",
        expect![[r#"
        ǃp(0);function f() { return ǃp(1,2),(
        1) }"#]],
    );
    check(
        "function f() { if (a) return; return b }",
        expect!["ǃp(0);function f() { if (ǃp(1,2),a) return ǃp(3); return ǃp(4),b }"],
    );
    check(
        "throw new Error('x')",
        expect!["throw ǃp(0,1),new Error('x')"],
    );
    check("a: { break a }", expect!["a: { ǃp(0,1);break a }"]);
    check(
        "a: if (b) break a; else c()",
        expect!["a: if (ǃp(0,1),b) {ǃp(2);break a;} else ǃp(3),c()"],
    );
}

#[test]
fn switches() {
    check(
        "switch (a) { case 1: f(); break; default: g() }",
        expect!["switch (ǃp(0,1),a) { case 1: ǃp(2),f(); ǃp(3);break; default: ǃp(4),g() }"],
    );
    check("switch (a) {}", expect!["switch (ǃp(0,1),a) {}"]);
    check(
        "switch (a) { case f(): { g() } case 2: }",
        expect!["switch (ǃp(0,1),a) { case f(): { ǃp(2),g() } case 2: }"],
    );
}

#[test]
fn tries() {
    check(
        "try { f() } catch { g() } finally { h() }",
        expect!["ǃp(0,1);try { ǃp(2),f() } catch { ǃp(3),g() } finally { ǃp(4),h() }"],
    );
    check(
        "try { } catch ({ message = f() }) { }",
        expect!["ǃp(0,1);try { } catch ({ message = f() }) { }"],
    );
}

#[test]
fn declarations() {
    check("var x", expect!["var x"]);
    check("let x = 1", expect!["ǃp(0,1);let x = 1"]);
    check(
        "const f = () => {}",
        expect!["ǃp(0,1);const f = () => {ǃp(2);}"],
    );
    check(
        "let x\nlet y = 1",
        expect![[r#"
        let x
        ǃp(0,1);let y = 1"#]],
    );
    check(
        "function f() {}\nf()",
        expect![[r#"
        ǃp(0);function f() {ǃp(1);}
        ǃp(2),f()"#]],
    );
    check("class A {}", expect!["ǃp(0,1);class A {}"]);
    check("debugger", expect!["ǃp(0,1);debugger"]);
}

#[test]
fn functions() {
    check("function f() {}", expect!["ǃp(0);function f() {ǃp(1);}"]);
    check(
        "function f() { 'use strict' }",
        expect!["ǃp(0);function f() { 'use strict' ;ǃp(1);}"],
    );
    check(
        "function f() { 'use strict'; }",
        expect!["ǃp(0);function f() { 'use strict'; ;ǃp(1);}"],
    );
    check(
        "function f() { 'use strict'\ng() }",
        expect![[r#"
        ǃp(0);function f() { 'use strict'
        ǃp(1,2),g() }"#]],
    );
    check(
        "function f() { var x }",
        expect!["ǃp(0);function f() { var x ;ǃp(1);}"],
    );
    check(
        "function f() { function g() {} return g }",
        expect!["ǃp(0);function f() { ǃp(1);function g() {ǃp(2);} return ǃp(3),g }"],
    );
    check(
        "function f() { ; }",
        expect!["ǃp(0);function f() { ; ;ǃp(1);}"],
    );
    check(
        "function f(a = () => 1) { return a }",
        expect!["ǃp(0);function f(a = () => (ǃp(1,2),1)) { return ǃp(3,4),a }"],
    );
    check(
        "(function () {})",
        expect!["ǃp(0,1),(function () {ǃp(2);})"],
    );
    check(
        "x = { f() {}, get g() { return 1 }, set g(v) {}, async *h() {} }",
        expect![
            "ǃp(0,1),x = { f() {ǃp(2);}, get g() { return ǃp(3,4),1 }, set g(v) {ǃp(5);}, async *h() {ǃp(6);} }"
        ],
    );
    check("x => x", expect!["ǃp(0,1),x => (ǃp(2,3),x);"]);
    check("x => ({})", expect!["ǃp(0,1),x => (ǃp(2,3),({}));"]);
    check(
        "x => y => {}\n(z)",
        expect![[r#"
        ǃp(0,1),x => (ǃp(2,3),y => {ǃp(4);});
        ǃp(5),(z)"#]],
    );
    check(
        "async x => await x",
        expect!["ǃp(0,1),async x => (ǃp(2,3),ǃr(4,await ǃa(4,x)));"],
    );
    check("x => { }", expect!["ǃp(0,1),x => { ǃp(2);}"]);
    check(
        "x = y => z\n(z)",
        expect![[r#"
        ǃp(0,1),x = y => (ǃp(2,3),z
        (z));"#]],
    );
    check(
        "() => { 'use strict' }",
        expect!["ǃp(0,1),() => { 'use strict' ;ǃp(2);}"],
    );
}

#[test]
fn classes() {
    check(
        "class A { constructor() { super_() } }",
        expect!["ǃp(0,1);class A { constructor() { ǃp(2,3),super_() } }"],
    );
    check(
        "class A extends B { constructor() { super() } }",
        expect!["ǃp(0,1);class A extends B { constructor() { ǃp(2,3),super() } }"],
    );
    check(
        "class A { x = 1; y = () => {}; z; #w = f()\n static v = x => y => {}\n [z]() {} }",
        expect![[r#"
        ǃp(0,1);class A { x = (ǃp(2,3),1); y = () => {ǃp(4);}; z; #w = (ǃp(5,6),f());
         static v = x => (ǃp(7,8),y => {ǃp(9);});
         [z]() {ǃp(10);} }"#]],
    );
    check(
        "class A { static { f() } static {} }",
        expect!["ǃp(0,1);class A { static { ǃp(2,3),f() } static {ǃp(4);} }"],
    );
    check(
        "class A { static async *f() {} get x() { return 1 } }",
        expect!["ǃp(0,1);class A { static async *f() {ǃp(2);} get x() { return ǃp(3,4),1 } }"],
    );
    check(
        "class A { x = function () {}; y = (class {}) }",
        expect!["ǃp(0,1);class A { x = function () {ǃp(2);}; y = (class {}) }"],
    );
}

#[test]
fn awaits() {
    check(
        "async function f() { await g() }",
        expect!["ǃp(0);async function f() { ǃp(1,2),ǃr(3,await ǃa(3,g())); }"],
    );
    check(
        "async function f() { const x = await g(), y = await h() }",
        expect![
            "ǃp(0);async function f() { ǃp(1,2);const x = ǃr(3,await ǃa(3,g())), y = ǃr(4,await ǃa(4,h())); }"
        ],
    );
    check(
        "async function f() { return await g() }",
        expect!["ǃp(0);async function f() { return ǃp(1,2),ǃr(3,await ǃa(3,g())); }"],
    );
    check(
        "async function f() { for await (const x of y) z() }",
        expect!["ǃp(0);async function f() { ǃp(1,2);for await (const x of y) ǃp(3,4),z() }"],
    );
    check(
        "async function f() { await x++\n(y) }",
        expect![[r#"
        ǃp(0);async function f() { ǃp(1,2),ǃr(3,await ǃa(3,x++));
        ǃp(4),(y) }"#]],
    );
    check(
        "async () => { (await x)() }",
        expect!["ǃp(0,1),async () => { ǃp(2,3),(ǃr(4,await ǃa(4,x)))() }"],
    );
}

#[test]
fn yields() {
    check(
        "function* f() { yield }",
        expect!["ǃp(0);function* f() { ǃp(1,2),ǃr(3,yield ǃy(3)); }"],
    );
    check(
        "function* f() { const x = yield 1 }",
        expect!["ǃp(0);function* f() { ǃp(1,2);const x = ǃr(3,yield ǃy(3,1)); }"],
    );
    check(
        "function* f() { yield* g() }",
        expect!["ǃp(0);function* f() { ǃp(1,2),yield* g() }"],
    );
    check(
        "function* f() { x = yield\n(y) }",
        expect![[r#"
        ǃp(0);function* f() { ǃp(1,2),x = ǃr(3,yield ǃy(3));
        ǃp(4),(y) }"#]],
    );
    check(
        "function* f() { yield yield 1 }",
        expect!["ǃp(0);function* f() { ǃp(1,2),ǃr(3,yield ǃy(3,ǃr(4,yield ǃy(4,1)))); }"],
    );
    check(
        "function* f() { [yield] }",
        expect!["ǃp(0);function* f() { ǃp(1,2),[ǃr(3,yield ǃy(3))] }"],
    );
}

#[test]
fn with_statements() {
    check("with (a) b()", expect!["with (ǃp(0,1),ǃw(a)) ǃp(2),b()"]);
    check(
        "with (a, b) { c() }",
        expect!["with (ǃp(0,1),ǃw((a, b))) { ǃp(2),c() }"],
    );
}

#[test]
fn evals() {
    check("eval('1')", expect!["ǃp(0,1),eval(ǃc(0,eval,'1'))"]);
    check("eval(a, ...b)", expect!["ǃp(0,1),eval(ǃc(0,eval,a), ...b)"]);
    check("eval(...a)", expect!["ǃp(0,1),eval(...a)"]);
    check("(0, eval)('1')", expect!["ǃp(0,1),(0, (ǃe(eval)))('1')"]);
    check("typeof eval", expect!["ǃp(0,1),typeof eval"]);
    check("eval?.('1')", expect!["ǃp(0,1),(ǃe(eval))?.('1')"]);
    check("x = { eval }", expect!["ǃp(0,1),x = { eval:(ǃe(eval)) }"]);
    check("eval = 1", expect!["ǃp(0,1),eval = 1"]);
    check(
        "'use strict'\neval('1')",
        expect![[r#"
        'use strict'
        ǃp(0,1),eval(ǃc(1,eval,'1'))"#]],
    );
    check("new eval('1')", expect!["ǃp(0,1),new (ǃe(eval))('1')"]);
    check("eval()", expect!["ǃp(0,1),(ǃe(eval))()"]);
}

#[test]
fn hashbangs() {
    check(
        "#!/usr/bin/env node\nf()",
        expect![[r#"
        ///usr/bin/env node
        ǃp(0,1),f()"#]],
    );
}

#[test]
fn hazards() {
    check(
        "let\nx = 1",
        expect![[r#"
        ǃp(0,1);let
        x = 1"#]],
    );
    check(
        "var async\nasync\nf()",
        expect![[r#"
        var async
        ǃp(0,1),async
        ǃp(2),f()"#]],
    );
    check(
        "a\n++b",
        expect![[r#"
        ǃp(0,1),a
        ǃp(2),++b"#]],
    );
    check(
        "a = b\n/c/g",
        expect![[r#"
        ǃp(0,1),a = b
        /c/g"#]],
    );
    check(
        "x\n--> comment\nf()",
        expect![[r#"
        ǃp(0,1),x
        --> comment
        ǃp(2),f()"#]],
    );
    check(
        "a <!-- comment\nf()",
        expect![[r#"
        ǃp(0,1),a <!-- comment
        ǃp(2),f()"#]],
    );
}

#[test]
fn modules() {
    check_as(
        Kind::Module,
        "import a from 'a'\nf()",
        expect![[r#"
        import a from 'a'
        ǃp(0,1),f()"#]],
    );
    check_as(
        Kind::Module,
        "export const x = 1",
        expect!["ǃp(0,1);export const x = 1"],
    );
    check_as(
        Kind::Module,
        "export default () => {}",
        expect!["ǃp(0,1);export default () => {ǃp(2);}"],
    );
    check_as(
        Kind::Module,
        "export default function () {}",
        expect!["ǃp(0);export default function () {ǃp(1);}"],
    );
    check_as(
        Kind::Module,
        "export default class {}",
        expect!["ǃp(0,1);export default class {}"],
    );
    check_as(
        Kind::Module,
        "export default f()",
        expect!["ǃp(0,1);export default f()"],
    );
    check_as(
        Kind::Module,
        "export * from 'x'\nexport { a } from 'b'\nlet a\nexport { a as b }",
        expect![[r#"
        export * from 'x'
        export { a } from 'b'
        let a
        export { a as b }"#]],
    );
    check_as(
        Kind::Module,
        "export function f() {}",
        expect!["ǃp(0);export function f() {ǃp(1);}"],
    );
    check_as(
        Kind::Module,
        "await f()",
        expect!["ǃp(0,1),ǃr(2,await ǃa(2,f()));"],
    );
    check_as(
        Kind::Module,
        "for await (const x of y) z()",
        expect!["ǃp(0,1,0&&await 0);for await (const x of y) ǃp(2,3),z()"],
    );
    check_as(
        Kind::Module,
        "f()\nimport 'x'\ng()",
        expect![[r#"
        ǃp(0,1),f()
        import 'x'
        ǃp(2),g()"#]],
    );
    check_as(
        Kind::Module,
        "export default await f()\n(g)",
        expect![[r#"
        ǃp(0,1);export default ǃr(2,await ǃa(2,f()
        (g)));"#]],
    );
}

#[test]
fn completion_values() {
    check_as(Kind::Script, "5", expect!["ǃp(0,1),5"]);
    check_as(
        Kind::Script,
        "1; var x = 2",
        expect!["ǃp(0,1),1; {let ǃ=ǃp(2)}var x = 2"],
    );
    check_as(
        Kind::Script,
        "if (1) { 5 }",
        expect!["if (ǃp(0,1),1) { ǃp(2),5 }"],
    );
    check_as(
        Kind::Script,
        "do 5; while (0)",
        expect!["{let ǃ=ǃp(0,1)}do ǃp(2,3),5; while (0)"],
    );
    check_as(
        Kind::Script,
        "1; while (a) {}",
        expect!["ǃp(0,1),1; {let ǃ=ǃp(2)}while (a) {{let ǃ=ǃp(3)}}"],
    );
    check_as(
        Kind::Script,
        "for (var i = 0; i < 2; i++) i",
        expect!["{let ǃ=ǃp(0,1)}for (var i = 0; i < 2; i++) void(ǃs(2,3)&&ǃj(0,i)&&(i=ǃq(0))),i"],
    );
    check_as(
        Kind::Script,
        "a: { 1; break a }",
        expect!["a: { ǃp(0,1),1; {let ǃ=ǃp(2)}break a }"],
    );
    check_as(
        Kind::Script,
        "1; function f() { g(); var x = 1 }",
        expect!["ǃp(0,1),1; function f() { ǃp(2,3),g(); ǃp(4);var x = 1 }"],
    );
    check_as(
        Kind::Script,
        "try { 1 } finally { 2 }",
        expect!["{let ǃ=ǃp(0,1)}try { ǃp(2),1 } finally { ǃp(3),2 }"],
    );
    check_as(
        Kind::Script,
        "switch (1) { case 1: 'a' }",
        expect!["switch (ǃp(0,1),1) { case 1: ǃp(2),'a' }"],
    );
    check_as(
        Kind::Script,
        "while (a) var x = 1",
        expect!["{let ǃ=ǃp(0,1)}while (a) {{let ǃ=void(ǃs(2,3)&&ǃj(0,a,x)&&(x=ǃq(1)))}var x = 1}"],
    );
    check_as(
        Kind::Script,
        "class A {}",
        expect!["{let ǃ=ǃp(0,1)}class A {}"],
    );
}

#[test]
fn loops_are_closed() {
    #[track_caller]
    fn check(source: &str, expect: Expect) {
        let options = Options {
            close_loops: true,
            mark_delegation: true,
            ..Options::new(Kind::CommonJs, "test.js")
        };
        let instrumented = instrument(source, &options).expect("it is a program");
        expect.assert_eq(&instrumented.text);
    }
    check(
        "function* g() { for (const x of y) yield x }",
        expect![
            "ǃp(0);function* g() { ǃp(1,2);for (const x of (ǃu0=ǃho(y,0))) {try{ǃp(3,4),ǃr(5,yield ǃy(5,x,ǃu=1),ǃu=0);}catch(ǃz){ǃu=0;throw ǃz}finally{if(ǃu>0){ǃu>0&&ǃcl(ǃu0);ǃu=0}}var ǃu,ǃu0} }"
        ],
    );
    check(
        "async function* g() { for await (const x of y) { try { yield } catch {} } }",
        expect![
            "ǃp(0);async function* g() { ǃp(1,2);for await (const x of (ǃu0=ǃho(y,1))) {try{{ ǃp(3,4);try { ǃp(5),ǃr(6,yield ǃy(6,void 0,ǃu=1),ǃu=0); } catch {ǃu=0;} }}catch(ǃz){ǃu=0;throw ǃz}finally{if(ǃu>0){if(ǃu>0&&(ǃt=ǃcl(ǃu0)))await ǃt;ǃu=0}}var ǃu,ǃu0} }"
        ],
    );
    check(
        "async function* g() { yield* y }",
        expect!["ǃp(0);async function* g() { ǃp(1,2),yield* ǃg(y); }"],
    );
    check(
        "function* g() { yield* y }",
        expect!["ǃp(0);function* g() { ǃp(1,2),yield* y }"],
    );
    check(
        "function* g() { for (const x of y) f(function* () { yield }) }",
        expect![
            "ǃp(0);function* g() { ǃp(1,2);for (const x of y) ǃp(3,4),f(function* () { ǃp(5,6),ǃr(7,yield ǃy(7)); }) }"
        ],
    );
    check(
        "async function f() { for await (const x of y) g(x) }",
        expect!["ǃp(0);async function f() { ǃp(1,2);for await (const x of y) ǃp(3,4),g(x) }"],
    );
    check(
        "a: for (const x of y) for (const z of x) { if (z) break a; else continue a }",
        expect![
            "ǃp(0,1);ǃ0:do{a: for (const x of y) {ǃp(2,3);for (const z of x) { if (ǃp(4,5),z) {ǃp(6);continue ǃ0;break a;} else {ǃp(7);continue a} }}}while(0);"
        ],
    );
    check(
        "a: for (const x of y) { if (x) break a }",
        expect!["ǃp(0,1);a: for (const x of y) { if (ǃp(2,3),x) {ǃp(4);break a} }"],
    );
    check(
        "a: { for (const x of y) { if (x) break a } }",
        expect![
            "ǃ0:do{a: { ǃp(0,1);for (const x of y) { if (ǃp(2,3),x) {ǃp(4);continue ǃ0;break a} } }}while(0);"
        ],
    );
    check(
        "for (;;) a: { for (const x of y) { if (x) break a } break }",
        expect![
            "for (ǃp(0,1);;) a: { ǃp(2,3);for (const x of y) { if (ǃp(4,5),x) {ǃp(6);break a} } ǃp(7);break }"
        ],
    );
    check(
        "for (;;) { try { try { if (a) break; continue } finally { b() } } finally { c() } }",
        expect![
            "for (ǃp(0,1);;) { ǃp(2,3);try { ǃp(4);{var ǃf_0v=0,ǃf_0r;ǃf_0:do{try { if (ǃp(5),a) {ǃp(6);ǃf_0v=1;continue ǃf_0;for(;;)break;} ǃp(7);ǃf_0v=2;continue ǃf_0;for(;;)continue } finally { ǃp(8),b() }}while(0);if(ǃf_0v==1){break}if(ǃf_0v==2){continue}} } finally { ǃp(9),c() } }"
        ],
    );
    check(
        "a: for (const x of y) { try { try { break a } finally {} } finally {} }",
        expect![
            "ǃp(0,1);a: for (const x of y) { ǃp(2,3);try { ǃp(4);{var ǃf_0v=0,ǃf_0r;ǃf_0:do{try { ǃp(5);ǃf_0v=1;continue ǃf_0;for(;;)break ;a } finally {}}while(0);if(ǃf_0v==1){break a}} } finally {} }"
        ],
    );
    check(
        "a: for (const x of y) switch (x) { case 1: for (const z of x) break a }",
        expect![
            "ǃp(0,1);ǃ0:do{a: for (const x of y) switch (ǃp(2,3),x) { case 1: ǃp(4);for (const z of x) {ǃp(5,6);continue ǃ0;break a} }}while(0);"
        ],
    );
    check(
        "async function f() { try { return x } finally { try { await y } catch {} } }",
        expect![
            "ǃp(0);async function f() { ǃp(1,2);{var ǃf_0v=0,ǃf_0r;ǃf_0:do{try { {ǃf_0r=(/*return*/( ǃp(3),x));ǃf_0v=1;continue ǃf_0} } finally { ǃp(4);try { ǃp(5),ǃr(6,await ǃa(6,y)); } catch {} }}while(0);if(ǃf_0v==1){return ǃf_0r}} }"
        ],
    );
    check(
        "function* g() { for (const x of y) { try { yield x } finally { yield z; continue } } }",
        expect![
            "ǃp(0);function* g() { ǃp(1,2);for (const x of (ǃu0=ǃho(y,0))) {try{{ ǃp(3,4);{var ǃf_0v=0,ǃf_0r;ǃf_0:do{try { ǃp(5),ǃr(6,yield ǃy(6,x,ǃu=1),ǃu=0); } finally {var ǃu_0=ǃu; ǃp(7),ǃr(8,yield ǃy(8,z,ǃu=1),ǃu=0); ǃp(9);ǃu=0;ǃf_0v=1;continue ǃf_0;for(;;)continue ;ǃu=ǃu_0;}}while(0);if(ǃf_0v==1){continue}} }}catch(ǃz){ǃu=0;throw ǃz}finally{if(ǃu>0){ǃu>0&&ǃcl(ǃu0);ǃu=0}}var ǃu,ǃu0} }"
        ],
    );
}

#[test]
fn what_interpreters_forget() {
    #[track_caller]
    fn check(source: &str, expect: Expect) {
        let options = Options {
            repair: true,
            ..Options::new(Kind::CommonJs, "test.js")
        };
        let instrumented = instrument(source, &options).expect("it is a program");
        expect.assert_eq(&instrumented.text);
    }
    check(
        "const { a: { b }, 'c d': [e] = [], f, ...g } = h",
        expect!["ǃp(0,1);const { a:ǃ0_0,a: { b }, ['c d']:ǃ0_1,'c d': [e] = [], f, ...g } = h"],
    );
    check(
        "({ a: { b }, ...g } = h)",
        expect!["ǃp(0,1),({ a:ǃt,a: { b }, ...g } = h)"],
    );
    check(
        "function f(a = 1, { b }, c) { 'use not'; var a, b }",
        expect![
            "ǃp(0);function f(ǃ_a = 1, { b:ǃ_b }, c) { 'use not';;a=ǃ_a;b=ǃ_b; var a, b ;ǃp(1);}"
        ],
    );
    check(
        "(a, b = { a }, c = a.x) => { for (var a of b); }",
        expect![
            "ǃp(0,1),(ǃ_a, b = { a:ǃ_a }, c = ǃ_a.x) => {a=ǃ_a; ǃp(2,3);for (var a of b)ǃp(4); }"
        ],
    );
    check(
        "function f(a) { var a } function g(a = 1) { var b; function a() {} }",
        expect![
            "ǃp(0);function f(a) { var a ;ǃp(1);} function g(a = 1) { var b; ǃp(2);function a() {ǃp(3);} }"
        ],
    );
    check(
        "const { a: { b } } = h",
        expect!["ǃp(0,1);const { a: { b } } = h"],
    );
    check(
        "class A extends B { c = () => super.d; e = 5; static f = super.g }",
        expect![[
            r#"ǃp(0,1);class A extends B { c = this.#ǃ0();#ǃ0(){return{"c":() => (ǃp(2,3),super.d)}["c"]}; e = (ǃp(4,5),5); static f = (ǃp(6,7),super.g); }"#
        ]],
    );
}
