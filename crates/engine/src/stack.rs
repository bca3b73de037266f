//! Stacks in V8's form: `error.stack`, and where an error was made.

use crate::compile;
use crate::globals::Originals;
use crate::messages::{self, At};
use crate::shared::{Shared, shared};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};
use loopscope_model::event::Place;
use loopscope_model::{NodeVersion, TaskKind};

/// One frame, the innermost first.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The function's name as the interpreter gives it; empty for one without.
    pub name: String,
    /// What the frame is.
    pub place: FramePlace,
}

/// Where a frame is.
#[derive(Debug, Clone)]
pub enum FramePlace {
    /// In a text of the program. Without an offset the interpreter does not know the place.
    Program {
        /// The number of the text.
        source: usize,
        /// Where in it.
        at: Option<Position>,
    },
    /// In Node's own JavaScript.
    Node,
    /// In a function of the interpreter.
    Native,
}

/// A place as the interpreter sees it, and whether it is a `new`.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    /// What the table of calls is asked for.
    pub key: u32,
    /// Where V8 sees it.
    pub shown: u32,
    /// Whether it is a `new`.
    pub is_new: bool,
}

/// A stack.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The innermost first.
    pub frames: Vec<Frame>,
    /// The kind of task that ran.
    task: Option<TaskKind>,
}

impl Trace {
    /// Reads what the interpreter gives: a line `    at NAME (PATH:LINE:COLUMN)` for each frame.
    pub fn read(shared: &Shared, raw: &str) -> Trace {
        let frames = raw.lines().filter_map(|line| frame(shared, line)).collect();
        let task = shared.running_kind();
        Trace { frames, task }
    }

    /// The innermost frame of the program.
    pub fn top(&self) -> Option<&Frame> {
        let program = |frame: &&Frame| matches!(frame.place, FramePlace::Program { .. });
        self.frames.iter().find(program)
    }

    /// Says where in the program's innermost frame something failed.
    pub fn set_top(&mut self, (source, offset): At) {
        for frame in &mut self.frames {
            if let FramePlace::Program { source: own, at } = &mut frame.place {
                if *own == source {
                    *at = Some(Position {
                        key: offset,
                        shown: offset,
                        is_new: false,
                    });
                }
                return;
            }
        }
    }

    /// Leaves out the frames of the function `name` and all inside of it, as `Error.captureStackTrace` does.
    pub fn without(&mut self, name: &str) {
        if let Some(at) = self.frames.iter().position(|frame| frame.name == name) {
            self.frames.drain(..=at);
        }
    }

    /// The place of the innermost frame of the program.
    pub fn place(&self, shared: &Shared) -> Option<Place> {
        let FramePlace::Program { source, at } = self.top()?.place else {
            return None;
        };
        place_at(shared, source, at?.shown)
    }

    /// The lines, without the header, of at most `limit` frames.
    pub fn lines(&self, shared: &Shared, limit: usize) -> Vec<String> {
        let compiled = shared.compiled.borrow();
        let mut lines = Vec::new();
        let program = |frame: &Frame| matches!(frame.place, FramePlace::Program { .. });
        let outermost = self.frames.iter().rposition(program);
        for (index, frame) in self.frames.iter().enumerate() {
            match &frame.place {
                FramePlace::Native => {
                    // What Node's own files call is hidden with them.
                    let mut outside = self.frames[index..].iter().map(|frame| &frame.place);
                    let caller = outside.find(|place| !matches!(place, FramePlace::Native));
                    if !matches!(caller, Some(FramePlace::Node)) {
                        lines.extend(native_line(&frame.name));
                    }
                }
                FramePlace::Node => {}
                FramePlace::Program { source, at } => {
                    let Some(unit) = compiled.get(*source) else {
                        continue;
                    };
                    let Some(at) = at else {
                        continue;
                    };
                    let function = unit
                        .unit()
                        .functions
                        .iter()
                        .rposition(|f| f.span.start <= at.shown && at.shown <= f.span.end)
                        .unwrap_or(0);
                    let caller = self.frames[index + 1..].iter().find(|frame| program(frame));
                    let constructed = caller.is_some_and(|caller| {
                        matches!(&caller.place, FramePlace::Program { at: Some(at), .. } if at.is_new)
                    });
                    let path = &unit.unit().path;
                    let mut name = if function == 0 {
                        if path.ends_with(".mjs") {
                            ""
                        } else {
                            "Object.<anonymous>"
                        }
                        .to_owned()
                    } else {
                        unit.instrumented.frame_name(function)
                    };
                    if constructed && !name.is_empty() && !name.contains(['.', ' ']) {
                        name = format!("new {name}");
                    }
                    if Some(index) == outermost && function != 0 {
                        name = self.callback_name(name, shared.scenario.node);
                    }
                    let (row, column) = compile::line_and_column(&unit.unit().text, at.shown);
                    let file = if path.ends_with(".mjs") {
                        format!("file://{path}")
                    } else {
                        path.clone()
                    };
                    lines.push(if name.is_empty() {
                        format!("{file}:{row}:{column}")
                    } else {
                        format!("{name} ({file}:{row}:{column})")
                    });
                }
            }
        }
        lines.extend(self.tail(shared.scenario.node));
        lines.truncate(limit);
        lines
    }

