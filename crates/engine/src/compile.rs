//! From program text to something that can be called: instrumentation, compilation, and the way back from places in
//! the instrumented text to places in the author's.

use crate::choices::site_names;
use crate::globals::Originals;
use crate::limits::text;
use crate::probes;
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::JsFunction;
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, Module, Source,
};
use loopscope_instrument::{
    FunctionForm, InstrumentError, Instrumented, Kind, Options, instrument, instrument_function,
};
use loopscope_model::event::{Ending, Place, Stop, StopKind};
use loopscope_model::source::FunctionKind;
use loopscope_model::{ProbeId, SourceId, SourceUnit, Span};
use std::path::Path;

/// What is kept of a text that was compiled.
pub struct Compiled {
    /// The text with its probes, and the way back.
    pub instrumented: Instrumented,
    /// What stands before the text on its first line when it is compiled, in UTF-16 code units.
    head: u32,
    kind: Kind,
}

impl Compiled {
    /// Whether it is an ES module.
    pub fn is_module(&self) -> bool {
        self.kind == Kind::Module
    }

    /// The table of the text.
    pub fn unit(&self) -> &SourceUnit {
        &self.instrumented.unit
    }
}

const HEAD: &str = "(function (exports, require, module, __filename, __dirname) {";

/// Instruments a text and registers it.
fn prepare(shared: &Shared, path: &str, text: &str, kind: Kind, head: &str) -> JsResult<String> {
    if !text::check_bytes(shared, path, text) {
        return Err(probes::halt(shared));
    }
    register(shared, path, kind, head, |options| {
        instrument(text, options)
    })
}

fn register(
    shared: &Shared,
    path: &str,
    kind: Kind,
    head: &str,
    make: impl FnOnce(&Options) -> Result<Instrumented, InstrumentError>,
) -> JsResult<String> {
    let (first_probe, first_function) = shared.recorder.borrow().next_numbers();
    let first_loop = shared.recorder.borrow().loops.next_number();
    let mut compiled = shared.compiled.borrow_mut();
    let options = Options {
        source: SourceId(compiled.len() as u32),
        first_probe,
        first_function,
        first_loop,
        mark_classes: true,
        old_await: shared.features.await_takes_three_turns,
        mark_delegation: true,
        close_loops: true,
        repair: true,
        explain_errors: true,
        mark_divisors: true,
        count_work: true,
        bigints: compiled.iter().any(|text| text.instrumented.facts.bigints),
        major: shared.scenario.node.major(),
        ..Options::new(kind, path)
    };
    let instrumented = make(&options).map_err(|failure| fail(shared, path, failure))?;
    if !text::check_statements(shared, &instrumented.unit) {
        return Err(probes::halt(shared));
    }
    let mut functions = instrumented.unit.functions.iter();
    if instrumented.facts.top_level_await
        || functions.any(|function| function.kind == FunctionKind::AsyncGenerator)
    {
        shared.catches_all.set(true);
    }
    shared
        .recorder
        .borrow_mut()
        .add_source(instrumented.unit.clone());
    shared.recorder.borrow_mut().add_loops(&instrumented.loops);
    shared
        .event_loop
        .borrow_mut()
        .name_sites(site_names(&instrumented.unit));
    let text = instrumented.text.clone();
    compiled.push(Compiled {
        instrumented,
        head: head.encode_utf16().count() as u32,
        kind,
    });
    Ok(text)
}

/// A text that cannot be compiled: a `SyntaxError`, or something that ends the run.
fn fail(shared: &Shared, path: &str, failure: InstrumentError) -> JsError {
    let place = |span| {
        Some(Place {
            path: path.to_owned(),
            span,
        })
    };
    match failure {
        InstrumentError::Syntax(error) => {
            *shared.syntax_error.borrow_mut() = place(error.span);
            let message = shared.features.in_words_of_its_time(error.message);
            JsNativeError::syntax().with_message(message).into()
        }
        InstrumentError::Refused(refusal) => {
            shared.end(Ending::Stopped(Stop {
                kind: StopKind::Refused,
                message: refusal.message,
                hint: String::new(),
                place: place(refusal.span),
            }));
            probes::halt(shared)
        }
    }
}

/// Compiles a CommonJS module to the function that Node calls with `exports`, `require`, `module`, `__filename` and
/// `__dirname`.
///
/// # Errors
/// A `SyntaxError`, or the end of the process.
pub fn commonjs(path: &str, text: &str, context: &mut Context) -> JsResult<JsFunction> {
    let shared = shared(context);
    let body = prepare(&shared, path, text, Kind::CommonJs, HEAD)?;
    let wrapped = format!("{HEAD}{body}\n}})");
    let source = Source::from_bytes(&wrapped).with_path(Path::new(path));
    let value = context.eval(source)?;
    value
        .as_object()
        .and_then(|o| JsFunction::from_object(o.clone()))
        .ok_or_else(|| {
            JsNativeError::syntax()
                .with_message("Unexpected token '}'")
                .into()
        })
}

/// Parses an ES module.
///
/// # Errors
/// A `SyntaxError`, or the end of the process.
pub fn module(path: &str, text: &str, context: &mut Context) -> JsResult<Module> {
    let shared = shared(context);
    let body = prepare(&shared, path, text, Kind::Module, "")?;
    let source = Source::from_bytes(&body).with_path(Path::new(path));
    Module::parse(source, None, context)
}

