//! The walk, in source order.

use std::cell::Cell;

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::{GetSpan, Span as ByteSpan};
use oxc_syntax::scope::{ScopeFlags, ScopeId};

use super::scopes::Declared;
use super::{Around, Early};

impl<'a> VisitJs<'a> for Early<'_> {
    fn enter_scope(&mut self, flags: ScopeFlags, _scope_id: &Cell<Option<ScopeId>>) {
        self.scopes.enter(flags, self.kind);
    }

    fn leave_scope(&mut self) {
        self.scopes.leave();
    }

    fn visit_statements(&mut self, it: &oxc_allocator::ArenaVec<'a, Statement<'a>>) {
        for statement in it {
            if self.found.is_some() {
                return;
            }
            self.visit_statement(statement);
        }
    }

    fn visit_program(&mut self, it: &Program<'a>) {
        self.strict |= crate::probes::has_use_strict(&it.directives);
        walk_js::walk_program(self, it);
        for (name, span) in std::mem::take(&mut self.exported) {
            if !self.scopes.declared_at_top(&name) {
                self.report(format!("Export '{name}' is not defined in module"), span);
            }
        }
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if matches!(
            it.kind,
            VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing
        ) {
            // No version of Node that is modelled has these.
            let first = &it.declarations[0].id;
            if let Some(name) = first.get_identifier_name() {
                self.report(format!("Unexpected identifier '{name}'"), first.span());
            }
        }
        let declared = if it.kind.is_var() {
            Declared::Variable
        } else {
            Declared::Lexical
        };
        for declarator in &it.declarations {
            self.declare_pattern(&declarator.id, declared);
            self.visit_variable_declarator(declarator);
        }
    }

    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.function(it, flags);
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.arrow_function(it);
    }

    fn visit_class(&mut self, it: &Class<'a>) {
        if it.r#type == ClassType::ClassDeclaration
            && let Some(id) = &it.id
        {
            self.declare(&id.name, it.span, Declared::Lexical);
        }
        let strict = std::mem::replace(&mut self.strict, true);
        if let Some(id) = &it.id {
            self.visit_binding_identifier(id);
        }
        if let Some(heritage) = &it.heritage {
            self.visit_class_heritage(heritage);
        }
        let derived = std::mem::replace(&mut self.derived, it.heritage.is_some());
        self.visit_decorators(&it.decorators);
        self.class_names(&it.body);
        for element in &it.body.body {
            self.visit_class_element(element);
        }
        self.private_names.pop();
        self.derived = derived;
        self.strict = strict;
    }

    fn visit_method_definition(&mut self, it: &MethodDefinition<'a>) {
        self.visit_decorators(&it.decorators);
        if it.accessibility.is_some() || it.r#override || it.optional {
            self.typed_element(&it.key);
        }
        self.visit_property_key(&it.key);
        self.method = Some(it.kind);
        self.visit_function(&it.value, ScopeFlags::Function);
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.visit_property_key(&it.key);
        if it.method || it.kind != PropertyKind::Init {
            self.method = Some(MethodDefinitionKind::Method);
        }
        self.visit_expression(&it.value);
        self.method = None;
    }

    fn visit_property_definition(&mut self, it: &PropertyDefinition<'a>) {
        self.visit_decorators(&it.decorators);
        if it.accessibility.is_some() || it.readonly || it.declare || it.r#override {
            self.typed_element(&it.key);
        }
        self.visit_property_key(&it.key);
        if let Some(value) = &it.value {
            let around = Around {
                super_property: true,
                new_target: true,
                no_arguments: true,
                ..Around::default()
            };
            self.in_function(around, |early| early.visit_expression(value));
        }
    }

    fn visit_static_block(&mut self, it: &StaticBlock<'a>) {
        let around = Around {
            super_property: true,
            new_target: true,
            no_arguments: true,
            ..Around::default()
        };
        self.in_function(around, |early| walk_js::walk_static_block(early, it));
    }

    fn visit_accessor_property(&mut self, it: &AccessorProperty<'a>) {
        self.typed_element(&it.key);
    }

    fn visit_decorator(&mut self, it: &Decorator<'a>) {
        let at = ByteSpan::new(it.span.start, it.span.start + 1);
        self.report("Invalid or unexpected token", at);
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        self.enter_scope(ScopeFlags::CatchClause, &it.scope_id);
        if let Some(param) = &it.param {
            let simple = matches!(param.pattern, BindingPattern::BindingIdentifier(_));
            self.declare_pattern(&param.pattern, Declared::CatchParameter { simple });
            self.visit_catch_parameter(param);
        }
        self.visit_block_statement(&it.body);
        self.leave_scope();
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.single_statement(&it.body, false);
        self.in_loop(|early| walk_js::walk_for_statement(early, it));
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.single_statement(&it.body, false);
        self.in_loop(|early| walk_js::walk_for_in_statement(early, it));
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        if let ForStatementLeft::VariableDeclaration(left) = &it.left
            && let Some(declarator) = left.declarations.first()
            && declarator.init.is_some()
        {
            let message = "for-of loop variable declaration may not have an initializer.";
            self.report(message, declarator.span);
        }
        self.single_statement(&it.body, false);
        self.in_loop(|early| walk_js::walk_for_of_statement(early, it));
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.single_statement(&it.body, false);
        self.in_loop(|early| walk_js::walk_while_statement(early, it));
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.single_statement(&it.body, false);
        self.in_loop(|early| walk_js::walk_do_while_statement(early, it));
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.visit_expression(&it.test);
        for branch in [Some(&it.consequent), it.alternate.as_ref()]
            .into_iter()
            .flatten()
        {
            self.single_statement(branch, true);
            // A function in place of the statement is as if in a block.
            let function = matches!(branch, Statement::FunctionDeclaration(_));
            if function {
                self.scopes.enter(ScopeFlags::empty(), self.kind);
            }
            self.visit_statement(branch);
            if function {
                self.scopes.leave();
            }
        }
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.around.switches += 1;
        walk_js::walk_switch_statement(self, it);
        self.around.switches -= 1;
    }

    fn visit_with_statement(&mut self, it: &WithStatement<'a>) {
        if self.strict {
            let keyword = ByteSpan::new(it.span.start, it.span.start + "with".len() as u32);
            self.report("Strict mode code may not include a with statement", keyword);
        }
        self.single_statement(&it.body, false);
        walk_js::walk_with_statement(self, it);
    }

    fn visit_labeled_statement(&mut self, it: &LabeledStatement<'a>) {
        self.labeled_statement(it);
    }

    fn visit_break_statement(&mut self, it: &BreakStatement<'a>) {
        self.jump("break", it.span, it.label.as_ref());
    }

    fn visit_continue_statement(&mut self, it: &ContinueStatement<'a>) {
        self.jump("continue", it.span, it.label.as_ref());
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        if let Expression::Super(callee) = &it.callee {
            if !self.around.super_call {
                self.report("'super' keyword unexpected here", callee.span);
            }
            self.visit_arguments(&it.arguments);
        } else {
            walk_js::walk_call_expression(self, it);
        }
    }

    fn visit_super(&mut self, it: &Super) {
        if !self.around.super_property {
            self.report("'super' keyword unexpected here", it.span);
        }
    }

    fn visit_new_target(&mut self, it: &NewTarget) {
        if !self.around.new_target {
            let target = ByteSpan::new(it.span.end - "target".len() as u32, it.span.end);
            self.report("new.target expression is not allowed here", target);
        }
    }

    fn visit_private_field_expression(&mut self, it: &PrivateFieldExpression<'a>) {
        self.visit_expression(&it.object);
        // V8 underlines the dot.
        let object_end = it.object.span().end as usize;
        let between = &self.source[object_end..it.field.span.start as usize];
        let dot = object_end + between.rfind('.').unwrap_or(0);
        self.private_name(&it.field, dot as u32);
    }

    fn visit_private_in_expression(&mut self, it: &PrivateInExpression<'a>) {
        self.private_name(&it.left, it.left.span.start);
        self.visit_expression(&it.right);
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        self.check_name(&it.name, it.span);
        self.bound_in_strict(&it.name, it.span);
    }

    fn visit_await_expression(&mut self, it: &AwaitExpression<'a>) {
        if self.around.parameters {
            let message = "Illegal await-expression in formal parameters of async function";
            self.report(message, ByteSpan::sized(it.span.start, 5));
        }
        walk_js::walk_await_expression(self, it);
    }

    fn visit_yield_expression(&mut self, it: &YieldExpression<'a>) {
        if self.around.parameters {
            let message = "Yield expression not allowed in formal parameter";
            self.report(message, ByteSpan::sized(it.span.start, 5));
        }
        walk_js::walk_yield_expression(self, it);
    }

    fn visit_assignment_target_property_identifier(
        &mut self,
        it: &AssignmentTargetPropertyIdentifier<'a>,
    ) {
        self.assigned_in_strict(&it.binding.name, it.binding.span);
        walk_js::walk_assignment_target_property_identifier(self, it);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        if self.around.no_arguments && it.name == "arguments" {
            let message = "'arguments' is not allowed in class field initializer or static initialization block";
            self.report(message, it.span);
        }
        self.check_name(&it.name, it.span);
        self.reserved_word(&it.name, it.span);
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        self.check_delete(it);
        walk_js::walk_unary_expression(self, it);
    }

    fn visit_simple_assignment_target(&mut self, it: &SimpleAssignmentTarget<'a>) {
        if let SimpleAssignmentTarget::AssignmentTargetIdentifier(id) = it {
            self.assigned_in_strict(&id.name, id.span);
        }
        walk_js::walk_simple_assignment_target(self, it);
    }

    fn visit_numeric_literal(&mut self, it: &NumericLiteral<'a>) {
        self.check_number(it);
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.check_string(it.span);
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        self.check_proto(it);
        walk_js::walk_object_expression(self, it);
    }

    fn visit_import_declaration(&mut self, it: &ImportDeclaration<'a>) {
        if it.phase.is_some() {
            self.import_phase(it.span.start);
        }
        self.report_module_syntax(
            "Cannot use import statement outside a module",
            it.span.start,
            6,
        );
        for specifier in it.specifiers.iter().flatten() {
            let local = specifier.local();
            self.declare(
                &local.name,
                ByteSpan::sized(local.span.start, 1),
                Declared::Lexical,
            );
            self.visit_binding_identifier(local);
        }
    }

    fn visit_module_declaration(&mut self, it: &ModuleDeclaration<'a>) {
        if !matches!(it, ModuleDeclaration::ImportDeclaration(_)) {
            self.report_module_syntax("Unexpected token 'export'", it.span().start, 6);
        }
        if !self.scopes.at_top() {
            let keyword = ByteSpan::sized(it.span().start, 6);
            if matches!(it, ModuleDeclaration::ImportDeclaration(_)) {
                // V8 reads the beginning of `import(…)`.
                let error = crate::messages::unexpected_token(self.source, keyword.end);
                self.found.get_or_insert(error.into());
            } else {
                self.report("Unexpected token 'export'", keyword);
            }
        }
        walk_js::walk_module_declaration(self, it);
    }

    fn visit_export_named_declaration(&mut self, it: &ExportNamedDeclaration<'a>) {
        for specifier in &it.specifiers {
            let name = specifier.local.name().to_string();
            self.exported.push((name, specifier.local.span()));
        }
    }

    fn visit_import_meta(&mut self, it: &ImportMeta) {
        self.report_module_syntax(
            "Cannot use 'import.meta' outside a module",
            it.span.end - 4,
            4,
        );
    }
}
