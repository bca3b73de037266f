//! Decides where probes go: one walk over the syntax tree, in source order.
//!
//! A probe is written where it changes nothing but that it is called:
//!
//! * before a statement's own expression, with a comma: `ǃp(3),f()`, `return ǃp(3),x`, `if (ǃp(3),x)`. This needs no
//!   braces, keeps completion values, and what ends the statement stays what it was;
//! * as a statement of its own before one that has no such expression (`ǃp(3);break`), with braces where only one
//!   statement may stand;
//! * around an expression that is not the definition of an anonymous function (those take their name from their
//!   place).
//!
//! Probes that are reached one directly after the other (a function's entry and its first statement, a loop's
//! iteration and the first statement of its body) share a call.

mod bigints;
mod checks;
mod divisors;
mod exports;
mod expressions;
mod finally;
mod for_of;
mod functions;
mod labels;
mod redeclared;
mod rest;
mod statements;
mod writes;

use loopscope_model::source::{FunctionInfo, FunctionKind, ProbeKind};
use loopscope_model::{FunctionId, Probe, Span};
use oxc_ast::ast::Program;
use oxc_span::{GetSpan, Span as ByteSpan};

use crate::edits::Edits;
use crate::lines::LineIndex;
use crate::names::{PREFIX, PROBE, SKIP};
use crate::sites::Sites;
use crate::{Facts, NumericLoop, Options, Specifier};

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a list of statements: others may be put before it.
    List,
    /// Where the grammar has room for one statement only.
    Single,
}

/// What the walk collects.
pub(crate) struct Probes<'s> {
    source: &'s str,
    lines: LineIndex<'s>,
    pub edits: Edits,
    options: &'s Options,
    pub probes: Vec<Probe>,
    pub functions: Vec<FunctionInfo>,
    /// What `toString` gives of each function: for a constructor the whole class.
    pub texts: Vec<(u32, u32)>,
    /// What stacks call each function.
    pub frame_names: Vec<String>,
    /// What the function that comes next is a part of: a class, an object.
    owner: Option<String>,
    /// The classes that are marked.
    pub classes: Vec<(u32, u32)>,
    pub facts: Facts,
    /// The functions around, innermost last.
    around: Vec<FunctionId>,
    /// First and last of the probes that are reached next, but are not written yet.
    pending: Option<(u32, u32)>,
    /// The loops over numbers.
    pub loops: Vec<NumericLoop>,
    /// What the call of the probes that are reached next offers besides: to skip iterations.
    offer: Option<String>,
    /// How many `with` statements are around: a name in them may be anything.
    with_depth: u32,
    /// Whether the value of the last statement can be observed, as the result of `eval`.
    completion: bool,
    strict: bool,
    /// The name that an anonymous function would take from its place.
    name: Option<String>,
    /// Places that may throw.
    pub sites: Sites,
    /// How many checks with a temporary are open.
    open_checks: u32,
    /// How many patterns are open.
    pattern_depth: u32,
    /// How V8 names the value of the pattern that comes next, if it does.
    pattern_of: Option<String>,
    /// Whether the pattern that comes next has a value that is checked.
    pattern_checked: bool,
    /// The loops around that must be closed when the generator is told to return.
    closing: for_of::Closing,
    /// How many `finally` blocks are around, ours too.
    finallies: u32,
    /// Whether interpreters lose what this function returns from a `try` statement.
    loses_returns: bool,
    /// The `try` statements around that are left step by step.
    stages: Vec<finally::Stage>,
    /// The labelled statements around that a loop was written around.
    labelled: Vec<labels::Labelled>,
    /// How many names were declared for patterns with a rest.
    forgotten: u32,
    /// Which parameter of a function is walked.
    parameter: Option<usize>,
}

impl<'s> Probes<'s> {
    pub fn new(source: &'s str, options: &'s Options) -> Self {
        Self {
            source,
            lines: LineIndex::new(source),
            edits: Edits::default(),
            options,
            probes: Vec::new(),
            functions: Vec::new(),
            texts: Vec::new(),
            frame_names: Vec::new(),
            owner: None,
            classes: Vec::new(),
            facts: Facts {
                bigints: options.count_work && (options.bigints || bigints::mentioned(source)),
                ..Facts::default()
            },
            around: Vec::new(),
            pending: None,
            loops: Vec::new(),
            offer: None,
            with_depth: 0,
            completion: false,
            strict: false,
            name: None,
            sites: Sites::default(),
            open_checks: 0,
            pattern_depth: 0,
            pattern_of: None,
            pattern_checked: false,
            closing: for_of::Closing::default(),
            forgotten: 0,
            finallies: 0,
            loses_returns: false,
            stages: Vec::new(),
            labelled: Vec::new(),
            parameter: None,
        }
    }

