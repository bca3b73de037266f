//! What inspecting runs of the program, what it leaves alone, and where it ends.

use boa_engine::{Module, Source, js_string};

use super::{arguments, context};
use crate::inspect::slots::proxy_parts;
use crate::inspect::{InspectOptions, format, format_with_options, inspect};

/// Runs a program and gives what `inspect(value)` prints for its last expression.
#[track_caller]
fn inspected(program: &str) -> String {
    let mut context = context();
    let value = context
        .eval(Source::from_bytes(program))
        .expect("the program must run");
    inspect(&value, &InspectOptions::default(), &mut context).expect("inspect must not throw")
}

#[test]
fn getters_and_traps_are_not_run() {
    let text = inspected(
        "globalThis.ran = [];
         const traps = new Proxy({}, { get(_, trap) { ran.push(trap); } });
         const value = { get a() { ran.push('getter'); }, p: new Proxy({ b: 1 }, traps) };
         inspect(value) + ran.length",
    );
    assert_eq!(text, "'{ a: [Getter], p: { b: 1 } }0'");
}

#[test]
fn proxies_are_read_without_traps() {
    let mut context = context();
    let list = arguments("new Proxy({ t: 1 }, { h: 2 }), {}", &mut context);
    let parts = proxy_parts(&list[0].as_object().expect("a proxy")).expect("a proxy");
    let (target, handler) = parts.expect("not revoked");
    assert!(
        target
            .has_own_property(js_string!("t"), &mut context)
            .expect("plain")
    );
    assert!(
        handler
            .has_own_property(js_string!("h"), &mut context)
            .expect("plain")
    );
    assert!(proxy_parts(&list[1].as_object().expect("an object")).is_none());
}

#[test]
fn overridden_methods_of_the_language_are_not_used() {
    let text = inspected(
        "const json = { a: 1 };
         Map.prototype.entries = Map.prototype.forEach = Map.prototype[Symbol.iterator] = null;
         Object.getOwnPropertyDescriptor = Object.keys = Reflect.ownKeys = Symbol.for = null;
         Date.prototype.toISOString = Date.prototype.getTime = Error.prototype.toString = null;
         JSON.stringify = parseInt = null;
         Object.prototype.get = Object.prototype.value = () => { throw 1; };
         const value = [new Map([[1, json]]), new Date(0), new Error('x'), new Uint8Array(1), Object('s')];
         delete Object.prototype.get; delete Object.prototype.value; value",
    );
    assert_eq!(
        text,
        "[\n  Map(1) { 1 => { a: 1 } },\n  1970-01-01T00:00:00.000Z,\n  [Error: x],\n  Uint8Array(1) [ 0 ],\n  [String: 's']\n]"
    );
}

#[test]
fn descriptors_survive_a_polluted_object_prototype() {
    let text = inspected(
        "Object.prototype.get = () => 1; Object('s').length; Object.assign(Object('s'), { a: 1 })",
    );
    assert_eq!(text, "[String: 's'] { a: 1 }");
}

#[test]
fn what_custom_methods_throw_comes_through() {
    let mut context = context();
    let list = arguments(
        "{ [inspect.custom]() { throw new TypeError('mine'); } }",
        &mut context,
    );
    let error = format(&list, &mut context).expect_err("the method throws");
    assert!(error.to_string().starts_with("TypeError: mine"), "{error}");
}

#[test]
fn deep_nesting_ends_as_in_node() {
    let mut context = context();
    let source = "(() => { let o = {}; for (let i = 0; i < 5000; i++) o = { a: o }; return o; })()";
    let list = arguments(source, &mut context);
    let options = InspectOptions {
        depth: None,
        ..InspectOptions::default()
    };
    let text = inspect(&list[0], &options, &mut context).expect("it ends");
    let note = "[Object: Inspection interrupted prematurely. Maximum call stack size exceeded.]";
    assert!(text.contains(note));
    let text = inspect(&list[0], &InspectOptions::default(), &mut context).expect("it ends");
    assert_eq!(text, "{ a: { a: { a: [Object] } } }");
}

