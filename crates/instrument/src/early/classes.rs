//! Early errors of classes: private names, and constructors.

use oxc_ast::ast::*;
use oxc_span::GetSpan;

use super::Early;

impl Early<'_> {
    /// An element behind a word that only TypeScript has, or no version of Node that is modelled: V8 takes the word
    /// for the element's name.
    pub(super) fn typed_element(&mut self, key: &PropertyKey<'_>) {
        let error = crate::messages::unexpected_token(self.source, key.span().start);
        self.found.get_or_insert(error.into());
    }

    /// `import defer * as x`: V8 takes the word for the name that is imported.
    pub(super) fn import_phase(&mut self, start: u32) {
        let word = crate::tokens::token_at(self.source, start + "import".len() as u32);
        let error = crate::messages::unexpected_token(self.source, word.end);
        self.found.get_or_insert(error.into());
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
