//! Numbers, strings, symbols and the other values that are no objects.

use boa_engine::{JsResult, JsString, JsValue, JsVariant};

use super::Inspector;
use super::options::InspectOptions;
use super::strings::{more, quote, split_lines};
use super::style::Style;

impl Inspector<'_> {
    /// The text of a primitive value, strings in quotes.
    pub(super) fn format_primitive(&mut self, value: &JsValue) -> JsResult<String> {
        Ok(match value.variant() {
            JsVariant::String(string) => self.format_string(&string),
            JsVariant::Integer32(_) | JsVariant::Float64(_) => {
                let text = self.number_text(value)?;
                self.paint(text, Style::Number)
            }
            JsVariant::BigInt(_) => {
                crate::limits::bigints::convert(value, self.context)?;
                let text = self.number_text(value)?;
                self.paint(text, Style::BigInt)
            }
            JsVariant::Boolean(boolean) => self.paint(boolean.to_string(), Style::Boolean),
            JsVariant::Undefined => self.paint("undefined", Style::Undefined),
            JsVariant::Null => self.paint("null", Style::Null),
            JsVariant::Symbol(symbol) => {
                let text = symbol.descriptive_string().to_std_string_lossy();
                self.paint(text, Style::Symbol)
            }
            JsVariant::Object(_) => String::new(),
        })
    }

    fn number_text(&mut self, value: &JsValue) -> JsResult<String> {
        let text = value.to_string(self.context)?.to_std_string_lossy();
        Ok(numeric_text(value, text, &self.options))
    }

    fn format_string(&self, string: &JsString) -> String {
        let mut units = string.to_vec();
        let limit = self.options.max_string_length.unwrap_or(usize::MAX);
        let mut trailer = String::new();
        if units.len() > limit {
            trailer = format!("... {}", more(units.len() - limit, "character"));
            units.truncate(limit);
        }
        let width = (self.options.break_length as usize).saturating_sub(self.indentation + 4);
        let lines = match self.options.compact {
            super::Compact::Always => vec![units.as_slice()],
            super::Compact::Levels(_) => split_lines(&units, width),
        };
        let quoted: Vec<String> = lines
            .into_iter()
            .map(|line| self.paint(quote(line), Style::String))
            .collect();
        let glue = format!(" +\n{}", " ".repeat(self.indentation + 2));
        quoted.join(&glue) + &trailer
    }
}

/// A number or bigint as it is printed, given its `String(value)`: `-0`, `5n`, and `1_000` when asked for.
pub(super) fn numeric_text(value: &JsValue, text: String, options: &InspectOptions) -> String {
    if value.is_bigint() {
        let digits = if options.numeric_separator {
            group_thousands(&text)
        } else {
            text
        };
        return digits + "n";
    }
    let number = value.as_number().unwrap_or(f64::NAN);
    if !options.numeric_separator {
        let is_negative_zero = number == 0.0 && number.is_sign_negative();
        return if is_negative_zero {
            "-0".to_owned()
        } else {
            text
        };
    }
    if !number.is_finite() || text.contains('e') && number.trunc() == number {
        return text;
    }
    match text.split_once('.') {
        Some((integer, fraction)) => {
            format!("{}.{}", group_thousands(integer), group_fraction(fraction))
        }
        None => group_thousands(&text),
    }
}

/// `-1234567` as `-1_234_567`.
fn group_thousands(integer: &str) -> String {
    let (sign, digits) = match integer.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", integer),
    };
    let mut text = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// `1234567` as `123_456_7`.
fn group_fraction(digits: &str) -> String {
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && i % 3 == 0 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
