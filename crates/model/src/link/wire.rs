//! The form of scenarios in links of version 1. It is frozen: nothing here may be removed, reordered or retyped,
//! whatever becomes of [`Scenario`], and nothing added but a last variant of an enumeration. Version 2 has an [`Outside`] behind
//! it, which is frozen likewise: the page has the code for it anyway.

use super::LinkError;
use crate::draw::{DrawKey, DrawKind, Drawn};
use crate::node::NodeVersion;
use crate::scenario::outside::Outside;
use crate::scenario::{Limits, Scenario, Schedule, World};
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct ScenarioV1 {
    title: String,
    about: String,
    main: String,
    /// Paths and texts, by path.
    files: Vec<(String, String)>,
    node_major: u32,
    schedule: ScheduleV1,
    /// Absent if it is the ordinary one.
    world: Option<WorldV1>,
}

#[derive(Serialize, Deserialize)]
enum ScheduleV1 {
    Typical,
    Seeded(u64),
    /// Kind, site, count and value of each draw. Builds before it say of such a link that it is damaged.
    List(Vec<(u8, Option<u32>, u32, u32)>),
}

fn wire_draw(draw: &Drawn) -> (u8, Option<u32>, u32, u32) {
    let kind = match draw.key.kind {
        DrawKind::Armed => 0,
        DrawKind::Clock => 1,
        DrawKind::Poll => 2,
        DrawKind::Latency => 3,
    };
    (kind, draw.key.site, draw.key.nth, draw.value)
}

/// None for a kind that is not known: such a draw resolves nothing here.
fn living_draw((kind, site, nth, value): (u8, Option<u32>, u32, u32)) -> Option<Drawn> {
    let kind = *DrawKind::ALL.get(usize::from(kind))?;
    let key = DrawKey { kind, site, nth };
    Some(Drawn { key, value })
}

#[derive(Serialize, Deserialize)]
struct WorldV1 {
    cwd: String,
    epoch_ms: u64,
    pool_size: u32,
    /// Operations and microseconds, by operation.
    latencies: Vec<(String, u64)>,
    random_seed: u64,
}

/// What the world of a link without one is. Frozen too: the ordinary world may change one day, what a link says may not.
fn ordinary_world() -> WorldV1 {
    WorldV1 {
        cwd: "/app".to_owned(),
        epoch_ms: 1_704_067_200_000,
        pool_size: 4,
        latencies: Vec::new(),
        random_seed: 1,
    }
}

pub(super) fn write(scenario: &Scenario) -> Vec<u8> {
    let world = scenario.world.clone();
    let ordinary = world == living_world(ordinary_world());
    let wire = ScenarioV1 {
        title: scenario.title.clone(),
        about: scenario.about.clone(),
        main: scenario.main.clone(),
        files: scenario.files.clone().into_iter().collect(),
        node_major: scenario.node.major(),
        schedule: match scenario.schedule {
            Schedule::Typical => ScheduleV1::Typical,
            Schedule::Seeded(seed) => ScheduleV1::Seeded(seed),
            Schedule::List(ref draws) => ScheduleV1::List(draws.iter().map(wire_draw).collect()),
        },
        world: (!ordinary).then(|| WorldV1 {
            cwd: world.cwd,
            epoch_ms: world.epoch_ms,
            pool_size: world.pool_size,
            latencies: world.latencies.into_iter().collect(),
            random_seed: world.random_seed,
        }),
    };
    // Neither writing to memory nor the derived form of these structs can fail.
    let bytes = postcard::to_stdvec(&wire).expect("a scenario can be written");
    match has_outside(scenario) {
        true => postcard::to_extend(&scenario.outside, bytes).expect("an outside can be written"),
        false => bytes,
    }
}

/// Whether the scenario needs version 2.
pub(super) fn has_outside(scenario: &Scenario) -> bool {
    scenario.outside != Outside::default()
}

/// Reads what [`write`] wrote, with an outside or without.
pub(super) fn read(bytes: &[u8], with_outside: bool) -> Result<Scenario, LinkError> {
    let (wire, rest): (ScenarioV1, _) =
        postcard::take_from_bytes(bytes).map_err(|_| LinkError::Damaged)?;
    let (outside, rest) = match with_outside {
        true => postcard::take_from_bytes(rest).map_err(|_| LinkError::Damaged)?,
        false => (Outside::default(), rest),
    };
    if !rest.is_empty() || !outside.is_sound() {
        return Err(LinkError::Damaged);
    }
    let node = NodeVersion::from_major(wire.node_major).ok_or(LinkError::Node(wire.node_major))?;
    let world = wire.world.unwrap_or_else(ordinary_world);
    if !(1..=1024).contains(&world.pool_size) {
        return Err(LinkError::PoolSize(world.pool_size));
    }
    let scenario = Scenario {
        title: wire.title,
        about: wire.about,
        main: wire.main,
        files: by_name(wire.files),
        node,
        world: living_world(world),
        outside,
        schedule: match wire.schedule {
            ScheduleV1::Typical => Schedule::Typical,
            ScheduleV1::Seeded(seed) => Schedule::Seeded(seed),
            ScheduleV1::List(draws) => {
                Schedule::List(draws.into_iter().filter_map(living_draw).collect())
            }
        },
        limits: Limits::default(),
    };
    match scenario.files.contains_key(&scenario.main) {
        true => Ok(scenario),
        false => Err(LinkError::NoMain(scenario.main)),
    }
}

fn living_world(world: WorldV1) -> World {
    World {
        cwd: world.cwd,
        epoch_ms: world.epoch_ms,
        pool_size: world.pool_size,
        latencies: by_name(world.latencies),
        random_seed: world.random_seed,
    }
}

/// One by one: to collect them would bring a sort with it, a piece of code for a handful of entries.
fn by_name<V>(entries: Vec<(String, V)>) -> LiteMap<String, V> {
    let mut map = LiteMap::new();
    for (name, value) in entries {
        map.insert(name, value);
    }
    map
}
