//! The colours of `util.inspect(value, { colors: true })`.

/// What a piece of output is; each kind has a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `[Getter]`, `[Circular *1]`, functions.
    Special,
    /// Numbers.
    Number,
    /// BigInts.
    BigInt,
    /// Booleans.
    Boolean,
    /// `undefined` and holes.
    Undefined,
    /// `null`.
    Null,
    /// Strings and quoted keys.
    String,
    /// Symbols.
    Symbol,
    /// Dates.
    Date,
    /// Regular expressions.
    RegExp,
    /// The name of an npm package in a stack trace.
    Module,
}

impl Style {
    /// Codes of Select Graphic Rendition that switch the style on and off.
    fn codes(self) -> (u8, u8) {
        match self {
            Self::Special => (36, 39),
            Self::Number | Self::BigInt | Self::Boolean => (33, 39),
            Self::Undefined => (90, 39),
            Self::Null => (1, 22),
            Self::String | Self::Symbol => (32, 39),
            Self::Date => (35, 39),
            Self::RegExp => (31, 39),
            Self::Module => (4, 24),
        }
    }

    /// `text` in this style.
    pub fn paint(self, text: &str) -> String {
        let (on, off) = self.codes();
        format!("\u{1b}[{on}m{text}\u{1b}[{off}m")
    }

    /// A style by the name that `stylize(text, name)` takes.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "special" => Self::Special,
            "number" => Self::Number,
            "bigint" => Self::BigInt,
            "boolean" => Self::Boolean,
            "undefined" => Self::Undefined,
            "null" => Self::Null,
            "string" => Self::String,
            "symbol" => Self::Symbol,
            "date" => Self::Date,
            "regexp" => Self::RegExp,
            "module" => Self::Module,
            _ => return None,
        })
    }
}

/// `text` without the codes that [`Style::paint`] puts in.
pub fn strip(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        let code = &rest[start + 2..];
        match code.find(|c: char| !c.is_ascii_digit() && c != ';') {
            Some(end) if code[end..].starts_with('m') => rest = &code[end + 1..],
            _ => {
                plain.push_str("\u{1b}[");
                rest = code;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strip_undoes_paint() {
        assert_eq!(Style::Number.paint("12"), "\u{1b}[33m12\u{1b}[39m");
        assert_eq!(
            strip(&format!("[ {} ]", Style::Null.paint("null"))),
            "[ null ]"
        );
        assert_eq!(strip("\u{1b}[x"), "\u{1b}[x");
    }
}
