//! Jumps out of several `finally` blocks.
//!
//! Interpreters may confuse them: with [`crate::Options::close_loops`] a `break` or `continue` that leaves a `try` with a `finally`
//! block inside of another one goes step by step. `try { … continue } finally { … }` is written
//!
//! ```js
//! {var ǃf_0v=0;ǃf_0:do{try { … ǃf_0v=1;continue ǃf_0;for(;;)continue } finally { … }}while(0);if(ǃf_0v==1){continue}}
//! ```

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::STEP;
use loopscope_model::source::FunctionKind;

/// A `try` statement that is left step by step.
#[derive(Debug)]
pub(super) struct Stage {
    name: String,
    jumps: Vec<Jump>,
}

#[derive(Debug, Clone)]
struct Jump {
    start: u32,
    kind: JumpKind,
    label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum JumpKind {
    Break,
    Continue,
    Return,
}

impl Probes<'_> {
    pub(super) fn try_statement(&mut self, it: &TryStatement<'_>) {
        let block = |probes: &mut Self, block: &BlockStatement<'_>| {
            probes.braced_list(&block.body, block.span.end - 1, false);
        };
        let apart = self.closing.apart;
        let guarded = u32::from(it.finalizer.is_some());
        let staged = guarded == 1 && self.enter_stage(it);
        self.closing.apart |= guarded == 1;
        self.finallies += guarded;
        block(self, &it.block);
        if let Some(handler) = &it.handler {
            let close = self.caught(handler);
            self.goes_on(handler.body.span.start + 1);
            block(self, &handler.body);
            if !close.is_empty() {
                self.edits.insert(handler.body.span.end, close);
            }
        }
        self.finallies -= guarded;
        if let Some(finalizer) = &it.finalizer {
            let kept = self.keep_suspended(finalizer);
            let outer = std::mem::replace(&mut self.closing.finalizes, true);
            block(self, finalizer);
            self.closing.finalizes = outer;
            self.edits.insert(finalizer.span.end - 1, &kept);
        }
        self.closing.apart = apart;
        if staged {
            self.leave_stage(it);
        }
    }

    /// A `try` statement with a `finally` block begins. Gives whether it is left step by step.
    fn enter_stage(&mut self, it: &TryStatement<'_>) -> bool {
        let confused = self.finallies > 0 || self.loses_returns;
        if !confused || !self.options.close_loops || self.completion {
            return false;
        }
        let mut leaves = Leaves {
            returns: self.loses_returns,
            ..Leaves::default()
        };
        walk_js::walk_try_statement(&mut leaves, it);
        if leaves.jumps.is_empty() {
            return false;
        }
        let name = format!("{STEP}{}", self.stages.len());
        let text = format!("{{var {name}v=0,{name}r;{name}:do{{");
        self.edits.insert(it.span.start, &text);
        self.stages.push(Stage {
            name,
            jumps: leaves.jumps,
        });
        true
    }

    /// Goes on behind the statement as its jumps say.
    fn leave_stage(&mut self, it: &TryStatement<'_>) {
        let Some(stage) = self.stages.pop() else {
            return;
        };
        let mut text = "}while(0);".to_owned();
        for (index, jump) in stage.jumps.iter().enumerate() {
            let number = index + 1;
            let returns = jump.kind == JumpKind::Return;
            let next = match self.next_step(jump.start) {
                Some((outer, step)) if returns => format!("{outer}r={}r;{step}", stage.name),
                Some((_, step)) => step,
                None if returns => format!("return {}r", stage.name),
                None => self.jump(jump),
            };
            text.push_str(&format!("if({}v=={number}){{{next}}}", stage.name));
        }
        text.push('}');
        self.edits.insert(it.span.end, &text);
    }

    /// A `break` or `continue`. Gives whether it goes step by step.
    pub(super) fn staged(&mut self, start: u32, label: Option<&LabelIdentifier<'_>>) -> bool {
        let Some((_, step)) = self.next_step(start) else {
            return false;
        };
        // What the author wrote stays, where nothing reaches it and it leaves nothing.
        self.edits.insert(start, &format!("{step};for(;;)"));
        if let Some(label) = label {
            self.edits.insert(label.span.start, ";");
        }
        true
    }

    /// A `return`, where interpreters may lose its value: `return x` becomes `{ǃf_0r=(/*return*/ x);ǃf_0v=1;continue ǃf_0}`. Gives
    /// whether it was written.
    pub(super) fn staged_return(&mut self, it: &ReturnStatement<'_>) -> bool {
        let Some((name, step)) = self.next_step(it.span.start) else {
            return false;
        };
        let keyword_end = it.span.start + "return".len() as u32;
        let Some(argument) = &it.argument else {
            let call = self.take_call().map_or_else(String::new, |call| call + ";");
            let text = format!("{{{call}{name}r=void 0;{step};/*");
            self.edits.insert(it.span.start, &text);
            self.edits.insert(keyword_end, "*/");
            self.edits.insert(it.span.end, "}");
            return true;
        };
        let awaits = match self.innermost_kind() {
            FunctionKind::AsyncGenerator => "await ",
            _ => "",
        };
        self.edits.insert(it.span.start, &format!("{{{name}r=(/*"));
        self.edits.insert(keyword_end, &format!("*/{awaits}("));
        self.write_before_expression(argument.span().start);
        self.visit_expression(argument);
        self.edits.insert(argument.span().end, "))");
        self.edits.insert(it.span.end, &format!(";{step}}}"));
        true
    }

    /// Whether a function has a `finally` block in which something is caught behind an `await` or `yield`: interpreters lose
    /// what is returned meanwhile.
    pub(super) fn loses_returns(&self, body: &FunctionBody<'_>) -> bool {
        let suspends = matches!(
            self.innermost_kind(),
            FunctionKind::Async | FunctionKind::Generator | FunctionKind::AsyncGenerator
        );
        let mut caught = CaughtInFinally::default();
        if suspends && self.options.close_loops {
            for statement in &body.statements {
                caught.visit_statement(statement);
            }
        }
        caught.found
    }

    /// The name of the innermost stage that a jump leaves, and the jump to its end.
    fn next_step(&self, start: u32) -> Option<(String, String)> {
        let stage = self.stages.last()?;
        let index = stage.jumps.iter().position(|jump| jump.start == start)?;
        let name = &stage.name;
        let step = format!("{name}v={};continue {name}", index + 1);
        Some((name.clone(), step))
    }

    fn jump(&self, jump: &Jump) -> String {
        let breaks = jump.kind == JumpKind::Break;
        let keyword = if breaks { "break" } else { "continue" };
        match &jump.label {
            Some(label) if breaks => match self.loop_around(label) {
                Some(name) => format!("continue {name}"),
                None => format!("break {label}"),
            },
            Some(label) => format!("{keyword} {label}"),
            None => keyword.to_owned(),
        }
    }
}

