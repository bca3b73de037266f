//! How choices that Node leaves open are resolved (semantics 13).
//!
//! Every draw has a key of its own, (kind, call site, n-th time there), so that an edit elsewhere shifts nothing.
//! Nothing branches on chance elsewhere: a run is determined by its scenario and these values.

use loopscope_model::{DrawKey, DrawKind, Drawn, Schedule, TaskId, VirtualTime};
use std::collections::{BTreeMap, BTreeSet};

/// How long an operation can take, in percent of its typical time: from the page cache, or from a busy disk.
pub const LATENCY_RANGE: (u32, u32) = (4, 400);

/// How late, in milliseconds, the first timers pass can be: the program has just been started.
pub const LATE_AT_FIRST: u32 = 5;

/// How late, in milliseconds, any other timers pass can be.
pub const LATE: u32 = 2;

/// How late, in milliseconds, the first timers pass can be in a process that has opened sockets: their library is large.
pub const LATE_AT_FIRST_WITH_SOCKETS: u32 = 12;

/// How late, in milliseconds, the passes of the first iterations can be in such a process.
pub const LATE_WITH_SOCKETS: u32 = 6;

/// Of so many draws it is remembered what else could have been drawn.
const EXPLORED: usize = 400;

/// A draw that was made, and what else it could have given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The draw.
    pub drawn: Drawn,
    /// The other values that may make a difference.
    pub alternatives: Vec<u32>,
    /// The task that it is about; none for what happens outside.
    pub task: Option<TaskId>,
    /// Another task can only be overtaken if it comes between these times.
    pub window: (VirtualTime, VirtualTime),
}

/// Resolves choices by a [`Schedule`].
#[derive(Debug, Clone)]
pub struct Chooser {
    schedule: Schedule,
    fixed: BTreeMap<DrawKey, u32>,
    counts: BTreeMap<(DrawKind, Option<u32>), u32>,
    unusual: Vec<Drawn>,
    open: Vec<Open>,
    met: BTreeSet<DrawKey>,
}

/// What a draw can give.
pub struct Range<'a> {
    /// What it gives most of the time.
    pub typical: u32,
    /// What it gives for 64 random bits.
    pub sample: &'a dyn Fn(u64) -> u32,
}

