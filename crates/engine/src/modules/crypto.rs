//! The Rust half of `crypto`: digests, keys from passwords, and random bytes of the scenario.

use crate::errors::{self, Refusal};
use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, text_of};
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsNativeError, JsResult, JsValue};
use hmac::digest::Digest;
use hmac::digest::core_api::BlockSizeUser;
use hmac::{Mac, SimpleHmac};
use loopscope_event_loop::schedule::mix;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("digest", digest),
    ("hmac", hmac_of),
    ("pbkdf2", pbkdf2_of),
    ("scrypt", scrypt_of),
    ("randomBytes", random_bytes),
];

/// So many rounds of a digest are computed at most: some seconds of real time.
const ROUNDS: u64 = 4_000_000;

/// So much memory `scrypt` may take, in bytes.
const MEMORY: u64 = 64 * 1024 * 1024;

/// So much is given at once, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Calls a function that is generic over the digest of this name.
macro_rules! with_digest {
    ($name:expr, $function:ident($($argument:expr),*)) => {
        match $name {
            "md5" => Some($function::<md5::Md5>($($argument),*)),
            "sha1" => Some($function::<sha1::Sha1>($($argument),*)),
            "sha224" => Some($function::<sha2::Sha224>($($argument),*)),
            "sha256" => Some($function::<sha2::Sha256>($($argument),*)),
            "sha384" => Some($function::<sha2::Sha384>($($argument),*)),
            "sha512" => Some($function::<sha2::Sha512>($($argument),*)),
            "sha512-224" => Some($function::<sha2::Sha512_224>($($argument),*)),
            "sha512-256" => Some($function::<sha2::Sha512_256>($($argument),*)),
            _ => None,
        }
    };
}

fn unknown() -> boa_engine::JsError {
    let error = JsNativeError::error().with_message("no such digest");
    error.into()
}

fn hash<D: Digest>(bytes: &[u8]) -> Vec<u8> {
    D::digest(bytes).to_vec()
}

/// `(name, bytes)`.
fn digest(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text_of(arguments.get_or_undefined(0));
    let bytes = bytes_of(arguments.get_or_undefined(1), context)?;
    let digest = with_digest!(name.as_str(), hash(&bytes)).ok_or_else(unknown)?;
    to_array(&digest, context)
}

fn authenticate<D: Digest + BlockSizeUser>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    // A key of any length will do.
    match <SimpleHmac<D> as Mac>::new_from_slice(key) {
        Ok(mac) => mac.chain_update(bytes).finalize().into_bytes().to_vec(),
        Err(_) => Vec::new(),
    }
}

/// `(name, key, bytes)`.
fn hmac_of(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text_of(arguments.get_or_undefined(0));
    let key = bytes_of(arguments.get_or_undefined(1), context)?;
    let bytes = bytes_of(arguments.get_or_undefined(2), context)?;
    let code = with_digest!(name.as_str(), authenticate(&key, &bytes)).ok_or_else(unknown)?;
    to_array(&code, context)
}

fn derive<D: Digest + BlockSizeUser + Clone + Sync>(
    password: &[u8],
    salt: &[u8],
    rounds: u32,
    length: usize,
) -> Vec<u8> {
    let mut key = vec![0; length];
    // A password of any length will do.
    let _ = pbkdf2::pbkdf2::<SimpleHmac<D>>(password, salt, rounds, &mut key);
    key
}

fn size_of<D: Digest>() -> usize {
    <D as Digest>::output_size()
}

fn number(arguments: &[JsValue], at: usize) -> u64 {
    arguments.get_or_undefined(at).as_number().unwrap_or(0.0) as u64
}

fn too_much(context: &mut Context, what: &str, hint: &str) -> boa_engine::JsError {
    errors::refuse(context, Refusal { what, hint })
}

/// `(name, password, salt, rounds, length)`.
fn pbkdf2_of(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text_of(arguments.get_or_undefined(0));
    let password = bytes_of(arguments.get_or_undefined(1), context)?;
    let salt = bytes_of(arguments.get_or_undefined(2), context)?;
    let (rounds, length) = (number(arguments, 3), number(arguments, 4));
    let size = with_digest!(name.as_str(), size_of()).ok_or_else(unknown)? as u64;
    if rounds.saturating_mul(length.div_ceil(size)) > ROUNDS {
        let hint = "use at most a million iterations";
        return Err(too_much(context, "so much work for crypto.pbkdf2", hint));
    }
    let key = with_digest!(
        name.as_str(),
        derive(&password, &salt, rounds as u32, length as usize)
    );
    to_array(&key.ok_or_else(unknown)?, context)
}

/// `(password, salt, cost, block size, parallelization, length)`; undefined if the parameters make no sense.
fn scrypt_of(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let password = bytes_of(arguments.get_or_undefined(0), context)?;
    let salt = bytes_of(arguments.get_or_undefined(1), context)?;
    let [cost, block, parallel, length] = [2, 3, 4, 5].map(|at| number(arguments, at));
    let memory = cost.saturating_mul(block).saturating_mul(128);
    if memory > MEMORY || memory.saturating_mul(parallel) > 8 * MEMORY || length > LARGEST {
        let hint = "use the default parameters";
        return Err(too_much(context, "so much work for crypto.scrypt", hint));
    }
    if !cost.is_power_of_two() || cost < 2 || block == 0 || parallel == 0 {
        return Ok(JsValue::undefined());
    }
    let (block, parallel) = (block as u32, parallel as u32);
    // The recommended length is of no consequence.
    let Ok(params) = scrypt::Params::new(cost.ilog2() as u8, block, parallel, 32) else {
        return Ok(JsValue::undefined());
    };
    let mut key = vec![0; length as usize];
    if !key.is_empty() && scrypt::scrypt(&password, &salt, &params, &mut key).is_err() {
        return Ok(JsValue::undefined());
    }
    to_array(&key, context)
}

/// `(count)`: from the scenario's random numbers, as `Math.random`.
fn random_bytes(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let count = number(arguments, 0);
    if count > LARGEST {
        let hint = "ask for less than 16 MiB";
        return Err(too_much(context, "so many random bytes", hint));
    }
    let shared = shared(context);
    let mut bytes = Vec::new();
    while bytes.len() < count as usize {
        let state = shared.random.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        shared.random.set(state);
        bytes.extend(mix(state).to_le_bytes());
    }
    bytes.truncate(count as usize);
    to_array(&bytes, context)
}
