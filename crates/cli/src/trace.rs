//! `loopscope trace`.

use crate::disk::Folder;
use crate::last_resort;
use crate::run::report;
use loopscope_engine::{kind_of_main, record_with_disk};
use loopscope_model::replay::Recording;
use loopscope_model::{ModuleKind, ModuleReason, Scenario, written};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Runs the scenario, prints its trace, and gives the exit code.
///
/// # Errors
/// If the trace cannot be printed.
pub fn print(scenario: &Scenario, root: &Path, json: bool) -> Result<u8, String> {
    let mut recording = Recording::new(scenario.clone());
    let host = Box::new(Folder {
        root: root.to_owned(),
    });
    last_resort::watch();
    record_with_disk(scenario, host, &mut |chunk| recording.append(chunk));
    let host = Box::new(Folder {
        root: root.to_owned(),
    });
    let head = head(scenario, kind_of_main(scenario, host));
    let out = BufWriter::new(std::io::stdout().lock());
    last_resort::writing(|| write(&recording, (!json).then_some(&head), out))
        .map_err(|error| format!("the trace cannot be printed: {error}"))?;
    Ok(recording
        .ending()
        .map_or(0, |ending| report(ending, &scenario.limits)))
}

/// What sort of module the main program is, and by what that version of Node finds it.
fn head(scenario: &Scenario, (kind, reason): (ModuleKind, ModuleReason)) -> String {
    let kind = match kind {
        ModuleKind::CommonJs => "a CommonJS module",
        ModuleKind::EsModule => "an ES module",
    };
    let reason = reason.words();
    let (main, major) = (&scenario.main, scenario.node.major());
    format!("# Node {major} takes {main} for {kind}: {reason}")
}

/// As text with this head, otherwise as JSON.
fn write(recording: &Recording, head: Option<&String>, mut out: impl Write) -> std::io::Result<()> {
    if let Some(head) = head {
        writeln!(out, "{head}")?;
        for line in written::text::lines(recording) {
            writeln!(out, "{line}")?;
        }
    } else {
        written::json::write(recording, &mut out)?;
        writeln!(out)?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::head;
    use loopscope_engine::{NoDisk, kind_of_main};
    use loopscope_model::{NodeVersion, Scenario};

    #[track_caller]
    fn check(name: &str, text: &str, node: NodeVersion, expect: &str) {
        let mut scenario = Scenario::of_program("");
        scenario.main = name.to_owned();
        scenario.node = node;
        scenario.files.clear();
        scenario.files.insert(name.to_owned(), text.to_owned());
        let kind = kind_of_main(&scenario, Box::new(NoDisk));
        assert_eq!(head(&scenario, kind), expect);
    }

    #[test]
    fn the_head_says_by_what_the_kind_was_found() {
        let by_extension = "# Node 20 takes a.mjs for an ES module: by its extension";
        check("a.mjs", "", NodeVersion::V20, by_extension);
        let by_syntax = "# Node 22 takes a.js for an ES module: by its syntax";
        check("a.js", "export {}", NodeVersion::V22, by_syntax);
        let unsaid = "# Node 18 takes a.js for a CommonJS module: as nothing says otherwise";
        check("a.js", "f()", NodeVersion::V18, unsaid);
    }
}
