//! The rest of an object pattern.
//!
//! It leaves out what the properties before it name (ECMA-262, 8.6.2). Interpreters may forget those that are taken apart
//! further: with [`crate::Options::repair`] `{ a: { b }, ...rest }` is written `{ a:ǃ0_0,a: { b }, ...rest }`, with a
//! name of its own for each.

use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span as ByteSpan};

use super::Probes;
use crate::names::{PREFIX, TEMPORARY};

impl Probes<'_> {
    /// A pattern that declares names.
    pub(super) fn rest_of_pattern(&mut self, it: &ObjectPattern<'_>) {
        if it.rest.is_none() || !self.options.repair {
            return;
        }
        for property in &it.properties {
            let value = match &property.value {
                BindingPattern::AssignmentPattern(it) => &it.left,
                value => value,
            };
            if value.is_destructuring_pattern() {
                let name = format!("{PREFIX}{}_{}", self.options.source.0, self.forgotten);
                self.forgotten += 1;
                self.named_too(&property.key, property.span, &name);
            }
        }
    }

    /// A pattern that assigns.
    pub(super) fn rest_of_target(&mut self, it: &ObjectAssignmentTarget<'_>) {
        if it.rest.is_none() || !self.options.repair {
            return;
        }
        for property in &it.properties {
            let AssignmentTargetProperty::AssignmentTargetPropertyProperty(it) = property else {
                continue;
            };
            let binding = match &it.binding {
                AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => it.binding.span(),
                binding => binding.span(),
            };
            if self.source[binding.start as usize..].starts_with(['{', '[']) {
                self.named_too(&it.name, it.span, TEMPORARY);
            }
        }
    }

    /// Names a property before it is taken apart. A computed one only if that runs no code.
    fn named_too(&mut self, key: &PropertyKey<'_>, property: ByteSpan, target: &str) {
        let span = key.span();
        let text = &self.source[span.start as usize..span.end as usize];
        let text = match key {
            PropertyKey::StaticIdentifier(_) => text.to_owned(),
            PropertyKey::StringLiteral(_)
            | PropertyKey::NumericLiteral(_)
            | PropertyKey::Identifier(_) => format!("[{text}]"),
            _ => return,
        };
        self.edits
            .insert(property.start, &format!("{text}:{target},"));
    }
}
