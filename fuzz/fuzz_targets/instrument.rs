#![no_main]
//! See `loopscope_fuzz::instrument`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| loopscope_fuzz::instrument(data));
