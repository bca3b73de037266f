//! Early errors of strict mode, and two that look at literals.

use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span as ByteSpan};

use super::Early;

impl Early<'_> {
    /// A word that strict mode reserves.
    pub(super) fn reserved_word(&mut self, name: &str, span: ByteSpan) {
        const RESERVED: [&str; 9] = [
            "implements",
            "interface",
            "let",
            "package",
            "private",
            "protected",
            "public",
            "static",
            "yield",
        ];
        if self.strict && RESERVED.contains(&name) {
            self.report("Unexpected strict mode reserved word", span);
        }
    }

    pub(super) fn bound_in_strict(&mut self, name: &str, span: ByteSpan) {
        self.reserved_word(name, span);
        self.assigned_in_strict(name, span);
    }

    pub(super) fn assigned_in_strict(&mut self, name: &str, span: ByteSpan) {
        if self.strict && matches!(name, "eval" | "arguments") {
            self.report("Unexpected eval or arguments in strict mode", span);
        }
    }

    pub(super) fn check_delete(&mut self, it: &UnaryExpression<'_>) {
        if !self.strict || it.operator != UnaryOperator::Delete {
            return;
        }
        let mut argument = &it.argument;
        while let Expression::ParenthesizedExpression(inner) = argument {
            argument = &inner.expression;
        }
        if let Expression::Identifier(id) = argument {
            // V8 underlines the last token, which may be a parenthesis.
            let end = it.span.end;
            let last = if id.span.end == end {
                id.span
            } else {
                ByteSpan::new(end - 1, end)
            };
            self.report("Delete of an unqualified identifier in strict mode.", last);
        }
        if let Expression::PrivateFieldExpression(field) = argument {
            let message = "Private fields can not be deleted";
            self.report(message, field.field.span);
        }
    }

    pub(super) fn check_number(&mut self, it: &NumericLiteral<'_>) {
        let text = &self.source[it.span.start as usize..it.span.end as usize];
        if !self.strict
            || !text.starts_with('0')
            || !text[1..].starts_with(|c: char| c.is_ascii_digit())
        {
            return;
        }
        if text.bytes().all(|digit| (b'0'..=b'7').contains(&digit)) {
            self.report("Octal literals are not allowed in strict mode.", it.span);
        } else {
            self.report(
                "Decimals with leading zeros are not allowed in strict mode.",
                it.span,
            );
        }
    }

    pub(super) fn check_string(&mut self, span: ByteSpan) {
        if !self.strict {
            return;
        }
        let text = &self.source[span.start as usize..span.end as usize];
        let mut characters = text.char_indices();
        while let Some((at, c)) = characters.next() {
            if c != '\\' {
                continue;
            }
            let Some((_, escaped)) = characters.next() else {
                return;
            };
            let start = span.start + at as u32;
            // Only a digit is followed by another that belongs to it, and a digit is one byte.
            let more = text.as_bytes().get(at + 2).is_some_and(u8::is_ascii_digit);
            match escaped {
                '0' if !more => {}
                '0'..='7' => {
                    let message = "Octal escape sequences are not allowed in strict mode.";
                    return self.report(message, ByteSpan::sized(start + 1, 1));
                }
                '8' | '9' => {
                    let message = "\\8 and \\9 are not allowed in strict mode.";
                    return self.report(message, ByteSpan::sized(start, 1));
                }
                _ => {}
            }
        }
    }

    /// `__proto__: x` twice in one object.
    pub(super) fn check_proto(&mut self, it: &ObjectExpression<'_>) {
        let mut seen = false;
        for property in &it.properties {
            let ObjectPropertyKind::ObjectProperty(property) = property else {
                continue;
            };
            let plain = property.kind == PropertyKind::Init
                && !property.method
                && !property.shorthand
                && !property.computed;
            let proto = match &property.key {
                PropertyKey::StaticIdentifier(id) => id.name == "__proto__",
                PropertyKey::StringLiteral(literal) => literal.value == "__proto__",
                _ => false,
            };
            if plain && proto {
                if seen {
                    let message = "Duplicate __proto__ fields are not allowed in object literals";
                    self.report(message, property.key.span());
                }
                seen = true;
            }
        }
    }
}
