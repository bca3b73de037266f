//! The number in a statement that is a timer's delay: what is dragged on the timeline is changed there.
//!
//! Nothing is guessed: the number must be an argument of a call that sets timers and be the delay that was recorded. Where
//! two could be meant, neither is.

use std::ops::Range;

/// Where in `text` the delay of a timer stands, which a statement in `statement` has set to `delay` milliseconds.
/// Gives nothing if no number there, or more than one, can be it.
pub fn delay(text: &str, statement: Range<usize>, delay: u64) -> Option<Range<usize>> {
    let from = statement.start;
    let mut scan = Scan {
        text: text.get(statement)?,
        open: Vec::new(),
        found: Vec::new(),
        timers: false,
        delay,
    };
    scan.all();
    // `sleep(10)` may be `setTimeout` of `timers/promises` under another name.
    let timers = scan.timers;
    scan.found.retain(|found| found.timer == timers);
    let outermost = scan.found.iter().map(|found| found.depth).min()?;
    let mut found = scan.found.iter().filter(|found| found.depth == outermost);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(from + one.place.start..from + one.place.end),
        _ => None,
    }
}

/// A number that could be it.
struct Found {
    place: Range<usize>,
    depth: usize,
    timer: bool,
}

/// A bracket that is open.
struct Open {
    /// Where the argument begins that is being read, and which it is.
    argument: (usize, usize),
    /// Whether this is a call, and one of a function that sets timers.
    call: Option<bool>,
}

struct Scan<'a> {
    text: &'a str,
    open: Vec<Open>,
    found: Vec<Found>,
    timers: bool,
    delay: u64,
}

impl Scan<'_> {
    fn all(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                quote @ (b'"' | b'\'' | b'`') => at = behind_string(bytes, at, quote),
                b'/' if bytes.get(at + 1) == Some(&b'/') => at = self.behind(at, b"\n"),
                b'/' if bytes.get(at + 1) == Some(&b'*') => at = self.behind(at, b"*/"),
                b'(' | b'[' | b'{' => {
                    let call = (bytes[at] == b'(').then(|| self.sets_timers(at));
                    self.timers |= call == Some(true);
                    let argument = (at + 1, 0);
                    self.open.push(Open { argument, call });
                }
                b',' => self.argument_ends(at),
                b')' | b']' | b'}' => {
                    self.argument_ends(at);
                    self.open.pop();
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// The last byte of the comment that begins at `at`. (Looking for a text in a text is a large piece of code.)
    fn behind(&self, at: usize, end: &[u8]) -> usize {
        let rest = &self.text.as_bytes()[at + 2..];
        let found = rest.windows(end.len()).position(|piece| piece == end);
        found.map_or(self.text.len(), |found| at + 1 + found + end.len())
    }

    /// Whether the name before the bracket is that of a function that sets timers.
    fn sets_timers(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        let name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let start = before.trim_end_matches(name).len();
        matches!(&before[start..], "setTimeout" | "setInterval")
    }

    fn argument_ends(&mut self, at: usize) {
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let (start, number) = open.argument;
        open.argument = (at + 1, number + 1);
        let Some(timer) = open.call.filter(|_| number < 2) else {
            return;
        };
        let whole = &self.text[start..at];
        let argument = whole.trim();
        let start = start + whole.len() - whole.trim_start().len();
        // Node makes 1 of 0.
        let value: Option<u64> = argument.parse().ok();
        if value.is_some_and(|value| value.max(1) == self.delay) {
            let place = start..start + argument.len();
            self.found.push(Found {
                place,
                depth,
                timer,
            });
        }
    }
}

/// The last byte of a string.
fn behind_string(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

#[cfg(test)]
mod tests {
    /// The number is in brackets that are not part of the statement.
    #[track_caller]
    fn check(delay: u64, expect: &str) {
        let (before, rest) = expect.split_once('«').unwrap_or((expect, ""));
        let (number, after) = rest.split_once('»').unwrap_or(("", ""));
        let text = format!("first();\n{before}{number}{after}");
        let found = super::delay(&text, 9..text.len(), delay);
        let wanted = 9 + before.len()..9 + before.len() + number.len();
        assert_eq!(found, (!rest.is_empty()).then_some(wanted), "{text}");
    }

    #[test]
    fn finds_the_delay() {
        check(10, "setTimeout(() => log('a, 10'), «10»);");
        check(1, "setTimeout(f, «0»)");
        check(5, "timers.setInterval ( f , «5» , 5 );");
        check(20, "await new Promise((done) => setTimeout(done, «20»));");
        check(7, "await sleep(«7», 'value');");
        check(3, "setTimeout(/* 3) */ // it's\n f, «3»);");
        check(3, "setTimeout(`)${x}`, «3»)");
    }

    #[test]
    fn an_outer_call_is_meant_rather_than_one_in_its_callback() {
        check(10, "setTimeout(() => { setTimeout(g, 10); }, «10»)");
        check(5, "setTimeout(() => { setTimeout(g, «5»); }, 10)");
    }

    #[test]
    fn does_not_guess() {
        check(10, "setTimeout(f, delay)");
        check(10, "setTimeout(() => log(10), delay)");
        check(10, "setTimeout(f, 5 + 5)");
        check(10, "setTimeout(f, 10), setTimeout(g, 10)");
        check(10, "setTimeout(f, 20)");
        check(1, "setTimeout(f)");
        check(10, "[10, 10]");
        check(10, "setTimeout(f, 10");
        check(3, "setTimeout('\\");
    }
}
