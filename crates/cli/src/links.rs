//! `loopscope link` and `loopscope open`.

use crate::Program;
use loopscope_model::scenario::front_matter;
use loopscope_model::{Scenario, link};

/// Prints the fragment of a link that opens the program.
///
/// # Errors
/// If the program cannot be read or is too long for a link.
pub fn print_link(program: &Program) -> Result<u8, String> {
    let (scenario, _) = program.scenario()?;
    // A link holds the program, not this machine's paths.
    let name = scenario
        .main
        .rsplit('/')
        .next()
        .unwrap_or(Scenario::MAIN)
        .to_owned();
    let text = scenario.program().to_owned();
    let mut portable = front_matter::parse(&name, &text).map_err(|error| error.to_string())?;
    portable.node = scenario.node;
    portable.schedule = scenario.schedule.clone();
    println!(
        "{}",
        link::encode(&portable, None).map_err(|error| error.to_string())?
    );
    Ok(0)
}

/// Prints the program of a link.
///
/// # Errors
/// If the link cannot be read.
pub fn print_program(text: &str) -> Result<u8, String> {
    let fragment = text.find('#').map_or(text, |at| &text[at..]);
    let link = link::decode(fragment).map_err(|error| error.to_string())?;
    print!("{}", link.scenario.program());
    Ok(0)
}
