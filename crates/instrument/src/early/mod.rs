//! Early errors that the parser leaves to others: names declared twice, labels, strict mode, private names, and where
//! `super` and `new.target` may stand. In source order, so that the first one found is the one that V8 reports.

mod classes;
mod functions;
mod labels;
mod scopes;
mod strict;
mod walk;

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::Span as ByteSpan;

use crate::Kind;
use crate::error::{InstrumentError, Refusal, SyntaxError};
use crate::lines::LineIndex;
use crate::names::PREFIX;
use labels::Label;
use scopes::{Declared, Scopes};

/// Finds the first early error of a program.
pub(crate) fn check(
    source: &str,
    program: &Program<'_>,
    kind: Kind,
) -> Result<(), InstrumentError> {
    let mut early = Early::new(source, kind);
    early.visit_program(program);
    match early.found {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// What `break`, `continue`, `super` and `new.target` depend on: starts anew in each function.
#[derive(Default)]
struct Around {
    labels: Vec<Label>,
    loops: u32,
    switches: u32,
    /// `super.x` may stand here.
    super_property: bool,
    /// `super()` may stand here.
    super_call: bool,
    new_target: bool,
    /// `arguments` may not stand here.
    no_arguments: bool,
    /// These are parameters, in which nothing may be suspended.
    parameters: bool,
}

/// The walk.
struct Early<'s> {
    source: &'s str,
    kind: Kind,
    scopes: Scopes,
    around: Around,
    strict: bool,
    /// Names declared by the classes around, innermost last.
    private_names: Vec<Vec<String>>,
    /// The class around has a heritage.
    derived: bool,
    /// The function that is entered next is a method.
    method: Option<MethodDefinitionKind>,
    exported: Vec<(String, ByteSpan)>,
    found: Option<InstrumentError>,
}

impl<'s> Early<'s> {
    fn new(source: &'s str, kind: Kind) -> Self {
        let eval = matches!(kind, Kind::DirectEval { .. });
        Self {
            source,
            kind,
            scopes: Scopes::default(),
            around: Around {
                // What a direct `eval` may use depends on its caller.
                super_property: eval,
                super_call: eval,
                new_target: eval || kind == Kind::CommonJs,
                ..Around::default()
            },
            strict: kind == Kind::Module || kind == Kind::DirectEval { strict: true },
            private_names: Vec::new(),
            derived: false,
            method: None,
            exported: Vec::new(),
            found: None,
        }
    }

    fn report(&mut self, message: impl Into<String>, span: ByteSpan) {
        if self.found.is_none() {
            let error = SyntaxError::new(self.source, message, span.start, span.end);
            self.found = Some(error.into());
        }
    }

    fn report_module_syntax(&mut self, message: &str, start: u32, length: usize) {
        if self.found.is_none() && self.kind != Kind::Module {
            let error = SyntaxError::new(self.source, message, start, start + length as u32);
            self.found = Some(error.of_module_syntax().into());
        }
    }

    /// Refuses the names that the probes call.
    fn check_name(&mut self, name: &str, span: ByteSpan) {
        if self.found.is_none() && name.starts_with(PREFIX) {
            let message = format!(
                "Names that begin with '{PREFIX}' are the recorder's: choose another for '{name}'"
            );
            let span = LineIndex::new(self.source).span(span.start, span.end);
            self.found = Some(Refusal { message, span }.into());
        }
    }

    /// Declares a name. V8 underlines one character, for a class all of it.
    fn declare(&mut self, name: &str, span: ByteSpan, declared: Declared) {
        if self.scopes.declare(name, declared).is_err() {
            self.report(
                format!("Identifier '{name}' has already been declared"),
                span,
            );
        }
    }

    fn declare_pattern(&mut self, pattern: &BindingPattern<'_>, declared: Declared) {
        for (name, span) in bound_names(pattern) {
            if declared == Declared::Lexical && name == "let" {
                self.report("let is disallowed as a lexically bound name", span);
            }
            self.declare(&name, ByteSpan::sized(span.start, 1), declared);
        }
    }

    fn private_name(&mut self, it: &PrivateIdentifier<'_>, start: u32) {
        let declared = self
            .private_names
            .iter()
            .flatten()
            .any(|name| it.name.as_str() == name.as_str());
        if !declared && !matches!(self.kind, Kind::DirectEval { .. }) {
            let message = format!(
                "Private field '#{}' must be declared in an enclosing class",
                it.name
            );
            self.report(message, ByteSpan::new(start, start + 1));
        }
    }
}

/// The names that a pattern binds, in source order.
fn bound_names(pattern: &BindingPattern<'_>) -> Vec<(String, ByteSpan)> {
    let mut names = Vec::new();
    collect_names(pattern, &mut names);
    names
}

fn collect_names(pattern: &BindingPattern<'_>, names: &mut Vec<(String, ByteSpan)>) {
    match pattern {
        BindingPattern::BindingIdentifier(id) => names.push((id.name.to_string(), id.span)),
        BindingPattern::AssignmentPattern(it) => collect_names(&it.left, names),
        BindingPattern::ObjectPattern(it) => {
            for property in &it.properties {
                collect_names(&property.value, names);
            }
            if let Some(rest) = &it.rest {
                collect_names(&rest.argument, names);
            }
        }
        BindingPattern::ArrayPattern(it) => {
            for element in it.elements.iter().flatten() {
                collect_names(element, names);
            }
            if let Some(rest) = &it.rest {
                collect_names(&rest.argument, names);
            }
        }
    }
}
