//! What the language's own functions complain about: V8's words for it, with the values that the call shows.

use super::words::Failure;
use loopscope_instrument::CallSite;
use loopscope_model::NodeVersion;

/// The elements of typed arrays: their names and sizes in bytes.
const ELEMENTS: [(&str, u32); 11] = [
    ("Int8Array", 1),
    ("Uint8Array", 1),
    ("Uint8ClampedArray", 1),
    ("Int16Array", 2),
    ("Uint16Array", 2),
    ("Int32Array", 4),
    ("Uint32Array", 4),
    ("Float32Array", 4),
    ("Float64Array", 8),
    ("BigInt64Array", 8),
    ("BigUint64Array", 8),
];

/// What is wrong with a pattern: the interpreter's words, and V8's.
const PATTERNS: [(&str, &str); 14] = [
    ("Unbalanced parenthesis", "Unterminated group"),
    ("Unbalanced bracket", "Unterminated character class"),
    (
        "Range values reversed, start char code is greater than end char code.",
        "Range out of order in character class",
    ),
    ("Invalid atom character", "Nothing to repeat"),
    (
        "Invalid quantifier",
        "numbers out of order in {} quantifier",
    ),
    (
        "Invalid token at named capture group identifier",
        "Invalid capture group name",
    ),
    ("Incomplete escape", "\\ at end of pattern"),
    (
        "Duplicate capture group name",
        "Duplicate capture group name",
    ),
    ("Quantifier not allowed here", "Nothing to repeat"),
    ("Invalid braced quantifier", "Nothing to repeat"),
    (
        "Invalid named backreference syntax",
        "Invalid named reference",
    ),
    ("Invalid character escape", "Invalid escape"),
    ("Invalid unicode escape", "Invalid Unicode escape"),
    ("Invalid property name", "Invalid property name"),
];