    /// A function that the loop calls is a method of the object that it was registered with.
    fn callback_name(&self, name: String, node: NodeVersion) -> String {
        let (class, method) = match self.task {
            Some(TaskKind::Timeout | TaskKind::Interval) => ("Timeout", "_onTimeout"),
            Some(TaskKind::Immediate) if node <= NodeVersion::V20 => ("Immediate", "_onImmediate"),
            Some(TaskKind::Immediate) => ("Immediate", "<anonymous>"),
            _ => return name,
        };
        match name.as_str() {
            "" => format!("{class}.{method}"),
            name if method.starts_with('<') => format!("{class}.{name}"),
            name if name.contains('.') => name.to_owned(),
            name => format!("{class}.{name} [as {method}]"),
        }
    }

    /// Node's own frames, which end a stack.
    fn tail(&self, node: NodeVersion) -> Vec<String> {
        let lines: &[&str] = match (&self.task, node) {
            (Some(TaskKind::Main), NodeVersion::V20) if self.ends_in_commonjs() => &[
                "Module._compile (node:internal/modules/cjs/loader:1521:14)",
                "Module._extensions..js (node:internal/modules/cjs/loader:1623:10)",
                "Module.load (node:internal/modules/cjs/loader:1266:32)",
                "Module._load (node:internal/modules/cjs/loader:1091:12)",
                "Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:164:12)",
                "node:internal/main/run_main_module:28:49",
            ],
            (Some(TaskKind::Timeout | TaskKind::Interval), NodeVersion::V20) => &[
                "listOnTimeout (node:internal/timers:581:17)",
                "process.processTimers (node:internal/timers:519:7)",
            ],
            (Some(TaskKind::Immediate), NodeVersion::V20) => {
                &["process.processImmediate (node:internal/timers:483:21)"]
            }
            (Some(TaskKind::Tick), NodeVersion::V20) => {
                &["process.processTicksAndRejections (node:internal/process/task_queues:77:11)"]
            }
            (Some(TaskKind::PromiseJob), NodeVersion::V20) => {
                &["process.processTicksAndRejections (node:internal/process/task_queues:95:5)"]
            }
            _ => &[],
        };
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    fn ends_in_commonjs(&self) -> bool {
        !self.frames.is_empty()
    }
}

fn place_at(shared: &Shared, source: usize, offset: u32) -> Option<Place> {
    let compiled = shared.compiled.borrow();
    let unit = compiled.get(source)?.unit();
    let (line, column) = compile::line_and_column(&unit.text, offset);
    compile::span_at(shared, &unit.path, line, column)
}

/// A line of the interpreter's.
fn frame(shared: &Shared, line: &str) -> Option<Frame> {
    let (name, place) = line.trim().strip_prefix("at ")?.rsplit_once(" (")?;
    let place = place.strip_suffix(')')?;
    let name = match name {
        "<main>" | "<anonymous>" => "",
        name => name,
    };
    let name = name.to_owned();
    if place == "native" || place.starts_with("native at ") {
        return Some(Frame {
            name,
            place: FramePlace::Native,
        });
    }
    let mut parts = place.rsplitn(3, ':');
    let (column, row) = (parts.next()?, parts.next()?);
    let path = parts.next()?;
    if path.starts_with("node:") {
        return Some(Frame {
            name,
            place: FramePlace::Node,
        });
    }
    let source = messages::source_of(shared, path)?;
    let at = match (row.parse(), column.parse()) {
        (Ok(row), Ok(column)) => messages::offset(shared, path, row, column),
        _ => None,
    };
    let at = at.map(|key| {
        let compiled = shared.compiled.borrow();
        let unit = &compiled[source];
        let call = unit.instrumented.sites.call_at(key);
        let text = &unit.unit().text[key as usize..];
        Position {
            key,
            shown: call.map_or(key, |call| call.at),
            is_new: call.is_some() && text.starts_with("new"),
        }
    });
    Some(Frame {
        name,
        place: FramePlace::Program { source, at },
    })
}

/// Functions of the language that call back, by their receiver.
const NATIVES: [(&str, &str); 6] = [
    (
        "Array",
        "map forEach filter reduce reduceRight find findIndex findLast findLastIndex some every flatMap sort",
    ),
    ("JSON", "parse stringify"),
    ("String", "replace replaceAll"),
    ("Reflect", "apply construct"),
    ("Function", "from fromAsync"),
    ("new", "Promise"),
];

fn native_line(name: &str) -> Option<String> {
    let (class, _) = NATIVES
        .iter()
        .find(|(_, names)| names.split(' ').any(|known| known == name))?;
    let dot = if *class == "new" { ' ' } else { '.' };
    Some(format!("{class}{dot}{name} (<anonymous>)"))
}

/// The stack of an error that the interpreter's constructor has just made.
pub fn capture(error: &JsObject, context: &mut Context) -> Trace {
    let stack = context.get_data::<Originals>().map(|o| o.stack.clone());
    let raw = stack.and_then(|stack| stack.call(&error.clone().into(), &[], context).ok());
    let raw = raw.map(|raw| crate::globals::text_of(&raw));
    let mut trace = Trace::read(&shared(context), &raw.unwrap_or_default());
    // The constructor's own frames, and those of probes.
    let is_own = |frame: &Frame| {
        matches!(frame.place, FramePlace::Native)
            && (frame.name.ends_with("Error")
                || frame.name.starts_with(loopscope_instrument::names::PREFIX)
                || frame.name.is_empty()
                || frame.name == "captureStackTrace")
    };
    while trace.frames.first().is_some_and(is_own) {
        trace.frames.remove(0);
    }
    trace
}

/// What a stack begins with: name and message.
///
/// # Errors
/// What the error's accessors throw.
pub fn header(error: &JsObject, context: &mut Context) -> JsResult<String> {
    let mut part = |name: &str, default: &str| -> JsResult<String> {
        let value = error.get(JsString::from(name), context)?;
        if value.is_undefined() {
            return Ok(default.to_owned());
        }
        Ok(value.to_string(context)?.to_std_string_lossy())
    };
    let (name, message) = (part("name", "Error")?, part("message", "")?);
    Ok(match (name.is_empty(), message.is_empty()) {
        (true, _) => message,
        (_, true) => name,
        _ => format!("{name}: {message}"),
    })
}

/// Gives an error its `stack`.
pub fn define(object: &JsObject, header: &str, trace: &Trace, context: &mut Context) {
    let shared = shared(context);
    let Some(limit) = limit(context) else {
        return;
    };
    let mut text = header.to_owned();
    for line in trace.lines(&shared, limit) {
        text.push_str("\n    at ");
        text.push_str(&line);
    }
    messages::define(object, "stack", JsString::from(text).into(), context);
    if let Some(place) = trace.place(&shared) {
        *shared.last_error.borrow_mut() = Some((object.clone(), place));
    }
}

/// `Error.stackTraceLimit`; without a number there V8 makes no stacks.
fn limit(context: &mut Context) -> Option<usize> {
    let error = context.get_data::<Originals>()?.error.clone()?;
    let property = error
        .borrow()
        .properties()
        .get(&js_string!("stackTraceLimit").into());
    let value = property.and_then(|property| property.value().cloned());
    let limit = value.as_ref().and_then(JsValue::as_number)?;
    Some(limit.clamp(0.0, 200.0) as usize)
}
