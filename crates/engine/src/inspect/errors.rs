//! Errors: the stack text, mended where it does not say what class threw, and without the frames that its cause repeats.

use boa_engine::builtins::error::Error;
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsResult, JsString, js_string};

use super::Inspector;
use super::names::Names;
use super::slots::{self, to_text};
use super::strings::indent_lines;
use super::style::Style;

/// How a frame begins.
const FRAME: &str = "\n    at";

impl Inspector<'_> {
    /// True for what inherits from `Error.prototype` without being made by `Error`.
    pub(super) fn is_error_instance(&self, object: &JsObject) -> bool {
        let known = self.context.intrinsics().constructors().error().prototype();
        let mut link = object.prototype();
        while let Some(prototype) = link {
            if prototype == known {
                return true;
            }
            link = slots::prototype_of(&prototype);
        }
        false
    }

    /// The text of an error. Of `keys`, those go that the text shows already; `cause` and `errors` come.
    pub(super) fn error_base(
        &mut self,
        error: &JsObject,
        names: &Names,
        keys: &mut Vec<PropertyKey>,
    ) -> JsResult<String> {
        let name = error.get(js_string!("name"), self.context)?;
        let name = if name.is_null_or_undefined() {
            "Error".to_owned()
        } else {
            to_text(&name, self.context)?
        };
        let stack = self.stack_text(error)?;
        self.remove_keys_in_stack(error, &stack, keys)?;
        if error.is::<Error>() {
            self.place_stack_key(keys);
        }
        let has_cause = error.has_property(js_string!("cause"), self.context)?;
        add_key(keys, js_string!("cause"), has_cause);
        let errors = error.get(js_string!("errors"), self.context)?;
        let has_errors = errors.as_object().is_some_and(|errors| errors.is_array());
        add_key(keys, js_string!("errors"), has_errors);

        let stack = improve_stack(stack, names, &name);
        let message = error.get(js_string!("message"), self.context)?;
        let message = message
            .as_string()
            .map(|m| m.to_std_string_lossy())
            .unwrap_or_default();
        // A message may contain what looks like frames. (One at the very start is not looked for: Node's rule.)
        let end_of_message = match stack.find(&message) {
            Some(position) if position > 0 && !message.is_empty() => position + message.len(),
            _ => 0,
        };
        let text = match stack[end_of_message..].find(FRAME) {
            None => format!("[{stack}]"),
            Some(position) => {
                let (head, frames) = stack.split_at(end_of_message + position);
                let frames: Vec<&str> = frames[1..].split('\n').collect();
                let frames = self.without_frames_of_cause(error, frames)?;
                format!("{head}\n{}", frames.join("\n"))
            }
        };
        Ok(indent_lines(&text, self.indentation))
    }

    /// In V8 each error has its own hidden `stack`, before all other names. Boa has an accessor on the prototype, whose setter
    /// makes a visible property.
    fn place_stack_key(&self, keys: &mut Vec<PropertyKey>) {
        keys.retain(|key| !slots::is_named(key, "stack"));
        if self.options.show_hidden {
            let is_name = |key: &PropertyKey| !matches!(key, PropertyKey::Index(_));
            let first = keys.iter().position(is_name).unwrap_or(keys.len());
            keys.insert(first, js_string!("stack").into());
        }
    }

    /// `error.stack` where it is one as V8 makes it, else `Error.prototype.toString`.
    fn stack_text(&mut self, error: &JsObject) -> JsResult<String> {
        let key = js_string!("stack");
        let stack = error.get(key.clone(), self.context)?;
        if stack.to_boolean() {
            let is_own = error.has_own_property(key, self.context)?;
            let text = to_text(&stack, self.context)?;
            // Boa's accessor on `Error.prototype` gives frames without the line that names the error: no text of Node's.
            if is_own || !text.starts_with(&FRAME[1..]) {
                return Ok(text);
            }
        }
        let mut part = |name: JsString, default: &str| -> JsResult<String> {
            let value = error.get(name, self.context)?;
            if value.is_undefined() {
                return Ok(default.to_owned());
            }
            to_text(&value, self.context)
        };
        let name = part(js_string!("name"), "Error")?;
        let message = part(js_string!("message"), "")?;
        Ok(match (name.as_str(), message.as_str()) {
            ("", _) => message,
            (_, "") => name,
            _ => format!("{name}: {message}"),
        })
    }

    fn remove_keys_in_stack(
        &mut self,
        error: &JsObject,
        stack: &str,
        keys: &mut Vec<PropertyKey>,
    ) -> JsResult<()> {
        if self.options.show_hidden {
            return Ok(());
        }
        for name in ["name", "message", "stack"] {
            let key = PropertyKey::from(JsString::from(name));
            if let Some(index) = keys.iter().position(|known| known == &key) {
                let value = error.get(key, self.context)?;
                if stack.contains(&to_text(&value, self.context)?) {
                    keys.remove(index);
                }
            }
        }
        Ok(())
    }

    /// Replaces a run of frames that the error's cause has too by a note.
    fn without_frames_of_cause(
        &mut self,
        error: &JsObject,
        frames: Vec<&str>,
    ) -> JsResult<Vec<String>> {
        let mut frames: Vec<String> = frames.into_iter().map(str::to_owned).collect();
        // A `cause` that throws counts as none.
        let cause = error
            .get(js_string!("cause"), self.context)
            .unwrap_or_default();
        let Some(cause) = cause.as_object().filter(|cause| self.is_error(cause)) else {
            return Ok(frames);
        };
        let stack = self.stack_text(&cause)?;
        if let Some(start) = stack.find(FRAME) {
            let other: Vec<&str> = stack[start + 1..].split('\n').collect();
            if let Some((offset, length)) = common_run(&frames, &other) {
                let skipped = length - 2;
                let note = format!("    ... {skipped} lines matching cause stack trace ...");
                let note = self.paint(note, Style::Undefined);
                frames.splice(offset + 1..offset + 1 + skipped, [note]);
            }
        }
        Ok(frames)
    }

    fn is_error(&self, object: &JsObject) -> bool {
        object.is::<Error>() || self.is_error_instance(object)
    }
}

