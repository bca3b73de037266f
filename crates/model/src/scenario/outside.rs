//! What the outside of a process is: hosts, commands, and what reaches it at which time.

use litemap::LiteMap;
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// Writes a map as one, also when it is empty: in JSON it would be a list otherwise.
pub(super) fn as_map<V: Serialize, S: Serializer>(
    map: &LiteMap<String, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter())
}

/// What surrounds the process beyond its disk and its clock. Links have this type and those in it in their [`postcard`] form:
/// nothing of them may be removed, reordered or retyped, and nothing added but a last variant of an enumeration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// Other hosts, by name in small letters.
    #[serde(serialize_with = "as_map", deserialize_with = "super::map::read")]
    pub hosts: LiteMap<String, Host>,
    /// Commands that can be run, by the whole line.
    #[serde(serialize_with = "as_map", deserialize_with = "super::map::read")]
    pub commands: LiteMap<String, Command>,
    /// Names of global `EventTarget`s.
    pub targets: Vec<String>,
    /// What reaches the process, in the order in which it was written down.
    pub stimuli: Vec<Stimulus>,
}

impl Outside {
    /// Whether it is one that a head could say: what comes from a link is not looked at by a parser.
    pub fn is_sound(&self) -> bool {
        let mut answers = self.hosts.values().flat_map(|host| host.answers.values());
        answers.all(|answer| (200..600).contains(&answer.status))
            && self
                .commands
                .values()
                .all(|one| (0..256).contains(&one.code))
            && self.stimuli.iter().all(|one| one.is_sound())
    }
}

/// Another host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Whether it can be reached.
    pub state: HostState,
    /// What it answers, by method and path: `GET /users`.
    #[serde(serialize_with = "as_map", deserialize_with = "super::map::read")]
    pub answers: LiteMap<String, Answer>,
}

/// Whether a host can be reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HostState {
    /// It answers.
    #[default]
    Up,
    /// It has an address, where nobody listens.
    Refusing,
    /// There is no such name.
    Unknown,
}

/// What a host answers to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// What a command does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// Its exit code.
    pub code: i32,
    /// What it prints.
    pub stdout: String,
    /// What it prints to standard error.
    pub stderr: String,
    /// There is no program of this name.
    pub missing: bool,
}

/// Something that reaches the process from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stimulus {
    /// When: virtual microseconds since the process began.
    pub at: u64,
    /// What.
    pub what: StimulusKind,
}

/// What reaches a process from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StimulusKind {
    /// An HTTP request to the server of the program that listens.
    Request {
        /// The method.
        method: String,
        /// The path, with a query if there is one.
        path: String,
        /// The body; may be empty.
        body: String,
    },
    /// A line on standard input.
    Line(String),
    /// The end of standard input.
    EndOfInput,
    /// A signal, `SIGINT`.
    Signal(String),
    /// An event of this type, dispatched on the `EventTarget` of this name.
    Event {
        /// The target, one of [`Outside::targets`].
        target: String,
        /// The event's type.
        kind: String,
    },
}

impl fmt::Display for StimulusKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StimulusKind::Request { method, path, body } if body.is_empty() => {
                write!(f, "{method} {path}")
            }
            StimulusKind::Request { method, path, body } => write!(f, "{method} {path} {body}"),
            StimulusKind::Line(line) => write!(f, "line \"{line}\""),
            StimulusKind::EndOfInput => write!(f, "end of input"),
            StimulusKind::Signal(name) => write!(f, "{name}"),
            StimulusKind::Event { target, kind } => write!(f, "event \"{kind}\" on {target}"),
        }
    }
}

const FORMS: &str = "request:GET:/path, request:POST:/path:body, stdin:text, stdin-end, signal:SIGINT or event:target:type";

impl Stimulus {
    fn is_sound(&self) -> bool {
        let what = match &self.what {
            StimulusKind::Request { method, path, .. } => {
                is_method(method) && path.starts_with('/')
            }
            StimulusKind::Signal(name) => name.starts_with("SIG"),
            StimulusKind::Line(_) | StimulusKind::EndOfInput | StimulusKind::Event { .. } => true,
        };
        what && self.at < MOST_MICROS
    }