impl Chooser {
    /// A chooser that has not chosen yet.
    pub fn new(schedule: Schedule) -> Chooser {
        let fixed = match &schedule {
            Schedule::List(draws) => draws.iter().map(|d| (d.key, d.value)).collect(),
            _ => BTreeMap::new(),
        };
        Chooser {
            schedule,
            fixed,
            counts: BTreeMap::new(),
            unusual: Vec::new(),
            open: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    /// Gives this draw this value, whatever the schedule says.
    pub fn fix(&mut self, drawn: Drawn) {
        self.fixed.insert(drawn.key, drawn.value);
    }

    /// Draws, and gives the key with the value.
    pub fn draw(&mut self, kind: DrawKind, site: Option<u32>, range: &Range<'_>) -> Drawn {
        let nth = self.counts.entry((kind, site)).or_default();
        *nth += 1;
        let key = DrawKey {
            kind,
            site,
            nth: *nth,
        };
        let value = match (self.fixed.get(&key), &self.schedule) {
            (Some(value), _) => {
                self.met.insert(key);
                *value
            }
            (None, Schedule::Seeded(seed)) => (range.sample)(hash(*seed, key)),
            (None, _) => range.typical,
        };
        let drawn = Drawn { key, value };
        if value != range.typical {
            self.unusual.push(drawn);
        }
        drawn
    }

    /// Remembers what else a draw could have given.
    pub fn remember(&mut self, open: Open) {
        if self.open.len() < EXPLORED && !open.alternatives.is_empty() {
            self.open.push(open);
        }
    }

    /// The draws that could have given something else, in order; of a long run the first ones.
    pub fn open(&self) -> &[Open] {
        &self.open
    }

    /// Whether anything was drawn. If not, each schedule gives this run.
    pub fn has_drawn(&self) -> bool {
        !self.counts.is_empty()
    }

    /// What was drawn, where it is not what is typical: as a list it replays this run.
    pub fn list(&self) -> &[Drawn] {
        &self.unusual
    }

    /// The keys of the given list that did not occur.
    pub fn missing(&self) -> Vec<DrawKey> {
        self.fixed
            .keys()
            .filter(|key| !self.met.contains(key))
            .copied()
            .collect()
    }
}

fn hash(seed: u64, key: DrawKey) -> u64 {
    [
        key.kind as u64,
        key.site.map_or(u64::MAX, u64::from),
        u64::from(key.nth),
    ]
    .into_iter()
    .fold(mix(seed), |hash, word| mix(hash ^ mix(word)))
}

/// One round of the splitmix64 generator: spreads its input over all bits.
pub fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The percentage of its typical time that an operation takes: mostly about as long, sometimes from the cache, sometimes
/// from a busy disk.
pub fn latency_percent(bits: u64) -> u32 {
    let (low, high) = LATENCY_RANGE;
    let (class, within) = (bits % 100, ((bits >> 32) % 1000) as u32);
    let (from, to) = match class {
        0..12 => (low, low + 2),
        12..50 => (30, 100),
        50..88 => (100, 200),
        _ => (200, high),
    };
    from + (to - from) * within / 1000
}

/// How many milliseconds late the first timers pass is.
pub fn late_at_first(bits: u64) -> u32 {
    match bits % 100 {
        0..64 => 0,
        64..78 => 1,
        78..83 => 2,
        83..87 => 3,
        87..91 => 4,
        _ => LATE_AT_FIRST,
    }
}

/// How many milliseconds late the pass after the first callbacks is, if a timer is due within one.
pub fn late_after_first(bits: u64) -> u32 {
    match bits % 100 {
        0..5 => 0,
        5..97 => 1,
        _ => LATE,
    }
}

/// How many milliseconds late any other timers pass is.
pub fn late(bits: u64) -> u32 {
    match bits % 100 {
        0..88 => 0,
        88..97 => 1,
        _ => LATE,
    }
}

/// How many milliseconds late the first timers pass is in a process that has opened sockets.
pub fn late_at_first_with_sockets(bits: u64) -> u32 {
    let within = ((bits >> 32) % 4) as u32;
    match bits % 100 {
        0..50 => 0,
        50..62 => 1,
        62..72 => 2 + within % 3,
        72..84 => 5 + within,
        _ => LATE_AT_FIRST_WITH_SOCKETS - within,
    }
}

/// How many milliseconds late the passes of the first iterations are in such a process.
pub fn late_with_sockets(bits: u64) -> u32 {
    let within = ((bits >> 32) % 4) as u32;
    match bits % 100 {
        0..64 => 0,
        64..82 => 1,
        82..90 => 2,
        _ => LATE_WITH_SOCKETS - within,
    }
}

/// 1 in so many of a hundred cases, otherwise 0.
pub fn one_in(percent: u64) -> impl Fn(u64) -> u32 {
    move |bits| u32::from(bits % 100 < percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(chooser: &mut Chooser, site: u32) -> u32 {
        let range = Range {
            typical: 100,
            sample: &latency_percent,
        };
        chooser.draw(DrawKind::Latency, Some(site), &range).value
    }

    #[test]
    fn typical_gives_what_is_typical() {
        let mut chooser = Chooser::new(Schedule::Typical);
        assert!((0..100).all(|_| draw(&mut chooser, 1) == 100));
        assert_eq!(chooser.list(), []);
    }

    #[test]
    fn a_draw_elsewhere_shifts_nothing() {
        let mut alone = Chooser::new(Schedule::Seeded(7));
        let mut among = Chooser::new(Schedule::Seeded(7));
        for _ in 0..20 {
            draw(&mut among, 1);
            assert_eq!(draw(&mut alone, 2), draw(&mut among, 2));
        }
    }

    #[test]
    fn the_list_of_a_run_replays_it() {
        let mut seeded = Chooser::new(Schedule::Seeded(3));
        let values: Vec<u32> = (0..9).map(|n| draw(&mut seeded, n % 3)).collect();
        let mut listed = Chooser::new(Schedule::List(seeded.list().to_vec()));
        let again: Vec<u32> = (0..9).map(|n| draw(&mut listed, n % 3)).collect();
        assert_eq!(values, again);
        assert_eq!(listed.missing(), []);
    }

    #[test]
    fn a_key_that_does_not_occur_is_missing() {
        let key = DrawKey {
            kind: DrawKind::Clock,
            site: Some(4),
            nth: 1,
        };
        let mut chooser = Chooser::new(Schedule::List(vec![Drawn { key, value: 1 }]));
        draw(&mut chooser, 4);
        assert_eq!(chooser.missing(), [key]);
    }

    #[test]
    fn latencies_keep_their_range() {
        let (low, high) = LATENCY_RANGE;
        let drawn: Vec<u32> = (0..2000).map(|n| latency_percent(mix(n))).collect();
        assert!(drawn.iter().all(|percent| (low..=high).contains(percent)));
        let fast = drawn.iter().filter(|percent| **percent < 10).count();
        assert!((150..350).contains(&fast), "{fast}");
    }
}
