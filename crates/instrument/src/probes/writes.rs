//! Checks in assignments to properties and in deletions, which fail in strict mode code; see [`crate::sites`].

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::GetSpan;

use super::Probes;
use crate::names::{CHECK, TEMPORARY};
use crate::sites::{self, SiteKind};

impl Probes<'_> {
    /// The left side of an assignment. Where the value cannot run any code, an object without a name is kept for
    /// [`Self::assigned`].
    pub(super) fn assignment_target(&mut self, it: &AssignmentExpression<'_>) {
        let object = match &it.left {
            AssignmentTarget::StaticMemberExpression(left) => &left.object,
            AssignmentTarget::ComputedMemberExpression(left) => &left.object,
            _ => return self.visit_assignment_target(&it.left),
        };
        let keeps = self.options.explain_errors
            && self.again(object).is_none()
            && Self::keeps_object(it, self.strict);
        let span = object.span();
        if keeps {
            self.edits.insert(span.start, &format!("({TEMPORARY}="));
        }
        match &it.left {
            AssignmentTarget::ComputedMemberExpression(left) if keeps => {
                self.object(object, left.expression.span().start, SiteKind::Member);
                self.edits.insert(span.end, ")");
                self.visit_expression(&left.expression);
            }
            AssignmentTarget::StaticMemberExpression(left) if keeps => {
                self.object(object, left.property.span.start, SiteKind::Member);
                self.edits.insert(span.end, ")");
            }
            left => self.visit_assignment_target(left),
        }
    }

    /// Whether nothing runs between the evaluation of an assignment's object and the assignment itself.
    fn keeps_object(it: &AssignmentExpression<'_>, strict: bool) -> bool {
        let (object, key_is_inert) = match &it.left {
            AssignmentTarget::StaticMemberExpression(left) => (&left.object, true),
            AssignmentTarget::ComputedMemberExpression(left) => {
                (&left.object, left.expression.is_literal())
            }
            _ => return false,
        };
        strict
            && it.operator == AssignmentOperator::Assign
            && key_is_inert
            && !matches!(
                object,
                Expression::Super(_) | Expression::SequenceExpression(_)
            )
            && !sites::is_in_optional_chain(object)
            && (it.right.is_literal()
                || it.right.is_function()
                || matches!(
                    it.right,
                    Expression::Identifier(_) | Expression::ThisExpression(_)
                ))
    }

    /// `object.name = value` in strict mode code, where the object can be named again behind the value. Gives whether the
    /// value was written.
    pub(super) fn assigned(&mut self, it: &AssignmentExpression<'_>) -> bool {
        if !self.options.explain_errors || !self.strict || it.operator != AssignmentOperator::Assign
        {
            return false;
        }
        let (object, name, key, at) = match &it.left {
            AssignmentTarget::StaticMemberExpression(left) => {
                let name = Some(left.property.name.to_string());
                (&left.object, name, None, left.property.span.start)
            }
            AssignmentTarget::ComputedMemberExpression(left) => {
                let Some(key) = self.again(&left.expression) else {
                    return false;
                };
                (&left.object, None, Some(key), left.expression.span().start)
            }
            _ => return false,
        };
        let object = match self.again(object) {
            Some(object) => object,
            None if Self::keeps_object(it, self.strict) => TEMPORARY.to_owned(),
            None => return false,
        };
        let right = it.right.span();
        let arguments = self.site(at, SiteKind::Assign(name));
        let arguments = arguments.trim_end_matches(')');
        let sequence = matches!(it.right, Expression::SequenceExpression(_));
        let open = if sequence { "((" } else { "(" };
        self.edits.insert(right.start, &format!("{CHECK}{open}"));
        self.visit_expression(&it.right);
        let close = if sequence { ")" } else { "" };
        let key = key.map_or_else(String::new, |key| format!(",{key}"));
        let close = format!("{close},{arguments},{object}{key})");
        self.edits.insert(right.end, &close);
        true
    }

    /// The object of `delete object.name` in strict mode code. Gives whether it was written.
    pub(super) fn deleted(&mut self, it: &UnaryExpression<'_>) -> bool {
        if !self.options.explain_errors || !self.strict || it.operator != UnaryOperator::Delete {
            return false;
        }
        let (object, name, key) = match &it.argument {
            Expression::StaticMemberExpression(it) => {
                (&it.object, Some(it.property.name.to_string()), None)
            }
            Expression::ComputedMemberExpression(it) => {
                let Some(key) = self.again(&it.expression) else {
                    return false;
                };
                (&it.object, None, Some((key, &it.expression)))
            }
            _ => return false,
        };
        if sites::is_in_optional_chain(object) || matches!(object, Expression::Super(_)) {
            return false;
        }
        let span = object.span();
        let arguments = self.site(it.span.start, SiteKind::Delete(name));
        let arguments = arguments.trim_end_matches(')');
        self.edits.insert(span.start, &format!("{CHECK}("));
        self.object(object, it.span.start, SiteKind::Member);
        let close = match &key {
            Some((key, _)) => format!(",{arguments},{key})"),
            None => format!(",{arguments})"),
        };
        self.edits.insert(span.end, &close);
        if let Some((_, expression)) = key {
            self.visit_expression(expression);
        }
        true
    }
}
