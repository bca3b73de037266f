//! Same scenario, same bytes: what the worker's Wasm records is what the native engine records.

use loopscope_model::protocol::{FromWorker, PROTOCOL, Reply, Request, ToWorker};
use loopscope_model::{Scenario, Trace};
use loopscope_tests::{bombs, on_large_stack, programs, record, scenario};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_built_in_scenarios_are_the_same_natively_and_in_wasm() {
    let folder = root().join("dist/scenarios");
    let mut compared = 0;
    for entry in fs::read_dir(folder).expect("dist/ is built: run cargo xtask build") {
        let path = entry.expect("dist/scenarios can be read").path();
        let bytes = fs::read(&path).expect("a trace can be read");
        let in_wasm: Trace = postcard::from_bytes(&bytes).expect("a trace is a trace");
        let native = record(&in_wasm.scenario);
        let native = postcard::to_allocvec(&native).expect("a trace can be written");
        assert!(native == bytes, "{} differs", path.display());
        compared += 1;
    }
    assert!(compared >= 8, "only {compared} scenarios were compared");
}

/// The trace of each scenario, recorded by the worker in `dist/`, each in an instance of its own.
fn in_wasm(name: &str, scenarios: &[Scenario]) -> Vec<Trace> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    for (run, scenario) in scenarios.iter().enumerate() {
        let message = ToWorker {
            protocol: PROTOCOL,
            build: String::new(),
            run: run as u32,
            request: Request::Run(Box::new(scenario.clone())),
        };
        let bytes = postcard::to_allocvec(&message).expect("a message can be written");
        fs::write(folder.join(format!("{run}.request")), bytes).expect("it is written");
    }
    let ended = Command::new("node")
        .arg(root().join("tests/wasm/record.mjs"))
        .arg(root().join("dist"))
        .arg(&folder)
        .status()
        .expect("node is on the PATH");
    assert!(ended.success(), "the worker failed: {ended}");
    let trace = |(run, scenario): (usize, &Scenario)| {
        let bytes = fs::read(folder.join(format!("{run}.replies"))).expect("there are replies");
        replies(scenario, &bytes)
    };
    scenarios.iter().enumerate().map(trace).collect()
}

/// Puts the trace together from messages, each behind its length.
fn replies(scenario: &Scenario, mut bytes: &[u8]) -> Trace {
    let mut trace = Trace::new(scenario.clone());
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (message, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        bytes = rest;
        let message: FromWorker = postcard::from_bytes(message).expect("a message of the worker");
        match message.reply {
            Reply::Main(..) => assert!(trace.sources.is_empty(), "it comes first"),
            Reply::Chunk(chunk) => trace.append(chunk),
            Reply::Finished => assert!(bytes.is_empty(), "something comes behind the end"),
            other => panic!("{other:?}"),
        }
    }
    trace
}

#[track_caller]
fn check(name: &str, scenarios: &[(String, Scenario)]) {
    let all: Vec<Scenario> = scenarios.iter().map(|it| it.1.clone()).collect();
    let mut wrong = Vec::new();
    for ((name, scenario), wasm) in scenarios.iter().zip(in_wasm(name, &all)) {
        let native = record(scenario);
        if native == wasm {
            continue;
        }
        let pairs = native.events.iter().zip(&wasm.events);
        let same = pairs.take_while(|(native, wasm)| native == wasm).count();
        wrong.push(format!(
            "{name} differs at event {same} of {}:\n    native {:?}\n    wasm   {:?}",
            native.events.len(),
            native.events.get(same),
            wasm.events.get(same),
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn recordings_are_the_same_natively_and_in_wasm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).expect("a program can be read");
        (name.clone().into_owned(), scenario(&name, &text))
    };
    let all: Vec<_> = programs(&folder).into_iter().map(named).collect();
    assert!(all.len() >= 300, "{} programs", all.len());
    check("recordings", &all);
}

#[test]
fn bombs_are_the_same_natively_and_in_wasm() {
    let named = |bomb: bombs::Bomb| (bomb.what, scenario("main.js", &bomb.program));
    let all: Vec<_> = bombs::all().into_iter().map(named).collect();
    on_large_stack(|| check("bombs", &all));
}

/// A thousand values of each function of `Math`, all their bits, and of `**` and `%`.
const MATH: &str = "
let seed = 12345;
const bits = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
const values = Array.from({ length: 1000 }, (_, n) => {
  const small = (bits() / 4294967296 - 0.5) * 2;
  if (n % 4 === 0) return small;
  if (n % 4 === 1) return small * 100;
  if (n % 4 === 2) return small * 2 ** (bits() % 600 - 300);
  return new Float64Array(Uint32Array.of(bits(), bits()).buffer)[0];
});
const shown = (x) => {
  const [low, high] = new Uint32Array(Float64Array.of(x).buffer);
  return Number.isNaN(x) ? 'NaN' : high.toString(16) + ':' + low.toString(16);
};
const functions = Object.getOwnPropertyNames(Math).filter((name) => typeof Math[name] === 'function' && name !== 'random');
for (const name of functions) {
  console.log(name, values.map((x, n) => shown(Math[name](x, values[(n + 1) % 1000]))).join());
}
console.log('**', values.map((x, n) => shown(x ** values[(n + 1) % 1000])).join());
console.log('%', values.map((x, n) => shown(x % values[(n + 1) % 1000])).join());
console.log('text', values.map(String).join());
console.log('fixed', values.map((x) => [x.toPrecision(7), x.toExponential(9), x.toString(7)]).join());
console.log('random', Array.from({ length: 1000 }, Math.random).map(shown).join());
console.log(functions.length);
";

#[test]
fn numbers_are_the_same_natively_and_in_wasm() {
    let scenario = scenario("main.js", MATH);
    let trace = record(&scenario);
    let told = loopscope_tests::outcome(&trace);
    assert_eq!(told.end, Ok(0));
    assert!(told.stdout.ends_with("\n34\n"), "34 functions take numbers");
    check("numbers", &[("numbers".to_owned(), scenario)]);
}
