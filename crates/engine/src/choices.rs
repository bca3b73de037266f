//! What Node leaves open in a run: it is run again, with one draw changed, to see whether that makes a difference.

use crate::disk::Disk;
use crate::record::{finish, new_shared, run};
use crate::shared::Shared;
use loopscope_event_loop::explore::{Again, OpenChoice, Telling, open_choices};
use loopscope_event_loop::schedule::Open;
use loopscope_model::{Drawn, Scenario, Schedule, SourceUnit};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Of a run that goes on and on the beginning is looked at: so many events.
const EVENTS: u64 = 20_000;

/// The choices of a run that Node leaves open, by the number of the call before which they stand.
pub fn of_run(shared: &Shared) -> BTreeMap<u32, OpenChoice> {
    let mut scenario = shared.scenario.clone();
    scenario.limits.events = scenario.limits.events.min(EVENTS);
    let host = shared.disk.borrow().host();
    let (told, open) = tell(&scenario, &host, &[]);
    open_choices(&told, &open, &mut |again| match again {
        Again::Changed(drawn) => tell(&scenario, &host, &drawn).0,
        Again::Seeded(seed) => {
            let mut scenario = scenario.clone();
            scenario.schedule = Schedule::Seeded(seed);
            tell(&scenario, &host, &[]).0
        }
    })
}

fn tell(scenario: &Scenario, host: &Rc<dyn Disk>, fixed: &[Drawn]) -> (Telling, Vec<Open>) {
    let shared = Rc::new(new_shared(scenario, host.clone()));
    shared.explores.set(false);
    for drawn in fixed {
        shared.event_loop.borrow_mut().chooser_mut().fix(*drawn);
    }
    let mut told = Telling::default();
    let mut sink = |chunk: loopscope_model::Chunk| told.take(chunk.events);
    run(&shared, &mut sink);
    finish(&shared, &mut sink);
    let open = shared.event_loop.borrow().chooser().open().to_vec();
    (told, open)
}

/// What stands for the statements of a text in the keys of choices: the first line of each, and which of equal ones it
/// is. Neither changes when something is added elsewhere.
pub fn site_names(unit: &SourceUnit) -> Vec<u32> {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    unit.probes
        .iter()
        .map(|probe| {
            let text = unit.text.get(probe.span.start as usize..).unwrap_or("");
            let end = (probe.span.end - probe.span.start) as usize;
            let text = text.get(..end).unwrap_or(text);
            let line = text.lines().next().unwrap_or("").trim_end();
            let nth = seen.entry(line).or_default();
            *nth += 1;
            fnv(line.bytes().chain(nth.to_le_bytes()))
        })
        .collect()
}

/// Fowler, Noll and Vo's hash, of 32 bits.
fn fnv(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
