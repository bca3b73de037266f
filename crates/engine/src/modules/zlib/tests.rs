//! What Node 20 gave for the same input.

use super::deflate::Flush;
use super::formats::{Format, Packer, Unpacker, crc32};
use super::inflate::Failure;

fn packed(format: &str, bytes: &[u8], level: usize) -> Vec<u8> {
    Packer::new(Format::of(format), level).write(bytes, Flush::Finish)
}

fn unpacked(format: &str, bytes: &[u8], limit: usize) -> Result<Vec<u8>, Failure> {
    let (out, result) = Unpacker::new(Format::of(format), limit).write(bytes);
    result.map(|()| out)
}

/// Text of nine characters by a simple generator.
fn text(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        b"abcdefgh "[(state >> 16) as usize % 9]
    });
    letters.by_ref().take(length).collect()
}

#[track_caller]
fn check(level: usize, length: usize, sum: u32) {
    let bytes = text(60_000);
    assert_eq!(crc32(0, &bytes), 652_146_883);
    let packed = packed("raw", &bytes, level);
    assert_eq!((packed.len(), crc32(0, &packed)), (length, sum));
    assert_eq!(unpacked("raw", &packed, 100_000), Ok(bytes));
}

#[test]
fn each_level_gives_the_bytes_of_node() {
    check(1, 28_485, 1_094_065_552);
    check(3, 28_004, 4_143_840_868);
    check(4, 27_998, 1_525_181_278);
    check(6, 27_886, 3_210_682_238);
    check(9, 27_886, 3_210_682_238);
}

#[test]
fn gzip_has_its_header_and_its_sums() {
    let packed = packed("gzip", b"hello hello hello", 6);
    let hex: String = packed.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex,
        "1f8b0800000000000003cb48cdc9c957c84090008088f9e511000000"
    );
    assert_eq!(
        unpacked("unzip", &packed, 100),
        Ok(b"hello hello hello".to_vec())
    );
    assert_eq!(unpacked("gzip", &packed, 5), Err(Failure::TooLarge));
    assert_eq!(unpacked("gzip", &packed[..20], 100), Err(Failure::Short));
}

#[test]
fn what_is_wrong_is_said_in_the_words_of_zlib() {
    let says = |format: &str, bytes: &[u8], words| {
        assert_eq!(unpacked(format, bytes, 100), Err(Failure::Data(words)));
    };
    says("gzip", b"hello", "incorrect header check");
    says("zlib", b"hello", "incorrect header check");
    says("raw", &[7, 1, 2], "invalid block type");
    says("raw", &[3, 2, 0], "invalid distance too far back");
    says("raw", &[1, 0, 0, 0, 0], "invalid stored block lengths");
}

#[test]
fn nothing_that_comes_in_makes_inflate_panic() {
    let mut state = 7_u32;
    for length in 0..2_000 {
        let bytes: Vec<u8> = (0..length % 50)
            .map(|_| {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                (state >> 16) as u8
            })
            .collect();
        let out = unpacked("raw", &bytes, 1_000);
        assert!(out.is_err() || out.is_ok_and(|out| out.len() <= 1_300));
    }
}

#[test]
fn pieces_give_what_the_whole_gives() {
    let bytes = text(60_000);
    for size in [1_000, 7_001, 33_000] {
        let mut packer = Packer::new(Format::Gzip, 6);
        let mut whole = Vec::new();
        for piece in bytes.chunks(size) {
            whole.extend(packer.write(piece, Flush::No));
        }
        whole.extend(packer.write(&[], Flush::Finish));
        assert!(whole == packed("gzip", &bytes, 6), "{size}");
        let mut unpacker = Unpacker::new(Format::Gzip, 100_000);
        let mut out = Vec::new();
        for piece in whole.chunks(size) {
            out.extend(unpacker.write(piece).0);
        }
        assert!(out == bytes, "{size}");
    }
}

#[test]
fn a_full_flush_ends_what_was_written_so_far() {
    let mut packer = Packer::new(Format::Zlib, 6);
    let mut unpacker = Unpacker::new(Format::Zlib, 100);
    let first = packer.write(b"hello hello hello", Flush::Full);
    assert!(first.ends_with(&[0, 0, 0xff, 0xff]));
    assert_eq!(
        unpacker.write(&first),
        (b"hello hello hello".to_vec(), Err(Failure::Short))
    );
    let second = packer.write(b"hello", Flush::Finish);
    assert_eq!(unpacker.write(&second), (b"hello".to_vec(), Ok(())));
}
