//! The interpreter's words, and V8's.

use super::place;
use super::table::FIXED;
use super::{At, builtins::between, checks};
use crate::shared::Shared;
use crate::stack::{Frame, FramePlace, Trace};
use loopscope_instrument::CallSite;
use loopscope_model::NodeVersion;

/// What the interpreter threw.
pub(super) struct Failure<'a> {
    pub shared: &'a Shared,
    pub message: &'a str,
    pub trace: &'a Trace,
}

/// Functions of the language that iterate what they are given.
const ITERATING: [&str; 12] = [
    "Map",
    "Set",
    "WeakMap",
    "WeakSet",
    "all",
    "allSettled",
    "any",
    "race",
    "from",
    "fromEntries",
    "groupBy",
    "Promise",
];

impl Failure<'_> {
    /// V8's message, where it is another one, and where V8 sees the failure, where that is known.
    pub(super) fn explain(&self) -> (Option<String>, Option<At>) {
        let place = self.statement_place();
        if let Some((message, at)) = self.of_name() {
            return (message, at.or(place));
        }
        if let Some((message, at)) = self.of_call() {
            return (Some(message), at.or(place));
        }
        if let Some((message, at)) = self.of_pattern() {
            return (Some(message), at.or(place));
        }
        let fixed = FIXED.iter().find(|(known, _)| *known == self.message);
        let message = fixed.map(|(_, message)| (*message).to_owned());
        (message.or_else(|| self.of_kind()), place)
    }

    /// The beginning of the statement that ran last, for a frame whose place the interpreter does not know.
    fn statement_place(&self) -> Option<At> {
        let top = self.trace.top()?;
        match top.place {
            FramePlace::Program { at: Some(_), .. } => None,
            FramePlace::Program { source, .. } => {
                let (own, start, _) = place::statement(self.shared)?;
                (own == source).then_some((source, start))
            }
            _ => None,
        }
    }

    /// Names that are not declared, not yet initialised, or constant.
    fn of_name(&self) -> Option<(Option<String>, Option<At>)> {
        if let Some(name) = self.message.strip_suffix(" is not defined") {
            let message = place::is_declared(self.shared, name)
                .then(|| format!("Cannot access '{name}' before initialization"));
            return Some((message, place::of_name(self.shared, name)));
        }
        if self.message.starts_with("cannot assign to uninitialized") {
            let name = self.quoted('`')?;
            let at = place::of_name(self.shared, name);
            let message = match self.message.contains("property") {
                true => format!("{name} is not defined"),
                false => format!("Cannot access '{name}' before initialization"),
            };
            return Some((Some(message), at));
        }
        if self.message == "access of uninitialized binding" {
            let (name, at) = place::uninitialized(self.shared, &self.trace.top()?.name)?;
            let message = format!("Cannot access '{name}' before initialization");
            return Some((Some(message), Some(at)));
        }
        if self
            .message
            .starts_with("cannot mutate an immutable binding")
        {
            let at = place::of_name(self.shared, self.quoted('\'')?);
            return Some((Some("Assignment to constant variable.".to_owned()), at));
        }
        None
    }

    /// What is in quotation marks.
    fn quoted(&self, mark: char) -> Option<&str> {
        self.message.split(mark).nth(1)
    }

    /// What was called and cannot be.
    fn of_call(&self) -> Option<(String, Option<At>)> {
        let words = match self.message {
            "not a callable function" => "is not a function",
            "not a constructor" => "is not a constructor",
            "class constructor cannot be invoked without 'new'" => "class",
            _ => return None,
        };
        let FramePlace::Program { source, at } = self.trace.top()?.place else {
            return None;
        };
        let compiled = self.shared.compiled.borrow();
        let sites = &compiled.get(source)?.instrumented.sites;
        let placed = at.and_then(|at| sites.call_at(at.key));
        let call = placed.or_else(|| {
            let (own, start, end) = place::statement(self.shared)?;
            let known = own == source;
            known.then(|| sites.unplaced_call(start, end)).flatten()
        });
        let text = call.map_or("undefined", |call| call.text.as_str());
        let message = match words {
            "class" => {
                let name = text.strip_suffix(".prototype.constructor").unwrap_or(text);
                let name = name.rsplit('.').next().unwrap_or(text);
                format!("Class constructor {name} cannot be invoked without 'new'")
            }
            words => format!("{text} {words}"),
        };
        Some((message, call.map(|call| (source, call.at))))
    }

    /// What a pattern could not take apart.
    fn of_pattern(&self) -> Option<(String, Option<At>)> {
        let function = self.trace.top().map_or("", |frame| frame.name.as_str());
        let value = match self.message {
            "Cannot destructure 'null' value" => "null",
            "Cannot destructure 'undefined' value" => "undefined",
            _ => return self.of_iteration(function),
        };
        let shown = if value == "null" {
            "object null"
        } else {
            value
        };
        let arguments = self.arguments_of_entered();
        let Some((pattern, at)) = place::pattern(self.shared, function, &arguments) else {
            let message = format!("Cannot destructure '{shown}' as it is {value}.");
            return Some((message, None));
        };
        let message = match (&pattern.first, pattern.nested && pattern.text.is_none()) {
            _ if pattern.array => match &pattern.text {
                Some(text) => format!("{text} is not iterable"),
                None => format!(
                    "{shown} is not iterable (cannot read property Symbol(Symbol.iterator))"
                ),
            },
            (Some(first), true) => {
                format!("Cannot read properties of {value} (reading '{first}')")
            }
            (first, _) => {
                let text = pattern.text.as_deref().unwrap_or(shown);
                checks::destructured(first.as_deref(), text, value)
            }
        };
        Some((message, Some(at)))
    }

    /// The arguments of the call that entered the innermost function.
    fn arguments_of_entered(&self) -> Vec<String> {
        let program = |frame: &&Frame| matches!(frame.place, FramePlace::Program { .. });
        let caller = self.trace.frames.iter().filter(program).nth(1);
        caller
            .and_then(|caller| self.call_in(caller))
            .map_or_else(Vec::new, |call| call.arguments)
    }

    /// The call that a frame is at.
    fn call_in(&self, frame: &Frame) -> Option<CallSite> {
        let FramePlace::Program { source, at } = frame.place else {
            return None;
        };
        let compiled = self.shared.compiled.borrow();
        let sites = &compiled.get(source)?.instrumented.sites;
        sites.call_at(at?.key).cloned()
    }

    /// The call at which a function of the language threw.
    pub(super) fn call(&self) -> Option<CallSite> {
        self.call_in(self.trace.top()?)
    }

    /// The last name of what was called where a function of the language threw, with its arguments.
    fn called(&self) -> Option<(String, Vec<String>)> {
        let call = self.call()?;
        let name = call.text.rsplit('.').next().unwrap_or_default().to_owned();
        Some((name, call.arguments))
    }

    fn of_iteration(&self, function: &str) -> Option<(String, Option<At>)> {
        let kind = self.message.strip_prefix("value with type `")?;
        let kind = kind.strip_suffix("` is not iterable")?;
        let shown = match self.called() {
            Some((_, arguments)) if matches!(kind, "number" | "boolean") => arguments
                .first()
                .filter(|shown| !shown.is_empty())
                .map(|shown| format!("{kind} {shown}")),
            _ => None,
        };
        let kind = shown.unwrap_or_else(|| kind.to_owned());
        let default =
            format!("{kind} is not iterable (cannot read property Symbol(Symbol.iterator))");
        if self
            .called()
            .is_some_and(|(name, _)| ITERATING.contains(&name.as_str()))
        {
            return Some((default, None));
        }
        match place::pattern(self.shared, function, &[]) {
            Some((pattern, at)) if pattern.array => {
                let message = pattern.text.map(|text| format!("{text} is not iterable"));
                Some((message.unwrap_or(default), Some(at)))
            }
            _ => Some((default, None)),
        }
    }

    /// Whether a function of the language was given something that it cannot call back.
    fn is_bad_callback(&self) -> bool {
        const WORDS: [&str; 8] = [
            "callback is not callable",
            "Callbackfn is not callable",
            "`callback` must be callable",
            "invalid callback function",
            "predicate is not callable",
            "callback function is not callable",
            "non-callable callback function",
            "` is not callable",
        ];
        WORDS.iter().any(|words| self.message.ends_with(words))
    }

    /// A private name that the object lacks.
    fn of_private_name(&self) -> Option<String> {
        let FramePlace::Program { source, at } = self.trace.top()?.place else {
            return None;
        };
        let compiled = self.shared.compiled.borrow();
        let text = compiled.get(source)?.unit().text.get(at?.key as usize..)?;
        let start = text.find('#')?;
        let rest = &text[start + 1..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$')));
        let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let behind = behind.trim_start();
        let assigned = behind.starts_with('=') && !behind.starts_with("==");
        match self.message {
            "Private element does not exist on object" if assigned => Some(format!(
                "Cannot write private member #{name} to an object whose class did not declare it"
            )),
            "Private element does not exist on object" => Some(format!(
                "Cannot read private member #{name} from an object whose class did not declare it"
            )),
            "private property was defined without a getter" => {
                Some(format!("'#{name}' was defined without a getter"))
            }
            "private method is not writable" => {
                Some(format!("Private method '#{name}' is not writable"))
            }
            "private property was defined without a setter" => {
                Some(format!("'#{name}' was defined without a setter"))
            }
            _ => None,
        }
    }

    /// A property that cannot be written or deleted, where [`super::writes`] did not see it.
    fn of_write(&self) -> Option<String> {
        const OF_ARRAYS: &str = "[object Array]";
        if self.message == "__proto__ called on null or undefined" {
            return Some("#<Object> is not extensible".to_owned());
        }
        let refused = || self.shared.trap_refuses.borrow().clone();
        if self.message == "Cannot delete property" {
            return refused();
        }
        if let Some(name) = between(
            self.message,
            "cannot delete non-configurable property: ",
            "",
        ) {
            return Some(format!("Cannot delete property '{name}' of {OF_ARRAYS}"));
        }
        let name = between(self.message, "cannot set non-writable property: ", "")?;
        let (called, arguments) = self.called().unwrap_or_default();
        let inserts = arguments.len() > 2
            && arguments[1]
                .parse()
                .is_ok_and(|deleted: usize| deleted < arguments.len() - 2);
        let adds = match called.as_str() {
            "push" | "unshift" => true,
            "splice" => inserts,
            _ => false,
        };
        if adds {
            return Some(format!(
                "Cannot add property {name}, object is not extensible"
            ));
        }
        if let Some(message) = refused().filter(|text| text.ends_with(&format!("'{name}'"))) {
            return Some(message);
        }
        let object = match name == "length" || name.parse::<u32>().is_ok() {
            true => OF_ARRAYS,
            false => "#<Object>",
        };
        Some(format!(
            "Cannot assign to read only property '{name}' of object '{object}'"
        ))
    }

    /// Messages with a part that stays.
    fn of_kind(&self) -> Option<String> {
        let message = self.message;
        if let Some(message) = self.of_write() {
            return Some(message);
        }
        if let Some(name) = message.strip_prefix("cannot redefine property: ") {
            return Some(format!("Cannot redefine property: {name}"));
        }
        if let Some(message) = self.of_private_name() {
            return Some(message);
        }
        let shown = |index: usize, otherwise: &str| {
            let arguments = self.called().map(|(_, arguments)| arguments)?;
            let shown = arguments.get(index).map_or("undefined", String::as_str);
            Some(if shown.is_empty() { otherwise } else { shown }.to_owned())
        };
        if self.is_bad_callback() {
            let maps = self.called().is_some_and(|(name, _)| name == "from");
            let value = shown(usize::from(maps), "undefined")?;
            let is_number = value.parse::<f64>().is_ok();
            let kind = match self.shared.scenario.node {
                NodeVersion::V22 | NodeVersion::V24 | NodeVersion::V26 if maps && is_number => {
                    "number "
                }
                _ => "",
            };
            return Some(format!("{kind}{value} is not a function"));
        }
        if let Some(message) = self.of_builtin() {
            return Some(message);
        }
        match message {
            "Promise executor is not callable" => {
                let resolver = shown(0, "undefined")?;
                return Some(format!("Promise resolver {resolver} is not a function"));
            }
            text if text.starts_with("String.prototype.repeat: count must be")
                && self.shared.scenario.node < NodeVersion::V20 =>
            {
                return Some("Invalid count value".to_owned());
            }
            "String.prototype.repeat: count must be less than infinity" => {
                return Some(format!("Invalid count value: {}", shown(0, "Infinity")?));
            }
            "String.prototype.repeat: count must be non-negative" => {
                return Some(format!("Invalid count value: {}", shown(0, "-1")?));
            }
            "Cannot construct a property descriptor from a non-object" => {
                let shown = shown(2, "undefined")?;
                return Some(format!("Property description must be an object: {shown}"));
            }
            _ => {}
        }
        for name in ["Object.create", "Object.setPrototypeOf"] {
            if message.starts_with(name) && message.contains("expected 'proto'") {
                let index = usize::from(name != "Object.create");
                let kind = message.split('`').nth(1).unwrap_or("undefined");
                let proto = shown(index, kind)?;
                return Some(format!(
                    "Object prototype may only be an Object or null: {proto}"
                ));
            }
        }
        if let Some(method) = message.strip_suffix(": expected 'this' to be an Object") {
            return Some(format!("{method} called on non-object"));
        }
        if message.starts_with("right-hand side of 'instanceof' should be an object") {
            return Some("Right-hand side of 'instanceof' is not an object".to_owned());
        }
        None
    }
}
