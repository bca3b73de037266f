//! `for`-`of` and `for await`.
//!
//! A generator that is told to return while it is suspended inside of such a loop closes what the loop iterates (ECMA-262,
//! 14.7.5.6, step 6.k). Interpreters forget that, but run `finally` blocks: with [`crate::Options::close_loops`] a loop that
//! a generator may be suspended in is written
//!
//! ```js
//! for (const x of (ǃu0=ǃho(iterable,0))) {try{ … ǃr(3,yield ǃy(3,x,ǃu=1),ǃu=0) … }
//!   catch(ǃz){ǃu=0;throw ǃz}finally{ǃu&&ǃcl(ǃu0,0)}var ǃu,ǃu0}
//! ```
//!
//! where `ǃu` says whether the generator is suspended: it still does when a `finally` block runs only if it was told to
//! return.

use oxc_ast::ast::*;
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use super::Probes;
use crate::names::{CAUGHT_ERROR, CLOSE, FOR_AWAIT, HOLD, SUSPENDED, TEMPORARY};
use crate::sites::{self, SiteKind};
use loopscope_model::source::FunctionKind;

impl Probes<'_> {
    pub(super) fn for_of_statement(&mut self, it: &ForOfStatement<'_>) {
        self.facts.top_level_await |= it.r#await && self.around.len() == 1;
        self.pattern_of = Some(".for".to_owned());
        self.visit_for_statement_left(&it.left);
        self.pattern_of = None;
        let closes = self.must_close(it);
        let right = it.right.span();
        let flag = u8::from(it.r#await);
        let held = format!("{SUSPENDED}{}", self.closing);
        if closes {
            self.edits.insert(right.start, &format!("({held}={HOLD}("));
        }
        self.iterated(it);
        if closes {
            self.edits.insert(right.end, &format!(",{flag}))"));
        }
        let head = self.head(it.span, &it.body);
        if !closes {
            return self.iteration(head, &it.body);
        }
        let body = it.body.span();
        self.edits.insert(body.start, "{try{");
        self.closing += 1;
        self.iteration(head, &it.body);
        self.closing -= 1;
        let close = match it.r#await {
            true => format!("if({SUSPENDED}&&({TEMPORARY}={CLOSE}({held},1)))await {TEMPORARY}"),
            false => format!("{SUSPENDED}&&{CLOSE}({held},0)"),
        };
        let end = format!(
            "}}catch({CAUGHT_ERROR}){{{SUSPENDED}=0;throw {CAUGHT_ERROR}}}finally{{{close}}}var {SUSPENDED},{held}}}"
        );
        self.edits.insert(body.end, &end);
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

    /// The argument that a probe of `yield` gets besides: whether the generator is suspended now.
    pub(super) fn suspended(&self, now: u8) -> String {
        match self.closing {
            0 => String::new(),
            _ => format!(",{SUSPENDED}={now}"),
        }
    }

    /// A generator that was suspended has caught an error, and goes on.
    pub(super) fn goes_on(&mut self, at: u32) {
        if self.closing > 0 {
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
