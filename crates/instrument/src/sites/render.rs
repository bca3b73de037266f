//! Expressions as V8's messages write them.

use oxc_ast::ast::*;

/// What stands for an expression that has no name.
const NAMELESS: &str = "(intermediate value)";

/// An expression as V8's messages write it: `obj.f(...).bar`, `arr[0]`, `(intermediate value)`.
pub(crate) fn render(expression: &Expression<'_>) -> String {
    let mut printer = Printer {
        text: String::new(),
    };
    printer.find(expression);
    printer.text
}

/// A number as JavaScript writes it.
pub(crate) fn number(value: f64) -> String {
    if value.is_infinite() {
        return "Infinity".to_owned();
    }
    let magnitude = value.abs();
    if magnitude != 0.0 && !(1e-6..1e21).contains(&magnitude) {
        let text = format!("{value:e}");
        return match text.split_once('e') {
            Some((digits, power)) if !power.starts_with('-') => format!("{digits}e+{power}"),
            _ => text,
        };
    }
    format!("{value}")
}

struct Printer {
    text: String,
}

impl Printer {
    /// The expression, or what stands for it if it has nothing to print.
    fn find(&mut self, expression: &Expression<'_>) {
        let before = self.text.len();
        self.print(expression);
        if self.text.len() == before {
            self.text.push_str(NAMELESS);
        }
    }

    fn print(&mut self, expression: &Expression<'_>) {
        match expression {
            Expression::ParenthesizedExpression(it) => self.print(&it.expression),
            Expression::Identifier(it) => self.text.push_str(&it.name),
            Expression::ThisExpression(_) => self.text.push_str("this"),
            Expression::NullLiteral(_) => self.text.push_str("null"),
            Expression::BooleanLiteral(it) => self.text.push_str(&it.value.to_string()),
            Expression::NumericLiteral(it) => self.text.push_str(&number(it.value)),
            Expression::StringLiteral(it) => self.quoted(&it.value),
            Expression::RegExpLiteral(it) => {
                let pattern = &it.regex.pattern.text;
                self.text
                    .push_str(&format!("/{pattern}/{}", it.regex.flags));
            }
            Expression::TemplateLiteral(it) => self.template(it),
            Expression::ArrayExpression(it) => self.array(it),
            Expression::ObjectExpression(it) => {
                self.text.push('{');
                self.text.push_str(&NAMELESS.repeat(it.properties.len()));
                self.text.push('}');
            }
            Expression::StaticMemberExpression(it) => {
                self.find(&it.object);
                self.text.push_str(if it.optional { "?." } else { "." });
                self.text.push_str(&it.property.name);
            }
            Expression::ComputedMemberExpression(it) => self.computed(it),
            Expression::PrivateFieldExpression(it) => {
                self.find(&it.object);
                self.text.push_str(&format!("[#{}]", it.field.name));
            }
            Expression::ChainExpression(it) => match &it.expression {
                ChainElement::CallExpression(call) => self.call(call),
                ChainElement::StaticMemberExpression(it) => {
                    self.find(&it.object);
                    self.text.push_str(if it.optional { "?." } else { "." });
                    self.text.push_str(&it.property.name);
                }
                ChainElement::ComputedMemberExpression(it) => self.computed(it),
                _ => {}
            },
            Expression::CallExpression(it) => self.call(it),
            Expression::UnaryExpression(it) => {
                let operator = it.operator.as_str();
                let space = if operator.len() > 1 { " " } else { "" };
                self.text.push_str(&format!("({operator}{space}"));
                self.find(&it.argument);
                self.text.push(')');
            }
            Expression::UpdateExpression(it) => self.update(it),
            Expression::BinaryExpression(it) => {
                self.pair(&it.left, it.operator.as_str(), &it.right);
            }
            Expression::LogicalExpression(it) => {
                self.pair(&it.left, it.operator.as_str(), &it.right);
            }
            Expression::SequenceExpression(it) => {
                self.text.push('(');
                for (index, expression) in it.expressions.iter().enumerate() {
                    if index > 0 {
                        self.text.push_str(" , ");
                    }
                    self.find(expression);
                }
                self.text.push(')');
            }
            Expression::ConditionalExpression(_) => self.text.push_str(&NAMELESS.repeat(3)),
            Expression::AssignmentExpression(it) => self.target(&it.left),
            Expression::NewTarget(_) => self.text.push_str(".new.target"),
            _ => {}
        }
    }

