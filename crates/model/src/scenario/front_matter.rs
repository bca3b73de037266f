//! Built-in scenarios are plain `.js` files whose head says what they need.
//!
//! ```text
//! /* ---
//! title: Two files
//! about: One sentence on what to look at.
//! node: 20
//! file users.json: [{ "name": "Ann" }]
//! latency fs.readFile users.json: 12
//! host api.example.com GET /users: 200 [{ "id": 1 }]
//! command git status: nothing to commit
//! stdin: one line\nanother
//! target: button
//! at 20ms: request:GET:/users
//! --- */
//! ```
//!
//! One `key: value` a line. `file PATH` puts a text on the virtual disk (`\n` in it is a line end); `latency OPERATION`
//! is in virtual milliseconds, for all its calls or, as `latency fs.readFile users.json #2`, for the second one; `seed` and `schedule` (as `loopscope schedule` prints it) resolve what Node leaves open.
//! `host NAME METHOD PATH` answers with a status and a body; `host NAME` may be `refusing` or
//! `unknown`. `command LINE` prints a text, perhaps behind an exit code, or is `missing`; `command-error LINE` prints to standard
//! error. `stdin` is all of the input; `target` names a global `EventTarget`; `at TIME` is something that reaches the process,
//! in the forms of [`super::outside::StimulusKind::parse`]. A program without a head is a scenario of its own.

use super::{Scenario, Schedule, outside};
use crate::draw;
use crate::node::NodeVersion;

const OPEN: &str = "/* ---\n";
const CLOSE: &str = "\n--- */\n";

/// A head that does not say what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatterError {
    /// The line of the file, from 1.
    pub line: u32,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl std::fmt::Display for FrontMatterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for FrontMatterError {}

/// Reads a scenario file. The head is taken off: the program begins on line 1.
///
/// `main` is the name of the main program, `main.js` or `main.mjs`.
///
/// # Errors
/// A head that is not closed, or a line in it that is not understood.
pub fn parse(main: &str, text: &str) -> Result<Scenario, FrontMatterError> {
    let text = text.replace("\r\n", "\n");
    let Some(rest) = text.strip_prefix(OPEN) else {
        return Ok(scenario(main, &text));
    };
    let Some((head, program)) = rest.split_once(CLOSE) else {
        return Err(FrontMatterError {
            line: 1,
            message: "the head is not closed: end it with a line \"--- */\"".to_owned(),
        });
    };
    let mut scenario = scenario(main, program);
    for (index, line) in head.lines().enumerate() {
        entry(&mut scenario, line).map_err(|message| FrontMatterError {
            line: index as u32 + 2,
            message,
        })?;
    }
    Ok(scenario)
}

fn scenario(main: &str, program: &str) -> Scenario {
    let mut scenario = Scenario::of_program("");
    scenario.files.clear();
    scenario.main = main.to_owned();
    scenario.files.insert(main.to_owned(), program.to_owned());
    scenario
}

fn entry(scenario: &mut Scenario, line: &str) -> Result<(), String> {
    if line.trim().is_empty() {
        return Ok(());
    }
    let (key, value) = line
        .split_once(": ")
        .ok_or_else(|| format!("\"{line}\" is not of the form \"key: value\""))?;
    let value = value.trim();
    if outside::entry(&mut scenario.outside, key, value)? {
        return Ok(());
    }
    match key.split_once(' ').unwrap_or((key, "")) {
        ("title", "") => scenario.title = value.to_owned(),
        ("about", "") => scenario.about = value.to_owned(),
        ("node", "") => {
            scenario.node = value
                .parse()
                .ok()
                .and_then(NodeVersion::from_major)
                .ok_or_else(|| {
                    format!("Node {value} is not known: use 10, 18, 20, 22, 24 or 26")
                })?;
        }
        ("pool", "") => {
            scenario.world.pool_size = value
                .parse()
                .ok()
                .filter(|n| (1..=1024).contains(n))
                .ok_or_else(|| format!("\"{value}\" is no size of a pool: use 1 to 1024"))?;
        }
        ("seed", "") => {
            let seed = value
                .parse()
                .map_err(|_| format!("\"{value}\" is no seed: use a whole number"))?;
            scenario.schedule = Schedule::Seeded(seed);
        }
        ("schedule", "") => {
            let draws = draw::parse_list(value).map_err(|error| error.to_string())?;
            scenario.schedule = Schedule::List(draws);
        }
        ("file", path) if !path.is_empty() => {
            scenario
                .files
                .insert(path.to_owned(), value.replace("\\n", "\n"));
        }
        ("latency", operation) if !operation.is_empty() => {
            let millis: f64 = value
                .parse()
                .ok()
                .filter(|ms: &f64| ms.is_finite() && *ms >= 0.0 && *ms < 1e9)
                .ok_or_else(|| format!("\"{value}\" is no number of milliseconds"))?;
            scenario
                .world
                .latencies
                .insert(operation.to_owned(), (millis * 1000.0) as u64);
        }
        _ => {
            return Err(format!(
                "\"{key}\" is not known: use title, about, node, pool, seed, schedule, file PATH, latency OPERATION, host NAME, command LINE, stdin, target or at TIME"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn takes_the_head_off() {
        let text = "/* ---\ntitle: Two files\nfile a.txt: one\\ntwo\nlatency fs.readFile a.txt: 1.5\n--- */\nrun();\n";
        let scenario = parse("main.js", text).unwrap();
        assert_eq!(scenario.title, "Two files");
        assert_eq!(scenario.program(), "run();\n");
        assert_eq!(scenario.files[&"a.txt".to_owned()], "one\ntwo");
        assert_eq!(
            scenario.world.latencies[&"fs.readFile a.txt".to_owned()],
            1500
        );
    }

    #[test]
    fn a_program_alone_is_a_scenario() {
        assert_eq!(parse("main.js", "run()").unwrap().program(), "run()");
    }

    #[track_caller]
    fn refuses(text: &str, expect: &str) {
        assert_eq!(parse("main.js", text).unwrap_err().to_string(), expect);
    }

    #[test]
    fn says_what_is_wrong() {
        refuses(
            "/* ---\ntitle: x\n",
            "line 1: the head is not closed: end it with a line \"--- */\"",
        );
        refuses(
            "/* ---\nnode: 21\n--- */\n",
            "line 2: Node 21 is not known: use 10, 18, 20, 22, 24 or 26",
        );
        refuses(
            "/* ---\n\ncolour: red\n--- */\n",
            "line 3: \"colour\" is not known: use title, about, node, pool, seed, schedule, file PATH, latency OPERATION, host NAME, command LINE, stdin, target or at TIME",
        );
    }
}
