//! Early errors of classes: private names, and constructors.

use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span as ByteSpan};

use super::Early;

impl Early<'_> {
    pub(super) fn text(&self, span: ByteSpan) -> &str {
        &self.source[span.start as usize..span.end as usize]
    }

    /// The private names of a class, and its constructor, of which there may be one.
    pub(super) fn class_names(&mut self, body: &ClassBody<'_>) {
        let mut names: Vec<(String, Option<(MethodDefinitionKind, bool)>)> = Vec::new();
        let mut constructors = 0;
        for element in &body.body {
            let (key, accessor) = match element {
                ClassElement::MethodDefinition(it) => {
                    if it.kind == MethodDefinitionKind::Constructor {
                        constructors += 1;
                        if constructors > 1 {
                            self.report("A class may only have one constructor", it.key.span());
                        }
                    }
                    (&it.key, Some((it.kind, it.r#static)))
                }
                ClassElement::PropertyDefinition(it) => (&it.key, None),
                _ => continue,
            };
            let PropertyKey::PrivateIdentifier(id) = key else {
                continue;
            };
            let pairs = |other: &Option<(MethodDefinitionKind, bool)>| match (other, &accessor) {
                (Some((a, s)), Some((b, t))) => {
                    s == t
                        && matches!(
                            (a, b),
                            (MethodDefinitionKind::Get, MethodDefinitionKind::Set)
                                | (MethodDefinitionKind::Set, MethodDefinitionKind::Get)
                        )
                }
                _ => false,
            };
            let same: Vec<_> = names
                .iter()
                .filter(|(name, _)| id.name.as_str() == name.as_str())
                .collect();
            if same.len() > 1 || same.iter().any(|(_, other)| !pairs(other)) {
                let message = format!("Identifier '#{}' has already been declared", id.name);
                self.report(message, id.span);
            }
            names.push((id.name.to_string(), accessor));
        }
        self.private_names
            .push(names.into_iter().map(|(name, _)| name).collect());
    }
}
