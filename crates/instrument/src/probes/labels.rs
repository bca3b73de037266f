//! Labelled `break` out of `for`-`of` loops.
//!
//! It closes what the loops that it leaves iterate (ECMA-262, 14.7.5.6, step 6.l). Interpreters may close only as many as an
//! unlabelled one does, but all of them at a labelled `continue`: with [`crate::Options::close_loops`]
//!
//! ```js
//! outer: for (const x of xs) for (const y of ys) break outer;
//! ```
//!
//! is written `ǃ0:do{outer: for (…) for (…) {continue ǃ0;break outer;}}while(0);`.

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::PREFIX;

/// The labels of a statement around, and what the loop that was written around it is called.
pub(super) struct Labelled {
    labels: Vec<String>,
    name: String,
}

impl Probes<'_> {
    /// Opens a loop around a labelled statement that needs one. Gives whether it does.
    pub(super) fn enter_labels(&mut self, outer: &Statement<'_>) -> bool {
        let Statement::LabeledStatement(it) = outer else {
            return false;
        };
        // A value of its own would be that of `eval`.
        if !self.options.close_loops || self.completion {
            return false;
        }
        let mut labels = vec![it.label.name.to_string()];
        let mut inner = &it.body;
        while let Statement::LabeledStatement(next) = inner {
            labels.push(next.label.name.to_string());
            inner = &next.body;
        }
        let mut breaks = Breaks::new(&labels);
        breaks.own(inner);
        if !breaks.crosses || breaks.would_be_caught {
            return false;
        }
        let name = format!("{PREFIX}{}", self.labelled.len());
        self.edits.insert(it.span.start, &format!("{name}:do{{"));
        self.labelled.push(Labelled { labels, name });
        true
    }

    /// Closes that loop behind the statement.
    pub(super) fn leave_labels(&mut self, outer: &LabeledStatement<'_>) {
        self.labelled.pop();
        self.edits.insert(outer.span.end, "}while(0);");
    }

    pub(super) fn break_statement(&mut self, it: &BreakStatement<'_>) {
        let Some(label) = &it.label else { return };
        if let Some(name) = self.loop_around(&label.name) {
            self.edits
                .insert(it.span.start, &format!("continue {name};"));
        }
    }

    /// The name of the loop that was written around the statement with this label.
    pub(super) fn loop_around(&self, label: &str) -> Option<&str> {
        let around = |labelled: &&Labelled| labelled.labels.iter().any(|own| own == label);
        let labelled = self.labelled.iter().rev().find(around)?;
        Some(&labelled.name)
    }
}

/// Looks for a `break` that leaves more than one loop.
struct Breaks<'l> {
    labels: &'l [String],
    /// How many `for`-`of` loops are around, inside of the labelled statement.
    iterations: u32,
    /// How many loops are around, that one too.
    loops: u32,
    switches: u32,
    crosses: bool,
    /// Whether a loop around the statement would get what is meant for one farther out.
    would_be_caught: bool,
}

impl<'l> Breaks<'l> {
    fn new(labels: &'l [String]) -> Self {
        Breaks {
            labels,
            iterations: 0,
            loops: 0,
            switches: 0,
            crosses: false,
            would_be_caught: false,
        }
    }

    /// The labelled statement: an unlabelled `break` closes what it iterates.
    fn own(&mut self, statement: &Statement<'_>) {
        match statement {
            Statement::ForOfStatement(it) => {
                self.loops += 1;
                self.visit_statement(&it.body);
            }
            statement => self.visit_statement(statement),
        }
    }

    fn looped(&mut self, body: &Statement<'_>) {
        self.loops += 1;
        self.visit_statement(body);
        self.loops -= 1;
    }
}

impl<'a> VisitJs<'a> for Breaks<'_> {
    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.iterations += 1;
        self.looped(&it.body);
        self.iterations -= 1;
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.looped(&it.body);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.looped(&it.body);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.looped(&it.body);
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.looped(&it.body);
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.switches += 1;
        walk_js::walk_switch_statement(self, it);
        self.switches -= 1;
    }

    fn visit_break_statement(&mut self, it: &BreakStatement<'a>) {
        match &it.label {
            Some(label)
                if self
                    .labels
                    .iter()
                    .any(|own| own.as_str() == label.name.as_str()) =>
            {
                self.crosses |= self.iterations > 0;
            }
            Some(_) => {}
            None => self.would_be_caught |= self.loops == 0 && self.switches == 0,
        }
    }

    fn visit_continue_statement(&mut self, it: &ContinueStatement<'a>) {
        self.would_be_caught |= it.label.is_none() && self.loops == 0;
    }

    fn visit_function(&mut self, _it: &Function<'a>, _flags: ScopeFlags) {}

    fn visit_class(&mut self, _it: &Class<'a>) {}

    /// No statement is in an expression but in a function.
    fn visit_expression(&mut self, _it: &Expression<'a>) {}
}
