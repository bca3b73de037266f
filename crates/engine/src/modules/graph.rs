//! What modules import, as far as their declarations say it.

use super::resolve::{self, Resolved};
use crate::shared::Shared;
use std::collections::BTreeSet;

/// The paths of the files that a file imports by declarations; nothing if it was not compiled.
fn imports_of(shared: &Shared, path: &str) -> Option<Vec<Resolved>> {
    let compiled = shared.compiled.borrow();
    let unit = compiled.iter().find(|unit| unit.unit().path == path)?;
    let imports = &unit.instrumented.facts.imports;
    Some(
        imports
            .iter()
            .map(|name| resolve::esm(shared, name, path))
            .collect(),
    )
}

/// Whether a module or one that it imports has a top-level `await`.
pub fn awaits(shared: &Shared, path: &str, seen: &mut BTreeSet<String>) -> bool {
    if !seen.insert(path.to_owned()) {
        return false;
    }
    let own = shared.compiled.borrow().iter().any(|unit| {
        unit.unit().path == path && unit.instrumented.facts.top_level_await && unit.is_module()
    });
    own || imports_of(shared, path)
        .unwrap_or_default()
        .iter()
        .any(|import| matches!(import, Resolved::File(path) if awaits(shared, path, seen)))
}

/// How many levels of imports are below a file: 0 for one that imports nothing.
pub fn depth(shared: &Shared, path: &str) -> u32 {
    depth_below(shared, path, &mut BTreeSet::new())
}

fn depth_below(shared: &Shared, path: &str, seen: &mut BTreeSet<String>) -> u32 {
    if !seen.insert(path.to_owned()) {
        return 0;
    }
    let imports = imports_of(shared, path).unwrap_or_default();
    let depths = imports.iter().map(|import| match import {
        Resolved::File(path) => 1 + depth_below(shared, path, seen),
        _ => 1,
    });
    depths.max().unwrap_or_default()
}
