//! What a CommonJS module exports, as far as its text shows it.

use oxc_ast::ast::*;
use oxc_span::GetSpan;

use super::Probes;

impl Probes<'_> {
    /// Records a name that a CommonJS module exports: `exports.a = …`, `module.exports = { a }`.
    pub(super) fn exported(&mut self, it: &AssignmentExpression<'_>) {
        match &it.left {
            AssignmentTarget::StaticMemberExpression(member) if is_exports(&member.object) => {
                self.facts
                    .exported_names
                    .push(member.property.name.to_string());
            }
            AssignmentTarget::StaticMemberExpression(member)
                if is_name(&member.object, "module") && member.property.name == "exports" =>
            {
                if let Expression::ObjectExpression(object) = &it.right {
                    self.exported_object(object);
                }
            }
            AssignmentTarget::ComputedMemberExpression(member) if is_exports(&member.object) => {
                if let Expression::StringLiteral(name) = &member.expression {
                    self.facts.exported_names.push(name.value.to_string());
                }
            }
            _ => {}
        }
    }

    /// Node's lexer looks at such an object up to the first property whose value is more than a name, and takes that
    /// one too if its value begins with a word.
    fn exported_object(&mut self, object: &ObjectExpression<'_>) {
        for property in &object.properties {
            let ObjectPropertyKind::ObjectProperty(property) = property else {
                return;
            };
            let Some(name) = property.key.static_name() else {
                return;
            };
            let start = property.value.span().start as usize;
            let word = self.source[start..]
                .starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '$');
            if word || property.method {
                self.facts.exported_names.push(name.into_owned());
            }
            if !matches!(property.value, Expression::Identifier(_)) {
                return;
            }
        }
    }
}

fn is_name(expression: &Expression<'_>, name: &str) -> bool {
    matches!(expression, Expression::Identifier(id) if id.name == name)
}

/// `exports` or `module.exports`.
fn is_exports(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::StaticMemberExpression(member) => {
            is_name(&member.object, "module") && member.property.name == "exports"
        }
        _ => is_name(expression, "exports"),
    }
}
