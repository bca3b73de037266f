//! `for`-`of` and `for await`.
//!
//! A generator that is told to return while it is suspended inside of such a loop closes what the loop iterates (ECMA-262,
//! 14.7.5.6, step 6.k). Interpreters forget that, but run `finally` blocks: with [`crate::Options::close_loops`] a loop that
//! a generator may be suspended in is written
//!
//! ```js
//! for (const x of (ǃu0=ǃho(iterable,0))) {try{ … ǃr(3,yield ǃy(3,x,ǃu=1),ǃu=0) … }
//!   catch(ǃz){ǃu=0;throw ǃz}finally{if(ǃu>0){ǃu>0&&ǃcl(ǃu0);ǃu=0}}var ǃu,ǃu0}
//! ```
//!
//! where `ǃu` says how many loops the generator is suspended in: it still does when a `finally` block runs only if the
//! generator was told to return. Loops in such a loop are closed by the same block, unless a `finally` block of the program
//! comes between: interpreters may confuse jumps that cross several.

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::{CAUGHT_ERROR, CLOSE, FOR_AWAIT, HOLD, SUSPENDED, TEMPORARY};
use crate::sites::{self, SiteKind};
use loopscope_model::source::FunctionKind;

/// The loops around that must be closed when the generator is told to return.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Closing {
    /// How many there are.
    depth: u32,
    /// Whether the program has a `finally` block between the innermost one and what is walked.
    pub apart: bool,
    /// Whether it is a `finally` block that is walked: a jump out of it takes the place of the return.
    pub finalizes: bool,
    /// How many there were at most.
    deepest: u32,
}

impl Probes<'_> {
    pub(super) fn for_of_statement(&mut self, it: &ForOfStatement<'_>) {
        self.facts.top_level_await |= it.r#await && self.around.len() == 1;
        self.pattern_of = Some(".for".to_owned());
        self.visit_for_statement_left(&it.left);
        self.pattern_of = None;
        let closes = self.must_close(it);
        let right = it.right.span();
        let depth = self.closing.depth;
        if closes {
            let held = format!("({SUSPENDED}{depth}={HOLD}(");
            self.edits.insert(right.start, &held);
        }
        self.iterated(it);
        if closes {
            let flag = u8::from(it.r#await);
            self.edits.insert(right.end, &format!(",{flag}))"));
        }
        let head = self.head(it.span, &it.body);
        if !closes {
            return self.iteration(head, &it.body);
        }
        let body = it.body.span();
        let outer = self.closing;
        let alone = depth == 0 || outer.apart;
        self.edits
            .insert(body.start, if alone { "{try{" } else { "{" });
        self.closing = Closing {
            depth: depth + 1,
            apart: false,
            finalizes: false,
            deepest: depth + 1,
        };
        self.finallies += u32::from(alone);
        self.iteration(head, &it.body);
        self.finallies -= u32::from(alone);
        let deepest = self.closing.deepest;
        self.closing = Closing {
            deepest: outer.deepest.max(deepest),
            ..outer
        };
        if alone {
            let close = self.close_all(depth, deepest);
            let end = format!(
                "}}catch({CAUGHT_ERROR}){{{SUSPENDED}=0;throw {CAUGHT_ERROR}}}finally{{{close}}}"
            );
            self.edits.insert(body.end, &end);
        }
        let variables = format!("var {SUSPENDED},{SUSPENDED}{depth}}}");
        self.edits.insert(body.end, &variables);
    }

    /// Closes the loops from the innermost one that the generator is suspended in out to the one at this depth.
    fn close_all(&self, depth: u32, deepest: u32) -> String {
        let awaits = self.innermost_kind() == FunctionKind::AsyncGenerator;
        let mut text = format!("if({SUSPENDED}>{depth}){{");
        for held in (depth..deepest).rev() {
            let close = format!("{SUSPENDED}>{held}&&{CLOSE}({SUSPENDED}{held});");
            let awaited = format!(
                "if({SUSPENDED}>{held}&&({TEMPORARY}={CLOSE}({SUSPENDED}{held})))await {TEMPORARY};"
            );
            text.push_str(if awaits { &awaited } else { &close });
        }
        text + &format!("{SUSPENDED}={depth}}}")
    }

    /// What the loop iterates.
    fn iterated(&mut self, it: &ForOfStatement<'_>) {
        if it.r#await && self.options.old_await {
            let right = it.right.span();
            self.edits.insert(right.start, &format!("{FOR_AWAIT}("));
            self.visit_expression(&it.right);
            self.edits.insert(right.end, ")");
        } else if self.options.explain_errors {
            let text = sites::iterated(&it.right);
            let kind = if it.r#await {
                SiteKind::IterateAsync(text)
            } else {
                SiteKind::Iterate(text)
            };
            self.checked(&it.right, it.right.span().start, kind);
        } else {
            self.visit_expression(&it.right);
        }
    }

    /// Whether a generator may be suspended in the loop's body.
    fn must_close(&self, it: &ForOfStatement<'_>) -> bool {
        let generator = matches!(
            self.innermost_kind(),
            FunctionKind::Generator | FunctionKind::AsyncGenerator
        );
        if !self.options.close_loops || !generator {
            return false;
        }
        let mut yields = Yields(false);
        yields.visit_statement(&it.body);
        yields.0
    }

    /// The argument that a probe of `yield` gets besides: in how many loops the generator is suspended now.
    pub(super) fn suspended(&self, now: bool) -> String {
        match self.closing.depth {
            0 => String::new(),
            depth => format!(",{SUSPENDED}={}", if now { depth } else { 0 }),
        }
    }

    /// A `finally` block may suspend the generator itself while it returns. Gives what is to be written at its end.
    pub(super) fn keep_suspended(&mut self, finalizer: &BlockStatement<'_>) -> String {
        let mut yields = Yields(false);
        yields.visit_block_statement(finalizer);
        if self.closing.depth == 0 || !yields.0 {
            return String::new();
        }
        let kept = format!("{SUSPENDED}_{}", self.forgotten);
        self.forgotten += 1;
        let text = format!("var {kept}={SUSPENDED};");
        self.edits.insert(finalizer.span.start + 1, &text);
        format!(";{SUSPENDED}={kept};")
    }

    /// A `break` or `continue` begins.
    pub(super) fn jumps(&mut self, at: u32) {
        if self.closing.finalizes {
            self.goes_on(at);
        }
    }

    /// A generator that was suspended has caught an error, and goes on.
    pub(super) fn goes_on(&mut self, at: u32) {
        if self.closing.depth > 0 {
            self.edits.insert(at, &format!("{SUSPENDED}=0;"));
        }
    }
}

/// Finds a `yield` of the function itself.
struct Yields(bool);

impl<'a> VisitJs<'a> for Yields {
    fn visit_yield_expression(&mut self, _it: &YieldExpression<'a>) {
        self.0 = true;
    }

    fn visit_function(&mut self, _it: &Function<'a>, _flags: ScopeFlags) {}

    fn visit_arrow_function_expression(&mut self, _it: &ArrowFunctionExpression<'a>) {}

    fn visit_class(&mut self, it: &Class<'a>) {
        if let Some(heritage) = &it.heritage {
            self.visit_class_heritage(heritage);
        }
    }

    fn visit_expression(&mut self, it: &Expression<'a>) {
        if !self.0 {
            walk_js::walk_expression(self, it);
        }
    }
}
