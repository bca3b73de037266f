//! Tests of what the crate's users see: texts, laws, errors, and the comparison with real Node.

mod differential;
mod functions;
mod generated;
mod laws;
mod node;
mod support;
mod syntax_errors;
mod text;
mod tree;
