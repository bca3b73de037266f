//! What is around compressed data: the headers and sums of `gzip` and `zlib`, in pieces as they come.

use super::deflate::{Deflater, Flush};
use super::inflate::{Failure, Inflater};

/// The checksum of gzip, going on from that of what came before.
pub fn crc32(start: u32, bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    };
    !bytes.iter().fold(!start, step)
}

/// The checksum of zlib's format.
fn adler32(start: u32, bytes: &[u8]) -> u32 {
    let step = |(low, high): (u32, u32), byte: &u8| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    };
    let (low, high) = bytes.iter().fold((start & 0xffff, start >> 16), step);
    high << 16 | low
}

/// What is around the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Members with a header of ten bytes.
    Gzip,
    /// RFC 1950.
    Zlib,
    /// Nothing.
    Raw,
    /// What the first byte says: `Gzip` or `Zlib`.
    Either,
}

impl Format {
    /// By its name: `gzip`, `zlib`, `raw`; any other is `Either`.
    pub fn of(name: &str) -> Format {
        match name {
            "gzip" => Format::Gzip,
            "zlib" => Format::Zlib,
            "raw" => Format::Raw,
            _ => Format::Either,
        }
    }
}

/// Compresses what comes in pieces.
pub struct Packer {
    format: Format,
    level: usize,
    deflater: Deflater,
    sum: u32,
    length: u32,
    begun: bool,
    ended: bool,
}

impl Packer {
    /// At a level from 1 to 9.
    pub fn new(format: Format, level: usize) -> Packer {
        Packer {
            format,
            level,
            deflater: Deflater::new(level),
            sum: u32::from(format == Format::Zlib),
            length: 0,
            begun: false,
            ended: false,
        }
    }

    /// Takes more bytes and gives what zlib writes now.
    pub fn write(&mut self, bytes: &[u8], flush: Flush) -> Vec<u8> {
        let mut out = Vec::new();
        if self.ended {
            return out;
        }
        if !std::mem::replace(&mut self.begun, true) {
            out.extend(self.header());
        }
        self.sum = match self.format {
            Format::Gzip => crc32(self.sum, bytes),
            _ => adler32(self.sum, bytes),
        };
        self.length = self.length.wrapping_add(bytes.len() as u32);
        out.extend(self.deflater.write(bytes, flush));
        if flush == Flush::Finish {
            self.ended = true;
            match self.format {
                Format::Gzip => {
                    out.extend(self.sum.to_le_bytes());
                    out.extend(self.length.to_le_bytes());
                }
                Format::Zlib => out.extend(self.sum.to_be_bytes()),
                Format::Raw | Format::Either => {}
            }
        }
        out
    }

    fn header(&self) -> Vec<u8> {
        match (self.format, self.level) {
            (Format::Gzip, level) => {
                let speed = match level {
                    9 => 2,
                    1 => 4,
                    _ => 0,
                };
                vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, speed, 3]
            }
            (Format::Zlib, 1) => vec![0x78, 0x01],
            (Format::Zlib, 2..=5) => vec![0x78, 0x5e],
            (Format::Zlib, 6) => vec![0x78, 0x9c],
            (Format::Zlib, _) => vec![0x78, 0xda],
            _ => Vec::new(),
        }
    }
}

/// What of a member is read.
enum Stage {
    Header,
    Data,
    Sums,
    End,
}

/// Inflates what comes in pieces.
pub struct Unpacker {
    format: Format,
    input: Vec<u8>,
    at: usize,
    stage: Stage,
    data: Inflater,
    /// How many of the member's bytes were given away.
    given: usize,
    limit: usize,
}

impl Unpacker {
    /// Gives at most `limit` bytes, and then says that there are more.
    pub fn new(format: Format, limit: usize) -> Unpacker {
        Unpacker {
            format,
            input: Vec::new(),
            at: 0,
            stage: Stage::Header,
            data: Inflater::default(),
            given: 0,
            limit,
        }
    }

