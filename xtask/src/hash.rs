//! Content hashes, for file names and for "is this still the same".

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The first 16 hexadecimal digits of the SHA-256 of some bytes.
pub fn short(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in &Sha256::digest(bytes)[..8] {
        write!(text, "{byte:02x}").expect("a String takes everything");
    }
    text
}
