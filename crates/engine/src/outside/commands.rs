//! Commands: those of the scenario, and a few that are built in.

use super::Peer;
use super::cat::Cat;
use crate::clock;
use crate::errors::{self, Refusal};
use crate::globals::text::to_array;
use crate::globals::{Native, text_of};
use crate::latency;
use crate::modules::handles;
use crate::shared::{Shared, shared};
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsError, JsResult, JsString, JsValue};
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_event_loop::kernel::signals;
use loopscope_model::event::Stream;
use loopscope_model::scenario::outside::Command;
use loopscope_model::{HandleId, VirtualTime};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("spawn", spawn),
    ("spawnSync", spawn_sync),
    ("killChild", kill_child),
];

/// How long a command takes that has nothing to do: starting a program is most of it.
const START: VirtualTime = VirtualTime::from_millis(2);

/// What a command does, and how long it takes.
struct Run {
    command: Command,
    takes: VirtualTime,
    /// It prints what it reads.
    is_cat: bool,
}

/// Finds a command by its line. Gives nothing if there is no such program.
fn find(shared: &Shared, line: &str) -> Result<Option<Run>, String> {
    let world = &shared.scenario.outside.commands;
    let words = words(line);
    let joined = words.join(" ");
    let defined = world.get(line).or_else(|| world.get(&joined));
    let name = words.first().map(String::as_str).unwrap_or_default();
    let mut takes = START;
    let command = match (defined, name) {
        (Some(command), _) if command.missing => return Ok(None),
        (Some(command), _) => command.clone(),
        _ if world.get(name).is_some_and(|command| command.missing) => return Ok(None),
        _ if line.contains(['|', '<', '>', '&', ';', '$', '`']) => return Err(line.to_owned()),
        (None, "echo") => {
            let (text, end) = match words.get(1).map(String::as_str) {
                Some("-n") => (words[2..].join(" "), ""),
                _ => (words[1..].join(" "), "\n"),
            };
            Command {
                stdout: text + end,
                ..Command::default()
            }
        }
        (None, "true") => Command::default(),
        (None, "cat") if words.len() == 1 => Command::default(),
        (None, "false") => Command {
            code: 1,
            ..Command::default()
        },
        (None, "sleep") => {
            let seconds: f64 = words.get(1).and_then(|n| n.parse().ok()).unwrap_or(0.0);
            takes += VirtualTime((seconds.clamp(0.0, 1e6) * 1e9) as u64);
            Command::default()
        }
        _ => return Err(line.to_owned()),
    };
    let names = [format!("command {line}"), format!("command {name}")];
    takes = latency::of_call(shared, &names).unwrap_or(takes);
    let is_cat = defined.is_none() && name == "cat";
    Ok(Some(Run {
        command,
        takes,
        is_cat,
    }))
}

/// The words of a line, as a shell takes them.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (Some('"') | None, '\\') => word.get_or_insert_default().extend(letters.next()),
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, ' ' | '\t' | '\n') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

fn unknown(line: &str, context: &mut Context) -> JsError {
    errors::refuse(
        context,
        Refusal {
            what: &format!("the command '{line}'"),
            hint: &format!("define it in the scenario: \"command {line}: what it prints\""),
        },
    )
}

fn reads_ours(context: &mut Context) -> JsError {
    let what = "cat on the standard input of the process";
    let hint = "give it a pipe: stdio 'pipe'";
    errors::refuse(context, Refusal { what, hint })
}

/// The words of a list of texts.
fn texts(value: &JsValue, context: &mut Context) -> JsResult<Vec<String>> {
    let Some(list) = value.as_object() else {
        return Ok(Vec::new());
    };
    let list = JsArray::from_object(list.clone())?;
    let mut texts = Vec::new();
    for at in 0..list.length(context)? {
        texts.push(text_of(&list.get(at, context)?));
    }
    Ok(texts)
}

