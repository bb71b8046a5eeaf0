#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| throughline_tests::fuzz::facts(bytes));