fn add_key(keys: &mut Vec<PropertyKey>, name: JsString, is_wanted: bool) {
    let key = PropertyKey::from(name);
    if is_wanted && !keys.contains(&key) {
        keys.push(key);
    }
}

/// The first run of more than three lines of `lines` that is in `other` too: where it starts, and how long it is.
fn common_run(lines: &[String], other: &[&str]) -> Option<(usize, usize)> {
    for offset in 0..lines.len().saturating_sub(3) {
        let Some(start) = other.iter().position(|line| *line == lines[offset]) else {
            continue;
        };
        let pairs = lines[offset..].iter().zip(&other[start..]);
        let length = pairs.take_while(|(a, b)| a == *b).count();
        if length > 3 {
            return Some((offset, length));
        }
    }
    None
}

/// Puts the class name into a stack that begins with another `name`: `Error: x` of a class `Foo` becomes `Foo: x` or
/// `Foo [bar]: x`.
fn improve_stack(stack: String, names: &Names, name: &str) -> String {
    let begins_with_name = name.ends_with("Error")
        && stack
            .strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':') || rest.starts_with('\n'));
    if names.constructor.is_some() && !begins_with_name {
        return stack;
    }
    let mut length = name.len();
    let mut fallback = "Error";
    if names.constructor.is_none() {
        let first = first_word(&stack);
        length = first.len();
        if !first.is_empty() {
            fallback = first;
        }
    }
    let prefix = names.prefix(fallback, "");
    let prefix = prefix.trim_end_matches(' ');
    if name == prefix {
        return stack;
    }
    let rest = stack.get(length..).unwrap_or_default();
    if !prefix.contains(name) {
        format!("{prefix} [{name}]{rest}")
    } else if length == 0 {
        format!("{prefix}: {stack}")
    } else {
        format!("{prefix}{rest}")
    }
}

/// What looks like an error's name at the start of a stack; empty when nothing does.
fn first_word(stack: &str) -> &str {
    let in_name = |c: char| c.is_ascii_alphanumeric() || "_ []()-".contains(c);
    let end = stack.find(|c| !in_name(c)).unwrap_or(stack.len());
    let (word, rest) = stack.split_at(end);
    let is_title = word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    if is_title && (rest.starts_with(':') || rest.starts_with(FRAME)) {
        return word;
    }
    let is_plain = word
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if rest.is_empty() && is_plain && word.ends_with("Error") {
        word
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(constructor: Option<&str>) -> Names {
        Names::new(constructor.map(str::to_owned), String::new(), false)
    }

    #[track_caller]
    fn check(stack: &str, constructor: Option<&str>, name: &str, expect: &str) {
        assert_eq!(
            improve_stack(stack.to_owned(), &names(constructor), name),
            expect
        );
    }

    #[test]
    fn the_class_is_named() {
        check(
            "Error: x\n    at f",
            Some("Error"),
            "Error",
            "Error: x\n    at f",
        );
        check(
            "Error: x\n    at f",
            Some("FooError"),
            "Error",
            "FooError: x\n    at f",
        );
        check("Error: x", Some("Foo"), "Error", "Foo [Error]: x");
        check("custom text", Some("Foo"), "Error", "custom text");
        check(
            "TypeError: x",
            None,
            "TypeError",
            "[TypeError: null prototype]: x",
        );
        check(
            "SomeError",
            None,
            "SomeError",
            "[SomeError: null prototype]",
        );
    }

    #[test]
    fn common_runs_are_longer_than_three() {
        let lines: Vec<String> = "abcdef".chars().map(String::from).collect();
        assert_eq!(common_run(&lines, &["x", "c", "d", "e", "f"]), Some((2, 4)));
        assert_eq!(common_run(&lines, &["d", "e", "f"]), None);
        assert_eq!(common_run(&lines[..2], &["a", "b"]), None);
    }
}
