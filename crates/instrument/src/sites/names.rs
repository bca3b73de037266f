//! Names that are used before they are initialised.

use oxc_allocator::Allocator;
use oxc_ast::ast::{BindingIdentifier, IdentifierReference, Program, VariableDeclaration};
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

/// The first name between `start` and `end` that is declared by `let`, `const` or `class` at a later place, or by what
/// stands there itself; with its offset in bytes. `text` is a program that was instrumented.
///
/// Interpreters may say that a binding is not initialised without saying which. Scopes are not looked at: of several
/// declarations of a name the last one counts.
pub fn uninitialized_name(text: &str, start: u32, end: u32) -> Option<(String, u32)> {
    let allocator = Allocator::default();
    let options = ParseOptions {
        allow_return_outside_function: true,
        ..ParseOptions::default()
    };
    let source = SourceType::unambiguous();
    let parsed = Parser::new(&allocator, text, source)
        .with_options(options)
        .parse();
    let mut names = Names::default();
    names.visit_program(&parsed.program);
    let used = names
        .used
        .iter()
        .filter(|(_, at)| (start..end).contains(at));
    let early = |name: &str, at: u32| {
        let mut all = names.declared.iter();
        all.any(|(declared, place)| declared == name && (*place > at || *place >= start))
    };
    used.filter(|(name, at)| early(name, *at))
        .min_by_key(|(_, at)| *at)
        .cloned()
}

#[derive(Default)]
struct Names {
    declared: Vec<(String, u32)>,
    used: Vec<(String, u32)>,
    lexical: bool,
}

impl<'a> VisitJs<'a> for Names {
    fn visit_program(&mut self, it: &Program<'a>) {
        walk_js::walk_program(self, it);
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        let outer = std::mem::replace(&mut self.lexical, it.kind.is_lexical());
        walk_js::walk_variable_declaration(self, it);
        self.lexical = outer;
    }

    fn visit_class(&mut self, it: &oxc_ast::ast::Class<'a>) {
        if let Some(id) = &it.id {
            self.declared.push((id.name.to_string(), id.span.start));
        }
        walk_js::walk_class(self, it);
    }

    fn visit_formal_parameters(&mut self, it: &oxc_ast::ast::FormalParameters<'a>) {
        let outer = std::mem::replace(&mut self.lexical, true);
        walk_js::walk_formal_parameters(self, it);
        self.lexical = outer;
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        if self.lexical {
            self.declared.push((it.name.to_string(), it.span.start));
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.used.push((it.name.to_string(), it.span.start));
    }
}
