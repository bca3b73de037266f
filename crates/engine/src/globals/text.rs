//! Text and bytes.

use super::{Native, text_of};
use boa_engine::object::builtins::JsUint8Array;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use std::fmt::Write;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("encode", encode),
    ("decode", decode),
    ("utf8Decode", utf8_decode),
];

/// The bytes of a `Uint8Array`; of anything else none.
///
/// # Errors
/// If the interpreter fails.
pub fn bytes_of(value: &JsValue, context: &mut Context) -> JsResult<Vec<u8>> {
    let Some(object) = value.as_object() else {
        return Ok(Vec::new());
    };
    let Ok(array) = JsUint8Array::from_object(object.clone()) else {
        return Ok(Vec::new());
    };
    Ok(array.iter(context).collect())
}

/// A new `Uint8Array`.
///
/// # Errors
/// If there is no room for it.
pub fn to_array(bytes: &[u8], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsUint8Array::from_iter(bytes.iter().copied(), context)?.into())
}

/// `(text, encoding)`.
fn encode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    let text = value.as_string().unwrap_or_default();
    let bytes = match text_of(arguments.get_or_undefined(1)).as_str() {
        "hex" => from_hex(&text.to_std_string_lossy()),
        "base64" | "base64url" => from_base64(&text.to_std_string_lossy()),
        "latin1" | "ascii" => text.to_vec().into_iter().map(|unit| unit as u8).collect(),
        "utf16le" => text
            .to_vec()
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .collect(),
        _ => text.to_std_string_lossy().into_bytes(),
    };
    to_array(&bytes, context)
}

/// `(bytes, encoding)`.
fn decode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(0), context)?;
    let text = match text_of(arguments.get_or_undefined(1)).as_str() {
        "hex" => bytes.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }),
        "base64" => to_base64(&bytes, BASE64, true),
        "base64url" => to_base64(&bytes, BASE64_URL, false),
        "latin1" => bytes.iter().map(|byte| char::from(*byte)).collect(),
        "ascii" => bytes.iter().map(|byte| char::from(byte & 0x7f)).collect(),
        "utf16le" => {
            let units: Vec<u16> = bytes
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                .collect();
            return Ok(JsString::from(units.as_slice()).into());
        }
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    };
    Ok(JsString::from(text).into())
}

fn utf8_decode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(0), context)?;
    Ok(JsString::from(String::from_utf8_lossy(&bytes).as_ref()).into())
}

/// Pairs of digits up to the first that is none, as Node reads them.
fn from_hex(text: &str) -> Vec<u8> {
    text.as_bytes()
        .chunks_exact(2)
        .map_while(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn to_base64(bytes: &[u8], alphabet: &[u8; 64], padded: bool) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let word = group
            .iter()
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte))
            << (8 * (3 - group.len()));
        for digit in 0..=group.len() {
            let index = (word >> (18 - 6 * digit)) & 63;
            text.push(char::from(alphabet[index as usize]));
        }
        if padded {
            text.push_str(&"=".repeat(3 - group.len()));
        }
    }
    text
}

/// Both alphabets, up to the first `=`; other characters are passed over, as Node does.
fn from_base64(text: &str) -> Vec<u8> {
    let digits = text
        .bytes()
        .take_while(|byte| *byte != b'=')
        .filter_map(|byte| {
            [BASE64, BASE64_URL]
                .into_iter()
                .find_map(|alphabet| alphabet.iter().position(|digit| *digit == byte))
        });
    let digits: Vec<u32> = digits.map(|digit| digit as u32).collect();
    let mut bytes = Vec::new();
    for group in digits.chunks(4) {
        let word = group.iter().fold(0, |word, digit| word << 6 | digit) << (6 * (4 - group.len()));
        let length = group.len() * 6 / 8;
        bytes.extend(word.to_be_bytes().iter().skip(1).take(length));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(to_base64(text.as_bytes(), BASE64, true), expect);
        assert_eq!(from_base64(expect), text.as_bytes());
    }

    #[test]
    fn base64_both_ways() {
        check("", "");
        check("a", "YQ==");
        check("ab", "YWI=");
        check("abc", "YWJj");
        check("hello, world", "aGVsbG8sIHdvcmxk");
    }

    #[test]
    fn hex_stops_at_what_is_none() {
        assert_eq!(from_hex("61zz62"), [0x61]);
        assert_eq!(from_hex("616"), [0x61]);
    }
}
