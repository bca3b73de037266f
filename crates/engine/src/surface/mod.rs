//! Which names each version of Node has: a table that real Node filled.
//!
//! `table.txt` has a line for each object: its path and the names of its own properties, each with the sort of value
//! that it has and, unless all versions have it, those that do: `at:18-`, `GLOBAL?:-10`. [`apply_globals`] takes
//! away what the chosen version lacks, also what only the interpreter has; what the version has and this model lacks
//! is there and refused when it is used. `surface/dump.js` and `surface/merge.js` beside this crate's sources made it.
//! [`rest`] has what is missing of objects that this table does not list.

mod refuse;
pub mod rest;
pub mod walk;

use crate::shared::shared;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsString};
use std::collections::BTreeSet;

const TABLE: &str = include_str!("table.txt");

/// Objects of the language, which have no names but those of the table. Node adds names to others as it goes along.
const LANGUAGE: &str = "globalThis Object Function Array Number Boolean String Symbol Date Promise RegExp Error EvalError \
    RangeError ReferenceError SyntaxError TypeError URIError AggregateError JSON ArrayBuffer SharedArrayBuffer DataView \
    Map Set WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect Atomics BigInt Math Iterator %TypedArray% \
    %IteratorPrototype% Uint8Array";

/// What the program may set again: nothing of the model stands in its way.
const LEFT_ALONE: [&str; 2] = ["Error.prepareStackTrace", "globalThis.undefined"];

/// A property in the table.
struct Entry<'a> {
    name: &'a str,
    is_function: bool,
    versions: &'a str,
}

impl<'a> Entry<'a> {
    /// Reads `name`, `name=` or `name?`, with `:versions`.
    fn parse(word: &'a str) -> Entry<'a> {
        let (name, versions) = word.split_once(':').unwrap_or((word, "-"));
        let plain = name.trim_end_matches(['=', '?']);
        Entry {
            name: plain,
            is_function: plain.len() == name.len(),
            versions,
        }
    }

    /// Whether the version has it: `18-`, `-10`, `18-22`, `10,22,24`.
    fn is_in(&self, major: u32) -> bool {
        match self.versions.split_once('-') {
            Some((first, last)) => {
                first.parse().is_ok_and(|first: u32| major >= first) | first.is_empty()
                    && last.parse().is_ok_and(|last: u32| major <= last) | last.is_empty()
            }
            None => self.versions.split(',').any(|one| one.parse() == Ok(major)),
        }
    }
}

/// Makes the global object and what hangs on it as the version has it.
///
/// # Errors
/// If the interpreter fails.
pub fn apply_globals(context: &mut Context) -> JsResult<()> {
    for line in TABLE.lines().filter(|line| !line.starts_with("module")) {
        let Some((path, words)) = line.split_once(": ") else {
            continue;
        };
        if let Some(object) = object_at(path, context)? {
            let root = path.split('.').next().unwrap_or_default();
            let closed = LANGUAGE.split_whitespace().any(|name| name == root);
            apply(&object, path, words, closed, context)?;
        }
    }
    rest::apply_globals(context)
}

/// The same for what a module of Node's exports.
///
/// # Errors
/// If the interpreter fails.
pub fn apply_module(id: &str, exports: &JsObject, context: &mut Context) -> JsResult<()> {
    let head = format!("module {id}: ");
    match TABLE.lines().find_map(|line| line.strip_prefix(&head)) {
        Some(words) => apply(exports, id, words, false, context),
        None => Ok(()),
    }
}

/// Whether the version has this module of Node's own.
pub fn has_module(id: &str, major: u32) -> bool {
    let modules = TABLE
        .lines()
        .find_map(|line| line.strip_prefix("modules: "));
    let mut entries = modules.unwrap_or_default().split_whitespace().map(|word| {
        // The name itself may have a colon: `node:test=:18-`.
        let (name, versions) = word.split_once('=').unwrap_or((word, ""));
        Entry {
            name: name.trim_start_matches("node:"),
            is_function: false,
            versions: versions.strip_prefix(':').unwrap_or("-"),
        }
    });
    entries.any(|entry| entry.name == id && entry.is_in(major))
}

/// The modules that are found only by their whole name, `node:test` and the like.
fn with_scheme() -> impl Iterator<Item = &'static str> {
    let modules = TABLE
        .lines()
        .find_map(|line| line.strip_prefix("modules: "));
    let words = modules.unwrap_or_default().split_whitespace();
    words.filter_map(|word| word.split('=').next().filter(|id| id.starts_with("node:")))
}

