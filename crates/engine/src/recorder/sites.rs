//! The probes of all texts, and how often each was reached.

use loopscope_model::source::ProbeKind;
use loopscope_model::{FunctionId, Probe, ProbeId};

/// Visits of a statement in one task that are recorded; further ones are counted.
const RECORDED_VISITS: u32 = 12;

/// The visits of a statement that are not all recorded.
const HIDDEN: u32 = RECORDED_VISITS + 1;

/// What is known of a probe.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    /// What happens there.
    pub kind: ProbeKind,
    /// The function whose body it belongs to.
    pub function: FunctionId,
    /// The loop over numbers whose statement or iteration this is.
    pub numeric: Option<u32>,
    /// Its line.
    pub line: u32,
    visits: u32,
    /// Visits that are counted and not recorded.
    unrecorded: u64,
}

/// All probes.
#[derive(Debug, Default)]
pub struct Sites {
    sites: Vec<Site>,
    /// Those that were reached since visits were forgotten.
    reached: Vec<ProbeId>,
}

impl Sites {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.sites.len()
    }

    /// Takes the probes of a text.
    pub fn add(&mut self, probes: &[Probe]) {
        self.sites.extend(probes.iter().map(|probe| Site {
            kind: probe.kind,
            function: probe.function,
            numeric: None,
            line: probe.span.line,
            visits: 0,
            unrecorded: 0,
        }));
    }

    /// These two are the statement and the iteration of a loop over numbers.
    pub fn mark_loop(&mut self, number: u32, statement: ProbeId, iteration: ProbeId) {
        for probe in [statement, iteration] {
            if let Some(site) = self.sites.get_mut(probe.0 as usize) {
                site.numeric = Some(number);
            }
        }
    }

    /// What is known of a probe.
    #[inline]
    pub fn get(&self, id: ProbeId) -> Option<&Site> {
        self.sites.get(id.0 as usize)
    }

    /// Counts a visit; gives whether it is to be recorded.
    #[inline]
    pub fn visit(&mut self, id: ProbeId) -> bool {
        let Some(site) = self.sites.get_mut(id.0 as usize) else {
            return false;
        };
        if site.visits == 0 {
            self.reached.push(id);
        }
        if site.visits < RECORDED_VISITS {
            site.visits += 1;
            return true;
        }
        site.visits = HIDDEN;
        site.unrecorded += 1;
        false
    }

    /// Counts an iteration, which is not recorded; gives whether those of a statement in it would be counted alone.
    #[inline]
    pub fn pass(&mut self, id: ProbeId) -> bool {
        let Some(site) = self.sites.get_mut(id.0 as usize) else {
            return false;
        };
        if site.visits == 0 {
            self.reached.push(id);
        }
        site.visits = HIDDEN.min(site.visits + 1);
        site.visits == HIDDEN
    }

    /// Counts visits that are not recorded.
    pub fn count(&mut self, id: ProbeId, times: u64) {
        if let Some(site) = self.sites.get_mut(id.0 as usize) {
            if site.visits == 0 {
                self.reached.push(id);
            }
            site.visits = HIDDEN;
            site.unrecorded = site.unrecorded.saturating_add(times);
        }
    }

    /// Whether the last visit of this one was not recorded.
    pub fn is_hidden(&self, id: ProbeId) -> bool {
        self.get(id).is_some_and(|site| site.visits == HIDDEN)
    }

    /// The visits that were counted, in the order of the probes; they are counted no more.
    pub fn take_unrecorded(&mut self) -> Vec<(ProbeId, u64)> {
        self.reached.sort_unstable();
        let mut all = Vec::new();
        for id in &self.reached {
            let times = std::mem::take(&mut self.sites[id.0 as usize].unrecorded);
            if times > 0 {
                all.push((*id, times));
            }
        }
        all
    }

    /// Visits are counted afresh.
    pub fn forget(&mut self) {
        for id in self.reached.drain(..) {
            let site = &mut self.sites[id.0 as usize];
            (site.visits, site.unrecorded) = (0, 0);
        }
    }
}
