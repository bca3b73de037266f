//! What the build does to a Wasm file itself.

use anyhow::{Context, Result, ensure};

/// Bytes before the first section.
pub const HEADER: usize = 8;
const CUSTOM_SECTION: u8 = 0;

/// Drops the `name` section, which holds the functions' names and is a quarter of a small module.
///
/// `strip = true` in the profile would drop it too, but with it `target_features`, which wasm-bindgen and the engines read.
///
/// # Errors
/// When the bytes are no Wasm module.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    ensure!(
        module.starts_with(b"\0asm") && module.len() >= HEADER,
        "not a Wasm module"
    );
    let mut kept = module[..HEADER].to_vec();
    let mut at = HEADER;
    while at < module.len() {
        let (size, body) = leb128(module, at + 1)?;
        let end = body + size;
        let section = module.get(at..end).context("a section is cut short")?;
        if !(module[at] == CUSTOM_SECTION && custom_name(module, body)? == b"name") {
            kept.extend_from_slice(section);
        }
        at = end;
    }
    Ok(kept)
}

fn custom_name(module: &[u8], at: usize) -> Result<&[u8]> {
    let (length, start) = leb128(module, at)?;
    module
        .get(start..start + length)
        .context("a section's name is cut short")
}

/// The unsigned LEB128 number at `at`, and where it ends.
pub fn leb128(bytes: &[u8], mut at: usize) -> Result<(usize, usize)> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at).context("a number is cut short")?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok((value, at));
        }
    }
    anyhow::bail!("a number is longer than 32 bits")
}

#[cfg(test)]
mod tests {
    use super::without_names;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    #[track_caller]
    fn check(sections: &[u8], expect: &[u8]) {
        let kept = without_names(&[EMPTY, sections].concat()).expect("a module");
        assert_eq!(kept, [EMPTY, expect].concat());
    }

    #[test]
    fn only_the_name_section_goes() {
        check(b"", b"");
        check(b"\x00\x05\x04name", b"");
        check(b"\x00\x07\x04nameab\x01\x01\x00", b"\x01\x01\x00");
        check(b"\x00\x06\x05names", b"\x00\x06\x05names");
        check(b"\x0a\x85\x00\x04name", b"\x0a\x85\x00\x04name");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(without_names(b"<!doctype html>").is_err());
        assert!(without_names(&[EMPTY, b"\x00\x7f\x04name"].concat()).is_err());
        assert!(without_names(&[EMPTY, b"\x00\x80"].concat()).is_err());
    }
}