/// `ǃc(strict, callee, code)`: what a direct `eval` compiles.
///
/// # Errors
/// A `SyntaxError`, or the end of the process.
pub fn direct_eval(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let strict = arguments.get_or_undefined(0).to_boolean();
    let callee = arguments.get_or_undefined(1);
    let code = arguments.get_or_undefined(2);
    let shared = shared(context);
    match code.as_string() {
        Some(text) if is_eval(&shared, callee) => {
            let kind = Kind::DirectEval { strict };
            eval_text(&shared, &text, kind).map(JsValue::from)
        }
        _ => Ok(code.clone()),
    }
}

/// `ǃe(value)`: what the name `eval` gave where it is not called at once. The realm's own becomes one that instruments.
///
/// # Errors
/// None.
pub fn eval_value(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    if is_eval(&shared(context), value)
        && let Some(originals) = context.get_data::<Originals>()
    {
        return Ok(originals.indirect_eval.clone().into());
    }
    Ok(value.clone())
}

fn is_eval(shared: &Shared, value: &JsValue) -> bool {
    match (shared.original_eval.borrow().as_ref(), value.as_object()) {
        (Some(eval), Some(value)) => JsObject::equals(eval, &value),
        _ => false,
    }
}

/// Instruments code that is made while the program runs.
///
/// # Errors
/// A `SyntaxError`, or the end of the process.
pub fn eval_text(shared: &Shared, text: &JsString, kind: Kind) -> JsResult<JsString> {
    // Lone surrogates would not survive: such code stays as it is.
    let Ok(text) = text.to_std_string() else {
        return Ok(text.clone());
    };
    prepare(shared, &name_of_made_code(shared), &text, kind, "").map(JsString::from)
}

/// Makes a function as the constructor `Function` does, from the text of its parameters and of its body.
///
/// # Errors
/// A `SyntaxError`, or the end of the process.
pub fn function(
    parameters: &str,
    body: &str,
    form: FunctionForm,
    context: &mut Context,
) -> JsResult<JsValue> {
    let shared = shared(context);
    let path = name_of_made_code(&shared);
    let text = register(&shared, &path, Kind::Script, "", |options| {
        instrument_function(parameters, body, form, options)
    })?;
    context.eval(Source::from_bytes(&text).with_path(Path::new(&path)))
}

fn name_of_made_code(shared: &Shared) -> String {
    format!("evalmachine.<anonymous>:{}", shared.compiled.borrow().len())
}

/// The place of a probe, for people.
pub fn place_of(shared: &Shared, probe: ProbeId) -> Option<Place> {
    let compiled = shared.compiled.borrow();
    let unit = compiled
        .iter()
        .map(Compiled::unit)
        .find(|unit| unit.probe(probe).is_some())?;
    Some(Place {
        path: unit.path.clone(),
        span: unit.probe(probe)?.span,
    })
}

/// The number of the ES module whose own body, outside of functions, the probe is in.
pub fn source_of_top_level(shared: &Shared, probe: ProbeId) -> Option<u32> {
    let compiled = shared.compiled.borrow();
    let module = compiled
        .iter()
        .filter(|unit| unit.is_module())
        .map(Compiled::unit)
        .find(|unit| unit.probe(probe).is_some())?;
    let top = module.probe(probe)?.function.0 == module.first_function;
    top.then_some(module.id.0)
}

/// A place without extent.
pub fn place_at(path: &str, line: u32, column: u32) -> Place {
    Place {
        path: path.to_owned(),
        span: Span {
            start: 0,
            end: 0,
            line,
            column,
            end_line: line,
            end_column: column,
        },
    }
}

/// The place of one column; lines and columns count from 1.
pub fn span_at(shared: &Shared, path: &str, line: u32, column: u32) -> Option<Place> {
    let compiled = shared.compiled.borrow();
    let text = &compiled
        .iter()
        .rev()
        .find(|c| c.unit().path == path)?
        .unit()
        .text;
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1) as usize)
        .map(str::len)
        .sum();
    let mut units = 1;
    let inside = text[before..]
        .chars()
        .take_while(|c| {
            units += c.len_utf16() as u32;
            units <= column
        })
        .map(char::len_utf8)
        .sum::<usize>();
    let start = (before + inside) as u32;
    Some(Place {
        path: path.to_owned(),
        span: Span {
            start,
            end: start,
            line,
            column,
            end_line: line,
            end_column: column,
        },
    })
}

/// Line and column, in UTF-16 code units from 1, of an offset in a text.
pub fn line_and_column(text: &str, offset: u32) -> (u32, u32) {
    let before = &text[..text.floor_char_boundary(offset as usize)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() as u32 + 1;
    (line, before[start..].encode_utf16().count() as u32 + 1)
}

/// The place in the author's text of a place in the compiled one; lines, and columns in code points, count from 1.
pub fn original(shared: &Shared, path: &str, line: u32, column: u32) -> Option<(u32, u32)> {
    let compiled = shared.compiled.borrow();
    let unit = compiled.iter().rev().find(|c| c.unit().path == path)?;
    let column = if line == 1 {
        column.saturating_sub(unit.head).max(1)
    } else {
        column
    };
    let map = &unit.instrumented.map;
    Some(map.original(line, map.utf16_column(line, column)))
}

/// The author's text of a file, or of code that was compiled under that name.
pub fn text_of(shared: &Shared, path: &str) -> Option<String> {
    let compiled = shared.compiled.borrow();
    let unit = compiled.iter().rev().find(|c| c.unit().path == path);
    unit.map(|c| c.unit().text.clone()).or_else(|| {
        let bytes = shared.disk.borrow().read(path).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    })
}