    /// Walks a whole program. `completion`: whether its completion value can be observed; `strict`: whether it is
    /// strict mode code even without a directive.
    pub fn program(&mut self, program: &Program<'_>, completion: bool, strict: bool) {
        self.completion = completion;
        self.strict = strict || has_use_strict(&program.directives);
        self.enter_program();
        let end = self.source.len() as u32;
        self.reach(ProbeKind::Enter, ByteSpan::new(0, end));
        self.statement_list(&program.body);
        if self.pending.take().is_some() {
            // Nothing in the text runs, so nothing was numbered since.
            self.probes.pop();
        }
        self.around.pop();
    }

    /// Numbers the text's own body as its first function.
    pub fn enter_program(&mut self) {
        let end = self.source.len() as u32;
        self.enter_function(String::new(), ByteSpan::new(0, end), FunctionKind::Program);
    }

    /// Adds a function to the table; it is the innermost one until `around` is popped.
    fn enter_function(&mut self, name: String, span: ByteSpan, kind: FunctionKind) {
        let id = FunctionId(self.options.first_function + self.functions.len() as u32);
        let owner = self.owner.take();
        self.frame_names.push(match (owner, name.as_str()) {
            (Some(owner), "") => owner,
            (Some(owner), name) if owner.starts_with("new ") => format!("new {name}"),
            (Some(owner), accessor) if accessor.contains(' ') => {
                let (kind, name) = accessor.split_once(' ').unwrap_or_default();
                format!("{owner}.{kind} {name} [as {name}]")
            }
            (Some(owner), name) => format!("{owner}.{name}"),
            (None, name) => name.to_owned(),
        });
        let info = FunctionInfo {
            name,
            span: self.span(span),
            kind,
        };
        self.functions.push(info);
        self.texts.push((span.start, span.end));
        self.around.push(id);
    }

    fn span(&self, span: ByteSpan) -> Span {
        self.lines.span(span.start, span.end)
    }

    /// Adds a probe to the table and gives its number.
    fn probe(&mut self, kind: ProbeKind, span: ByteSpan) -> u32 {
        let id = self.options.first_probe + self.probes.len() as u32;
        let function = *self.around.last().expect("the program is a function");
        let span = self.span(span);
        self.probes.push(Probe {
            kind,
            span,
            function,
        });
        id
    }

    /// Adds a probe that is reached next; it is written with the next statement.
    fn reach(&mut self, kind: ProbeKind, span: ByteSpan) {
        let id = self.probe(kind, span);
        self.pending = match self.pending {
            Some((first, last)) => {
                debug_assert_eq!(
                    last + 1,
                    id,
                    "probes that share a call are numbered in a row"
                );
                Some((first, id))
            }
            None => Some((id, id)),
        };
    }

    /// The call of the probes that are reached next, if there are any.
    fn take_call(&mut self) -> Option<String> {
        let (first, last) = self.pending.take()?;
        Some(match self.offer.take() {
            Some(offer) => format!("void({SKIP}({first},{last})&&{offer})"),
            None if first == last => format!("{PROBE}({first})"),
            None => format!("{PROBE}({first},{last})"),
        })
    }

    /// The call as a statement that leaves the completion value alone where it can be observed.
    ///
    /// A block with nothing but a lexical declaration gives no value, so that of the statement before stays; and
    /// nothing is declared where the program could see it, or where a script that runs twice would declare it twice.
    fn call_statement(&self, call: &str) -> String {
        if self.completion {
            format!("{{let {PREFIX}={call}}}")
        } else {
            format!("{call};")
        }
    }

    /// Writes the call before an expression, with a comma.
    fn write_before_expression(&mut self, at: u32) {
        if let Some(call) = self.take_call() {
            self.edits.insert(at, &call);
            self.edits.insert(at, ",");
        }
    }

    /// Ends a statement or class field at which the author left the semicolon out, when something was written at its
    /// very end: `x = yield⏎(y)` are two statements, `x = ǃr(yield ǃy())⏎(y)` would be one.
    fn end_statement(&mut self, span: ByteSpan) {
        let explicit = self.source.as_bytes()[span.end as usize - 1] == b';';
        if !explicit && self.edits.any_at(span.end) {
            self.edits.insert(span.end, ";");
        }
    }

    /// The head of a statement, from its beginning to the body: `while (x)`.
    fn head(&self, span: ByteSpan, body: &impl GetSpan) -> ByteSpan {
        let head = self.source[span.start as usize..body.span().start as usize].trim_end();
        ByteSpan::new(span.start, span.start + head.len() as u32)
    }

    /// The keyword that a statement begins with.
    fn keyword(&self, span: ByteSpan, keyword: &str) -> ByteSpan {
        ByteSpan::new(span.start, span.start + keyword.len() as u32)
    }

    /// Records that another module is named by a string literal.
    fn specifier(&mut self, value: &str, span: ByteSpan) {
        let span = self.span(span);
        self.facts.specifiers.push(Specifier {
            value: value.to_owned(),
            span,
        });
    }
}

/// Whether a directive prologue makes its code strict.
pub(crate) fn has_use_strict(directives: &[oxc_ast::ast::Directive<'_>]) -> bool {
    directives
        .iter()
        .any(|directive| directive.directive.as_str() == "use strict")
}
