//! Work under way.
fn main() {}
