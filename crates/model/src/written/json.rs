//! A trace as JSON, in the form that `TRACE.md` documents.

use super::{FORMAT, Value, fields};
use crate::draw;
use crate::event::{Event, EventIndex};
use crate::replay::Recording;
use crate::scenario::{Scenario, Schedule};
use crate::source::SourceUnit;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::io::Write;

/// Writes a recording as JSON, on one line.
///
/// # Errors
/// Those of `out`.
pub fn write(recording: &Recording, out: impl Write) -> serde_json::Result<()> {
    serde_json::to_writer(out, &JsonTrace(recording))
}

/// The same as a text.
pub fn to_string(recording: &Recording) -> String {
    // Writing to memory cannot fail, and all keys are texts.
    serde_json::to_string(&JsonTrace(recording)).expect("a trace can be written")
}

struct JsonTrace<'a>(&'a Recording);

impl Serialize for JsonTrace<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(4))?;
        map.serialize_entry("format", &FORMAT)?;
        map.serialize_entry("scenario", &JsonScenario(self.0.scenario()))?;
        let sources: Vec<_> = self.0.sources().iter().map(JsonSource).collect();
        map.serialize_entry("sources", &sources)?;
        map.serialize_entry("events", &JsonEvents(self.0))?;
        map.end()
    }
}

struct JsonScenario<'a>(&'a Scenario);

impl Serialize for JsonScenario<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let Scenario {
            title,
            about,
            main,
            files,
            node,
            world,
            outside,
            schedule,
            limits,
        } = self.0;
        let seed = match schedule {
            Schedule::Seeded(seed) => Some(seed.to_string()),
            _ => None,
        };
        let list = match schedule {
            Schedule::List(draws) => Some(draw::write_list(draws)),
            _ => None,
        };
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("title", title)?;
        map.serialize_entry("about", about)?;
        map.serialize_entry("main", main)?;
        map.serialize_entry("files", files)?;
        map.serialize_entry("node", &node.major())?;
        map.serialize_entry("seed", &seed)?;
        if let Some(list) = list {
            map.serialize_entry("schedule", &list)?;
        }
        map.serialize_entry("cwd", &world.cwd)?;
        map.serialize_entry("epochMs", &world.epoch_ms)?;
        map.serialize_entry("poolSize", &world.pool_size)?;
        let latencies = world.latencies.iter();
        let millis = latencies.map(|(name, &micros)| (name, micros as f64 / 1e3));
        map.serialize_entry(
            "latenciesMs",
            &millis.collect::<std::collections::BTreeMap<_, _>>(),
        )?;
        map.serialize_entry("randomSeed", &world.random_seed.to_string())?;
        map.serialize_entry("outside", outside)?;
        map.serialize_entry("maxEvents", &limits.events)?;
        map.serialize_entry("maxStatementsPerTask", &limits.statements_per_task)?;
        map.serialize_entry("maxMs", &limits.virtual_ms)?;
        map.serialize_entry("maxDepth", &limits.depth)?;
        map.end()
    }
}

struct JsonSource<'a>(&'a SourceUnit);

impl Serialize for JsonSource<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(2))?;
        map.serialize_entry("path", &self.0.path)?;
        map.serialize_entry("text", &self.0.text)?;
        map.end()
    }
}

struct JsonEvents<'a>(&'a Recording);

impl Serialize for JsonEvents<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let recording = self.0;
        let mut list = out.serialize_seq(Some(recording.event_count() as usize))?;
        for (index, event) in recording.events(0) {
            list.serialize_element(&JsonEvent {
                recording,
                index,
                event,
            })?;
        }
        list.end()
    }
}

struct JsonEvent<'a> {
    recording: &'a Recording,
    index: EventIndex,
    event: Event,
}

impl Serialize for JsonEvent<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let Event { at, cause, kind } = &self.event;
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("step", &self.recording.step_of_event(self.index))?;
        map.serialize_entry("atMs", &at.as_millis_f64())?;
        map.serialize_entry("cause", cause)?;
        map.serialize_entry("type", kind.name())?;
        for (name, value) in fields(self.recording, kind) {
            map.serialize_entry(name, &value)?;
        }
        if let Some(rule) = kind.rule() {
            map.serialize_entry("rule", rule.section())?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Task(task) => out.serialize_u32(task.0),
            Value::Tasks(tasks) => out.collect_seq(tasks.iter().map(|task| task.0)),
            Value::Word(word) => out.serialize_str(word),
            Value::Text(text) | Value::Place(text) => out.serialize_str(text),
            Value::Number(number) => out.serialize_i64(*number),
            Value::Time(time) => out.serialize_f64(time.as_millis_f64()),
            Value::Flag(flag) => out.serialize_bool(*flag),
            Value::List(list) => out.collect_seq(list),
            Value::Nothing => out.serialize_none(),
        }
    }
}
