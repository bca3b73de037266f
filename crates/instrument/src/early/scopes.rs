//! Which names are declared where: enough to tell which of them are declared twice.

use std::collections::BTreeMap;

use oxc_syntax::scope::ScopeFlags;

use crate::Kind;

/// The parameters of the function that Node wraps a CommonJS module in.
const WRAPPER: [&str; 5] = ["exports", "require", "module", "__filename", "__dirname"];

/// How a name is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Declared {
    /// By `let`, `const`, `class` or `import`.
    Lexical,
    /// By `var`.
    Variable,
    /// By a function declaration. `plain`: one that sloppy code may repeat in a block.
    Function { plain: bool },
    /// By `catch`. `simple`: as a name, which `var` may repeat.
    CatchParameter { simple: bool },
    /// As a parameter.
    Parameter,
}

/// What kind of scope it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScopeKind {
    /// A function's body or a text: `var` ends here, functions are like `var`.
    Function,
    /// An ES module: `var` ends here, functions are like `let`.
    Module,
    Catch,
    Block,
}

#[derive(Debug)]
struct Scope {
    kind: ScopeKind,
    names: BTreeMap<String, Declared>,
}

/// The scopes around, innermost last.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    /// The names of the outermost scope, once it is left.
    top: BTreeMap<String, Declared>,
}

impl Scopes {
    pub fn enter(&mut self, flags: ScopeFlags, kind: Kind) {
        let mut names = BTreeMap::new();
        let scope = if flags.contains(ScopeFlags::Top) {
            if kind == Kind::CommonJs {
                names.extend(WRAPPER.map(|name| (name.to_owned(), Declared::Parameter)));
            }
            match kind {
                Kind::Module => ScopeKind::Module,
                _ => ScopeKind::Function,
            }
        } else if flags.intersects(ScopeFlags::Function | ScopeFlags::ClassStaticBlock) {
            ScopeKind::Function
        } else if flags.contains(ScopeFlags::CatchClause) {
            ScopeKind::Catch
        } else {
            ScopeKind::Block
        };
        self.scopes.push(Scope { kind: scope, names });
    }

    pub fn leave(&mut self) {
        if let Some(scope) = self.scopes.pop()
            && self.scopes.is_empty()
        {
            self.top = scope.names;
        }
    }

    /// Whether the innermost scope is the text's own.
    pub fn at_top(&self) -> bool {
        self.scopes.len() == 1
    }

    /// Whether a name was declared in the text's own scope, after the walk.
    pub fn declared_at_top(&self, name: &str) -> bool {
        self.top.contains_key(name)
    }

    /// Declares a parameter; the same twice is no matter of scopes.
    pub fn parameter(&mut self, name: &str) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.names.insert(name.to_owned(), Declared::Parameter);
        }
    }

    /// Declares a name in the innermost scope, or in that of the function for `var`.
    pub fn declare(&mut self, name: &str, declared: Declared) -> Result<(), ()> {
        match declared {
            Declared::Variable => self.declare_variable(name),
            Declared::Function { .. } if self.innermost() == Some(ScopeKind::Function) => {
                let scope = self.scopes.last_mut().expect("there is one");
                match scope.names.get(name) {
                    Some(Declared::Lexical) => Err(()),
                    _ => {
                        scope.names.insert(name.to_owned(), Declared::Variable);
                        Ok(())
                    }
                }
            }
            _ => self.declare_here(name, declared),
        }
    }

    fn innermost(&self) -> Option<ScopeKind> {
        self.scopes.last().map(|scope| scope.kind)
    }

    fn declare_here(&mut self, name: &str, declared: Declared) -> Result<(), ()> {
        let count = self.scopes.len();
        // A block's names must not be those of the `catch` it belongs to.
        if count > 1
            && self.scopes[count - 2].kind == ScopeKind::Catch
            && self.scopes[count - 2].names.contains_key(name)
        {
            return Err(());
        }
        let scope = self.scopes.last_mut().ok_or(())?;
        match (scope.names.get(name), declared) {
            (None, _)
            | (Some(Declared::Function { plain: true }), Declared::Function { plain: true }) => {
                scope.names.insert(name.to_owned(), declared);
                Ok(())
            }
            (Some(_), _) => Err(()),
        }
    }

    fn declare_variable(&mut self, name: &str) -> Result<(), ()> {
        for scope in self.scopes.iter_mut().rev() {
            let ends = matches!(scope.kind, ScopeKind::Function | ScopeKind::Module);
            match scope.names.get(name) {
                None => {
                    scope.names.insert(name.to_owned(), Declared::Variable);
                }
                Some(Declared::Variable | Declared::Parameter) => {}
                Some(Declared::CatchParameter { simple: true }) => {}
                Some(_) => return Err(()),
            }
            if ends {
                break;
            }
        }
        Ok(())
    }
}
