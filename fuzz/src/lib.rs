//! What is fuzzed, each a function of bytes that must return: the targets of `cargo fuzz run --sanitizer none`.
//!
//! `corpus/` holds a few hundred small inputs: seeds, what `cargo fuzz` found to reach most of the code, and what once failed
//! (`finding-…`). `tests/fuzz/main.rs` runs them and changes of them, with the ordinary compiler, at each `cargo xtask test`.
//! To look for more, in this folder: `cargo fuzz run --sanitizer none TARGET` (no other compiler is needed for that).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use loopscope_instrument::{
    FunctionForm, Kind, Options, instrument as insert, instrument_function,
};
#[cfg(feature = "engine")]
use loopscope_model::EventKind;
#[cfg(feature = "engine")]
use loopscope_model::Scenario;
use loopscope_model::replay::Recording;
use loopscope_model::{Trace, link as links, written};

/// The engine calls itself for nested calls: more than a fuzzer's thread has.
#[cfg(feature = "engine")]
const STACK: usize = 256 << 20;

/// The decoder of links: what it reads, it can write, and that reads the same.
///
/// The first byte says whether the rest is a fragment as it stands or what is packed in one, and of which version.
pub fn link(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else {
        return;
    };
    let fragment = if kind % 2 == 0 {
        String::from_utf8_lossy(data).into_owned()
    } else {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(data, 1);
        let version = if kind % 4 == 3 { "v2" } else { "v1" };
        format!("#{version}/{}/o3", URL_SAFE_NO_PAD.encode(packed))
    };
    let Ok(read) = links::decode(&fragment) else {
        return;
    };
    if let Ok(written) = links::encode(&read.scenario, read.anchor.as_ref()) {
        let again = links::decode(&written).expect("what was written can be read");
        assert_eq!(again.scenario, read.scenario);
        assert_eq!(again.anchor, read.anchor);
    }
}

/// The instrumentation: whatever the text, it ends, and keeps the text's lines.
///
/// The first byte says what the text is compiled as.
pub fn instrument(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(data);
    let kind = match kind % 6 {
        0 => Kind::CommonJs,
        1 => Kind::Module,
        2 => Kind::Script,
        3 => Kind::DirectEval { strict: false },
        4 => Kind::DirectEval { strict: true },
        _ => {
            let (parameters, body) = text.split_once('\n').unwrap_or(("", &text));
            let options = Options::new(Kind::Script, "f.js");
            let _ = instrument_function(parameters, body, FunctionForm::Async, &options);
            return;
        }
    };
    let Ok(made) = insert(&text, &Options::new(kind, "main.js")) else {
        return;
    };
    assert_eq!(made.text.lines().count(), made.unit.text.lines().count());
    for (number, line) in made.text.lines().enumerate().take(50) {
        let width = line.encode_utf16().count() as u32;
        for column in (1..=width + 1).take(200) {
            let (row, _) = made.map.original(number as u32 + 1, column);
            assert_eq!(row as usize, number + 1);
        }
    }
    for probe in &made.unit.probes {
        let _ = &made.unit.text[probe.span.start as usize..probe.span.end as usize];
    }
}

/// The engine with small limits: every program ends, and its trace can be replayed.
///
/// The first byte says whether it is a CommonJS or an ES module.
#[cfg(feature = "engine")]
pub fn engine(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else {
        return;
    };
    let name = if kind % 2 == 0 { "main.js" } else { "main.mjs" };
    let mut scenario = Scenario::of_program("");
    scenario.files.clear();
    scenario.main = name.to_owned();
    let text = String::from_utf8_lossy(data).into_owned();
    scenario.files.insert(name.to_owned(), text);
    scenario.limits.events = 1_000;
    scenario.limits.statements_per_task = 2_000;
    scenario.limits.depth = 100;
    let trace = std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || loopscope_engine::record_trace(&scenario))
            .expect("a thread can be started")
            .join()
            .expect("the engine does not panic")
    });
    let last = trace.events.last().map(|event| &event.kind);
    assert!(matches!(last, Some(EventKind::Ended(_))), "{last:?}");
    read(trace);
}

/// The reader of traces: whatever it is given, it does not fail.
pub fn trace(data: &[u8]) {
    if let Ok(trace) = postcard::from_bytes::<Trace>(data) {
        read(trace);
    }
}

fn read(trace: Trace) {
    let recording = Recording::from_trace(trace);
    let last = recording.last_step();
    for step in [0, 1, last / 2, last] {
        let _ = recording.state_at(step);
    }
    let _ = written::json::to_string(&recording);
    let _ = written::text::lines(&recording).count();
}
