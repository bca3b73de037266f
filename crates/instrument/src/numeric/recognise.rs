//! From the syntax tree of a loop to what it computes.
//!
//! Probes are not numbered yet when a loop is recognised: steps refer to them by the offsets of their statements, and
//! [`Shape::numbered`] puts the numbers in.

use super::names::Names;
use super::{Condition, Cycle, NumericLoop, Step};
use loopscope_model::Probe;
use loopscope_model::source::ProbeKind;
use oxc_ast::ast::*;
use oxc_span::GetSpan;
use std::collections::BTreeMap;

/// A loop in which steps name offsets where they will name probes.
pub(crate) struct Shape(NumericLoop);

/// What a statement computes if it is a loop over numbers.
pub(crate) fn recognise(statement: &Statement<'_>) -> Option<Shape> {
    let mut names = Names::default();
    let (cycle, _) = names.cycle(statement)?;
    let ends = !matches!(cycle.test, Condition::Constant(true)) || cycle.body.iter().any(breaks);
    (ends && names.inputs.iter().any(|input| input.written)).then(|| {
        Shape(NumericLoop {
            statement: statement.span().start,
            inputs: names.inputs,
            cycle,
        })
    })
}

impl Shape {
    /// The text of the offer: with the loop's number among those of its text, `ǃj(0,i)&&(i=ǃq(0))`.
    pub fn offer(&self, number: usize) -> String {
        use crate::names::{JUMP, JUMPED};
        let mut text = format!("{JUMP}({number}");
        for input in &self.0.inputs {
            text.push(',');
            text.push_str(&input.name);
        }
        text.push(')');
        let written = self.0.inputs.iter().enumerate().filter(|(_, i)| i.written);
        let sets: Vec<String> = written
            .map(|(slot, input)| format!("{}={JUMPED}({slot})", input.name))
            .collect();
        if !sets.is_empty() {
            text.push_str(&format!("&&({})", sets.join(",")));
        }
        text
    }

    /// The loop with the numbers of its probes, which are the last of the table. `first`: the number of the table's
    /// first.
    pub fn numbered(mut self, probes: &[Probe], first: u32) -> NumericLoop {
        let mut numbers = Numbers::default();
        for (probe, number) in probes.iter().zip(first..) {
            let places = match probe.kind {
                ProbeKind::Statement => &mut numbers.statements,
                ProbeKind::Loop => &mut numbers.loops,
                _ => continue,
            };
            places.insert(probe.span.start, number);
        }
        self.0.statement = numbers.statement(self.0.statement);
        numbers.cycle(&mut self.0.cycle);
        self.0
    }

    /// The loop as long as its probes have no numbers.
    pub fn without_numbers(&self) -> NumericLoop {
        self.0.clone()
    }
}

/// The numbers of probes by the offsets at which their statements begin.
#[derive(Default)]
struct Numbers {
    statements: BTreeMap<u32, u32>,
    loops: BTreeMap<u32, u32>,
}

impl Numbers {
    fn statement(&self, offset: u32) -> u32 {
        let number = self.statements.get(&offset);
        *number.expect("every statement of a loop over numbers has a probe")
    }

    fn cycle(&self, cycle: &mut Cycle) -> u32 {
        let number = self.loops.get(&cycle.probe);
        cycle.probe = *number.expect("every loop has a probe");
        cycle.last_probe = self.steps(&mut cycle.body).max(cycle.probe);
        cycle.last_probe
    }

    /// Gives the last number.
    fn steps(&self, steps: &mut [Step]) -> u32 {
        let mut last = 0;
        for step in steps {
            last = last.max(match step {
                Step::Visit(probe) => {
                    *probe = self.statement(*probe);
                    *probe
                }
                Step::If(_, yes, no) => self.steps(yes).max(self.steps(no)),
                Step::Loop(_, _, cycle) => self.cycle(cycle),
                Step::Eval(_) | Step::Break | Step::Continue => 0,
            });
        }
        last
    }
}

/// Whether a step may leave the loop that it is in.
fn breaks(step: &Step) -> bool {
    match step {
        Step::Break => true,
        Step::If(_, yes, no) => yes.iter().any(breaks) || no.iter().any(breaks),
        _ => false,
    }
}

