//! How choices that Node leaves open are resolved (semantics 13).
//!
//! Every draw has a key of its own, (kind, call site, n-th time there), so that an edit elsewhere shifts nothing.

use loopscope_model::{ProbeId, Schedule};
use std::collections::BTreeMap;

/// What a draw is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Draw {
    /// Whether the clock has passed the due time of a timer (N1).
    Clock,
    /// Whether an operation is done in time for a poll (N4).
    Poll,
    /// How long an operation takes (N3).
    Latency,
}

/// Resolves choices by a [`Schedule`].
#[derive(Debug, Clone)]
pub struct Chooser {
    schedule: Schedule,
    counts: BTreeMap<(Draw, Option<ProbeId>), u32>,
}

/// Operations of the pool take between half and twice their typical time, percent.
pub const LATENCY_RANGE: (u64, u64) = (50, 200);

impl Chooser {
    /// A chooser that has not chosen yet.
    pub fn new(schedule: Schedule) -> Chooser {
        Chooser {
            schedule,
            counts: BTreeMap::new(),
        }
    }

    /// Whether the less usual way is taken; in seeded schedules with this chance in percent.
    pub fn unusual(&mut self, draw: Draw, site: Option<ProbeId>, percent: u64) -> bool {
        self.draw(draw, site)
            .is_some_and(|bits| bits % 100 < percent)
    }

    /// The factor, in percent, by which an operation takes longer than typical.
    pub fn latency_percent(&mut self, site: Option<ProbeId>) -> u64 {
        let (low, high) = LATENCY_RANGE;
        match self.draw(Draw::Latency, site) {
            None => 100,
            Some(bits) => low + bits % (high - low + 1),
        }
    }

    fn draw(&mut self, draw: Draw, site: Option<ProbeId>) -> Option<u64> {
        let Schedule::Seeded(seed) = self.schedule else {
            return None;
        };
        let nth = self.counts.entry((draw, site)).or_default();
        *nth += 1;
        let key = [
            draw as u64,
            site.map_or(u64::MAX, |s| u64::from(s.0)),
            u64::from(*nth),
        ];
        Some(
            key.into_iter()
                .fold(mix(seed), |hash, word| mix(hash ^ mix(word))),
        )
    }
}

/// One round of the splitmix64 generator: spreads its input over all bits.
pub fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typical_never_takes_the_unusual_way() {
        let mut chooser = Chooser::new(Schedule::Typical);
        assert!((0..100).all(|_| !chooser.unusual(Draw::Clock, None, 99)));
        assert_eq!(chooser.latency_percent(None), 100);
    }

    #[test]
    fn a_draw_elsewhere_shifts_nothing() {
        let site = |n| Some(ProbeId(n));
        let mut alone = Chooser::new(Schedule::Seeded(7));
        let mut among = Chooser::new(Schedule::Seeded(7));
        for _ in 0..20 {
            among.latency_percent(site(1));
            assert_eq!(
                alone.latency_percent(site(2)),
                among.latency_percent(site(2))
            );
        }
    }

    #[test]
    fn seeds_reach_both_ways() {
        let unusual = (0..100)
            .filter(|seed| {
                Chooser::new(Schedule::Seeded(*seed)).unusual(Draw::Clock, Some(ProbeId(3)), 30)
            })
            .count();
        assert!((15..45).contains(&unusual), "{unusual} of 100");
    }
}
