//! Probes in expressions: `await`, `yield`, `eval`; and the walk itself.

use loopscope_model::source::{FunctionKind, ProbeKind};
use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::{AWAIT, DELEGATE, EVAL_CODE, EVAL_VALUE, IMPORT, OPERAND, RESUME, YIELD};
use crate::sites::{self, SiteKind};

impl<'a> VisitJs<'a> for Probes<'_> {
    fn visit_expression(&mut self, it: &Expression<'a>) {
        match it {
            Expression::Identifier(id) if id.name == "eval" => {
                self.edits.insert(id.span.start, &format!("({EVAL_VALUE}("));
                self.edits.insert(id.span.end, "))");
            }
            // Parentheses do not come between a function and the name that it takes from its place.
            Expression::ParenthesizedExpression(_)
            | Expression::FunctionExpression(_)
            | Expression::ArrowFunctionExpression(_)
            | Expression::ClassExpression(_) => walk_js::walk_expression(self, it),
            _ => {
                self.name = None;
                walk_js::walk_expression(self, it);
            }
        }
    }

    fn visit_function(&mut self, it: &Function<'a>, _flags: ScopeFlags) {
        self.function(it, it.span);
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.arrow_function(it);
    }

    fn visit_class(&mut self, it: &Class<'a>) {
        self.class(it);
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.object_property(it);
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        self.pattern_checked = it.init.is_some() && it.id.is_destructuring_pattern();
        self.visit_binding_pattern(&it.id);
        if let Some(init) = &it.init {
            if self.taken_apart(&it.id, init) {
                return;
            }
            let name = it.id.get_identifier_name().map(|name| name.to_string());
            self.named(name, init);
        }
    }

    fn visit_assignment_pattern(&mut self, it: &AssignmentPattern<'a>) {
        self.pattern_of = Some(sites::render(&it.right));
        self.visit_binding_pattern(&it.left);
        self.pattern_of = None;
        let name = it.left.get_identifier_name().map(|name| name.to_string());
        self.named(name, &it.right);
    }

    fn visit_formal_parameter(&mut self, it: &FormalParameter<'a>) {
        let index = self.parameter.map_or(0, |last| last + 1);
        self.parameter = Some(index);
        self.visit_binding_pattern(&it.pattern);
        if let Some(initializer) = &it.initializer {
            let name = it.pattern.get_identifier_name();
            self.named(name.map(|name| name.to_string()), initializer);
        }
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        self.exported(it);
        self.assignment_target(it);
        let written = self.assigned_apart(it)
            || self.assigned(it)
            || self.big_assignment(it)
            || self.divided_by(it);
        if !written {
            self.named(super::checks::target_name(&it.left), &it.right);
        }
    }

    fn visit_assignment_target_with_default(&mut self, it: &AssignmentTargetWithDefault<'a>) {
        self.visit_assignment_target(&it.binding);
        self.named(super::checks::target_name(&it.binding), &it.init);
    }

    fn visit_assignment_target_property_identifier(
        &mut self,
        it: &AssignmentTargetPropertyIdentifier<'a>,
    ) {
        if let Some(init) = &it.init {
            self.named(Some(it.binding.name.to_string()), init);
        }
    }

    fn visit_await_expression(&mut self, it: &AwaitExpression<'a>) {
        self.facts.top_level_await |= self.around.len() == 1;
        let n = self.probe(ProbeKind::Await, it.span);
        let argument = it.argument.span();
        self.edits.insert(it.span.start, &format!("{RESUME}({n},"));
        self.edits.insert(argument.start, &format!("{AWAIT}({n},"));
        self.visit_expression(&it.argument);
        self.edits.insert(it.span.end, "))");
    }

    fn visit_yield_expression(&mut self, it: &YieldExpression<'a>) {
        if it.delegate {
            return match &it.argument {
                // An async generator takes what is async iterable as well.
                Some(value)
                    if self.options.explain_errors
                        && self.innermost_kind() != FunctionKind::AsyncGenerator =>
                {
                    let kind = SiteKind::ArrayPattern(None);
                    self.checked(value, value.span().start, kind);
                }
                Some(value)
                    if self.options.mark_delegation
                        && self.innermost_kind() == FunctionKind::AsyncGenerator =>
                {
                    let span = value.span();
                    self.edits.insert(span.start, &format!("{DELEGATE}("));
                    self.visit_expression(value);
                    self.edits.insert(span.end, ")");
                }
                _ => walk_js::walk_yield_expression(self, it),
            };
        }
        let n = self.probe(ProbeKind::Yield, it.span);
        self.edits.insert(it.span.start, &format!("{RESUME}({n},"));
        let (suspended, resumed) = (self.suspended(true), self.suspended(false));
        if let Some(argument) = &it.argument {
            let start = argument.span().start;
            self.edits.insert(start, &format!("{YIELD}({n},"));
            self.awaited_operand(argument);
            self.edits
                .insert(it.span.end, &format!("{suspended}){resumed})"));
        } else {
            let nothing = if suspended.is_empty() { "" } else { ",void 0" };
            let end = format!("{YIELD}({n}{nothing}{suspended}){resumed})");
            self.edits.insert(it.span.end, &end);
        }
    }

    fn visit_break_statement(&mut self, it: &BreakStatement<'a>) {
        self.jumps(it.span.start);
        if !self.staged(it.span.start, it.label.as_ref()) {
            self.break_statement(it);
        }
    }

    fn visit_continue_statement(&mut self, it: &ContinueStatement<'a>) {
        self.jumps(it.span.start);
        self.staged(it.span.start, it.label.as_ref());
    }

    fn visit_object_assignment_target(&mut self, it: &ObjectAssignmentTarget<'a>) {
        self.rest_of_target(it);
        walk_js::walk_object_assignment_target(self, it);
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        let of_name = matches!(it.argument, Expression::Identifier(_));
        if of_name && matches!(it.operator, UnaryOperator::Delete | UnaryOperator::Typeof) {
            // These ask about the name itself.
            return;
        }
        if !self.deleted(it) && !self.negated(it) {
            walk_js::walk_unary_expression(self, it);
        }
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        if it.optional {
            return self.visit_expression(&it.object);
        }
        self.object(&it.object, it.property.span.start, SiteKind::Member);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        match it.optional {
            true => self.visit_expression(&it.object),
            false => self.object(&it.object, it.expression.span().start, SiteKind::Member),
        }
        self.visit_expression(&it.expression);
    }

    fn visit_private_field_expression(&mut self, it: &PrivateFieldExpression<'a>) {
        if it.optional {
            return self.visit_expression(&it.object);
        }
        let kind = SiteKind::Private(format!("#{}", it.field.name));
        self.object(&it.object, it.field.span.start, kind);
    }

    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        if it.operator == BinaryOperator::In && self.options.explain_errors {
            return self.membership(it);
        }
        if !self.big_operation(it) && !self.divided(it) {
            walk_js::walk_binary_expression(self, it);
        }
    }

    fn visit_template_literal(&mut self, it: &TemplateLiteral<'a>) {
        self.template(it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.call_site(it.span.start, &it.callee, &it.arguments, false);
        walk_js::walk_new_expression(self, it);
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.call_site(it.quasi.span.start, &it.tag, &[], true);
        walk_js::walk_tagged_template_expression(self, it);
    }

    fn visit_object_pattern(&mut self, it: &ObjectPattern<'a>) {
        self.rest_of_pattern(it);
        self.pattern(false, sites::first_property(it));
        self.pattern_of = None;
        self.pattern_depth += 1;
        walk_js::walk_object_pattern(self, it);
        self.pattern_depth -= 1;
    }

    fn visit_array_pattern(&mut self, it: &ArrayPattern<'a>) {
        self.pattern(true, (None, it.span.start));
        self.pattern_of = None;
        self.pattern_depth += 1;
        walk_js::walk_array_pattern(self, it);
        self.pattern_depth -= 1;
    }

    fn visit_array_expression_element(&mut self, it: &ArrayExpressionElement<'a>) {
        match it {
            ArrayExpressionElement::SpreadElement(it) if self.options.explain_errors => {
                let kind = SiteKind::Iterate(sites::iterated(&it.argument));
                self.checked(&it.argument, it.argument.span().start, kind);
            }
            other => walk_js::walk_array_expression_element(self, other),
        }
    }

    fn visit_arguments(&mut self, it: &oxc_allocator::Vec<'a, Argument<'a>>) {
        self.arguments(it);
    }

    fn visit_class_heritage(&mut self, it: &ClassHeritage<'a>) {
        self.heritage(&it.expression);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let unplaced = it.optional || sites::is_in_optional_chain(&it.callee);
        self.call_site(
            self.open_parenthesis(it),
            &it.callee,
            &it.arguments,
            unplaced,
        );
        if let Some((name, argument)) = call_of_name(it) {
            match (name, argument) {
                ("require", Argument::StringLiteral(literal)) => {
                    self.specifier(&literal.value, literal.span);
                }
                ("eval", Argument::SpreadElement(_)) => {
                    // No place to put a wrapper: the call stays a direct one, its code gets no probes.
                    return self.visit_arguments(&it.arguments);
                }
                ("eval", code) => return self.direct_eval(it, code),
                _ => {}
            }
        }
        if !self.converted(it) {
            walk_js::walk_call_expression(self, it);
        }
    }

    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        if let Expression::StringLiteral(literal) = &it.source {
            self.specifier(&literal.value, literal.span);
        }
        self.edits.insert(it.span.start, &format!("{IMPORT}("));
        walk_js::walk_import_expression(self, it);
        self.edits.insert(it.span.end, ")");
    }

    fn visit_import_declaration(&mut self, it: &ImportDeclaration<'a>) {
        self.import(&it.source);
    }

    fn visit_export_named_declaration(&mut self, _it: &ExportNamedDeclaration<'a>) {
        self.facts.module_syntax = true;
    }

    fn visit_export_from_declaration(&mut self, it: &ExportFromDeclaration<'a>) {
        self.import(&it.source);
    }

    fn visit_export_all_declaration(&mut self, it: &ExportAllDeclaration<'a>) {
        self.import(&it.source);
    }

    fn visit_import_meta(&mut self, _it: &ImportMeta) {
        self.facts.module_syntax = true;
    }
}

