//! Probes at statements and loops.

use loopscope_model::source::ProbeKind;
use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::{GetSpan, Span as ByteSpan};

use super::{Place, Probes};
use crate::names::{PROBE, WITH};
use crate::numeric;
use crate::trivia::skip_trivia;

impl<'s> Probes<'s> {
    /// A list of statements; probes that are still to be written at its end stay pending.
    pub(super) fn statement_list(&mut self, statements: &[Statement<'_>]) {
        let mut previous_end = None;
        for statement in statements {
            // An expression statement that is the identifier `let`, ended by the line's end: a name behind it would
            // make it a declaration.
            if previous_end.is_some_and(|end: u32| self.source[..end as usize].ends_with("let")) {
                self.edits.insert(statement.span().start, ";");
            }
            self.statement(statement, Place::List);
            previous_end = Some(statement.span().end);
        }
    }

    /// A list of statements that ends at `end`, before a closing brace. `behind`: whether something stands before it
    /// that may want a semicolon.
    pub(super) fn braced_list(&mut self, statements: &[Statement<'_>], end: u32, behind: bool) {
        self.statement_list(statements);
        if let Some(call) = self.take_call() {
            if behind || !statements.is_empty() {
                self.edits.insert(end, ";");
            }
            let text = self.call_statement(&call);
            self.edits.insert(end, &text);
        }
    }

    fn statement(&mut self, outer: &Statement<'_>, place: Place) {
        let statement = without_labels(outer);
        match runs(statement) {
            Runs::Nothing { transparent: true } if place == Place::List => {
                if !matches!(statement, Statement::EmptyStatement(_)) {
                    self.labelled_content(outer, statement);
                }
            }
            Runs::Nothing { .. } if matches!(statement, Statement::EmptyStatement(_)) => {
                self.labelled_content(outer, statement);
            }
            Runs::Nothing { .. } => self.preceded(outer, place, statement),
            Runs::BehindProbe => {
                let span = self.shown(statement);
                self.reach(ProbeKind::Statement, span);
                self.preceded(outer, place, statement);
            }
            Runs::Expression => {
                let span = self.shown(statement);
                self.reach(ProbeKind::Statement, span);
                self.labelled_content(outer, statement);
            }
            Runs::Inside => self.labelled_content(outer, statement),
        }
    }

    /// Writes the pending probes as a statement before `outer`, which is `statement` with its labels.
    fn preceded(&mut self, outer: &Statement<'_>, place: Place, statement: &Statement<'_>) {
        let Some(mut call) = self.take_call() else {
            return self.labelled_content(outer, statement);
        };
        if let Statement::ForOfStatement(it) = statement
            && it.r#await
            && self.around.len() == 1
        {
            call = awaiting(&call);
        }
        let text = self.call_statement(&call);
        if place == Place::Single {
            self.edits.insert(outer.span().start, "{");
        }
        self.edits.insert(outer.span().start, &text);
        self.labelled_content(outer, statement);
        if place == Place::Single {
            self.edits.insert(outer.span().end, "}");
        }
    }

    /// Writes what belongs inside a statement and its labels.
    fn labelled_content(&mut self, outer: &Statement<'_>, statement: &Statement<'_>) {
        let labelled = self.enter_labels(outer);
        self.content(statement);
        if let Statement::LabeledStatement(outer) = outer
            && labelled
        {
            self.leave_labels(outer);
        }
    }

    /// What the recorder shows of a statement: all of a simple one, the head of one with a body.
    fn shown(&self, statement: &Statement<'_>) -> ByteSpan {
        let span = statement.span();
        match statement {
            Statement::IfStatement(it) => self.head(span, &it.consequent),
            Statement::ForStatement(it) => self.head(span, &it.body),
            Statement::ForInStatement(it) => self.head(span, &it.body),
            Statement::ForOfStatement(it) => self.head(span, &it.body),
            Statement::WhileStatement(it) => self.head(span, &it.body),
            Statement::WithStatement(it) => self.head(span, &it.body),
            Statement::DoWhileStatement(_) => self.keyword(span, "do"),
            Statement::TryStatement(_) => self.keyword(span, "try"),
            Statement::ClassDeclaration(it) => self.head(span, &*it.body),
            Statement::SwitchStatement(it) => {
                let end = it.discriminant.span().end;
                let close = skip_trivia(self.source, end);
                ByteSpan::new(span.start, close + 1)
            }
            _ => span,
        }
    }

    /// Writes what belongs inside a statement; its labels and what goes before it are written.
    fn content(&mut self, statement: &Statement<'_>) {
        let span = statement.span();
        match statement {
            Statement::BlockStatement(it) => self.braced_list(&it.body, it.span.end - 1, false),
            Statement::EmptyStatement(it) => {
                if let Some(call) = self.take_call() {
                    self.edits.insert(it.span.start, &call);
                }
            }
            Statement::ExpressionStatement(it) => {
                self.write_before_expression(span.start);
                self.visit_expression(&it.expression);
                self.end_statement(span);
            }
            Statement::ReturnStatement(it) => self.return_statement(it),
            Statement::ThrowStatement(it) => {
                self.write_before_expression(it.argument.span().start);
                self.visit_expression(&it.argument);
                self.end_statement(span);
            }
            Statement::IfStatement(it) => {
                self.write_before_expression(it.test.span().start);
                self.visit_expression(&it.test);
                self.statement(&it.consequent, Place::Single);
                if let Some(alternate) = &it.alternate {
                    self.statement(alternate, Place::Single);
                }
            }
            Statement::SwitchStatement(it) => {
                self.write_before_expression(it.discriminant.span().start);
                self.visit_expression(&it.discriminant);
                for case in &it.cases {
                    if let Some(test) = &case.test {
                        self.visit_expression(test);
                    }
                    self.statement_list(&case.consequent);
                }
            }
            Statement::WithStatement(it) => self.with_statement(it),
            Statement::ForStatement(it) => self.for_statement(it, statement),
            Statement::ForInStatement(it) => {
                self.visit_for_statement_left(&it.left);
                self.write_before_expression(it.right.span().start);
                self.visit_expression(&it.right);
                self.iteration(self.head(span, &it.body), &it.body);
            }
            Statement::ForOfStatement(it) => self.for_of_statement(it),
            Statement::WhileStatement(it) => {
                self.visit_expression(&it.test);
                self.loop_body(statement, self.head(span, &it.body), &it.body);
            }
            Statement::DoWhileStatement(it) => {
                self.loop_body(statement, self.keyword(span, "do"), &it.body);
                self.visit_expression(&it.test);
            }
            Statement::TryStatement(it) => self.try_statement(it),
            Statement::VariableDeclaration(it) => {
                self.visit_variable_declaration(it);
                self.end_statement(span);
            }
            Statement::ExportDeclaration(it) => {
                self.facts.module_syntax = true;
                self.visit_declaration(&it.declaration);
                self.end_statement(span);
            }
            Statement::ExportDefaultDeclaration(it) => {
                self.facts.module_syntax = true;
                self.name = Some("default".to_owned());
                self.visit_export_default_declaration_kind(&it.declaration);
                self.name = None;
                if it.declaration.is_expression() {
                    self.end_statement(span);
                }
            }
            // Declarations of functions and classes, imports and exports, `break`, `continue`, `debugger`.
            other => self.visit_statement(other),
        }
    }

    /// The body of a loop, with the probe that tells that an iteration begins.
    pub(super) fn iteration(&mut self, head: ByteSpan, body: &Statement<'_>) {
        self.reach(ProbeKind::Loop, head);
        self.statement(body, Place::Single);
    }

    /// The body of a loop that may be one over numbers: then the probe of its iterations offers to skip some.
    fn loop_body(&mut self, statement: &Statement<'_>, head: ByteSpan, body: &Statement<'_>) {
        let resolved = self.with_depth == 0 && !self.options.kind.is_direct_eval();
        let Some(shape) = resolved.then(|| numeric::recognise(statement)).flatten() else {
            return self.iteration(head, body);
        };
        let place = self.loops.len();
        let number = self.options.first_loop as usize + place;
        let first = self.probes.iter().rposition(|probe| {
            probe.kind == ProbeKind::Statement && probe.span.start == statement.span().start
        });
        let offer = shape.offer(number);
        let first = first.unwrap_or(self.probes.len());
        let numbered = self.options.first_probe + first as u32;
        // Its place is taken before those of the loops inside of it.
        self.loops.push(shape.without_numbers());
        self.reach(ProbeKind::Loop, head);
        self.offer = Some(offer);
        self.statement(body, Place::Single);
        self.loops[place] = shape.numbered(&self.probes[first..], numbered);
    }

    fn return_statement(&mut self, it: &ReturnStatement<'_>) {
        if self.staged_return(it) {
            return;
        }
        if let Some(argument) = &it.argument {
            self.write_before_expression(argument.span().start);
            self.awaited_operand(argument);
            self.end_statement(it.span);
        } else if let Some(call) = self.take_call() {
            // Directly behind the keyword: a line's end before it would end the statement.
            let keyword_end = it.span.start + "return".len() as u32;
            self.edits.insert(keyword_end, &call);
            if self.source.as_bytes()[it.span.end as usize - 1] != b';' {
                self.edits.insert(keyword_end, ";");
            }
        }
    }

    fn with_statement(&mut self, it: &WithStatement<'_>) {
        let object = it.object.span();
        self.write_before_expression(object.start);
        let sequence = matches!(it.object, Expression::SequenceExpression(_));
        self.edits.insert(object.start, WITH);
        self.edits
            .insert(object.start, if sequence { "((" } else { "(" });
        self.visit_expression(&it.object);
        self.edits
            .insert(object.end, if sequence { "))" } else { ")" });
        self.with_depth += 1;
        self.statement(&it.body, Place::Single);
        self.with_depth -= 1;
    }

    fn for_statement(&mut self, it: &ForStatement<'_>, statement: &Statement<'_>) {
        match &it.init {
            Some(ForStatementInit::VariableDeclaration(init)) => {
                self.visit_variable_declaration(init);
            }
            Some(init) => {
                self.write_before_expression(init.span().start);
                self.visit_for_statement_init(init);
            }
            None => {
                if let Some(call) = self.take_call() {
                    let open = skip_trivia(self.source, it.span.start + "for".len() as u32);
                    self.edits.insert(open + 1, &call);
                }
            }
        }
        if let Some(test) = &it.test {
            self.visit_expression(test);
        }
        if let Some(update) = &it.update {
            self.visit_expression(update);
        }
        self.loop_body(statement, self.head(it.span, &it.body), &it.body);
    }
}

/// A call of probes with an `await` in it that never runs: interpreters may take a module for one that awaits nothing
/// when it has no other top-level await than that of `for await`.
fn awaiting(call: &str) -> String {
    let arguments = call.strip_prefix(PROBE).and_then(|rest| {
        let inside = rest.strip_prefix('(')?.strip_suffix(')')?;
        Some(inside.split_once(',').unwrap_or((inside, inside)))
    });
    match arguments {
        Some((first, last)) => format!("{PROBE}({first},{last},0&&await 0)"),
        None => call.to_owned(),
    }
}

/// Where a statement gets its probe.
enum Runs {
    /// It does nothing when it is reached. `transparent`: nothing in it is numbered, so a pending probe may be
    /// written behind it.
    Nothing { transparent: bool },
    /// Only what is inside it runs.
    Inside,
    /// It begins with an expression of its own, which runs once.
    Expression,
    /// It has no such expression: the probe is a statement before it.
    BehindProbe,
}

fn runs(statement: &Statement<'_>) -> Runs {
    match statement {
        Statement::BlockStatement(_) => Runs::Inside,
        Statement::ExpressionStatement(_)
        | Statement::ReturnStatement(_)
        | Statement::ThrowStatement(_)
        | Statement::IfStatement(_)
        | Statement::SwitchStatement(_)
        | Statement::WithStatement(_)
        | Statement::ForInStatement(_) => Runs::Expression,
        Statement::ForStatement(it) => match &it.init {
            Some(ForStatementInit::VariableDeclaration(_)) => Runs::BehindProbe,
            _ => Runs::Expression,
        },
        Statement::EmptyStatement(_) => Runs::Nothing { transparent: true },
        Statement::VariableDeclaration(it) => declaration_runs(it),
        Statement::FunctionDeclaration(_) => Runs::Nothing { transparent: false },
        Statement::ExportDeclaration(it) => match &it.declaration {
            Declaration::VariableDeclaration(it) => declaration_runs(it),
            Declaration::FunctionDeclaration(_) => Runs::Nothing { transparent: false },
            _ => Runs::BehindProbe,
        },
        Statement::ExportDefaultDeclaration(it) => match &it.declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(_) => {
                Runs::Nothing { transparent: false }
            }
            _ => Runs::BehindProbe,
        },
        Statement::ImportDeclaration(_)
        | Statement::ExportAllDeclaration(_)
        | Statement::ExportNamedDeclaration(_)
        | Statement::ExportFromDeclaration(_) => Runs::Nothing { transparent: true },
        _ => Runs::BehindProbe,
    }
}

fn declaration_runs(declaration: &VariableDeclaration<'_>) -> Runs {
    let initialised = |declarator: &VariableDeclarator<'_>| declarator.init.is_some();
    if declaration.declarations.iter().any(initialised) {
        Runs::BehindProbe
    } else {
        Runs::Nothing { transparent: true }
    }
}

/// The statement behind its labels.
fn without_labels<'b, 'a>(mut statement: &'b Statement<'a>) -> &'b Statement<'a> {
    while let Statement::LabeledStatement(it) = statement {
        statement = &it.body;
    }
    statement
}
