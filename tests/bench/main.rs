//! What `cargo xtask bench` measures natively: prints a line `name value unit` for each measurement.
//!
//! With the arguments `plain NAME` or `recorded NAME` it runs one program once and prints nothing: for tools that count
//! instructions. `NAME` may be `nothing`, which is what a program costs that does nothing. With `ratios` it measures by the
//! clock what those count.

#![expect(clippy::disallowed_methods, reason = "it measures time")]

mod programs;

use boa_engine::{Context, Source};
use loopscope_engine::record;
use loopscope_model::Scenario;
use loopscope_model::replay::Recording;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The interpreter calls itself for nested calls.
const STACK: usize = 512 * 1024 * 1024;

/// So many steps the long recording has.
const STEPS: u32 = 1_000_000;

/// How many random steps are looked at.
const SEEKS: u32 = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let worker = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || dispatch(&arguments));
    let failed = worker.map(std::thread::JoinHandle::join);
    if !matches!(failed, Ok(Ok(()))) {
        std::process::exit(1);
    }
}

fn dispatch(arguments: &[String]) {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["plain", name] => run_plain(program(name)),
        ["recorded", name] => run_recorded(program(name)),
        ["ratios"] => ratios(),
        // Cargo passes `--bench`.
        _ => measure(),
    }
}

fn program(name: &str) -> &'static str {
    let known = programs::PLAIN.iter().find(|(known, _)| *known == name);
    known.map_or("", |(_, text)| text)
}

fn run_plain(text: &str) {
    let mut context = Context::default();
    let function = format!("(function () {{{text}}})()");
    let value = context.eval(Source::from_bytes(&function));
    black_box(value).expect("the program runs");
}

fn run_recorded(text: &str) {
    let mut scenario = Scenario::of_program(text);
    scenario.limits.statements_per_task = u64::MAX;
    record(&scenario, &mut |chunk| {
        black_box(chunk);
    });
}

/// Recording against plain Boa by the clock: medians of runs that take turns, so that what else the machine does meets both.
fn ratios() {
    const TURNS: usize = 15;
    let time = |run: &dyn Fn()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    for (name, text) in programs::PLAIN {
        let mut times: [Vec<f64>; 4] = Default::default();
        for _ in 0..TURNS {
            times[0].push(time(&|| run_plain(text)));
            times[1].push(time(&|| run_recorded(text)));
            times[2].push(time(&|| run_plain("")));
            times[3].push(time(&|| run_recorded("")));
        }
        let [plain, recorded, plain_start, recorded_start] = times.map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[TURNS / 2]
        });
        let ratio = (recorded - recorded_start) / (plain - plain_start);
        print(&format!("recorded/plain {name} (clock)"), ratio, "times");
    }
}

fn measure() {
    let run = per_run(|| run_recorded(programs::TEN_LINES));
    print("ten lines, native", 1.0 / run, "runs/s");
    long_recording();
}

/// Seconds that a run takes: the shortest of many, since everything else only makes it longer.
fn per_run(mut run: impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut shortest = f64::INFINITY;
    let mut runs = 0;
    while runs < 5 || begin.elapsed() < Duration::from_secs(1) {
        let start = Instant::now();
        run();
        shortest = shortest.min(start.elapsed().as_secs_f64());
        runs += 1;
    }
    shortest
}

fn long_recording() {
    let mut scenario = Scenario::of_program(programs::ENDLESS);
    // More events than steps.
    scenario.limits.events = u64::from(STEPS) * 2;
    let mut events = Vec::new();
    let start = Instant::now();
    record(&scenario, &mut |chunk| events.push(chunk));
    let seconds = start.elapsed().as_secs_f64();
    let count: usize = events.iter().map(|chunk| chunk.events.len()).sum();
    print("recording", count as f64 / seconds, "events/s");

    let mut recording = Recording::new(scenario);
    let start = Instant::now();
    let mut chunks = events.into_iter();
    while recording.step_count() < STEPS
        && let Some(chunk) = chunks.next()
    {
        recording.append(chunk);
    }
    let read = f64::from(recording.event_count());
    print("reading", read / start.elapsed().as_secs_f64(), "events/s");
    let steps = recording.step_count();
    print("steps looked at", f64::from(steps), "steps");
    let (events, keyframes) = recording.byte_len();
    print("events", events as f64 / f64::from(steps), "bytes/step");
    print(
        "keyframes",
        keyframes as f64 / f64::from(steps),
        "bytes/step",
    );
    print(
        "memory",
        recording.memory() as f64 / f64::from(steps),
        "bytes/step",
    );

    // A fixed sequence of places, so that two measurements look at the same ones.
    let mut place: u32 = 1;
    let mut times: Vec<f64> = (0..SEEKS)
        .map(|_| {
            place = place.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let step = ((u64::from(place) * u64::from(steps)) >> 32) as u32;
            let start = Instant::now();
            black_box(recording.state_at(step));
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    print("seek, median", times[times.len() / 2], "µs");
    print("seek, p99", times[times.len() * 99 / 100], "µs");
    print("seek, longest", times[times.len() - 1], "µs");
}

fn print(name: &str, value: f64, unit: &str) {
    println!("{name}\t{value}\t{unit}");
}