impl Failure<'_> {
    /// V8's message for what a function of the language threw.
    pub(super) fn of_builtin(&self) -> Option<String> {
        let call = self.call()?;
        self.of_conversion(&call)
            .or_else(|| self.of_receiver(&call))
            .or_else(|| self.of_bytes(&call))
            .or_else(|| self.of_pattern_text(&call))
            .or_else(|| self.of_argument(&call))
    }

    fn of_conversion(&self, call: &CallSite) -> Option<String> {
        let message = self.message;
        if let Some(value) = between(message, "cannot convert ", " to a BigInt") {
            return Some(match value {
                "null" | "undefined" => format!("Cannot convert {value} to a BigInt"),
                "Number" | "Symbol" => format!("Cannot convert {} to a BigInt", shown(call, 0)?),
                number => format!(
                    "The number {number} cannot be converted to a BigInt because it is not an integer"
                ),
            });
        }
        if let Some(text) = between(message, "cannot convert string '", "' to bigint primitive") {
            return Some(format!("Cannot convert {text} to a BigInt"));
        }
        let code = between(message, "codepoint `", "` outside of Unicode range")?;
        Some(format!("Invalid code point {code}"))
    }

    /// A method that was called on something else: `Map.prototype.get.call({})`.
    fn of_receiver(&self, call: &CallSite) -> Option<String> {
        let message = self.message;
        let borrowed = call
            .text
            .strip_suffix(".call")
            .or_else(|| call.text.strip_suffix(".apply"))?;
        if message == "'this' is not a number" {
            return Some(format!("{borrowed} requires that 'this' be a Number"));
        }
        let method =
            between(message, "method `", "` called on incompatible receiver").or_else(|| {
                let known = [
                    "Promise.prototype.then: this is not a promise",
                    "RegExp.prototype.exec called with invalid value",
                ];
                known.contains(&message).then_some(borrowed)
            })?;
        Some(format!(
            "Method {method} called on incompatible receiver {}",
            shown(call, 0)?
        ))
    }

    /// Buffers and the views of them.
    fn of_bytes(&self, call: &CallSite) -> Option<String> {
        let name = call.text.as_str();
        let size = ELEMENTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, size)| size);
        match (self.message, size) {
            ("Index must be between 0 and  2^53 - 1", Some(_)) => {
                Some(format!("Invalid typed array length: {}", shown(call, 0)?))
            }
            ("Index must be between 0 and  2^53 - 1", None) => match name {
                "ArrayBuffer" => Some("Invalid array buffer length".to_owned()),
                "DataView" => Some(format!(
                    "Start offset {} is outside the bounds of the buffer",
                    shown(call, 1)?
                )),
                _ => None,
            },
            ("Start offset is outside the bounds of the buffer", _) => Some(format!(
                "Start offset {} is outside the bounds of the buffer",
                shown(call, 1)?
            )),
            ("Invalid data view length", _) => {
                Some(format!("Invalid DataView length {}", shown(call, 2)?))
            }
            ("cannot construct a typed array with an unaligned buffer", Some(size)) => Some(
                format!("byte length of {name} should be a multiple of {size}"),
            ),
            ("byte offset of typed array must be aligned", Some(size)) => Some(format!(
                "start offset of {name} should be a multiple of {size}"
            )),
            _ => None,
        }
    }

    /// A pattern that is none, if the text shows it.
    fn of_pattern_text(&self, call: &CallSite) -> Option<String> {
        if self.message.starts_with("invalid regular expression flag") {
            let flags = shown(call, 1)?;
            return Some(format!(
                "Invalid flags supplied to RegExp constructor '{flags}'"
            ));
        }
        let why = self.message.strip_prefix("failed to create matcher: ")?;
        let pattern = shown(call, 0)?;
        let mut words = PATTERNS.iter().find(|(known, _)| *known == why)?.1;
        if why == "Unbalanced parenthesis" && pattern.starts_with(')') {
            words = "Unmatched ')'";
        }
        let flags = call.arguments.get(1).map_or("", String::as_str);
        let flags = if self.shared.scenario.node < NodeVersion::V20 {
            ""
        } else {
            flags
        };
        Some(format!(
            "Invalid regular expression: /{pattern}/{flags}: {words}"
        ))
    }

    /// An argument that is not what it must be.
    fn of_argument(&self, call: &CallSite) -> Option<String> {
        let value = |at: usize| shown(call, at);
        Some(match self.message {
            "Symbol.keyFor: sym is not a symbol" => format!("{} is not a symbol", value(0)?),
            "TypedArray.from called with non-callable mapfn" => {
                format!("{} is not a function", value(1)?)
            }
            text if text.starts_with("WeakMap.set: expected target") => {
                "Invalid value used as weak map key".to_owned()
            }
            text if text.starts_with("WeakSet.add: expected target") => {
                "Invalid value used in weak set".to_owned()
            }
            text if text.starts_with("WeakRef: expected target") => {
                "WeakRef: invalid target".to_owned()
            }
            "target must be a constructor" => format!("{} is not a constructor", value(0)?),
            "target must be a function" => {
                let target = value(0)?;
                let kind = kind_of(&target)?;
                format!(
                    "Function.prototype.apply was called on {target}, which is {kind} and not a function"
                )
            }
            "target must be an object" if call.text.starts_with("Reflect.") => {
                format!("{} called on non-object", call.text)
            }
            _ => return None,
        })
    }
}

/// What is between two parts of a message.
pub(super) fn between<'a>(message: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.strip_suffix(behind)
}

/// An argument as V8 shows it, if the text tells it; one that is not there is undefined.
fn shown(call: &CallSite, at: usize) -> Option<String> {
    let shown = call.arguments.get(at).map_or("undefined", String::as_str);
    (!shown.is_empty()).then(|| shown.to_owned())
}

/// The sort of a value of which the text is known.
fn kind_of(shown: &str) -> Option<&'static str> {
    Some(match shown {
        "undefined" | "null" => return None,
        "true" | "false" => "a boolean",
        _ if shown.parse::<f64>().is_ok() => "a number",
        _ if shown.starts_with("#<") => "an object",
        _ => return None,
    })
}
