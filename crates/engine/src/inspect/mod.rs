//! Node's `util.inspect` and `util.format`: what `console.log` prints, to the letter of Node 20.
//!
//! The rules are section 12 of the ordering semantics and what a real Node 20 printed; the tests' expectations are its output.
//! Inspecting runs the program's code only where Node does: custom inspect methods, `Symbol.toStringTag` and `constructor`
//! accessors, an error's `name`, `message`, `stack` and `cause`, `toString` for `%s`. Getters are not run, proxy traps never.
//!
//! Limitations: members of weak collections are never shown (Boa hides them), and a class instance whose prototype was set to
//! `null` afterwards prints as an `Object` (V8 remembers the class).

mod boxed;
mod brand;
mod collections;
mod custom;
mod errors;
mod format;
mod functions;
mod iterators;
mod kinds;
mod layout;
mod names;
mod objects;
mod options;
mod primitives;
mod properties;
mod regexps;
mod slots;
mod strings;
mod style;
#[cfg(test)]
mod tests;
mod width;

use std::collections::BTreeMap;

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

pub use brand::brand;
pub use custom::inspect_function;
pub use iterators::install;
pub use options::{Compact, Getters, InspectOptions, Sorted};
pub use slots::builtin_class;
pub(crate) use slots::{class_name, is_plain, is_proxy, proxy_parts};
pub use width::display_width;

/// The text of any value, as `util.inspect(value, options)` gives it. Lone surrogates outside of quotes become U+FFFD, as when
/// Node writes them to a stream; inside quotes they are escapes.
///
/// # Errors
/// Whatever a custom inspect method, or one of the few accessors that Node reads, throws.
pub fn inspect(
    value: &JsValue,
    options: &InspectOptions,
    context: &mut Context,
) -> JsResult<String> {
    Inspector::new(options.clone(), context).format_value(value, 0, false)
}

/// `util.format(...args)`: what `console.log(...args)` prints, without the newline.
///
/// # Errors
/// As [`inspect`], and whatever `toString`, `valueOf` and `toJSON` methods throw for `%s`, `%d` and `%j`.
pub fn format(args: &[JsValue], context: &mut Context) -> JsResult<String> {
    let text = format::format(&InspectOptions::default(), args, context)?;
    Ok(text.to_std_string_lossy())
}

/// `util.formatWithOptions(options, ...args)`, as the program sees it: lone surrogates survive.
///
/// # Errors
/// As [`format`].
pub fn format_with_options(
    options: &InspectOptions,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<JsString> {
    format::format(options, args, context)
}

/// One call of `inspect`: the options and where in the value it is.
struct Inspector<'c> {
    context: &'c mut Context,
    options: InspectOptions,
    /// Columns by which the current object is indented.
    indentation: usize,
    /// The objects around the current one.
    seen: Vec<JsObject>,
    /// Objects found inside themselves: `<ref *1>` is the first.
    circular: Vec<JsObject>,
    /// Level of the object that was opened last.
    current_level: i64,
    /// Length of what was printed at each indentation, to stop before output gets out of hand.
    printed: BTreeMap<usize, usize>,
    /// Calls of `format_value` under way.
    nesting: usize,
    /// Set when an error says that `nesting` went too far.
    overflowed: bool,
}

impl<'c> Inspector<'c> {
    fn new(options: InspectOptions, context: &'c mut Context) -> Self {
        Self {
            context,
            options,
            indentation: 0,
            seen: Vec::new(),
            circular: Vec::new(),
            current_level: 0,
            printed: BTreeMap::new(),
            nesting: 0,
            overflowed: false,
        }
    }

    /// `text` in the colour of `style`, when colours are on.
    fn paint(&self, text: impl Into<String>, style: style::Style) -> String {
        if self.options.colors {
            style.paint(&text.into())
        } else {
            text.into()
        }
    }

    /// Runs `body` with the indentation that the properties of an object have.
    fn indented<T>(
        &mut self,
        by: usize,
        body: impl FnOnce(&mut Self) -> JsResult<T>,
    ) -> JsResult<T> {
        self.indentation += by;
        let result = body(self);
        self.indentation -= by;
        result
    }
}
