//! Early errors of functions and their parameters.

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::Span as ByteSpan;
use oxc_syntax::scope::ScopeFlags;

use super::scopes::Declared;
use super::{Around, Early, bound_names};

impl Early<'_> {
    pub(super) fn function(&mut self, it: &Function<'_>, flags: ScopeFlags) {
        let method = self.method.take();
        if it.r#type == FunctionType::FunctionDeclaration
            && let Some(id) = &it.id
        {
            let plain = !it.r#async && !it.generator && !self.strict;
            let start = ByteSpan::sized(it.span.start, 1);
            self.declare(&id.name, start, Declared::Function { plain });
        }
        let around = Around {
            super_property: method.is_some(),
            super_call: method == Some(MethodDefinitionKind::Constructor) && self.derived,
            new_target: true,
            ..Around::default()
        };
        self.in_function(around, |early| {
            let body = it.body.as_ref();
            early.enter_scope(flags | ScopeFlags::Function, &it.scope_id);
            if let Some(body) = body {
                early.directives(&body.directives, &it.params);
            }
            if let Some(id) = &it.id {
                early.visit_binding_identifier(id);
            }
            early.parameters(&it.params, method.is_some());
            early.around.parameters = true;
            early.visit_formal_parameters(&it.params);
            early.around.parameters = false;
            if let Some(body) = body {
                early.visit_function_body(body);
            }
            early.leave_scope();
        });
    }

    pub(super) fn arrow_function(&mut self, it: &ArrowFunctionExpression<'_>) {
        let around = Around {
            super_property: self.around.super_property,
            super_call: self.around.super_call,
            new_target: self.around.new_target,
            no_arguments: self.around.no_arguments,
            ..Around::default()
        };
        self.in_function(around, |early| {
            early.enter_scope(ScopeFlags::Function | ScopeFlags::Arrow, &it.scope_id);
            if let ArrowFunctionBody::FunctionBody(body) = &it.body {
                early.directives(&body.directives, &it.params);
            }
            early.parameters(&it.params, true);
            early.around.parameters = true;
            early.visit_formal_parameters(&it.params);
            early.around.parameters = false;
            early.visit_arrow_function_body(&it.body);
            early.leave_scope();
        });
    }

    /// A body with labels and loops of its own. `around`: what may stand in it.
    pub(super) fn in_function(&mut self, around: Around, walk: impl FnOnce(&mut Self)) {
        let strict = self.strict;
        let outside = std::mem::replace(&mut self.around, around);
        walk(self);
        self.around = outside;
        self.strict = strict;
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
}

/// Whether parameters are names only.
fn is_simple(parameters: &FormalParameters<'_>) -> bool {
    let plain = |it: &FormalParameter<'_>| {
        it.initializer.is_none() && matches!(it.pattern, BindingPattern::BindingIdentifier(_))
    };
    parameters.rest.is_none() && parameters.items.iter().all(plain)
}