fn object_at(path: &str, context: &mut Context) -> JsResult<Option<JsObject>> {
    let mut parts = path.split('.');
    let first = parts.next().unwrap_or_default();
    let constructors = context.intrinsics().constructors();
    let mut object = match first {
        "globalThis" => Some(context.global_object()),
        "%TypedArray%" => Some(constructors.typed_array().constructor()),
        "%IteratorPrototype%" => context
            .intrinsics()
            .constructors()
            .iterator()
            .prototype()
            .into(),
        name => own_object(&context.global_object(), name),
    };
    for part in parts {
        object = object.and_then(|object| own_object(&object, part));
    }
    Ok(object)
}

/// The object in a property; calls no getter.
fn own_object(object: &JsObject, name: &str) -> Option<JsObject> {
    let key = PropertyKey::from(JsString::from(name));
    let descriptor = object.borrow().properties().get(&key)?;
    descriptor.value()?.as_object()
}

fn apply(
    object: &JsObject,
    path: &str,
    words: &str,
    closed: bool,
    context: &mut Context,
) -> JsResult<()> {
    let major = shared(context).scenario.node.major();
    let mut known = BTreeSet::new();
    for entry in words.split_whitespace().map(Entry::parse) {
        let key = PropertyKey::from(JsString::from(entry.name));
        let there = object.borrow().properties().contains_key(&key);
        let has = entry.is_in(major);
        known.insert(entry.name);
        if there && !has {
            // One that cannot be deleted, as the symbols of `Symbol`, stays.
            let _ = object.delete_property_or_throw(key, context);
        } else if !there && has {
            let name = match path {
                "globalThis" => entry.name.to_owned(),
                _ => format!("{path}.{}", entry.name),
            };
            if !LEFT_ALONE.contains(&format!("{path}.{}", entry.name).as_str()) {
                let plain = JsString::from(entry.name);
                match entry.is_function {
                    true => refuse::function(object, (key, false), (&name, plain), 0, context)?,
                    false => refuse::value(object, key, (&name, plain), context)?,
                }
            }
        }
    }
    if closed {
        // What only the interpreter has.
        for key in object.own_property_keys(context)? {
            let PropertyKey::String(name) = &key else {
                continue;
            };
            let name = name.to_std_string_lossy();
            if !known.contains(name.as_str()) && !NOT_LISTED.contains(&name.as_str()) {
                // One that cannot be deleted stays.
                let _ = object.delete_property_or_throw(key, context);
            }
        }
    }
    Ok(())
}

/// Properties that the table leaves out, as all have them.
const NOT_LISTED: [&str; 7] = [
    "length",
    "name",
    "prototype",
    "arguments",
    "caller",
    "constructor",
    "stack",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, name: &str, versions: &[u32]) {
        let entry = Entry::parse(word);
        let has: Vec<u32> = [10, 18, 20, 22, 24, 26]
            .into_iter()
            .filter(|major| entry.is_in(*major))
            .collect();
        assert_eq!((entry.name, has.as_slice()), (name, versions));
    }

    #[test]
    fn an_entry_says_which_versions_have_it() {
        check("concat", "concat", &[10, 18, 20, 22, 24, 26]);
        check("at:18-", "at", &[18, 20, 22, 24, 26]);
        check("GLOBAL?:-10", "GLOBAL", &[10]);
        check("x=:18-22", "x", &[18, 20, 22]);
        check("y:10,22,24", "y", &[10, 22, 24]);
    }

    #[test]
    fn modules_have_versions_too() {
        assert!(has_module("fs", 10));
        assert!(!has_module("fs/promises", 10));
        assert!(has_module("test", 18));
        assert!(!has_module("sqlite", 20));
        assert!(has_module("sqlite", 22));
    }
}
