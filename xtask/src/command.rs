//! Starting other programs, and saying what takes long.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Prints `title`, does the work, prints how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {title}");
    let start = Instant::now();
    let result = work().with_context(|| title.to_owned());
    let seconds = start.elapsed().as_secs_f32();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    println!("    {outcome} after {seconds:.1} s");
    result
}

/// Runs a program to its end; what it prints goes where ours goes.
///
/// # Errors
/// When it cannot be started or does not exit with 0.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{}`", name(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program and gives what it printed on standard output; its errors go where ours go.
///
/// # Errors
/// When it cannot be started, does not exit with 0, or prints what is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", name(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed what is not UTF-8", line(command)))
}

/// Whether a program starts and exits with 0, quietly.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a program to its end, what it prints going where ours goes; gives whether it exited with 0.
///
/// # Errors
/// When it cannot be started.
pub fn exits_well(command: &mut Command) -> Result<bool> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{}`", name(command)))?;
    Ok(status.success())
}

/// Runs a program, passing each line of its standard output on and to `line_seen`; gives whether it exited with 0.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub fn watch(command: &mut Command, mut line_seen: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", name(command)))?;
    let stdout = child.stdout.take().context("standard output is piped")?;
    for bytes in BufReader::new(stdout).split(b'\n') {
        let bytes = bytes?;
        let text = String::from_utf8_lossy(&bytes);
        println!("{text}");
        line_seen(&text);
    }
    Ok(child.wait()?.success())
}

/// The program of this name on `PATH`.
pub fn which(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|dir| dir.join(&file))
        .find(|path| path.is_file())
}

/// `PATH` with folders put before the rest.
///
/// # Errors
/// When a folder's name holds the separator of `PATH`.
pub fn path_with(dirs: &[&Path]) -> Result<std::ffi::OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = dirs
        .iter()
        .map(|dir| dir.to_path_buf())
        .chain(env::split_paths(&old));
    Ok(env::join_paths(all)?)
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let mut line = name(command);
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}