    /// Reads `20ms:request:GET:/users`, the form of the command line.
    ///
    /// # Errors
    /// What is wrong, with the forms that are understood.
    pub fn parse(text: &str) -> Result<Stimulus, String> {
        let (time, what) = text
            .split_once(':')
            .ok_or_else(|| format!("\"{text}\" has no time: write 20ms:{FORMS}"))?;
        Ok(Stimulus {
            at: micros(time)?,
            what: StimulusKind::parse(what)?,
        })
    }
}

impl StimulusKind {
    /// Reads `request:GET:/users`, `stdin:text` and their like.
    ///
    /// # Errors
    /// What is wrong, with the forms that are understood.
    pub fn parse(text: &str) -> Result<StimulusKind, String> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        let unknown = || format!("\"{text}\" is not understood: use {FORMS}");
        Ok(match kind {
            "request" => {
                let (method, rest) = rest.split_once(':').ok_or_else(unknown)?;
                let (path, body) = rest.split_once(':').unwrap_or((rest, ""));
                if !is_method(method) || !path.starts_with('/') {
                    return Err(unknown());
                }
                StimulusKind::Request {
                    method: method.to_owned(),
                    path: path.to_owned(),
                    body: body.to_owned(),
                }
            }
            "stdin" => StimulusKind::Line(rest.to_owned()),
            "stdin-end" if rest.is_empty() => StimulusKind::EndOfInput,
            "signal" if rest.starts_with("SIG") => StimulusKind::Signal(rest.to_owned()),
            "event" => {
                let (target, kind) = rest.split_once(':').ok_or_else(unknown)?;
                StimulusKind::Event {
                    target: target.to_owned(),
                    kind: kind.to_owned(),
                }
            }
            _ => return Err(unknown()),
        })
    }
}

fn is_method(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A time is before this: a billion seconds.
const MOST_MICROS: u64 = 1_000_000_000_000_000;

/// Reads a time: `20ms`, `1.5s`, `20` (milliseconds).
///
/// # Errors
/// What is wrong.
pub fn micros(text: &str) -> Result<u64, String> {
    let text = text.trim();
    let (number, factor) = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => (number, 1e3),
        (None, Some(number)) => (number, 1e6),
        (None, None) => (text, 1e3),
    };
    let number: Option<f64> = number.trim().parse().ok();
    number
        .filter(|n| n.is_finite() && (0.0..1e9).contains(n))
        .map(|n| (n * factor) as u64)
        .ok_or_else(|| format!("\"{text}\" is no time: write 20ms or 1.5s"))
}

