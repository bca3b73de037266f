//! The text of a regular expression.

use boa_engine::object::builtins::JsRegExp;
use boa_engine::{JsObject, JsResult, js_string};

use super::Inspector;
use super::names::Names;
use super::slots::to_text;

impl Inspector<'_> {
    /// `/source/flags`: a program may have overridden both, except where they cannot be found at all.
    pub(super) fn regexp_text(&mut self, object: &JsObject, names: &Names) -> JsResult<String> {
        let regexp = JsRegExp::from_object(object.clone())?;
        let from_slot = regexp.source(self.context)?;
        if names.constructor.is_none() {
            let mut text = format!("/{}/", unescape_twice(&from_slot));
            for (flag, is_set) in [
                ('d', regexp.has_indices(self.context)?),
                ('g', regexp.global(self.context)?),
                ('i', regexp.ignore_case(self.context)?),
                ('m', regexp.multiline(self.context)?),
                ('s', regexp.dot_all(self.context)?),
                ('u', regexp.unicode(self.context)?),
                ('y', regexp.sticky(self.context)?),
            ] {
                text.extend(is_set.then_some(flag));
            }
            return Ok(text);
        }
        let source = object.get(js_string!("source"), self.context)?;
        let mut source = to_text(&source, self.context)?;
        if source == from_slot {
            source = unescape_twice(&source);
        }
        let flags = object.get(js_string!("flags"), self.context)?;
        Ok(format!("/{source}/{}", to_text(&flags, self.context)?))
    }
}

/// Boa's `source` puts a backslash before every slash, even one that has a backslash or stands in a class. Node's only
/// where a slash would end the literal.
fn unescape_twice(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut in_class = false;
    let mut is_escaped = false;
    for c in source.replace("\\/", "/").chars() {
        if c == '/' && !in_class && !is_escaped {
            text.push('\\');
        }
        match c {
            '[' if !is_escaped => in_class = true,
            ']' if !is_escaped => in_class = false,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::unescape_twice;

    #[test]
    fn slashes_are_escaped_once() {
        for (boa, node) in [
            (r"a\\/b", r"a\/b"),
            (r"\/", r"\/"),
            (r"[\/]", "[/]"),
            (r"[\\/]", r"[\/]"),
            (r"\\\/", r"\\\/"),
            (r"a\n[\]]\/", r"a\n[\]]\/"),
        ] {
            assert_eq!(unescape_twice(boa), node, "{boa}");
        }
    }
}
