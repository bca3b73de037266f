#![no_main]
//! See `loopscope_fuzz::trace`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| loopscope_fuzz::trace(data));