    /// Takes more bytes, and gives what comes out, and what is wrong behind that: [`Failure::Short`] if the end has not
    /// come yet.
    pub fn write(&mut self, bytes: &[u8]) -> (Vec<u8>, Result<(), Failure>) {
        self.input.extend_from_slice(bytes);
        let mut out = Vec::new();
        loop {
            let result = self.step();
            let end = self.data.out.len();
            if self.given < end {
                out.extend_from_slice(&self.data.out[self.given..end]);
                self.given = end;
            }
            match (result, &self.stage) {
                (Ok(()), Stage::End) => {
                    // What follows and begins with a zero is no member of gzip, and passed over.
                    let more = self.input.get(self.at).is_some_and(|byte| *byte != 0);
                    if self.format != Format::Gzip || !more {
                        return (out, Ok(()));
                    }
                    self.limit = self.limit.saturating_sub(end);
                    self.data = Inflater::default();
                    self.given = 0;
                    self.stage = Stage::Header;
                }
                (Ok(()), _) => {}
                (Err(failure), _) => return (out, Err(failure)),
            }
        }
    }

    /// How many bytes there are behind the end.
    pub fn rest(&self) -> usize {
        match self.stage {
            Stage::End => self.input.len() - self.at,
            _ => 0,
        }
    }

    fn step(&mut self) -> Result<(), Failure> {
        let rest = &self.input[self.at..];
        match self.stage {
            Stage::Header => {
                if self.format == Format::Either {
                    let first = rest.first().ok_or(Failure::Short)?;
                    self.format = match first {
                        0x1f => Format::Gzip,
                        _ => Format::Zlib,
                    };
                }
                self.at += match self.format {
                    Format::Gzip => gzip_header(rest)?,
                    Format::Raw => 0,
                    _ => zlib_header(rest)?,
                };
                self.stage = Stage::Data;
            }
            Stage::Data => {
                self.data.run(rest, self.limit)?;
                self.at += self.data.read;
                self.stage = Stage::Sums;
            }
            Stage::Sums => {
                self.at += self.check_sums(rest)?;
                self.stage = Stage::End;
            }
            Stage::End => {}
        }
        Ok(())
    }

    fn check_sums(&self, rest: &[u8]) -> Result<usize, Failure> {
        let out = &self.data.out;
        let sum = match self.format {
            Format::Raw => return Ok(0),
            Format::Gzip => crc32(0, out).to_le_bytes(),
            _ => adler32(1, out).to_be_bytes(),
        };
        if rest.get(..4).ok_or(Failure::Short)? != sum {
            return Err(Failure::Data("incorrect data check"));
        }
        if self.format != Format::Gzip {
            return Ok(4);
        }
        if rest.get(4..8).ok_or(Failure::Short)? != (out.len() as u32).to_le_bytes() {
            return Err(Failure::Data("incorrect length check"));
        }
        Ok(8)
    }
}

fn zlib_header(rest: &[u8]) -> Result<usize, Failure> {
    let head = rest.get(..2).ok_or(Failure::Short)?;
    if u16::from_be_bytes([head[0], head[1]]) % 31 != 0 {
        return Err(Failure::Data("incorrect header check"));
    }
    if head[0] & 15 != 8 {
        return Err(Failure::Data("unknown compression method"));
    }
    if head[0] >> 4 > 7 {
        return Err(Failure::Data("invalid window size"));
    }
    Ok(2)
}

fn gzip_header(rest: &[u8]) -> Result<usize, Failure> {
    let head = rest.get(..2).ok_or(Failure::Short)?;
    if head != [0x1f, 0x8b] {
        return Err(Failure::Data("incorrect header check"));
    }
    let head = rest.get(..4).ok_or(Failure::Short)?;
    if head[2] != 8 {
        return Err(Failure::Data("unknown compression method"));
    }
    let flags = head[3];
    if flags & 0xe0 != 0 {
        return Err(Failure::Data("unknown header flags set"));
    }
    let mut at = 10;
    if flags & 4 != 0 {
        let length = rest.get(at..at + 2).ok_or(Failure::Short)?;
        at += 2 + usize::from(u16::from_le_bytes([length[0], length[1]]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let name = rest.get(at..).ok_or(Failure::Short)?;
            let end = name.iter().position(|byte| *byte == 0);
            at += end.ok_or(Failure::Short)? + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    rest.get(..at).ok_or(Failure::Short)?;
    Ok(at)
}
