//! Early errors that the parser leaves to others: names declared twice, labels, strict mode, private names, and where
//! `super` and `new.target` may stand. In source order, so that the first one found is the one that V8 reports.

mod classes;
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

/// A label around a statement.
struct Label {
    name: String,
    loops: bool,
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

    fn parameters(&mut self, parameters: &FormalParameters<'_>, unique: bool) {
        let mut names = Vec::new();
        for item in &parameters.items {
            names.extend(bound_names(&item.pattern));
        }
        if let Some(rest) = &parameters.rest {
            names.extend(bound_names(&rest.rest.argument));
        }
        let unique = unique || self.strict || !is_simple(parameters);
        for (index, (name, span)) in names.iter().enumerate() {
            if unique && names[..index].iter().any(|(other, _)| other == name) {
                self.report(
                    "Duplicate parameter name not allowed in this context",
                    *span,
                );
            }
            self.scopes.parameter(name);
        }
    }

    /// The directives of a function, which its parameters must fit.
    fn directives(&mut self, directives: &[Directive<'_>], parameters: &FormalParameters<'_>) {
        let strict = directives.iter().find(|it| it.directive == "use strict");
        if let Some(strict) = strict {
            self.strict = true;
            if !is_simple(parameters) {
                let message =
                    "Illegal 'use strict' directive in function with non-simple parameter list";
                self.report(message, strict.expression.span);
            }
        }
    }

    /// A loop, with its labels, which are the last ones around.
    fn in_loop(&mut self, walk: impl FnOnce(&mut Self)) {
        self.around.loops += 1;
        walk(self);
        self.around.loops -= 1;
    }

    /// What a `break` or `continue` refers to.
    fn jump(&mut self, keyword: &str, span: ByteSpan, label: Option<&LabelIdentifier<'_>>) {
        let continues = keyword == "continue";
        let Some(label) = label else {
            let keyword = ByteSpan::new(span.start, span.start + keyword.len() as u32);
            if continues && self.around.loops == 0 {
                self.report(
                    "Illegal continue statement: no surrounding iteration statement",
                    keyword,
                );
            } else if self.around.loops + self.around.switches == 0 {
                self.report("Illegal break statement", keyword);
            }
            return;
        };
        let name = label.name.as_str();
        match self
            .around
            .labels
            .iter()
            .find(|it| it.name.as_str() == name)
        {
            None => self.report(format!("Undefined label '{name}'"), label.span),
            Some(found) if continues && !found.loops => {
                let message = format!(
                    "Illegal continue statement: '{name}' does not denote an iteration statement"
                );
                self.report(message, label.span);
            }
            Some(_) => {}
        }
    }

    /// A body with labels and loops of its own. `around`: what may stand in it.
    fn in_function(&mut self, around: Around, walk: impl FnOnce(&mut Self)) {
        let strict = self.strict;
        let outside = std::mem::replace(&mut self.around, around);
        walk(self);
        self.around = outside;
        self.strict = strict;
    }

    /// A function where the grammar has room for one statement only.
    fn single_statement(&mut self, statement: &Statement<'_>, of_if: bool) {
        if let Statement::FunctionDeclaration(it) = statement {
            let keyword = ByteSpan::new(it.span.start, it.span.start + "function".len() as u32);
            if self.strict {
                self.report(
                    "In strict mode code, functions can only be declared at top level or inside a block.",
                    keyword,
                );
            } else if !of_if {
                self.report(
                    "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.",
                    keyword,
                );
            }
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

/// Whether parameters are names only.
fn is_simple(parameters: &FormalParameters<'_>) -> bool {
    let plain = |it: &FormalParameter<'_>| {
        it.initializer.is_none() && matches!(it.pattern, BindingPattern::BindingIdentifier(_))
    };
    parameters.rest.is_none() && parameters.items.iter().all(plain)
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
