//! What BigInts and prototypes may cost, told to the host before it is spent; see [`crate::names::LEFT`].
//!
//! *Limitations.* Whether a text has BigInts is read off its words: a text without any of them that is compiled before the
//! first one with them is not counted.

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::GetSpan;

use super::Probes;
use crate::names::{BIGINT_TEXT, BigOperator, LEFT, NO_LEFT, PROTOTYPE, RIGHT};

/// Whether a text may make BigInts: by a literal, by the constructor, or by one of Node's functions.
pub(super) fn mentioned(source: &str) -> bool {
    let literal =
        |word: &str| word.ends_with('n') && word.starts_with(|first: char| first.is_ascii_digit());
    source.contains("BigInt")
        || source.contains("bigint")
        || source
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .any(literal)
}

impl Probes<'_> {
    fn counts_bigints(&self) -> bool {
        self.options.count_work && self.facts.bigints
    }

    /// `left * right` and its like. Gives whether it was written.
    pub(super) fn big_operation(&mut self, it: &BinaryExpression<'_>) -> bool {
        let operator = match it.operator {
            BinaryOperator::Multiplication => BigOperator::Multiply,
            BinaryOperator::Exponential => BigOperator::Power,
            BinaryOperator::ShiftLeft => BigOperator::ShiftLeft,
            BinaryOperator::Division | BinaryOperator::Remainder => BigOperator::Divide,
            _ => return false,
        };
        if !self.counts_bigints() || is_small(&it.right, operator) {
            return false;
        }
        let span = it.left.span();
        self.edits.insert(span.start, &format!("{LEFT}("));
        self.visit_expression(&it.left);
        self.edits.insert(span.end, ")");
        self.right(&it.right, operator as u32, operator);
        true
    }

    /// `left *= right` and its like, the left side being visited. Gives whether it was written.
    pub(super) fn big_assignment(&mut self, it: &AssignmentExpression<'_>) -> bool {
        let operator = match it.operator {
            AssignmentOperator::Multiplication => BigOperator::Multiply,
            AssignmentOperator::Exponential => BigOperator::Power,
            AssignmentOperator::ShiftLeft => BigOperator::ShiftLeft,
            AssignmentOperator::Division | AssignmentOperator::Remainder => BigOperator::Divide,
            _ => return false,
        };
        if !self.counts_bigints() || is_small(&it.right, operator) {
            return false;
        }
        let start = it.right.span().start;
        match &it.left {
            AssignmentTarget::AssignmentTargetIdentifier(id) if self.with_depth == 0 => {
                // The name was read: reading it again shows nothing to the program.
                self.edits.insert(start, &format!("({LEFT}({}),", id.name));
                self.right(&it.right, operator as u32, operator);
                self.edits.insert(it.right.span().end, ")");
            }
            _ => self.right(&it.right, operator as u32 + NO_LEFT, operator),
        }
        true
    }

    fn right(&mut self, value: &Expression<'_>, code: u32, operator: BigOperator) {
        let span = value.span();
        self.edits.insert(span.start, &format!("{RIGHT}({code},"));
        if operator == BigOperator::Divide && self.options.mark_divisors {
            self.divisor(value);
        } else {
            self.visit_expression(value);
        }
        self.edits.insert(span.end, ")");
    }

    /// `${value}`.
    pub(super) fn template(&mut self, it: &TemplateLiteral<'_>) {
        if !self.counts_bigints() {
            return walk_js::walk_template_literal(self, it);
        }
        for value in &it.expressions {
            let span = value.span();
            let sequence = matches!(value, Expression::SequenceExpression(_));
            let (open, close) = if sequence { ("((", "))") } else { ("(", ")") };
            self.edits
                .insert(span.start, &format!("{BIGINT_TEXT}{open}"));
            self.visit_expression(value);
            self.edits.insert(span.end, close);
        }
    }

    /// `BigInt(value)` and `String(value)`. Gives whether the arguments were written.
    pub(super) fn converted(&mut self, it: &CallExpression<'_>) -> bool {
        let Expression::Identifier(callee) = &it.callee else {
            return false;
        };
        if !self.counts_bigints() || !matches!(callee.name.as_str(), "BigInt" | "String") {
            return false;
        }
        let [argument] = it.arguments.as_slice() else {
            return false;
        };
        let Some(value) = argument.as_expression() else {
            return false;
        };
        let span = value.span();
        self.edits.insert(span.start, &format!("{BIGINT_TEXT}("));
        self.visit_expression(value);
        self.edits.insert(span.end, ")");
        true
    }

    /// `__proto__: value` in an object literal. Gives whether it was written.
    pub(super) fn prototype(&mut self, it: &ObjectProperty<'_>) -> bool {
        let names = matches!(&it.key, PropertyKey::StaticIdentifier(id) if id.name == "__proto__")
            || matches!(&it.key, PropertyKey::StringLiteral(key) if key.value == "__proto__");
        let sets = names && !it.computed && !it.shorthand && !it.method;
        if !self.options.count_work || !sets || matches!(it.value, Expression::NullLiteral(_)) {
            return false;
        }
        let span = it.value.span();
        self.edits.insert(span.start, &format!("{PROTOTYPE}("));
        self.visit_expression(&it.value);
        self.edits.insert(span.end, ")");
        true
    }
}

/// An operand that makes no number much longer.
fn is_small(right: &Expression<'_>, operator: BigOperator) -> bool {
    let linear = matches!(operator, BigOperator::Multiply | BigOperator::Divide);
    match right {
        Expression::NumericLiteral(_) => true,
        Expression::BigIntLiteral(literal) => linear && literal.span.size() < 40,
        _ => false,
    }
}
