//! Inserts probes into the text of a JavaScript program.
//!
//! Boa has no statement hook, so the recorder learns what runs by calls that are written into the program before it
//! is compiled: [`instrument`] parses a text, inserts calls of the functions in [`names`] on the same line, and gives
//! the table from a probe's number to its place ([`SourceUnit`]) and the map of positions ([`PositionMap`]).
//!
//! **Law: with and without probes a program behaves the same**: output, errors, exit code, `name`, `length`,
//! completion values of `eval`. What the text itself shows goes through this crate again: `Function.prototype.toString`
//! by [`Instrumented::original_text`], positions in stacks by [`PositionMap::original`].
//!
//! The host provides the functions in [`names`], bound as constants in the realm's lexical environment.
//!
//! A text that is no program gives a [`SyntaxError`] with V8's message and place. One that is, but that the
//! recorder cannot run faithfully, gives a [`Refusal`].
//!
//! *Limitations.* Early errors are found as far as programs commonly meet them; the others are the interpreter's to
//! find when it compiles the instrumented text, [`PositionMap`] then gives their place. Patterns of regular
//! expressions are not checked. `f() = 1`, at which V8 throws only when it runs, and a statement that is `let` and no more
//! are taken for errors. In `eval(...codes)` the code gets no probes.

mod depth;
mod dynamic;
mod early;
mod edits;
mod error;
mod levels;
mod lines;
mod map;
mod messages;
pub mod names;
pub mod numeric;
mod parse;
mod probes;
mod sites;
mod tokens;
mod trivia;

use loopscope_model::{SourceId, SourceUnit, Span};

pub use dynamic::{FunctionForm, instrument_function};
pub use error::{InstrumentError, Refusal, SyntaxError};
pub use map::PositionMap;
pub use numeric::NumericLoop;
pub use sites::{
    CallSite, PatternSite, Site, SiteKind, Sites, is_declared_around, uninitialized_name,
};

/// What a text is compiled as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A CommonJS module: the body of a function with the parameters `exports`, `require`, `module`, `__filename`
    /// and `__dirname`, as Node compiles it.
    CommonJs,
    /// An ES module.
    Module,
    /// A script, or the code of an indirect `eval`: its completion value is kept.
    Script,
    /// The code of a direct `eval`: its completion value is kept.
    ///
    /// Whether `super`, `new.target`, `arguments` and private names may stand in it depends on the caller and is
    /// left to the interpreter.
    DirectEval {
        /// Whether the caller is strict mode code.
        strict: bool,
    },
}

impl Kind {
    /// Whether names may be those of a caller.
    pub(crate) fn is_direct_eval(self) -> bool {
        matches!(self, Kind::DirectEval { .. })
    }
}

/// How a text is instrumented.
#[derive(Debug, Clone)]
pub struct Options {
    /// What it is compiled as.
    pub kind: Kind,
    /// Its number.
    pub source: SourceId,
    /// The number of its first probe.
    pub first_probe: u32,
    /// The number of its first function.
    pub first_function: u32,
    /// The number of its first loop over numbers.
    pub first_loop: u32,
    /// Its path, for the table.
    pub path: String,
    /// How deep brackets may be nested, and what else makes parsers recurse; see [`Options::MAX_DEPTH`].
    pub max_depth: u32,
    /// Whether each class tells the host its text, by a static block that calls [`names::CLASS`]. For interpreters
    /// whose `toString` does not give the text of classes.
    pub mark_classes: bool,
    /// Whether what `for await` iterates, and what async generators await by themselves, goes through
    /// [`names::FOR_AWAIT`] and [`names::OPERAND`]. For versions of Node in which `await` took three turns.
    pub old_await: bool,
    /// Whether the operand of `yield*` in an async generator goes through [`names::DELEGATE`]. For interpreters that await
    /// other things there than the version of Node does.
    pub mark_delegation: bool,
    /// Whether loops in generators are closed by calls of [`names::CLOSE`] when the generator is told to return. For
    /// interpreters that forget to.
    pub close_loops: bool,
    /// Whether patterns with a rest name what they take apart further once more, and initialisers of fields with `super` are
    /// put into methods. For interpreters that forget the ones and confuse the others.
    pub repair: bool,
    /// Whether expressions that may throw are checked, see [`Sites`].
    pub explain_errors: bool,
    /// Whether the right operands of `/` and `%`, and what is negated, go through [`names::DIVISOR`]. For interpreters that
    /// keep small numbers as integers and give `0 / -1` as 0.
    pub mark_divisors: bool,
    /// Whether the host is told of work that only it can count: see [`names::LEFT`].
    pub count_work: bool,
    /// Whether another text of the program has BigInts, so that this one may as well.
    pub bigints: bool,
    /// The major version of Node whose syntax the text may use; what came later is a syntax error.
    pub major: u32,
}

impl Options {
    /// The default of `max_depth`: what Boa compiles with a stack of 8 MiB, with a third to spare. The parser here
    /// takes less, a tenth of it.
    pub const MAX_DEPTH: u32 = 150;

    /// The options for a text whose probes and functions are numbered from 0.
    pub fn new(kind: Kind, path: impl Into<String>) -> Self {
        Self {
            kind,
            source: SourceId(0),
            first_probe: 0,
            first_function: 0,
            first_loop: 0,
            path: path.into(),
            max_depth: Self::MAX_DEPTH,
            mark_classes: false,
            old_await: false,
            mark_delegation: false,
            close_loops: false,
            repair: false,
            explain_errors: false,
            mark_divisors: false,
            count_work: false,
            bigints: false,
            major: u32::MAX,
        }
    }
}