/// `(line, stdio, owner)`: starts a command. Gives `[handle, pid, stdin, stdout, stderr]` with the handles of those that
/// are pipes, or null if there is no such program.
fn spawn(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let line = text_of(arguments.get_or_undefined(0));
    let stdio = texts(arguments.get_or_undefined(1), context)?;
    let run = match find(&shared, &line) {
        Ok(Some(run)) => run,
        Ok(None) => return Ok(JsValue::null()),
        Err(line) => return Err(unknown(&line, context)),
    };
    let site = shared.recorder.borrow().site;
    let child = shared
        .event_loop
        .borrow_mut()
        .open_child(format!("child process: {line}"), site);
    handles::own(&shared, child, arguments.get_or_undefined(2))?;
    let mut values: Vec<JsValue> = vec![child.0.into(), next_pid(&shared).into()];
    let mut event_loop = shared.event_loop.borrow_mut();
    let until = event_loop.now() + run.takes;
    let mut pipes = [None; 3];
    let printed = ["", &run.command.stdout, &run.command.stderr];
    for (at, name) in ["stdin", "stdout", "stderr"].into_iter().enumerate() {
        let text = printed[at];
        match stdio.get(at).map(String::as_str) {
            Some("pipe") => {
                let label = format!("{name} of {line}");
                let pipe = event_loop.open_pipe(label, site);
                shared.outside.borrow_mut().peers.insert(pipe, Peer::Pipe);
                pipes[at] = Some(pipe);
                if run.is_cat {
                    values.push(pipe.0.into());
                    continue;
                }
                if !text.is_empty() {
                    event_loop.plan(until, Act::Bytes(pipe, text.as_bytes().to_vec()));
                }
                event_loop.plan(until, Act::End(pipe));
                values.push(pipe.0.into());
            }
            Some("inherit") if at > 0 && !text.is_empty() => {
                let stream = if at == 1 {
                    Stream::Stdout
                } else {
                    Stream::Stderr
                };
                event_loop.plan(until, Act::Printed(child, stream, text.to_owned()));
                values.push(JsValue::null());
            }
            _ => values.push(JsValue::null()),
        }
    }
    if !run.is_cat {
        event_loop.plan(until, Act::Exit(child, run.command.code, 0));
    }
    drop(event_loop);
    if run.is_cat {
        let inherits = |at: usize| stdio.get(at).is_some_and(|how| how == "inherit");
        let cat = Cat {
            child,
            from: until,
            stdout: pipes[1],
            stderr: pipes[2],
            inherits: inherits(1),
        };
        match pipes[0] {
            Some(stdin) => {
                let mut outside = shared.outside.borrow_mut();
                outside.peers.insert(stdin, Peer::Cat(cat));
            }
            None if inherits(0) => return Err(reads_ours(context)),
            None => cat.end(&shared, until),
        }
    }
    Ok(JsArray::from_iter(values, context).into())
}

fn next_pid(shared: &Shared) -> u32 {
    let mut outside = shared.outside.borrow_mut();
    outside.children += 1;
    4_242 + outside.children
}

/// `(line, stdio, timeout, input)`: runs a command to its end while the process waits. Gives `[pid, code, signal, stdout,
/// stderr, late]`, or null if there is no such program.
fn spawn_sync(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let line = text_of(arguments.get_or_undefined(0));
    let stdio = texts(arguments.get_or_undefined(1), context)?;
    let timeout = arguments.get_or_undefined(2).as_number().unwrap_or(0.0) as u64;
    let run = match find(&shared, &line) {
        Ok(Some(run)) => run,
        Ok(None) => return Ok(JsValue::null()),
        Err(line) => return Err(unknown(&line, context)),
    };
    let input = text_of(arguments.get_or_undefined(3));
    let takes = run.takes;
    let limit = VirtualTime::from_millis(timeout);
    let late = timeout > 0 && takes > limit;
    clock::block(&shared, if late { limit } else { takes });
    let Command {
        code,
        mut stdout,
        mut stderr,
        ..
    } = run.command;
    if run.is_cat {
        if stdio.first().is_some_and(|how| how == "inherit") {
            return Err(reads_ours(context));
        }
        stdout = input;
    }
    if late {
        stdout.clear();
        stderr.clear();
    }
    for (at, text, stream) in [(1, &stdout, Stream::Stdout), (2, &stderr, Stream::Stderr)] {
        if stdio.get(at).is_some_and(|how| how == "inherit") && !text.is_empty() {
            shared.write(stream, text.clone(), context);
        }
    }
    let signal = if late { "SIGTERM" } else { "" };
    let values = [
        next_pid(&shared).into(),
        code.into(),
        JsString::from(signal).into(),
        to_array(stdout.as_bytes(), context)?,
        to_array(stderr.as_bytes(), context)?,
        late.into(),
    ];
    Ok(JsArray::from_iter(values, context).into())
}

/// `(handle, signal)`: the child ends at once.
fn kill_child(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    shared.materialize(context);
    let child = handles::handle_of(arguments, 0);
    let signal = signals::number(&text_of(arguments.get_or_undefined(1))).unwrap_or(15);
    end_child(&shared, child, signal);
    Ok(JsValue::undefined())
}

/// What the child had planned will not happen: it and its pipes, which were opened right after it, end now.
fn end_child(shared: &Shared, child: HandleId, signal: i32) {
    let mut event_loop = shared.event_loop.borrow_mut();
    let now = event_loop.now();
    event_loop.unplan(child);
    let mut cats: Option<Cat> = None;
    for pipe in (child.0 + 1..=child.0 + 3).map(HandleId) {
        let ends = match shared.outside.borrow().peers.get(&pipe) {
            Some(Peer::Cat(cat)) if cat.child == child => cats.replace(*cat).is_none(),
            _ => false,
        };
        let ends =
            ends || cats.is_some_and(|cat| cat.stdout == Some(pipe) || cat.stderr == Some(pipe));
        if event_loop.unplan(pipe) || ends {
            event_loop.plan(now, Act::End(pipe));
        }
    }
    event_loop.plan(now, Act::Exit(child, 0, signal));
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_of_a_line() {
        assert_eq!(
            words("echo 'a b' \"c\\\"d\" e\\ f ''"),
            ["echo", "a b", "c\"d", "e f", ""]
        );
    }
}
