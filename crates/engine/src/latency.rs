//! How long an operation takes, where the scenario says so.

use crate::shared::Shared;
use loopscope_model::VirtualTime;
use std::collections::BTreeMap;

/// How often each name has been called so far, where latencies depend on it.
pub type Calls = BTreeMap<String, u32>;

/// What the scenario says of this call, which is counted. `names`: those that it goes by, the most exact one first.
pub fn of_call(shared: &Shared, names: &[String]) -> Option<VirtualTime> {
    let world = &shared.scenario.world;
    if world.latencies.is_empty() {
        return None;
    }
    let mut calls: Vec<(String, u32)> = Vec::new();
    for name in names {
        // A path without folders is a name twice.
        if calls.iter().all(|(known, _)| known != name) {
            let mut counts = shared.calls.borrow_mut();
            let count = counts.entry(name.clone()).or_default();
            *count += 1;
            calls.push((name.clone(), *count));
        }
    }
    world.latency(&calls).map(VirtualTime::from_micros)
}