impl<'s> Probes<'s> {
    /// The operand of `yield` or `return`, which an async generator awaits.
    pub(super) fn awaited_operand(&mut self, operand: &Expression<'_>) {
        let awaits =
            self.options.old_await && self.innermost_kind() == FunctionKind::AsyncGenerator;
        if !awaits {
            return self.visit_expression(operand);
        }
        let span = operand.span();
        self.edits.insert(span.start, &format!("{OPERAND}("));
        self.visit_expression(operand);
        self.edits.insert(span.end, ")");
    }

    pub(super) fn innermost_kind(&self) -> FunctionKind {
        let innermost = self
            .around
            .last()
            .map_or(0, |id| id.0 - self.options.first_function);
        self.functions[innermost as usize].kind
    }

    /// A declaration that imports from another module.
    fn import(&mut self, source: &StringLiteral<'_>) {
        self.facts.module_syntax = true;
        self.facts.imports.push(source.value.to_string());
        self.specifier(&source.value, source.span);
    }

    /// `eval(code)`, which keeps its form, so that it stays a direct call.
    fn direct_eval(&mut self, it: &CallExpression<'_>, code: &Argument<'_>) {
        let span = code.span();
        let strict = u8::from(self.strict);
        let open = format!("{EVAL_CODE}({strict},eval,");
        self.edits.insert(span.start, &open);
        self.visit_argument(code);
        self.edits.insert(span.end, ")");
        for argument in it.arguments.iter().skip(1) {
            self.visit_argument(argument);
        }
    }

    /// `{eval}` in an object literal; other shorthand properties stay as they are.
    pub(super) fn shorthand(&mut self, it: &ObjectProperty<'_>, value: &Expression<'_>) {
        if matches!(value, Expression::Identifier(id) if id.name == "eval") {
            self.edits.insert(it.span.start, "eval:");
        }
        self.visit_expression(value);
    }
}

/// The name and the first argument of a call `name(argument, …)`, with or without parentheses around the name.
fn call_of_name<'b, 'a>(it: &'b CallExpression<'a>) -> Option<(&'b str, &'b Argument<'a>)> {
    let mut callee = &it.callee;
    while let Expression::ParenthesizedExpression(inner) = callee {
        callee = &inner.expression;
    }
    match callee {
        Expression::Identifier(id) if !it.optional => {
            Some((id.name.as_str(), it.arguments.first()?))
        }
        _ => None,
    }
}
