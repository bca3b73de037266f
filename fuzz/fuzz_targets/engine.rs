#![no_main]
//! See `loopscope_fuzz::engine`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| loopscope_fuzz::engine(data));
