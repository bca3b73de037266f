//! Short names for what the page's Wasm and its glue call each other by. wasm-bindgen ends most of them with a hash, which no
//! compression makes smaller: it was a fortieth of the page.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::wasm::{HEADER, leb128};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;

/// Old names and new ones.
type Names = BTreeMap<String, String>;

/// Gives the hashed names of imports and exports short ones, in the module and in its glue.
///
/// # Errors
/// When the bytes are no Wasm module, or it imports anything but functions.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::new();
    let mut short = module.get(..HEADER).context("a header")?.to_vec();
    let mut at = HEADER;
    while at < module.len() {
        let (size, body) = leb128(module, at + 1)?;
        let section = module.get(body..body + size);
        let section = section.context("a section is cut short")?;
        let renamed = match module[at] {
            IMPORTS => entries(section, 2, &mut names)?,
            EXPORTS => entries(section, 1, &mut names)?,
            _ => section.to_vec(),
        };
        short.push(module[at]);
        number(&mut short, renamed.len());
        short.extend(renamed);
        at = body + size;
    }
    Ok((short, in_text(glue, &names)))
}

/// The entries of a section, each some texts, the last of which is the name, a kind and a number.
fn entries(section: &[u8], texts: usize, names: &mut Names) -> Result<Vec<u8>> {
    let (count, mut at) = leb128(section, 0)?;
    let mut renamed = Vec::new();
    number(&mut renamed, count);
    for _ in 0..count {
        for nth in 1..=texts {
            let (length, start) = leb128(section, at)?;
            at = start + length;
            let text = section.get(start..at).context("a name is cut short")?;
            let mut text = str::from_utf8(text)?.to_owned();
            if nth == texts && is_hashed(&text) {
                let next = format!("_{}", names.len());
                text = names.entry(text).or_insert(next).clone();
            }
            number(&mut renamed, text.len());
            renamed.extend(text.bytes());
        }
        ensure!(
            texts == 1 || section.get(at) == Some(&FUNCTION),
            "the page's Wasm imports more than functions"
        );
        let (_, end) = leb128(section, at + 1)?;
        renamed.extend(section.get(at..end).context("an entry is cut short")?);
        at = end;
    }
    Ok(renamed)
}

/// Whether sixteen hexadecimal digits stand somewhere in it.
fn is_hashed(name: &str) -> bool {
    let mut digits = 0;
    name.bytes().any(|byte| {
        let digit = byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        digits = if digit { digits + 1 } else { 0 };
        digits == 16
    })
}

/// The text with the new names: whole words are replaced.
fn in_text(text: &str, names: &Names) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let mut replaced = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        replaced += names.get(word).map_or(word, String::as_str);
        let next = behind.find(is_word).unwrap_or(behind.len());
        replaced += &behind[..next];
        rest = &behind[next..];
    }
    replaced
}

/// Writes a number as LEB128.
fn number(to: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        to.push(value as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::{is_hashed, shorten};

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [HEADER, &sections.concat()].concat()
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let import = b"\x02\x1a\x01\x01g\x14add_0123456789abcdef\0\x05";
        let export = b"\x07\x0b\x01\x07run_all\0\x07";
        let glue = "g={add_0123456789abcdef:(e)=>o.run_all(e)},add_0123456789abcdefg";
        let (short, text) = shorten(&module(&[import, export]), glue).expect("a module");
        assert_eq!(text, "g={_0:(e)=>o.run_all(e)},add_0123456789abcdefg");
        assert_eq!(short, module(&[b"\x02\x08\x01\x01g\x02_0\0\x05", export]));
    }

    #[test]
    fn what_is_no_such_module_is_refused() {
        let memory = b"\x02\x07\x01\x01g\x01m\x02\x00\x01";
        assert!(shorten(&module(&[memory]), "").is_err());
        assert!(shorten(&module(&[b"\x02\x05\x01"]), "").is_err());
        assert!(shorten(b"asm", "").is_err());
    }

    #[test]
    fn a_hash_has_sixteen_digits() {
        assert!(is_hashed("wasm_bindgen_9243aeeaa40150c1___convert"));
        assert!(!is_hashed("__wbindgen_malloc") && !is_hashed("f_9243aeeaa40150c"));
    }
}
