//! What is run: a program, its files, the world around it, and how open choices are resolved.

pub mod front_matter;
mod latency;
mod map;
pub mod outside;

use crate::draw::Drawn;
use crate::event::Limit;
use crate::node::NodeVersion;
use litemap::LiteMap;
use outside::Outside;
use serde::{Deserialize, Serialize};

/// Everything that determines a run. The same scenario gives the same trace, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// A title for people.
    pub title: String,
    /// One or two sentences on what to look at; may be empty.
    pub about: String,
    /// The path of the main program: a key of `files`. A path that does not begin with `/` is relative to `world.cwd`.
    pub main: String,
    /// The texts of the virtual disk by path, the main program among them.
    #[serde(serialize_with = "outside::as_map", deserialize_with = "map::read")]
    pub files: LiteMap<String, String>,
    /// Which Node is modelled.
    pub node: NodeVersion,
    /// What surrounds the process.
    pub world: World,
    /// Other hosts, commands, and what reaches the process from outside.
    pub outside: Outside,
    /// How choices that Node leaves open are resolved.
    pub schedule: Schedule,
    /// When the run is paused or stopped.
    pub limits: Limits,
}

impl Scenario {
    /// The name of the main program where none is given.
    pub const MAIN: &'static str = "main.js";

    /// A scenario of one program and nothing else.
    pub fn of_program(source: impl Into<String>) -> Scenario {
        let mut files = LiteMap::new();
        files.insert(Scenario::MAIN.to_owned(), source.into());
        Scenario {
            title: String::new(),
            about: String::new(),
            main: Scenario::MAIN.to_owned(),
            files,
            node: NodeVersion::default(),
            world: World::default(),
            outside: Outside::default(),
            schedule: Schedule::default(),
            limits: Limits::default(),
        }
    }

    /// The text of the main program; empty if `files` lacks it.
    pub fn program(&self) -> &str {
        self.files.get(&self.main).map_or("", String::as_str)
    }

    /// The absolute path of a file of the scenario.
    pub fn absolute(&self, path: &str) -> String {
        if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("{}/{path}", self.world.cwd.trim_end_matches('/'))
        }
    }
}

/// What surrounds the process. Nothing in a run depends on the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct World {
    /// The current directory, absolute.
    pub cwd: String,
    /// What `Date.now()` gives at the beginning: milliseconds since 1970.
    pub epoch_ms: u64,
    /// Threads of libuv's pool (`UV_THREADPOOL_SIZE`).
    pub pool_size: u32,
    /// How long operations take, where the ordinary latencies are not wanted: `fs.readFile users.json` to
    /// microseconds in all. A key without a target is for all calls of that operation, and `#2` behind it for its second one
    /// alone ([`World::latency`]).
    #[serde(serialize_with = "outside::as_map", deserialize_with = "map::read")]
    pub latencies: LiteMap<String, u64>,
    /// The seed of `Math.random`.
    pub random_seed: u64,
}

impl Default for World {
    fn default() -> World {
        World {
            cwd: "/app".to_owned(),
            // 2024-01-01T00:00:00Z: a Monday, and a round number to recognise.
            epoch_ms: 1_704_067_200_000,
            pool_size: 4,
            latencies: LiteMap::new(),
            random_seed: 1,
        }
    }
}

/// How choices that Node leaves open (semantics 13) are resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Schedule {
    /// What real Node does most of the time.
    #[default]
    Typical,
    /// Each choice and latency is drawn from hash(seed, key).
    Seeded(u64),
    /// As typical, but for these draws: the list of a run replays it.
    List(Vec<Drawn>),
}

/// Counted limits, equal natively and in Wasm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Events of the trace; then the run is paused.
    pub events: u64,
    /// Statements and loop iterations of one task; then the run is stopped.
    pub statements_per_task: u64,
    /// Milliseconds of virtual time; then the run is paused.
    pub virtual_ms: u64,
    /// Frames of the call stack; one more throws `RangeError: Maximum call stack size exceeded`.
    pub depth: u32,
}

impl Limits {
    /// These limits with room for several times as much of what a run was paused at.
    pub fn raised(&self, limit: &Limit) -> Limits {
        const MORE: u64 = 5;
        let mut limits = self.clone();
        match limit {
            Limit::Events(_) => limits.events = limits.events.saturating_mul(MORE),
            Limit::VirtualMillis(_) => limits.virtual_ms = limits.virtual_ms.saturating_mul(MORE),
        }
        limits
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            events: 200_000,
            statements_per_task: 2_000_000,
            virtual_ms: 24 * 3_600_000,
            depth: 9_000,
        }
    }
}