/// Finds the jumps that leave a statement.
#[derive(Default)]
struct Leaves {
    labels: Vec<String>,
    loops: u32,
    switches: u32,
    returns: bool,
    jumps: Vec<Jump>,
}

impl Leaves {
    fn looped(&mut self, body: &Statement<'_>) {
        self.loops += 1;
        self.visit_statement(body);
        self.loops -= 1;
    }

    fn add(&mut self, start: u32, kind: JumpKind, label: Option<&LabelIdentifier<'_>>) {
        let breaks = kind == JumpKind::Break;
        let label = label.map(|label| label.name.to_string());
        let stays = match &label {
            Some(label) => self.labels.contains(label),
            None => self.loops > 0 || (breaks && self.switches > 0),
        };
        if !stays {
            self.jumps.push(Jump { start, kind, label });
        }
    }
}

impl<'a> VisitJs<'a> for Leaves {
    fn visit_labeled_statement(&mut self, it: &LabeledStatement<'a>) {
        self.labels.push(it.label.name.to_string());
        self.visit_statement(&it.body);
        self.labels.pop();
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.looped(&it.body);
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
        self.add(it.span().start, JumpKind::Break, it.label.as_ref());
    }

    fn visit_return_statement(&mut self, it: &ReturnStatement<'a>) {
        if self.returns {
            self.jumps.push(Jump {
                start: it.span.start,
                kind: JumpKind::Return,
                label: None,
            });
        }
    }

    fn visit_continue_statement(&mut self, it: &ContinueStatement<'a>) {
        self.add(it.span().start, JumpKind::Continue, it.label.as_ref());
    }

    fn visit_function(&mut self, _it: &Function<'a>, _flags: ScopeFlags) {}

    fn visit_class(&mut self, _it: &Class<'a>) {}

    /// No statement is in an expression but in a function.
    fn visit_expression(&mut self, _it: &Expression<'a>) {}
}

/// Finds a `catch` clause in a `finally` block.
#[derive(Default)]
struct CaughtInFinally {
    finallies: u32,
    found: bool,
}

impl<'a> VisitJs<'a> for CaughtInFinally {
    fn visit_try_statement(&mut self, it: &TryStatement<'a>) {
        self.found |= self.finallies > 0 && it.handler.is_some();
        self.visit_block_statement(&it.block);
        if let Some(handler) = &it.handler {
            self.visit_block_statement(&handler.body);
        }
        if let Some(finalizer) = &it.finalizer {
            self.finallies += 1;
            self.visit_block_statement(finalizer);
            self.finallies -= 1;
        }
    }

    fn visit_function(&mut self, _it: &Function<'a>, _flags: ScopeFlags) {}

    fn visit_class(&mut self, _it: &Class<'a>) {}

    fn visit_expression(&mut self, _it: &Expression<'a>) {}
}
