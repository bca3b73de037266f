//! What real Node prints for an expression, beside what we print. The expectations were recorded from Node 20.20.

mod arrays;
mod behaviour;
mod classes;
mod collections;
mod errors;
mod format;
mod objects;
mod options;
mod primitives;

use boa_engine::object::builtins::JsArray;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsValue, Source, js_string};
use expect_test::Expect;

use super::{inspect_function, install};

/// A context as the engine makes one for inspecting, with `inspect` as a global.
fn context() -> Context {
    let mut context = Context::default();
    install(&mut context).expect("a fresh context");
    let inspect = inspect_function(&mut context).expect("a fresh context");
    context
        .register_global_property(js_string!("inspect"), inspect, Attribute::all())
        .expect("a fresh context");
    context
}

/// Evaluates a list of arguments.
#[track_caller]
fn arguments(source: &str, context: &mut Context) -> Vec<JsValue> {
    let source = format!("[{source}\n]");
    let list = context
        .eval(Source::from_bytes(&source))
        .expect("the source must run");
    context.run_jobs().expect("jobs must run");
    let list = JsArray::from_object(list.as_object().expect("a list")).expect("a list");
    let length = list.length(context).expect("a length");
    (0..length)
        .map(|i| list.get(i, context).expect("an argument"))
        .collect()
}

/// Compares what `console.log(…source…)` prints.
#[track_caller]
fn check(source: &str, expect: Expect) {
    let mut context = context();
    let arguments = arguments(source, &mut context);
    match super::format(&arguments, &mut context) {
        Ok(text) => expect.assert_eq(&text),
        Err(error) => panic!("{source} throws {error}"),
    }
}
