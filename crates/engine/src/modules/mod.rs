//! Modules: finding them, CommonJS and ES, and the Rust halves of `fs`, of sockets and pipes.

pub mod esm;
pub mod fs;
pub mod handles;
pub mod kind;
pub mod require;
pub mod resolve;
