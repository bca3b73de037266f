#![no_main]
//! See `loopscope_fuzz::link`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| loopscope_fuzz::link(data));