/// A string literal that names another module, in `require("…")`, `import` or `export … from`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specifier {
    /// The literal's value.
    pub value: String,
    /// The literal.
    pub span: Span,
}

/// What the text says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// It has `import` or `export` declarations or `import.meta`.
    pub module_syntax: bool,
    /// It has `await` outside of functions.
    pub top_level_await: bool,
    /// It may make BigInts.
    pub bigints: bool,
    /// The names that a CommonJS module gives to ES modules, as far as its text shows them.
    pub exported_names: Vec<String>,
    /// The modules that it imports by declarations.
    pub imports: Vec<String>,
    /// The modules that it names by string literals, in the order of the text.
    pub specifiers: Vec<Specifier>,
}

/// An instrumented text.
#[derive(Debug, Clone)]
pub struct Instrumented {
    /// The text to compile. It has the lines of the author's text.
    pub text: String,
    /// The author's text, without byte order mark where Node takes it off, and the table of probes.
    pub unit: SourceUnit,
    /// Positions of `text` to positions of `unit.text`.
    pub map: PositionMap,
    /// What the text says about itself.
    pub facts: Facts,
    /// What may throw, with [`Options::explain_errors`].
    pub sites: Sites,
    /// Its loops over numbers.
    pub loops: Vec<NumericLoop>,
    /// Inserted texts, sorted.
    edits: Vec<edits::Edit>,
    /// What `toString` gives, for each of `unit.functions`.
    texts: Vec<(u32, u32)>,
    /// The classes that are marked.
    classes: Vec<(u32, u32)>,
    /// What stacks call each of `unit.functions`.
    frame_names: Vec<String>,
}

/// Inserts probes into `source`.
///
/// # Errors
/// [`InstrumentError::Syntax`] where Node would throw a `SyntaxError` before it runs anything, as far as it is found
/// here; [`InstrumentError::Refused`] for nesting that no parser here survives, and for names that are the probes'.
pub fn instrument(source: &str, options: &Options) -> Result<Instrumented, InstrumentError> {
    let file = matches!(options.kind, Kind::CommonJs | Kind::Module);
    // Node decodes ES modules, which takes the mark off. In CommonJS modules it is white space.
    let source = match source.strip_prefix('\u{FEFF}') {
        Some(rest) if options.kind == Kind::Module => rest,
        _ => source,
    };
    parse::with_program(source, options, |program| {
        levels::check(source, program, options.major)?;
        early::check(source, program, options.kind)?;
        let mut probes = probes::Probes::new(source, options);
        let completion = !file;
        let strict = match options.kind {
            Kind::Module => true,
            Kind::DirectEval { strict } => strict,
            Kind::CommonJs | Kind::Script => false,
        };
        probes.program(program, completion, strict);
        let mut instrumented = finish(source, probes, options);
        if program.hashbang.is_some() {
            // The host wraps a CommonJS module in a function, in which `#!` has no meaning: a comment as long.
            instrumented.text.replace_range(..2, "//");
        }
        Ok(instrumented)
    })
}

/// Builds the text and the tables.
fn finish(source: &str, mut probes: probes::Probes<'_>, options: &Options) -> Instrumented {
    probes.sites.calls.sort_by_key(|call| call.key);
    let (text, edits) = probes.edits.apply(source);
    let map = PositionMap::new(source, &edits, &text);
    let unit = SourceUnit {
        id: options.source,
        path: options.path.clone(),
        text: source.to_owned(),
        first_probe: options.first_probe,
        probes: probes.probes,
        first_function: options.first_function,
        functions: probes.functions,
    };
    Instrumented {
        text,
        unit,
        map,
        facts: probes.facts,
        sites: probes.sites,
        loops: probes.loops,
        edits,
        texts: probes.texts,
        classes: probes.classes,
        frame_names: probes.frame_names,
    }
}

impl Instrumented {
    /// What `toString` gives for a function whose instrumented text is `text`: the author's text of the function,
    /// for a constructor that of its class.
    ///
    /// `None` when `text` is no part of this unit; [`names::first_probe_in`] tells which unit to ask. A text without
    /// any probe is the author's already.
    pub fn original_text(&self, text: &str) -> Option<&str> {
        let start = self.text.find(text)?;
        let end = self.original_offset((start + text.len()) as u32);
        let start = self.original_offset(start as u32);
        // What the interpreter keeps may begin a keyword or a parenthesis off: the end tells which function it is.
        let functions = self.unit.functions.iter().zip(&self.texts);
        let (_, &(start, end)) = functions
            .skip(1)
            .filter(|(info, _)| info.span.end == end)
            .min_by_key(|(info, _)| info.span.start.abs_diff(start))
            .unwrap_or((&self.unit.functions[0], &(start, end)));
        self.unit.text.get(start as usize..end as usize)
    }

    /// What `toString` gives for the class that [`names::CLASS`] was called for with this index.
    pub fn class_text(&self, index: u32) -> Option<&str> {
        let &(start, end) = self.classes.get(index as usize)?;
        self.unit.text.get(start as usize..end as usize)
    }

    /// What a stack calls a function of `unit.functions`: `Foo.method`, `new Foo`, `name`; empty for one without a name.
    pub fn frame_name(&self, index: usize) -> String {
        self.frame_names.get(index).cloned().unwrap_or_default()
    }

    /// The offset in the author's text of an offset in the instrumented text.
    pub fn original_offset(&self, offset: u32) -> u32 {
        let mut inserted = 0;
        for edit in &self.edits {
            let start = edit.at + inserted;
            if offset <= start {
                break;
            }
            if offset < start + edit.bytes {
                return edit.at;
            }
            inserted += edit.bytes;
        }
        offset - inserted
    }
}
