//! Parameters that a `var` of the function's body declares again.
//!
//! Where parameters have initialisers the `var` is a variable of its own that begins with the parameter's value (ECMA-262,
//! 10.2.11, step 28). Interpreters may leave it without one: with [`crate::Options::repair`]
//! `function f(a = 1) { var a }` is written `function f(ǃ_a = 1) {a=ǃ_a; var a }`.

use std::collections::BTreeSet;

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::Span;
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::PREFIX;

impl Probes<'_> {
    /// Gives the parameters that are declared again other names. Where functions in the list have names of their own, or code
    /// is evaluated there, nothing is done.
    pub(super) fn redeclared(
        &mut self,
        parameters: &FormalParameters<'_>,
        body: &FunctionBody<'_>,
    ) {
        if !self.options.repair {
            return;
        }
        let mut list = List::default();
        list.visit_formal_parameters(parameters);
        if !list.expressions || list.bindings.is_empty() || list.evaluates {
            return;
        }
        let mut declared = Declared::default();
        for statement in &body.statements {
            declared.visit_statement(statement);
        }
        let mut start = String::new();
        for (name, span, shorthand) in &list.bindings {
            let again = declared.variables.contains(name)
                && !declared.functions.contains(name)
                && !list.shadowed.contains(name);
            if again {
                self.renamed(name, *span, *shorthand);
                for (_, span, shorthand) in list.uses.iter().filter(|used| used.0 == *name) {
                    self.renamed(name, *span, *shorthand);
                }
                start.push_str(&format!("{name}={PREFIX}_{name};"));
            }
        }
        if start.is_empty() {
            return;
        }
        match body.directives.last() {
            Some(last) => self.edits.insert(last.span.end, &format!(";{start}")),
            None => self.edits.insert(body.span.start + 1, &start),
        }
    }
}

impl Probes<'_> {
    fn renamed(&mut self, name: &str, span: Span, shorthand: bool) {
        match shorthand {
            true => self.edits.insert(span.end, &format!(":{PREFIX}_{name}")),
            false => self.edits.insert(span.start, &format!("{PREFIX}_")),
        }
    }
}

/// A name, where it stands, and whether it is also that of a property.
type Named = (String, Span, bool);

/// What is in a list of parameters.
#[derive(Default)]
struct List {
    bindings: Vec<Named>,
    /// Names that its expressions use.
    uses: Vec<Named>,
    /// Names that functions in its expressions declare.
    shadowed: BTreeSet<String>,
    expressions: bool,
    evaluates: bool,
    shorthand: bool,
    within: bool,
}

impl<'a> VisitJs<'a> for List {
    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        let shorthand = std::mem::take(&mut self.shorthand);
        let name = it.name.to_string();
        match self.within {
            true => {
                self.shadowed.insert(name);
            }
            false => self.bindings.push((name, it.span, shorthand)),
        }
    }

    fn visit_binding_property(&mut self, it: &BindingProperty<'a>) {
        if it.computed {
            self.visit_property_key(&it.key);
        }
        self.shorthand = it.shorthand;
        self.visit_binding_pattern(&it.value);
        self.shorthand = false;
    }

    fn visit_expression(&mut self, it: &Expression<'a>) {
        self.expressions = true;
        let outer = std::mem::replace(&mut self.within, true);
        walk_js::walk_expression(self, it);
        self.within = outer;
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.shorthand = it.shorthand;
        walk_js::walk_object_property(self, it);
        self.shorthand = false;
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let shorthand = std::mem::take(&mut self.shorthand);
        self.evaluates |= it.name == "eval";
        self.uses.push((it.name.to_string(), it.span, shorthand));
    }
}

/// What a function's body declares for all of it.
#[derive(Default)]
struct Declared {
    variables: BTreeSet<String>,
    functions: BTreeSet<String>,
    in_var: bool,
}

impl<'a> VisitJs<'a> for Declared {
    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        let outer = std::mem::replace(&mut self.in_var, it.kind == VariableDeclarationKind::Var);
        walk_js::walk_variable_declaration(self, it);
        self.in_var = outer;
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        if self.in_var {
            self.variables.insert(it.name.to_string());
        }
    }

    fn visit_function(&mut self, it: &Function<'a>, _flags: ScopeFlags) {
        if let Some(id) = &it.id {
            self.functions.insert(id.name.to_string());
        }
    }

    fn visit_class(&mut self, _it: &Class<'a>) {}

    fn visit_expression(&mut self, _it: &Expression<'a>) {}
}
