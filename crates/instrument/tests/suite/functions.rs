//! Functions: those made of strings, what the table says of each, and what `toString` gives.

use expect_test::{Expect, expect};
use loopscope_instrument::{
    FunctionForm, InstrumentError, Kind, Options, instrument, instrument_function, names,
};

#[track_caller]
fn made(parameters: &str, body: &str, form: FunctionForm, expect: Expect) {
    let options = Options::new(Kind::Script, "evalmachine.<anonymous>");
    let shown = match instrument_function(parameters, body, form, &options) {
        Ok(instrumented) => instrumented.text,
        Err(InstrumentError::Syntax(error)) => format!("SyntaxError: {}", error.message),
        Err(InstrumentError::Refused(refusal)) => format!("refused: {}", refusal.message),
    };
    expect.assert_eq(&shown);
}

#[test]
fn functions_made_of_strings() {
    use FunctionForm::{Async, AsyncGenerator, Generator, Ordinary};
    made(
        "a,b",
        "return a + b",
        Ordinary,
        expect![[r#"
        (function anonymous(a,b
        ) {
        return ǃp(0,1),a + b
        })"#]],
    );
    made(
        "",
        "",
        Ordinary,
        expect![[r#"
        (function anonymous(
        ) {

        ǃp(0);})"#]],
    );
    made(
        "a = 1 // c",
        "// d",
        Ordinary,
        expect![[r#"
        (function anonymous(a = 1 // c
        ) {
        // d
        ǃp(0);})"#]],
    );
    made(
        "",
        "'use strict'; return this",
        Ordinary,
        expect![[r#"
        (function anonymous(
        ) {
        'use strict'; return ǃp(0,1),this
        })"#]],
    );
    made(
        "",
        "await 1",
        Async,
        expect![[r#"
        (async function anonymous(
        ) {
        ǃp(0,1),ǃr(2,await ǃa(2,1));
        })"#]],
    );
    made(
        "",
        "yield",
        Generator,
        expect![[r#"
        (function* anonymous(
        ) {
        ǃp(0,1),ǃr(2,yield ǃy(2));
        })"#]],
    );
    made(
        "x",
        "for await (const y of x) yield y",
        AsyncGenerator,
        expect![[r#"
            (async function* anonymous(x
            ) {
            ǃp(0,1);for await (const y of x) ǃp(2,3),ǃr(4,yield ǃy(4,y));
            })"#]],
    );
}

#[test]
fn strings_that_make_no_function() {
    use FunctionForm::Ordinary;
    made(
        "a b",
        "",
        Ordinary,
        expect!["SyntaxError: Unexpected identifier 'b'"],
    );
    made(
        "",
        "return 1 2",
        Ordinary,
        expect!["SyntaxError: Unexpected number"],
    );
    made(
        "",
        "}), (function () {",
        Ordinary,
        expect!["SyntaxError: Unexpected token ')'"],
    );
    made(
        "",
        "} function g() {",
        Ordinary,
        expect!["SyntaxError: Unexpected token 'function'"],
    );
    made(
        "/*",
        "*/){",
        Ordinary,
        expect!["SyntaxError: Arg string terminates parameters early"],
    );
    made(
        "a) { f() }, function (",
        "",
        Ordinary,
        expect!["SyntaxError: Unexpected token ')'"],
    );
    made(
        "a, a",
        "'use strict'",
        Ordinary,
        expect!["SyntaxError: Duplicate parameter name not allowed in this context"],
    );
    made(
        "a = super.x",
        "",
        Ordinary,
        expect!["SyntaxError: 'super' keyword unexpected here"],
    );
    made(
        "",
        "await 1",
        Ordinary,
        expect![
            "SyntaxError: await is only valid in async functions and the top level bodies of modules"
        ],
    );
}

/// Kind, name and text of each function.
#[track_caller]
fn table(source: &str, expect: Expect) {
    let instrumented =
        instrument(source, &Options::new(Kind::CommonJs, "program.js")).expect("a program");
    let mut shown = String::new();
    for function in instrumented.unit.functions.iter().skip(1) {
        let span = function.span;
        let text = &source[span.start as usize..span.end as usize];
        shown.push_str(&format!(
            "{:?} {:?}: {text}\n",
            function.kind, function.name
        ));
    }
    expect.assert_eq(&shown);
}

#[test]
fn names_and_kinds() {
    table(
        "const a = () => 1, b = function () {}, c = async x => x",
        expect![[r#"
            Ordinary "a": () => 1
            Ordinary "b": function () {}
            Async "c": async x => x
        "#]],
    );
    table(
        "function* f() {}\nasync function* g() {}",
        expect![[r#"
        Generator "f": function* f() {}
        AsyncGenerator "g": async function* g() {}
    "#]],
    );
    table(
        "x = { a() {}, get b() {}, async *'c d'() {}, 5: () => 1, [e]: () => 2 }",
        expect![[r#"
            Ordinary "a": a() {}
            Ordinary "get b": get b() {}
            AsyncGenerator "c d": async *'c d'() {}
            Ordinary "5": () => 1
            Ordinary "": () => 2
        "#]],
    );
    table(
        "class A { static async f() {} #g() {} h = 1; i = () => 2; constructor() {} static {} }",
        expect![[r##"
            Async "f": async f() {}
            Ordinary "#g": #g() {}
            ClassInitializer "h": 1
            Ordinary "i": () => 2
            Ordinary "A": constructor() {}
            ClassInitializer "": static {}
        "##]],
    );
    table(
        "f(() => 1, function g() {})",
        expect![[r#"
        Ordinary "": () => 1
        Ordinary "g": function g() {}
    "#]],
    );
    table(
        "a ||= () => 1; b.c = () => 2; ({ d = () => 3 } = {})",
        expect![[r#"
            Ordinary "a": () => 1
            Ordinary "": () => 2
            Ordinary "d": () => 3
        "#]],
    );
    table(
        "function f(a = () => 1, { b = () => 2 }) {}",
        expect![[r#"
        Ordinary "f": function f(a = () => 1, { b = () => 2 }) {}
        Ordinary "a": () => 1
        Ordinary "b": () => 2
    "#]],
    );
}

/// What `toString` gives for the piece of the instrumented text that `part` begins.
#[track_caller]
fn original(source: &str, from: &str, to: &str, expect: Expect) {
    let instrumented =
        instrument(source, &Options::new(Kind::CommonJs, "program.js")).expect("a program");
    let text = &instrumented.text;
    let start = text.find(from).expect("it begins there");
    let end = start + text[start..].rfind(to).expect("it ends there") + to.len();
    let part = &text[start..end];
    assert!(names::first_probe_in(part).is_some());
    expect.assert_eq(
        instrumented
            .original_text(part)
            .expect("it is of this text"),
    );
}

#[test]
fn texts_of_functions() {
    original(
        "f(1); function f(a) { return a } f(2)",
        "function f",
        "a }",
        expect!["function f(a) { return a }"],
    );
    original(
        "const f = x => y => x + y",
        "x =>",
        "))",
        expect!["x => y => x + y"],
    );
    original(
        "const f = x => y => x + y",
        "y =>",
        "y)",
        expect!["y => x + y"],
    );
    original(
        "x = { async *m() { yield 1 } }",
        "async",
        "; }",
        expect!["async *m() { yield 1 }"],
    );
    original(
        "class A { static m() { f() } n() {} }",
        "m()",
        "f() }",
        expect!["m() { f() }"],
    );
    original(
        "class A extends B { constructor() { super() } m() { } }",
        "constructor",
        "super() }",
        expect!["class A extends B { constructor() { super() } m() { } }"],
    );
}

#[test]
fn texts_of_classes() {
    let options = Options {
        mark_classes: true,
        ..Options::new(Kind::CommonJs, "program.js")
    };
    let source = "class A { x = 1 }\nconst b = class extends A { static { f(class {}) } }";
    let instrumented = instrument(source, &options).expect("a program");
    expect![[r#"
        ǃp(0,1);class A {static{ǃk(0,0,this)} x = (ǃp(2,3),1); }
        ǃp(4);const b = class extends A {static{ǃk(0,1,this)} static { ǃp(5,6),f(class {static{ǃk(0,2,this)}}) } }"#]].assert_eq(&instrumented.text);
    assert_eq!(instrumented.class_text(0), Some("class A { x = 1 }"));
    assert_eq!(
        instrumented.class_text(1),
        Some("class extends A { static { f(class {}) } }")
    );
    assert_eq!(instrumented.class_text(2), Some("class {}"));
    assert_eq!(instrumented.class_text(3), None);
}

#[test]
fn what_a_text_says_about_itself() {
    let facts = |source, kind| {
        let it = instrument(source, &Options::new(kind, "program.js")).expect("a program");
        let specifiers = it.facts.specifiers.into_iter().map(|it| it.value);
        (
            it.facts.module_syntax,
            it.facts.top_level_await,
            specifiers.collect::<Vec<_>>(),
        )
    };
    let module =
        "import a from 'a'; export * from 'b'; export { c } from \"c\"; import('d'); await 1";
    assert_eq!(
        facts(module, Kind::Module),
        (true, true, ["a", "b", "c", "d"].map(String::from).to_vec())
    );
    let common =
        "require('fs'); const f = async () => await require(x); require('./y').z(); import('q')";
    assert_eq!(
        facts(common, Kind::CommonJs),
        (false, false, ["fs", "./y", "q"].map(String::from).to_vec())
    );
    assert_eq!(
        facts("for await (const x of y) ;", Kind::Module),
        (false, true, vec![])
    );
}

#[test]
fn numbers_go_on_where_the_caller_says() {
    let options = Options {
        first_probe: 40,
        first_function: 7,
        ..Options::new(Kind::CommonJs, "program.js")
    };
    let it = instrument("f(() => 1)", &options).expect("a program");
    expect!["ǃp(40,41),f(() => (ǃp(42,43),1))"].assert_eq(&it.text);
    assert_eq!(it.unit.probes[2].function.0, 8);
    assert_eq!(names::first_probe_in(&it.text), Some(40));
}
