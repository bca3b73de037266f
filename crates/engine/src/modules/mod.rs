//! Modules: finding them, CommonJS and ES, and the Rust halves of `fs`, of sockets and pipes; the size of the thread pool.

pub mod dynamic;
pub mod esm;
pub mod failures;
pub mod fs;
pub mod graph;
pub mod handles;
pub mod interop;
pub mod kind;
pub mod pool;
pub mod require;
pub mod resolve;
pub mod state;
