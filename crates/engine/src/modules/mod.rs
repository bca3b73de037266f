//! Modules: finding them, CommonJS and ES, and the Rust half of `fs`.

pub mod esm;
pub mod fs;
pub mod kind;
pub mod require;
pub mod resolve;
