//! Expressions of a numeric loop.

use super::names::Names;
use super::{Condition, Number, Operation, Relation};
use oxc_ast::ast::*;
use oxc_syntax::operator::{
    AssignmentOperator, BinaryOperator, LogicalOperator, UnaryOperator, UpdateOperator,
};

impl Names {
    /// Expressions that stand for their effects: those of a statement, or between commas.
    pub(super) fn effects(&mut self, it: &Expression<'_>) -> Option<Vec<Number>> {
        match it {
            Expression::SequenceExpression(it) => {
                let mut all = Vec::new();
                for expression in &it.expressions {
                    all.extend(self.effects(expression)?);
                }
                Some(all)
            }
            Expression::ParenthesizedExpression(it) => self.effects(&it.expression),
            it => Some(vec![self.number(it)?]),
        }
    }

    /// An expression that gives a number.
    pub(super) fn number(&mut self, it: &Expression<'_>) -> Option<Number> {
        Some(match it {
            Expression::NumericLiteral(it) => Number::Literal(it.value),
            Expression::Identifier(it) => Number::Slot(self.read(&it.name)?),
            Expression::ParenthesizedExpression(it) => return self.number(&it.expression),
            Expression::UnaryExpression(it) => {
                let number = self.number(&it.argument)?;
                match (it.operator, number) {
                    (UnaryOperator::UnaryPlus, number) => number,
                    (UnaryOperator::UnaryNegation, Number::Literal(n)) => Number::Literal(-n),
                    (UnaryOperator::UnaryNegation, number) => Number::Negate(Box::new(number)),
                    (UnaryOperator::BitwiseNot, number) => Number::Not(Box::new(number)),
                    _ => return None,
                }
            }
            Expression::BinaryExpression(it) => {
                let operation = operation(it.operator)?;
                let left = self.number(&it.left)?;
                binary(operation, left, self.number(&it.right)?)
            }
            Expression::ConditionalExpression(it) => Number::Choose(
                Box::new(self.condition(&it.test)?),
                Box::new(self.number(&it.consequent)?),
                Box::new(self.number(&it.alternate)?),
            ),
            Expression::UpdateExpression(it) => {
                let SimpleAssignmentTarget::AssignmentTargetIdentifier(id) = &it.argument else {
                    return None;
                };
                let slot = self.write(&id.name)?;
                let delta = match it.operator {
                    UpdateOperator::Increment => 1.0,
                    UpdateOperator::Decrement => -1.0,
                };
                match it.prefix {
                    true => {
                        let sum =
                            binary(Operation::Add, Number::Slot(slot), Number::Literal(delta));
                        Number::Set(slot, Box::new(sum))
                    }
                    false => Number::Postfix(slot, delta),
                }
            }
            Expression::AssignmentExpression(it) => {
                let AssignmentTarget::AssignmentTargetIdentifier(id) = &it.left else {
                    return None;
                };
                let slot = self.write(&id.name)?;
                let right = self.number(&it.right)?;
                let value = match it.operator {
                    AssignmentOperator::Assign => right,
                    operator => {
                        let operation = operation(operator.to_binary_operator()?)?;
                        binary(operation, Number::Slot(slot), right)
                    }
                };
                Number::Set(slot, Box::new(value))
            }
            _ => return None,
        })
    }

    /// An expression of which only the truth matters.
    pub(super) fn condition(&mut self, it: &Expression<'_>) -> Option<Condition> {
        Some(match it {
            Expression::BooleanLiteral(it) => Condition::Constant(it.value),
            Expression::ParenthesizedExpression(it) => return self.condition(&it.expression),
            Expression::UnaryExpression(it) if it.operator == UnaryOperator::LogicalNot => {
                Condition::Not(Box::new(self.condition(&it.argument)?))
            }
            Expression::LogicalExpression(it) => {
                let left = Box::new(self.condition(&it.left)?);
                let right = Box::new(self.condition(&it.right)?);
                match it.operator {
                    LogicalOperator::And => Condition::Both(left, right),
                    LogicalOperator::Or => Condition::Either(left, right),
                    LogicalOperator::Coalesce => return None,
                }
            }
            Expression::BinaryExpression(it) if relation(it.operator).is_some() => {
                let left = self.number(&it.left)?;
                Condition::Compare(relation(it.operator)?, left, self.number(&it.right)?)
            }
            it => Condition::Truthy(self.number(it)?),
        })
    }
}

fn binary(operation: Operation, left: Number, right: Number) -> Number {
    Number::Binary(operation, Box::new(left), Box::new(right))
}

fn operation(operator: BinaryOperator) -> Option<Operation> {
    Some(match operator {
        BinaryOperator::Addition => Operation::Add,
        BinaryOperator::Subtraction => Operation::Subtract,
        BinaryOperator::Multiplication => Operation::Multiply,
        BinaryOperator::Division => Operation::Divide,
        BinaryOperator::Remainder => Operation::Remainder,
        BinaryOperator::ShiftLeft => Operation::ShiftLeft,
        BinaryOperator::ShiftRight => Operation::ShiftRight,
        BinaryOperator::ShiftRightZeroFill => Operation::ShiftRightZeroFill,
        BinaryOperator::BitwiseOR => Operation::Or,
        BinaryOperator::BitwiseXOR => Operation::Xor,
        BinaryOperator::BitwiseAnd => Operation::And,
        _ => return None,
    })
}

fn relation(operator: BinaryOperator) -> Option<Relation> {
    Some(match operator {
        BinaryOperator::LessThan => Relation::Less,
        BinaryOperator::LessEqualThan => Relation::LessOrEqual,
        BinaryOperator::GreaterThan => Relation::Greater,
        BinaryOperator::GreaterEqualThan => Relation::GreaterOrEqual,
        BinaryOperator::Equality | BinaryOperator::StrictEquality => Relation::Equal,
        BinaryOperator::Inequality | BinaryOperator::StrictInequality => Relation::NotEqual,
        _ => return None,
    })
}