/// Takes an entry of a scenario file's head that is about the outside. Gives whether it was one.
///
/// # Errors
/// What is wrong with its value.
pub fn entry(outside: &mut Outside, key: &str, value: &str) -> Result<bool, String> {
    let (kind, rest) = key.split_once(' ').unwrap_or((key, ""));
    match kind {
        "at" => outside.stimuli.push(Stimulus {
            at: micros(rest)?,
            what: StimulusKind::parse(value)?,
        }),
        "stdin" if rest.is_empty() => {
            let lines = value
                .split("\\n")
                .map(|line| StimulusKind::Line(line.to_owned()));
            let all = lines.chain([StimulusKind::EndOfInput]);
            outside
                .stimuli
                .extend(all.map(|what| Stimulus { at: 0, what }));
        }
        "target" if rest.is_empty() => outside.targets.push(value.to_owned()),
        "command" if !rest.is_empty() => {
            let command = outside.commands.entry(rest.to_owned()).or_default();
            let (code, text) = code_and_text(value);
            command.missing = value == "missing";
            command.code = code;
            command.stdout = if command.missing { String::new() } else { text };
        }
        "command-error" if !rest.is_empty() => {
            let command = outside.commands.entry(rest.to_owned()).or_default();
            command.stderr = value.replace("\\n", "\n");
        }
        "host" => host(outside, rest, value)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// `3 text`: an exit code and what is printed; without a number the code is 0.
fn code_and_text(value: &str) -> (i32, String) {
    let (first, rest) = value.split_once(' ').unwrap_or((value, ""));
    let (code, text) = match first.parse::<u8>() {
        Ok(code) => (i32::from(code), rest),
        Err(_) => (0, value),
    };
    let mut text = text.replace("\\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    (code, text)
}

fn host(outside: &mut Outside, key: &str, value: &str) -> Result<(), String> {
    let mut words = key.split_whitespace();
    let name = words.next().unwrap_or_default().to_ascii_lowercase();
    if name.is_empty() {
        return Err(
            "a host needs a name: write \"host api.example.com GET /: 200 text\"".to_owned(),
        );
    }
    let host = outside.hosts.entry(name).or_default();
    match (words.next(), words.next()) {
        (Some(method), Some(path)) => {
            let (status, body) = value.split_once(' ').unwrap_or((value, ""));
            let status = status
                .parse()
                .ok()
                .filter(|status| (200..600).contains(status))
                .ok_or_else(|| format!("\"{value}\" does not begin with a status such as 200"))?;
            let answer = Answer {
                status,
                body: body.replace("\\n", "\n"),
            };
            host.answers.insert(format!("{method} {path}"), answer);
        }
        _ => {
            host.state = match value {
                "refusing" => HostState::Refusing,
                "unknown" => HostState::Unknown,
                _ => {
                    return Err(format!(
                        "\"{value}\" is no state of a host: use refusing or unknown, or say what it answers: \"host NAME GET /: 200 text\""
                    ));
                }
            };
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        let read = Stimulus::parse(text);
        let line = match read {
            Ok(stimulus) => format!("{} at {} us", stimulus.what, stimulus.at),
            Err(message) => message,
        };
        expect.assert_eq(&line);
    }

    #[test]
    fn stimuli() {
        check("20ms:request:GET:/users", expect!["GET /users at 20000 us"]);
        check(
            "1.5s:request:POST:/a?b=c:{\"x\":1}",
            expect![[r#"POST /a?b=c {"x":1} at 1500000 us"#]],
        );
        check(
            "5:stdin:hello: you",
            expect![[r#"line "hello: you" at 5000 us"#]],
        );
        check("5ms:stdin-end", expect!["end of input at 5000 us"]);
        check("5ms:signal:SIGINT", expect!["SIGINT at 5000 us"]);
        check(
            "5ms:event:button:click",
            expect![[r#"event "click" on button at 5000 us"#]],
        );
    }

    #[test]
    fn what_is_wrong() {
        check(
            "soon:stdin:x",
            expect![[r#""soon" is no time: write 20ms or 1.5s"#]],
        );
        check(
            "5ms:knock",
            expect![[
                r#""knock" is not understood: use request:GET:/path, request:POST:/path:body, stdin:text, stdin-end, signal:SIGINT or event:target:type"#
            ]],
        );
        check(
            "5ms:request:GET:users",
            expect![[
                r#""request:GET:users" is not understood: use request:GET:/path, request:POST:/path:body, stdin:text, stdin-end, signal:SIGINT or event:target:type"#
            ]],
        );
    }

    #[test]
    fn heads() {
        let mut outside = Outside::default();
        for (key, value) in [
            ("host api.example.com GET /users", "200 [1]"),
            ("host down.example", "refusing"),
            ("command git status", "clean"),
            ("command ls nothing", "2"),
            ("command-error ls nothing", "no such file\\n"),
            ("stdin", "a\\nb"),
            ("at 20ms", "request:GET:/"),
        ] {
            assert_eq!(entry(&mut outside, key, value), Ok(true), "{key}");
        }
        assert_eq!(
            outside.hosts[&"api.example.com".to_owned()].answers[&"GET /users".to_owned()].body,
            "[1]"
        );
        assert_eq!(
            outside.hosts[&"down.example".to_owned()].state,
            HostState::Refusing
        );
        assert_eq!(outside.commands[&"git status".to_owned()].stdout, "clean\n");
        assert_eq!(outside.commands[&"ls nothing".to_owned()].code, 2);
        assert_eq!(outside.stimuli.len(), 4);
        assert_eq!(entry(&mut outside, "colour", "red"), Ok(false));
    }
}
