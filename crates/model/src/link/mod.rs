//! Links: a scenario and a place in its run, in the fragment of an address.
//!
//! ```text
//! #v1/<scenario>/o3
//! ```
//!
//! `<scenario>` is base64url of zlib of the [`postcard`] form of structs that belong to version 1 alone. What a link of
//! version 1 says never changes; a later form gets another version, and this one stays readable. Version 2 is the same with what
//! the scenario has around it behind: hosts, commands, requests, input, signals, events. The place stands
//! apart, so that people can edit it. Limits of the recording are not part of a link: they are the reader's.

mod wire;

use crate::anchor::{Anchor, AnchorError};
use crate::scenario::Scenario;
use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use std::fmt;

/// How many bytes a scenario in a link may have before it is packed.
pub const MAX_BYTES: usize = 1 << 20;

const VERSION: &str = "v1";

/// The version of links of scenarios that have an outside.
const WITH_OUTSIDE: &str = "v2";

/// miniz's usual level.
const LEVEL: u8 = 6;

/// Some programs that pass links on add padding, and some take it away.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a link says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The scenario, with the ordinary limits.
    pub scenario: Scenario,
    /// The place in its run, if the link names one that can be read.
    pub anchor: Option<Anchor>,
    /// Why the place in the link could not be read; the scenario is good nevertheless.
    pub anchor_error: Option<AnchorError>,
}

/// Why there is no link, or nothing can be read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// It does not look like a link of ours.
    NotALink,
    /// It is of another version.
    Version(String),
    /// Some of it is missing or changed.
    Damaged,
    /// The scenario is larger than [`MAX_BYTES`].
    TooLarge,
    /// It names a Node that is not known.
    Node(u32),
    /// Its main program is not among its files.
    NoMain(String),
    /// The thread pool is of a size that Node does not have.
    PoolSize(u32),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::NotALink => write!(
                f,
                "this is no link to a program: behind # it must begin with {VERSION}/"
            ),
            LinkError::Version(version) => write!(
                f,
                "this link is of version \"{version}\", and only {VERSION} and {WITH_OUTSIDE} can be read here: open it with a newer Loopscope"
            ),
            LinkError::Damaged => write!(
                f,
                "this link is damaged, perhaps cut off where it was copied: ask for it again"
            ),
            LinkError::TooLarge => write!(
                f,
                "the program is too large for a link: {} KiB at most, files included",
                MAX_BYTES / 1024
            ),
            LinkError::Node(major) => write!(
                f,
                "this link asks for Node {major}, which is not known: use 10, 18, 20, 22, 24 or 26"
            ),
            LinkError::NoMain(main) => write!(
                f,
                "the main program \"{main}\" is not among the files of this link: make the link again"
            ),
            LinkError::PoolSize(size) => write!(
                f,
                "this link asks for a thread pool of {size}: use 1 to 1024 threads"
            ),
        }
    }
}

impl std::error::Error for LinkError {}

/// The fragment, without its `#`, that says this scenario and this place in its run.
///
/// # Errors
/// [`LinkError::TooLarge`] if the scenario has more than [`MAX_BYTES`].
pub fn encode(scenario: &Scenario, anchor: Option<&Anchor>) -> Result<String, LinkError> {
    let bytes = wire::write(scenario);
    if bytes.len() > MAX_BYTES {
        return Err(LinkError::TooLarge);
    }
    let packed = BASE64.encode(compress_to_vec_zlib(&bytes, LEVEL));
    let version = match wire::has_outside(scenario) {
        true => WITH_OUTSIDE,
        false => VERSION,
    };
    Ok(match anchor {
        Some(anchor) => format!("{version}/{packed}/{anchor}"),
        None => format!("{version}/{packed}"),
    })
}

/// Reads a fragment, with its `#` or without.
///
/// # Errors
/// A [`LinkError`] if it is none of ours or not whole. A place that cannot be read is no error of the link: see
/// [`Linked::anchor_error`].
pub fn decode(fragment: &str) -> Result<Linked, LinkError> {
    let fragment = fragment.trim();
    let fragment = unescaped(fragment.strip_prefix('#').unwrap_or(fragment));
    let (version, rest) = fragment.split_once('/').ok_or(LinkError::NotALink)?;
    if version != VERSION && version != WITH_OUTSIDE {
        return Err(match is_version(version) {
            true => LinkError::Version(version.to_owned()),
            false => LinkError::NotALink,
        });
    }
    let (packed, place) = rest.split_once('/').unwrap_or((rest, ""));
    let packed = BASE64.decode(packed).map_err(|_| LinkError::Damaged)?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&packed, MAX_BYTES).map_err(|e| match e.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Damaged,
        })?;
    let scenario = wire::read(&bytes, version == WITH_OUTSIDE)?;
    let (anchor, anchor_error) = match place.trim_end_matches('/') {
        "" => (None, None),
        place => match place.parse() {
            Ok(anchor) => (Some(anchor), None),
            Err(error) => (None, Some(error)),
        },
    };
    Ok(Linked {
        scenario,
        anchor,
        anchor_error,
    })
}

/// `v` and a few digits.
fn is_version(text: &str) -> bool {
    let digits = text.strip_prefix('v').unwrap_or("");
    (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Undoes `%2F` and its like, into which some programs turn what needs no escape.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3);
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match byte.filter(u8::is_ascii_graphic) {
            Some(byte) => {
                out.push(char::from(byte));
                rest = &rest[at + 3..];
            }
            None => {
                out.push('%');
                rest = &rest[at + 1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests;
