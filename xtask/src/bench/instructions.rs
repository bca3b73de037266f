//! Recording against plain Boa, in instructions: the same on every machine and at every load.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::measures::Measure;
use super::native;
use crate::command;

/// The programs of `tests/bench/programs.rs` that plain Boa runs too.
const PROGRAMS: [&str; 5] = ["calls", "loop", "objects", "text", "classes"];

/// Counts.
///
/// # Errors
/// When the program cannot be built, or valgrind fails.
pub fn measure() -> Result<Vec<Measure>> {
    let program = native::program()?;
    if command::which("valgrind").is_none() {
        println!(
            "instructions are not counted, the clock is read instead: install valgrind (`apt-get install valgrind`)"
        );
        return native::lines(Command::new(program).arg("ratios"));
    }
    command::step("count instructions", || {
        let count = |how: &str, name: &str| count(&program, how, name);
        let empty = (count("plain", "nothing")?, count("recorded", "nothing")?);
        let mut measures = vec![Measure {
            name: "start of an engine (instructions)".to_owned(),
            value: empty.1 / 1e6,
            unit: "million".to_owned(),
        }];
        for name in PROGRAMS {
            let plain = count("plain", name)? - empty.0;
            let recorded = count("recorded", name)? - empty.1;
            measures.push(Measure {
                name: format!("recorded/plain {name} (instructions)"),
                value: recorded / plain,
                unit: "times".to_owned(),
            });
        }
        Ok(measures)
    })
}

fn count(program: &Path, how: &str, name: &str) -> Result<f64> {
    let output = Command::new("valgrind")
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        // The program runs on a thread with a large stack.
        .arg("--main-stacksize=8388608")
        .arg(program)
        .args([how, name])
        .stdin(Stdio::null())
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    references(&text).with_context(|| format!("valgrind gives no count:\n{text}"))
}

/// The number in `==1== I   refs:      1,234,567`.
fn references(text: &str) -> Option<f64> {
    let line = text.lines().find(|line| line.contains("refs:"))?;
    let digits: String = line
        .rsplit(':')
        .next()?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::references;

    #[test]
    fn valgrinds_count_is_read() {
        let text = "==7== Cachegrind\n==7== \n==7== I   refs:      1,234,567\n";
        assert_eq!(references(text), Some(1_234_567.0));
        assert_eq!(references("==7== Cachegrind"), None);
    }
}
