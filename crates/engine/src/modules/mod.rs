//! Modules: finding them, CommonJS and ES, and the Rust halves of `fs`, of sockets and pipes; the size of the thread pool.

pub mod crypto;
pub mod dynamic;
pub mod esm;
pub mod failures;
pub mod fs;
pub mod graph;
pub mod handles;
pub mod http;
pub mod interop;
pub mod kind;
pub mod meta;
pub mod packages;
pub mod pool_size;
pub mod require;
pub mod resolve;
pub mod scope;
pub mod state;
pub mod waits;
pub mod work;
pub mod zlib;