#[test]
fn endless_custom_methods_throw() {
    let mut context = context();
    let list = arguments(
        "new (class A { [inspect.custom]() { return new A(); } })()",
        &mut context,
    );
    let error = format(&list, &mut context).expect_err("there is no end");
    assert!(
        error
            .to_string()
            .contains("RangeError: Maximum call stack size exceeded"),
        "{error}"
    );
}

#[test]
fn buffers_are_known_by_the_name_of_their_class() {
    let make = "globalThis.Buffer = class Buffer extends Uint8Array {};";
    assert_eq!(
        inspected(&format!("{make} new Buffer([97, 98])")),
        "<Buffer 61 62>"
    );
    assert_eq!(
        inspected(&format!("{make} [new Buffer(0)]")),
        "[ <Buffer > ]"
    );
    assert_eq!(
        inspected(&format!(
            "{make} Object.assign(new Buffer([1]), {{ a: 'x', b: {{ c: 1 }} }})"
        )),
        "<Buffer 01, a: 'x', b: { c: 1 }>"
    );
    let long = inspected(&format!("{make} new Buffer(52)"));
    assert!(long.ends_with("00 ... 2 more bytes>"), "{long}");
}

#[test]
fn lone_surrogates_meet_in_format() {
    let mut context = context();
    let list = arguments("'%s%s', '\\ud83d', '\\ude00'", &mut context);
    let text = format_with_options(&InspectOptions::default(), &list, &mut context);
    assert_eq!(text.expect("plain strings"), js_string!("😀"));
}

#[test]
fn maps_iterate_as_before() {
    let text = inspected(
        "const m = new Map([[1, 2], [3, 4]]), s = new Set([5]), seen = [];
         for (const x of m) { m.delete(3); seen.push(x); }
         [seen, [...s.entries()], new Map(m), Array.from(m.values()), Map.prototype.entries.name,
          Map.prototype[Symbol.iterator] === Map.prototype.entries, Set.prototype.keys === Set.prototype.values,
          Object.prototype.toString.call(m.keys()), Object.keys(Map.prototype).length]",
    );
    assert_eq!(
        text,
        "[\n  [ [ 1, 2 ] ],\n  [ [ 5, 5 ] ],\n  Map(1) { 1 => 2 },\n  [ 2 ],\n  'entries',\n  true,\n  true,\n  '[object Map Iterator]',\n  0\n]"
    );
}

#[test]
fn the_stack_of_an_error_is_hidden() {
    // The accessor stands for the engine's, which gives V8's text.
    let text = inspected(
        "Object.defineProperty(Error.prototype, 'stack', {
           ...Object.getOwnPropertyDescriptor(Error.prototype, 'stack'), get() { return 'Error: ' + this.message; } });
         const e = new Error('none'); e.stack = undefined;
         [e, inspect(new Error('m'), { showHidden: true })]",
    );
    assert_eq!(
        text,
        r#"[ [Error: none], "[Error: m] { [stack]: 'Error: m', [message]: 'm' }" ]"#
    );
}

#[test]
fn module_namespaces_list_their_exports() {
    let mut context = context();
    let source = "export const b = 1; export let later = 2; export default function f() {}";
    let module = Module::parse(Source::from_bytes(source), None, &mut context).expect("it parses");
    let loaded = module.load(&mut context);
    context.run_jobs().expect("jobs must run");
    assert!(loaded.state().as_fulfilled().is_some());
    module.link(&mut context).expect("it links");
    let namespace = module.namespace(&mut context).into();
    let options = InspectOptions::default();
    let text = inspect(&namespace, &options, &mut context).expect("it must not throw");
    // A `let` before its module ran is in its temporal dead zone.
    assert_eq!(
        text,
        "[Module: null prototype] {\n  b: <uninitialized>,\n  default: [Function: f],\n  later: <uninitialized>\n}"
    );
    module.evaluate(&mut context).expect("it runs");
    context.run_jobs().expect("jobs must run");
    let text = inspect(&namespace, &options, &mut context).expect("it must not throw");
    assert_eq!(
        text,
        "[Module: null prototype] { b: 1, default: [Function: f], later: 2 }"
    );
}
