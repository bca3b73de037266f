//! Names that are used before they are initialised.

use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{BindingIdentifier, IdentifierReference, Program, VariableDeclaration};
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_parser::{ParseOptions, Parser, ParserReturn};
use oxc_span::{GetSpan, SourceType, Span};

/// The first name between `start` and `end` that is declared by `let`, `const` or `class` at a later place, or by what
/// stands there itself; with its offset in bytes. `text` is a program that was instrumented.
///
/// Interpreters may say that a binding is not initialised without saying which. Scopes are not looked at: of several
/// declarations of a name the last one counts.
pub fn uninitialized_name(text: &str, start: u32, end: u32) -> Option<(String, u32)> {
    let allocator = Allocator::default();
    let parsed = parse(&allocator, text);
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

/// Whether `name` is declared by `let`, `const`, `class` or as a parameter in a scope around the offset `at`. `text` is a
/// program that was instrumented.
///
/// Interpreters may say of a binding that is not initialised yet that it is not defined.
pub fn is_declared_around(text: &str, name: &str, at: u32) -> bool {
    let allocator = Allocator::default();
    let parsed = parse(&allocator, text);
    let mut names = Names::default();
    names.visit_program(&parsed.program);
    names
        .scopes_of
        .iter()
        .any(|(declared, scope)| declared == name && (scope.start..scope.end).contains(&at))
}

fn parse<'a>(allocator: &'a Allocator, text: &'a str) -> ParserReturn<'a> {
    let options = ParseOptions {
        allow_return_outside_function: true,
        ..ParseOptions::default()
    };
    Parser::new(allocator, text, SourceType::unambiguous())
        .with_options(options)
        .parse()
}

#[derive(Default)]
struct Names {
    declared: Vec<(String, u32)>,
    /// The lexical declarations, each with the scope that it is in.
    scopes_of: Vec<(String, Span)>,
    /// The scopes around, innermost last.
    scopes: Vec<Span>,
    used: Vec<(String, u32)>,
    lexical: bool,
}

impl Names {
    fn declare(&mut self, id: &BindingIdentifier<'_>) {
        let name = id.name.to_string();
        self.declared.push((name.clone(), id.span.start));
        self.scopes_of
            .extend(self.scopes.last().map(|scope| (name, *scope)));
    }
}

/// The span of a node that has names of its own.
fn scope_of(kind: &AstKind<'_>) -> Option<Span> {
    matches!(
        kind,
        AstKind::Program(_)
            | AstKind::BlockStatement(_)
            | AstKind::Function(_)
            | AstKind::ArrowFunctionExpression(_)
            | AstKind::ForStatement(_)
            | AstKind::ForInStatement(_)
            | AstKind::ForOfStatement(_)
            | AstKind::SwitchStatement(_)
            | AstKind::StaticBlock(_)
            | AstKind::CatchClause(_)
    )
    .then(|| kind.span())
}

impl<'a> VisitJs<'a> for Names {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        self.scopes.extend(scope_of(&kind));
    }

    fn leave_node(&mut self, kind: AstKind<'a>) {
        if scope_of(&kind).is_some() {
            self.scopes.pop();
        }
    }

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
            self.declare(id);
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
            self.declare(it);
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.used.push((it.name.to_string(), it.span.start));
    }
}
