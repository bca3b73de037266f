//! Syntax that came with some version: in an older one it is an error, with that V8's words and place.

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::{GetSpan, Span as ByteSpan};

use crate::error::{InstrumentError, SyntaxError};
use crate::trivia::skip_trivia;

/// Finds the first thing in the program that Node `major` does not know.
pub(crate) fn check(
    source: &str,
    program: &Program<'_>,
    major: u32,
) -> Result<(), InstrumentError> {
    let mut level = Level {
        source,
        major,
        found: None,
    };
    level.visit_program(program);
    match level.found {
        Some((span, message)) => {
            Err(SyntaxError::new(source, message, span.start, span.end).into())
        }
        None => Ok(()),
    }
}

struct Level<'s> {
    source: &'s str,
    major: u32,
    found: Option<(ByteSpan, String)>,
}

impl Level<'_> {
    /// Reports what came with Node `since`, unless something before it was found.
    fn since(&mut self, since: u32, span: ByteSpan, message: impl Into<String>) {
        let first = self
            .found
            .as_ref()
            .is_none_or(|(found, _)| span.start < found.start);
        if self.major < since && first {
            self.found = Some((span, message.into()));
        }
    }

    /// The next place at or behind `from` where `text` stands.
    fn place(&self, from: u32, text: &str) -> ByteSpan {
        let at = self.source[from as usize..].find(text).unwrap_or_default();
        ByteSpan::sized(from + at as u32, text.len() as u32)
    }

    /// `?.`: V8 took the question mark for the operator with two colons.
    fn optional(&mut self, behind: u32) {
        let question = self.place(skip_trivia(self.source, behind), "?.");
        let dot = ByteSpan::sized(question.start + 1, 1);
        self.since(14, dot, "Unexpected token '.'");
    }

    /// The token at a place that no token of a class could be.
    fn unexpected(&mut self, since: u32, at: u32) {
        let at = skip_trivia(self.source, at);
        let token = &self.source[at as usize..(at as usize + 1).min(self.source.len())];
        self.since(
            since,
            ByteSpan::sized(at, 1),
            format!("Unexpected token '{token}'"),
        );
    }

    fn field(&mut self, key: &PropertyKey<'_>, computed: bool) {
        if matches!(key, PropertyKey::PrivateIdentifier(_)) {
            return;
        }
        let end = key.span().end;
        let end = if computed {
            self.place(end, "]").end
        } else {
            end
        };
        self.unexpected(12, end);
    }

    fn pattern(&mut self, it: &RegExpLiteral<'_>) {
        // Node 10 looks at patterns only when it runs them.
        if self.major < 12 {
            return;
        }
        let (modifier, twice) = newer_groups(it.regex.pattern.text.as_str());
        let message = |what: &str| {
            format!(
                "Invalid regular expression: /{}/: {what}",
                it.regex.pattern.text
            )
        };
        if modifier {
            self.since(23, it.span, message("Invalid group"));
        }
        if twice {
            self.since(23, it.span, message("Duplicate capture group name"));
        }
    }
}

/// Whether a pattern has a group with modifiers, `(?i:…)`, and whether a group's name stands twice.
fn newer_groups(pattern: &str) -> (bool, bool) {
    let mut names = Vec::new();
    let (mut modifier, mut twice, mut in_class, mut escaped) = (false, false, false, false);
    for (at, c) in pattern.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match c {
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let Some(rest) = pattern[at..].strip_prefix("(?") else {
                    continue;
                };
                modifier |= rest.starts_with(['i', 'm', 's', '-']);
                let name = rest
                    .strip_prefix('<')
                    .filter(|n| !n.starts_with(['=', '!']));
                if let Some((name, _)) = name.and_then(|n| n.split_once('>')) {
                    twice |= names.contains(&name);
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    (modifier, twice)
}

impl<'a> VisitJs<'a> for Level<'_> {
    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        if it.optional {
            self.optional(it.object.span().end);
        }
        walk_js::walk_static_member_expression(self, it);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        if it.optional {
            self.optional(it.object.span().end);
        }
        walk_js::walk_computed_member_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        if it.optional {
            self.optional(it.callee.span().end);
        }
        walk_js::walk_call_expression(self, it);
    }

    fn visit_logical_expression(&mut self, it: &LogicalExpression<'a>) {
        if it.operator == LogicalOperator::Coalesce {
            let operator = self.place(it.left.span().end, "??");
            let second = ByteSpan::sized(operator.start + 1, 1);
            self.since(14, second, "Unexpected token '?'");
        }
        walk_js::walk_logical_expression(self, it);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        let left = it.left.span().end;
        match it.operator {
            AssignmentOperator::LogicalNullish => {
                let operator = self.place(left, "??=");
                let second = ByteSpan::sized(operator.start + 1, 1);
                self.since(14, second, "Unexpected token '?'");
            }
            AssignmentOperator::LogicalOr | AssignmentOperator::LogicalAnd => {
                let sign = self.place(left, "=");
                self.since(15, sign, "Unexpected token '='");
            }
            _ => {}
        }
        walk_js::walk_assignment_expression(self, it);
    }

    fn visit_property_definition(&mut self, it: &PropertyDefinition<'a>) {
        self.field(&it.key, it.computed);
        walk_js::walk_property_definition(self, it);
    }

    fn visit_private_identifier(&mut self, it: &PrivateIdentifier<'a>) {
        let hash = ByteSpan::sized(it.span.start, 1);
        self.since(12, hash, "Invalid or unexpected token");
    }

    fn visit_private_in_expression(&mut self, it: &PrivateInExpression<'a>) {
        let operator = self.place(it.left.span.end, "in");
        self.since(16, operator, "Unexpected token 'in'");
        walk_js::walk_private_in_expression(self, it);
    }

    fn visit_static_block(&mut self, it: &StaticBlock<'a>) {
        let brace = self.place(it.span.start, "{");
        self.since(16, brace, "Unexpected token '{'");
        walk_js::walk_static_block(self, it);
    }

    fn visit_numeric_literal(&mut self, it: &NumericLiteral<'a>) {
        let text = &self.source[it.span.start as usize..it.span.end as usize];
        if text.contains('_') {
            let first = ByteSpan::sized(it.span.start, 1);
            self.since(12, first, "Invalid or unexpected token");
        }
    }

    fn visit_reg_exp_literal(&mut self, it: &RegExpLiteral<'a>) {
        let flags = it.regex.flags;
        let message = "Invalid regular expression flags";
        if flags.contains(RegExpFlags::D) {
            self.since(16, it.span, message);
        }
        if flags.contains(RegExpFlags::V) {
            self.since(20, it.span, message);
        }
        self.pattern(it);
    }

    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        if it.options.is_some() {
            let comma = self.place(it.source.span().end, ",");
            self.since(16, comma, "Unexpected token ','");
        }
        walk_js::walk_import_expression(self, it);
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if matches!(
            it.kind,
            VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing
        ) && let Some(declarator) = it.declarations.first()
        {
            let span = declarator.id.span();
            let name = &self.source[span.start as usize..span.end as usize];
            let message = format!("Unexpected identifier '{name}'");
            self.since(24, span, message);
        }
        walk_js::walk_variable_declaration(self, it);
    }
}