    fn quoted(&mut self, text: &str) {
        self.text.push_str(&format!("\"{text}\""));
    }

    fn template(&mut self, it: &TemplateLiteral<'_>) {
        match it.quasis.first() {
            Some(only) if it.expressions.is_empty() => {
                let text = only.value.cooked.as_ref().unwrap_or(&only.value.raw);
                self.quoted(text);
            }
            _ => {
                for expression in &it.expressions {
                    self.find(expression);
                }
            }
        }
    }

    fn array(&mut self, it: &ArrayExpression<'_>) {
        self.text.push('[');
        for (index, element) in it.elements.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            match element {
                ArrayExpressionElement::SpreadElement(spread) => {
                    self.text.push_str("(...");
                    self.find(&spread.argument);
                    self.text.push(')');
                }
                ArrayExpressionElement::Elision(_) => self.text.push_str(NAMELESS),
                element => {
                    if let Some(expression) = element.as_expression() {
                        self.find(expression);
                    }
                }
            }
        }
        self.text.push(']');
    }

    fn computed(&mut self, it: &ComputedMemberExpression<'_>) {
        self.find(&it.object);
        let literal = match &it.expression {
            Expression::StringLiteral(it) => Some(it.value.to_string()),
            Expression::TemplateLiteral(it) if it.expressions.is_empty() => {
                it.quasis.first().map(|only| {
                    only.value
                        .cooked
                        .as_ref()
                        .unwrap_or(&only.value.raw)
                        .to_string()
                })
            }
            _ => None,
        };
        if let Some(name) = literal {
            self.text.push_str(if it.optional { "?." } else { "." });
            self.text.push_str(&name);
            return;
        }
        self.text.push_str(if it.optional { "?.[" } else { "[" });
        match &it.expression {
            // A number with a sign is one number here.
            Expression::UnaryExpression(unary)
                if unary.operator == UnaryOperator::UnaryNegation
                    && matches!(unary.argument, Expression::NumericLiteral(_)) =>
            {
                self.text.push('-');
                self.find(&unary.argument);
            }
            key => self.find(key),
        }
        self.text.push(']');
    }

    fn call(&mut self, it: &CallExpression<'_>) {
        self.find(&it.callee);
        self.text.push_str("(...)");
    }

    fn update(&mut self, it: &UpdateExpression<'_>) {
        self.text.push('(');
        if it.prefix {
            self.text.push_str(it.operator.as_str());
        }
        match &it.argument {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(id) => self.text.push_str(&id.name),
            SimpleAssignmentTarget::StaticMemberExpression(it) => {
                self.find(&it.object);
                self.text.push_str(&format!(".{}", it.property.name));
            }
            SimpleAssignmentTarget::ComputedMemberExpression(it) => self.computed(it),
            _ => self.text.push_str(NAMELESS),
        }
        if !it.prefix {
            self.text.push_str(it.operator.as_str());
        }
        self.text.push(')');
    }

    fn pair(&mut self, left: &Expression<'_>, operator: &str, right: &Expression<'_>) {
        self.text.push('(');
        self.find(left);
        self.text.push_str(&format!(" {operator} "));
        self.find(right);
        self.text.push(')');
    }

    fn target(&mut self, it: &AssignmentTarget<'_>) {
        match it {
            AssignmentTarget::AssignmentTargetIdentifier(id) => self.text.push_str(&id.name),
            AssignmentTarget::StaticMemberExpression(it) => {
                self.find(&it.object);
                self.text.push_str(&format!(".{}", it.property.name));
            }
            AssignmentTarget::ComputedMemberExpression(it) => self.computed(it),
            _ => {}
        }
    }
}