impl Names {
    /// A loop, and whether its test comes before the first iteration. Not its initialisation.
    fn cycle(&mut self, it: &Statement<'_>) -> Option<(Cycle, bool)> {
        let (test, update, body) = match it {
            Statement::ForStatement(it) => {
                let test = match &it.test {
                    Some(test) => self.condition(test)?,
                    None => Condition::Constant(true),
                };
                let update = match &it.update {
                    Some(update) => self.effects(update)?,
                    None => Vec::new(),
                };
                (test, update, &it.body)
            }
            Statement::WhileStatement(it) => (self.condition(&it.test)?, Vec::new(), &it.body),
            Statement::DoWhileStatement(it) => (self.condition(&it.test)?, Vec::new(), &it.body),
            _ => return None,
        };
        let mut steps = Vec::new();
        self.statement(body, &mut steps)?;
        let cycle = Cycle {
            probe: it.span().start,
            last_probe: it.span().start,
            body: steps,
            update,
            test,
        };
        Some((cycle, !matches!(it, Statement::DoWhileStatement(_))))
    }

    fn statement(&mut self, it: &Statement<'_>, steps: &mut Vec<Step>) -> Option<()> {
        let visit = Step::Visit(it.span().start);
        match it {
            Statement::EmptyStatement(_) => {}
            Statement::BlockStatement(it) => {
                let depth = self.enter();
                for statement in &it.body {
                    self.statement(statement, steps)?;
                }
                self.leave(depth);
            }
            Statement::ExpressionStatement(it) => {
                steps.push(visit);
                let effects = self.effects(&it.expression)?;
                steps.extend(effects.into_iter().map(Step::Eval));
            }
            Statement::VariableDeclaration(it) => {
                // Without any value there is no probe.
                if it.declarations.iter().any(|d| d.init.is_some()) {
                    steps.push(visit);
                }
                let declarations = self.declarations(it)?;
                steps.extend(declarations.into_iter().map(Step::Eval));
            }
            Statement::IfStatement(it) => {
                steps.push(visit);
                let test = self.condition(&it.test)?;
                let (mut yes, mut no) = (Vec::new(), Vec::new());
                self.statement(&it.consequent, &mut yes)?;
                if let Some(alternate) = &it.alternate {
                    self.statement(alternate, &mut no)?;
                }
                steps.push(Step::If(test, yes, no));
            }
            Statement::BreakStatement(it) if it.label.is_none() => {
                steps.extend([visit, Step::Break]);
            }
            Statement::ContinueStatement(it) if it.label.is_none() => {
                steps.extend([visit, Step::Continue]);
            }
            Statement::ForStatement(head) => {
                steps.push(visit);
                let depth = self.enter();
                let before = match &head.init {
                    None => Vec::new(),
                    Some(ForStatementInit::VariableDeclaration(init)) => self.declarations(init)?,
                    Some(init) => self.effects(init.as_expression()?)?,
                };
                let (cycle, _) = self.cycle(it)?;
                self.leave(depth);
                steps.push(Step::Loop(before, true, Box::new(cycle)));
            }
            Statement::WhileStatement(_) | Statement::DoWhileStatement(_) => {
                steps.push(visit);
                let (cycle, tested) = self.cycle(it)?;
                steps.push(Step::Loop(Vec::new(), tested, Box::new(cycle)));
            }
            _ => return None,
        }
        Some(())
    }

    fn declarations(&mut self, it: &VariableDeclaration<'_>) -> Option<Vec<super::Number>> {
        let mut all = Vec::new();
        for declarator in &it.declarations {
            let name = declarator.id.get_identifier_name()?;
            let value = match &declarator.init {
                Some(init) => Some(self.number(init)?),
                None => None,
            };
            let slot = match it.kind {
                VariableDeclarationKind::Var => match value {
                    Some(_) => self.write(&name)?,
                    None => continue,
                },
                VariableDeclarationKind::Let => self.declare(&name, true)?,
                VariableDeclarationKind::Const => self.declare(&name, false)?,
                _ => return None,
            };
            // A name without a value is undefined, which is no number.
            all.push(super::Number::Set(slot, Box::new(value?)));
        }
        Some(all)
    }
}
