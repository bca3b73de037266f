//! Early errors of labels, and of what refers to them.

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::Span as ByteSpan;

use super::Early;

/// A label around a statement.
pub(super) struct Label {
    name: String,
    loops: bool,
}

impl Early<'_> {
    pub(super) fn labeled_statement(&mut self, it: &LabeledStatement<'_>) {
        let name = it.label.name.as_str();
        if self.around.labels.iter().any(|label| label.name == name) {
            self.report(
                format!("Label '{name}' has already been declared"),
                it.label.span,
            );
        }
        self.reserved_word(name, it.label.span);
        if self.strict {
            self.single_statement(&it.body, true);
        }
        let mut body = &it.body;
        while let Statement::LabeledStatement(inner) = body {
            body = &inner.body;
        }
        let loops = matches!(
            body,
            Statement::ForStatement(_)
                | Statement::ForInStatement(_)
                | Statement::ForOfStatement(_)
                | Statement::WhileStatement(_)
                | Statement::DoWhileStatement(_)
        );
        self.around.labels.push(Label {
            name: name.to_owned(),
            loops,
        });
        self.visit_statement(&it.body);
        self.around.labels.pop();
    }

    /// A loop, with its labels, which are the last ones around.
    pub(super) fn in_loop(&mut self, walk: impl FnOnce(&mut Self)) {
        self.around.loops += 1;
        walk(self);
        self.around.loops -= 1;
    }

    /// What a `break` or `continue` refers to.
    pub(super) fn jump(
        &mut self,
        keyword: &str,
        span: ByteSpan,
        label: Option<&LabelIdentifier<'_>>,
    ) {
        let continues = keyword == "continue";
        let Some(label) = label else {
            let keyword = ByteSpan::new(span.start, span.start + keyword.len() as u32);
            if continues && self.around.loops == 0 {
                self.report(
                    "Illegal continue statement: no surrounding iteration statement",
                    keyword,
                );
            } else if self.around.loops + self.around.switches == 0 {
                self.report("Illegal break statement", keyword);
            }
            return;
        };
        let name = label.name.as_str();
        match self
            .around
            .labels
            .iter()
            .find(|it| it.name.as_str() == name)
        {
            None => self.report(format!("Undefined label '{name}'"), label.span),
            Some(found) if continues && !found.loops => {
                let message = format!(
                    "Illegal continue statement: '{name}' does not denote an iteration statement"
                );
                self.report(message, label.span);
            }
            Some(_) => {}
        }
    }

    /// A function where the grammar has room for one statement only.
    pub(super) fn single_statement(&mut self, statement: &Statement<'_>, of_if: bool) {
        if let Statement::FunctionDeclaration(it) = statement {
            let keyword = ByteSpan::new(it.span.start, it.span.start + "function".len() as u32);
            if self.strict {
                self.report(
                    "In strict mode code, functions can only be declared at top level or inside a block.",
                    keyword,
                );
            } else if !of_if {
                self.report(
                    "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.",
                    keyword,
                );
            }
        }
    }
}
