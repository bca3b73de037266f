//! Divisions and negations, for interpreters that do them on integers; see [`crate::names::DIVISOR`].

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::GetSpan;

use super::Probes;
use crate::names::DIVISOR;

impl Probes<'_> {
    /// `left / right` and `left % right`. Gives whether it was written.
    pub(super) fn divided(&mut self, it: &BinaryExpression<'_>) -> bool {
        let divides = matches!(
            it.operator,
            BinaryOperator::Division | BinaryOperator::Remainder
        );
        if !self.options.mark_divisors || !divides {
            return false;
        }
        self.visit_expression(&it.left);
        self.divisor(&it.right);
        true
    }

    /// `left /= right` and `left %= right`, the left side being visited. Gives whether it was written.
    pub(super) fn divided_by(&mut self, it: &AssignmentExpression<'_>) -> bool {
        let divides = matches!(
            it.operator,
            AssignmentOperator::Division | AssignmentOperator::Remainder
        );
        if !self.options.mark_divisors || !divides {
            return false;
        }
        self.divisor(&it.right);
        true
    }

    /// `-operand`. Gives whether it was written.
    pub(super) fn negated(&mut self, it: &UnaryExpression<'_>) -> bool {
        if !self.options.mark_divisors || it.operator != UnaryOperator::UnaryNegation {
            return false;
        }
        self.divisor(&it.argument);
        true
    }

    pub(super) fn divisor(&mut self, value: &Expression<'_>) {
        if is_literal(value) {
            return self.visit_expression(value);
        }
        let span = value.span();
        self.edits.insert(span.start, &format!("{DIVISOR}("));
        self.visit_expression(value);
        self.edits.insert(span.end, ")");
    }
}

/// Literals have no sign: nothing is lost with them.
fn is_literal(expression: &Expression<'_>) -> bool {
    matches!(
        expression,
        Expression::NumericLiteral(_) | Expression::BigIntLiteral(_) | Expression::StringLiteral(_)
    )
}
