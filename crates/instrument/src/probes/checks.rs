//! Checks in expressions that may throw, so that the host can say what V8 says; see [`crate::sites`].
//!
//! They are written where [`crate::Options::explain_errors`] asks for it, and cost nothing that can be observed: a
//! name is read a second time only after it was found to be `null` or `undefined`.

use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_span::{GetSpan, Span as ByteSpan};

use super::Probes;
use crate::names::{CAUGHT, CAUGHT_ERROR, CHECK, NULLISH, TEMPORARY};
use crate::sites::{self, CallSite, PatternSite, Site, SiteKind};
use crate::trivia::skip_trivia;

/// So many checks may be nested: each is two brackets more for the interpreter's parser, and a chain of calls may be
/// long.
const OPEN_CHECKS: u32 = 6;

impl Probes<'_> {
    pub(super) fn site(&mut self, at: u32, kind: SiteKind) -> String {
        let source = self.options.source.0;
        let index = self.sites.checked.len();
        self.sites.checked.push(Site { at, kind });
        format!("{source},{index})")
    }

    /// The object of a member expression; `at` is where V8 sees an access that fails.
    pub(super) fn object(&mut self, object: &Expression<'_>, at: u32, kind: SiteKind) {
        let explain = self.options.explain_errors
            && !sites::is_never_nullish(object)
            && !sites::is_in_optional_chain(object);
        if !explain {
            return self.visit_expression(object);
        }
        let span = object.span();
        let name = matches!(
            object,
            Expression::Identifier(_) | Expression::ThisExpression(_)
        );
        if !name && self.open_checks == OPEN_CHECKS {
            return self.visit_expression(object);
        }
        let arguments = self.site(at, kind);
        match object {
            Expression::Identifier(id) if id.name != "eval" => {
                let name = &id.name;
                self.edits.insert(span.start, "(");
                self.visit_expression(object);
                let check = format!("??{NULLISH}({name},{arguments})");
                self.edits.insert(span.end, &check);
            }
            Expression::ThisExpression(_) => {
                self.edits.insert(span.start, "(");
                let check = format!("??{NULLISH}(this,{arguments})");
                self.edits.insert(span.end, &check);
            }
            _ => {
                self.open_checks += 1;
                self.edits.insert(span.start, &format!("(({TEMPORARY}="));
                self.visit_expression(object);
                let check = format!(")??{NULLISH}({TEMPORARY},{arguments})");
                self.edits.insert(span.end, &check);
                self.open_checks -= 1;
            }
        }
    }

    /// Writes a check around an expression: `ǃv(x,0,1)`.
    pub(super) fn checked(&mut self, expression: &Expression<'_>, at: u32, kind: SiteKind) {
        let span = expression.span();
        let arguments = self.site(at, kind);
        let sequence = matches!(expression, Expression::SequenceExpression(_));
        self.edits.insert(span.start, CHECK);
        self.edits
            .insert(span.start, if sequence { "((" } else { "(" });
        self.visit_expression(expression);
        let close = if sequence { ")" } else { "" };
        self.edits.insert(span.end, &format!("{close},{arguments}"));
    }

    /// The value that a pattern takes apart. Gives whether it was written.
    pub(super) fn taken_apart(
        &mut self,
        pattern: &BindingPattern<'_>,
        value: &Expression<'_>,
    ) -> bool {
        if !self.options.explain_errors {
            return false;
        }
        match pattern {
            BindingPattern::ObjectPattern(pattern) if !sites::is_never_nullish(value) => {
                let (first, at) = sites::first_property(pattern);
                let text = sites::render(value);
                self.checked(value, at, SiteKind::ObjectPattern { first, text });
            }
            BindingPattern::ArrayPattern(_) => {
                let kind = SiteKind::ArrayPattern(sites::taken_apart(value));
                self.checked(value, value.span().start, kind);
            }
            _ => return false,
        }
        true
    }

    /// The value that an assignment takes apart. Gives whether it was written.
    pub(super) fn assigned_apart(&mut self, it: &AssignmentExpression<'_>) -> bool {
        if !self.options.explain_errors {
            return false;
        }
        match &it.left {
            AssignmentTarget::ObjectAssignmentTarget(target)
                if !sites::is_never_nullish(&it.right) =>
            {
                let (first, at) = match target.properties.first() {
                    Some(AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(it)) => {
                        (Some(it.binding.name.to_string()), it.span.start)
                    }
                    Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(it)) => {
                        (sites::property_name(&it.name), it.binding.span().start)
                    }
                    None => (None, target.span.start),
                };
                let text = sites::render(&it.right);
                self.checked(&it.right, at, SiteKind::ObjectPattern { first, text });
            }
            AssignmentTarget::ArrayAssignmentTarget(_) => {
                self.checked(
                    &it.right,
                    it.right.span().start,
                    SiteKind::ArrayPattern(None),
                );
            }
            _ => return false,
        }
        true
    }

    /// The text of an expression that can be evaluated a second time.
    pub(super) fn again(&self, expression: &Expression<'_>) -> Option<String> {
        match expression {
            Expression::Identifier(id) if id.name != "eval" => Some(id.name.to_string()),
            Expression::ThisExpression(_) => Some("this".to_owned()),
            Expression::StringLiteral(_) | Expression::NumericLiteral(_) => {
                let span = expression.span();
                Some(self.source[span.start as usize..span.end as usize].to_owned())
            }
            _ => None,
        }
    }

    /// Notes a pattern whose value is no expression of its own.
    pub(super) fn pattern(&mut self, array: bool, (first, at): (Option<String>, u32)) {
        let checked = std::mem::take(&mut self.pattern_checked);
        if self.options.explain_errors && !checked {
            let text = self.pattern_of.take();
            let nested = self.pattern_depth > 0;
            self.sites.patterns.push(PatternSite {
                at,
                array,
                first,
                text,
                nested,
                parameter: self.parameter.filter(|_| !nested),
            });
        }
    }

    /// `left in right`: the right operand must be an object.
    pub(super) fn membership(&mut self, it: &BinaryExpression<'_>) {
        let simple = matches!(
            it.right,
            Expression::Identifier(_)
                | Expression::ThisExpression(_)
                | Expression::StringLiteral(_)
                | Expression::NumericLiteral(_)
                | Expression::NullLiteral(_)
        );
        if !simple {
            self.visit_expression(&it.left);
            return self.visit_expression(&it.right);
        }
        let (left, right) = (it.left.span(), it.right.span());
        let at = skip_trivia(self.source, left.end);
        let arguments = self.site(at, SiteKind::In);
        let arguments = arguments.trim_end_matches(')');
        self.edits.insert(left.start, &format!("({TEMPORARY}=("));
        self.visit_expression(&it.left);
        self.edits.insert(left.end, "))");
        self.edits.insert(right.start, &format!("{CHECK}("));
        self.visit_expression(&it.right);
        let close = format!(",{arguments},{TEMPORARY})");
        self.edits.insert(right.end, &close);
    }

    /// Notes what is called at `key`.
    pub(super) fn call_site(
        &mut self,
        key: u32,
        callee: &Expression<'_>,
        arguments: &[Argument<'_>],
        unplaced: bool,
    ) {
        if !self.options.explain_errors {
            return;
        }
        let shown = |argument: &Argument<'_>| {
            let expression = argument.as_expression();
            expression.map_or_else(String::new, sites::shown)
        };
        let is_new = self.source[key as usize..].starts_with("new");
        self.sites.calls.push(CallSite {
            key,
            at: if is_new {
                key
            } else {
                Self::call_place(callee)
            },
            text: sites::render(callee),
            unplaced,
            arguments: arguments.iter().map(shown).collect(),
        });
    }

    /// Where V8 sees a call of `callee`: the name of the property, or the beginning.
    pub(super) fn call_place(callee: &Expression<'_>) -> u32 {
        match callee {
            Expression::ParenthesizedExpression(it) => Self::call_place(&it.expression),
            Expression::StaticMemberExpression(it) => it.property.span.start,
            Expression::PrivateFieldExpression(it) => it.field.span.start,
            Expression::ComputedMemberExpression(it) => it.expression.span().start,
            Expression::ChainExpression(it) => match &it.expression {
                ChainElement::StaticMemberExpression(it) => it.property.span.start,
                ChainElement::ComputedMemberExpression(it) => it.expression.span().start,
                other => other.span().start,
            },
            Expression::CallExpression(it) => it.span.start,
            other => other.span().start,
        }
    }

    /// The offset of a call's opening parenthesis.
    pub(super) fn open_parenthesis(&self, it: &CallExpression<'_>) -> u32 {
        let mut at = skip_trivia(self.source, it.callee.span().end);
        if it.optional {
            at = skip_trivia(self.source, at + 2);
        }
        at
    }

    /// The head of a `catch` clause, which shows the error to the host before the program sees it. Gives what closes
    /// the clause.
    pub(super) fn caught(&mut self, clause: &CatchClause<'_>) -> &'static str {
        let Some(param) = &clause.param else {
            if self.options.explain_errors {
                let call = self.call_statement(&format!("{CAUGHT}()"));
                self.edits.insert(clause.body.span.start + 1, &call);
            }
            return "";
        };
        if !self.options.explain_errors {
            self.visit_catch_parameter(param);
            return "";
        }
        let body = clause.body.span;
        match &param.pattern {
            BindingPattern::BindingIdentifier(id) => {
                let call = self.call_statement(&format!("{CAUGHT}({})", id.name));
                self.edits.insert(body.start + 1, &call);
                ""
            }
            pattern => {
                // `catch ({ message }) { … }` becomes `catch (ǃz){let { message }=ǃx(ǃz);{ … }}`.
                let ByteSpan { start, end, .. } = pattern.span();
                self.edits.insert(start, &format!("{CAUGHT_ERROR}){{let "));
                self.pattern_of = Some(".catch".to_owned());
                self.visit_binding_pattern(pattern);
                self.pattern_of = None;
                self.edits.insert(end, &format!("={CAUGHT}({CAUGHT_ERROR}"));
                self.edits.insert(body.start, ";");
                "}"
            }
        }
    }

    /// The arguments of a call.
    pub(super) fn arguments(&mut self, arguments: &[Argument<'_>]) {
        let last = arguments.len().saturating_sub(1);
        for (index, argument) in arguments.iter().enumerate() {
            match argument {
                Argument::SpreadElement(spread) if self.options.explain_errors => {
                    let value = &spread.argument;
                    // Before another argument V8 makes an array of them all.
                    let kind = if index == last {
                        SiteKind::SpreadArgument(sites::render(value))
                    } else {
                        SiteKind::Iterate(sites::iterated(value))
                    };
                    self.checked(value, value.span().start, kind);
                }
                other => self.visit_argument(other),
            }
        }
    }

    /// The parent of a class.
    pub(super) fn heritage(&mut self, parent: &Expression<'_>) {
        if !self.options.explain_errors || matches!(parent, Expression::NullLiteral(_)) {
            return self.visit_expression(parent);
        }
        self.checked(parent, parent.span().start, SiteKind::Heritage);
    }
}

/// The name that an assignment gives to an anonymous function.
pub(super) fn target_name(target: &AssignmentTarget<'_>) -> Option<String> {
    match target {
        AssignmentTarget::AssignmentTargetIdentifier(id) => Some(id.name.to_string()),
        _ => None,
    }
}
