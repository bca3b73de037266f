//! Deflate as Node's zlib does it, byte for byte: what a program prints of compressed data is its length.
//!
//! The choice of matches (`deflate_fast`, `deflate_slow`, the window and its hash chains) is zlib's.

use super::bits::Bits;
use super::trees::Block;

const WINDOW: usize = 32_768;
const MIN_MATCH: usize = 3;
const MAX_MATCH: usize = 258;
/// So much must be known ahead for a match to be looked for, unless the input ends.
const LOOKAHEAD: usize = MAX_MATCH + MIN_MATCH + 1;
const FARTHEST: usize = WINDOW - LOOKAHEAD;
/// A match of three bytes that is farther away is not worth it.
const TOO_FAR: usize = 4_096;
const HASH: usize = 1 << 15;

/// zlib's settings of a level: good, lazy, nice, chain, and whether a match waits for a better one.
const LEVELS: [(usize, usize, usize, usize, bool); 10] = [
    (0, 0, 0, 0, false),
    (4, 4, 8, 4, false),
    (4, 5, 16, 8, false),
    (4, 6, 32, 32, false),
    (4, 4, 16, 16, true),
    (8, 16, 32, 32, true),
    (8, 16, 128, 128, true),
    (8, 32, 128, 256, true),
    (32, 128, 258, 1_024, true),
    (32, 258, 258, 4_096, true),
];

/// What comes after the bytes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flush {
    /// More bytes: nothing needs to be written yet.
    No,
    /// All that was taken is written, and what follows does not refer to it (`Z_FULL_FLUSH`).
    Full,
    /// The end.
    Finish,
}

/// Compresses what comes in pieces.
pub struct Deflater {
    /// What the window has not taken yet.
    input: Vec<u8>,
    taken: usize,
    window: Vec<u8>,
    head: Vec<u16>,
    previous: Vec<u16>,
    start: usize,
    lookahead: usize,
    block_start: isize,
    match_start: usize,
    previous_length: usize,
    match_length: usize,
    waiting: bool,
    bits: Bits,
    block: Block,
    level: (usize, usize, usize, usize, bool),
}

impl Deflater {
    /// Compresses at a level from 1 to 9, without header.
    pub fn new(level: usize) -> Deflater {
        Deflater {
            input: Vec::new(),
            taken: 0,
            window: vec![0; 2 * WINDOW + MAX_MATCH + 8],
            head: vec![0; HASH],
            previous: vec![0; WINDOW],
            start: 0,
            lookahead: 0,
            block_start: 0,
            match_start: 0,
            previous_length: MIN_MATCH - 1,
            match_length: MIN_MATCH - 1,
            waiting: false,
            bits: Bits::default(),
            block: Block::new(),
            level: LEVELS[level],
        }
    }

    /// Takes more bytes and gives what zlib writes now.
    pub fn write(&mut self, bytes: &[u8], flush: Flush) -> Vec<u8> {
        self.input = bytes.to_vec();
        self.taken = 0;
        let waits = if self.level.4 {
            self.slow(flush)
        } else {
            self.fast(flush)
        };
        match flush {
            _ if waits => {}
            Flush::No => {}
            Flush::Full => {
                if !self.block.is_empty() {
                    self.flush(false);
                }
                super::bits::store(&mut self.bits, &[], false);
                self.head.fill(0);
                self.start = 0;
                self.block_start = 0;
            }
            Flush::Finish => self.flush(true),
        }
        self.bits.take()
    }

    fn fill(&mut self) {
        loop {
            let mut room = 2 * WINDOW - self.lookahead - self.start;
            if self.start >= WINDOW + FARTHEST {
                self.window.copy_within(WINDOW..2 * WINDOW, 0);
                self.match_start = self.match_start.wrapping_sub(WINDOW);
                self.start -= WINDOW;
                self.block_start -= WINDOW as isize;
                for entry in self.head.iter_mut().chain(&mut self.previous) {
                    *entry = entry.saturating_sub(WINDOW as u16);
                }
                room += WINDOW;
            }
            let taken = room.min(self.input.len() - self.taken);
            if taken == 0 {
                return;
            }
            let end = self.start + self.lookahead;
            self.window[end..end + taken]
                .copy_from_slice(&self.input[self.taken..self.taken + taken]);
            self.taken += taken;
            self.lookahead += taken;
            if self.lookahead >= LOOKAHEAD {
                return;
            }
        }
    }

    fn hash(&self, at: usize) -> usize {
        hash(&self.window[at..at + 4])
    }

    /// Adds the string at a place to its chain, and gives the one before it.
    fn insert(&mut self, at: usize) -> usize {
        let hash = self.hash(at);
        let head = self.head[hash];
        self.previous[at & (WINDOW - 1)] = head;
        self.head[hash] = at as u16;
        head.into()
    }

    fn longest_match(&mut self, mut candidate: usize) -> usize {
        let (good, _, nice, mut chain, _) = self.level;
        let scan = self.start;
        let mut best = self.previous_length;
        let limit = scan.saturating_sub(FARTHEST);
        if self.previous_length >= good {
            chain >>= 2;
        }
        let nice = nice.min(self.lookahead);
        loop {
            let window = &self.window;
            if window[candidate + best] == window[scan + best]
                && window[candidate + best - 1] == window[scan + best - 1]
                && window[candidate] == window[scan]
                && window[candidate + 1] == window[scan + 1]
            {
                let mut length = 2;
                while length < MAX_MATCH && window[candidate + length] == window[scan + length] {
                    length += 1;
                }
                if length > best {
                    self.match_start = candidate;
                    best = length;
                    if length >= nice {
                        break;
                    }
                }
            }
            candidate = self.previous[candidate & (WINDOW - 1)].into();
            chain -= 1;
            if candidate <= limit || chain == 0 {
                break;
            }
        }
        best.min(self.lookahead)
    }

    fn flush(&mut self, last: bool) {
        let stored = usize::try_from(self.block_start)
            .ok()
            .map(|from| &self.window[from..self.start]);
        self.block.flush(&mut self.bits, stored, last);
        self.block_start = self.start as isize;
    }

    /// Fills the window. Gives nothing if matches can be looked for, otherwise whether that is for want of more input.
    fn look_ahead(&mut self, flush: Flush) -> Option<bool> {
        if self.lookahead < LOOKAHEAD {
            self.fill();
            if self.lookahead < LOOKAHEAD && flush == Flush::No {
                return Some(true);
            }
        }
        (self.lookahead == 0).then_some(false)
    }

    /// Says whether it waits for more input.
    fn fast(&mut self, flush: Flush) -> bool {
        let lazy = self.level.1;
        loop {
            if let Some(waits) = self.look_ahead(flush) {
                return waits;
            }
            let head = if self.lookahead >= MIN_MATCH {
                self.insert(self.start)
            } else {
                0
            };
            let mut length = MIN_MATCH - 1;
            if head != 0 && self.start - head <= FARTHEST {
                self.previous_length = MIN_MATCH - 1;
                length = self.longest_match(head);
            }
            let full;
            if length >= MIN_MATCH {
                full = self.block.matched(self.start - self.match_start, length);
                self.lookahead -= length;
                if length <= lazy && self.lookahead >= MIN_MATCH {
                    for _ in 1..length {
                        self.start += 1;
                        self.insert(self.start);
                    }
                    self.start += 1;
                } else {
                    self.start += length;
                }
            } else {
                full = self.block.literal(self.window[self.start]);
                self.lookahead -= 1;
                self.start += 1;
            }
            if full {
                self.flush(false);
            }
        }
    }

    /// Says whether it waits for more input.
    fn slow(&mut self, flush: Flush) -> bool {
        let lazy = self.level.1;
        loop {
            if let Some(waits) = self.look_ahead(flush) {
                if !waits && std::mem::take(&mut self.waiting) {
                    self.block.literal(self.window[self.start - 1]);
                }
                return waits;
            }
            let head = if self.lookahead >= MIN_MATCH {
                self.insert(self.start)
            } else {
                0
            };
            self.previous_length = self.match_length;
            let previous_match = self.match_start;
            let mut length = MIN_MATCH - 1;
            if head != 0 && self.previous_length < lazy && self.start - head <= FARTHEST {
                length = self.longest_match(head);
                if length == MIN_MATCH && self.start - self.match_start > TOO_FAR {
                    length = MIN_MATCH - 1;
                }
            }
            self.match_length = length;
            if self.previous_length >= MIN_MATCH && length <= self.previous_length {
                let last_insert = self.start + self.lookahead - MIN_MATCH;
                let distance = (self.start - 1).wrapping_sub(previous_match);
                let full = self.block.matched(distance, self.previous_length);
                self.lookahead -= self.previous_length - 1;
                for _ in 0..self.previous_length - 2 {
                    self.start += 1;
                    if self.start <= last_insert {
                        self.insert(self.start);
                    }
                }
                self.waiting = false;
                self.match_length = MIN_MATCH - 1;
                self.start += 1;
                if full {
                    self.flush(false);
                }
            } else {
                if self.waiting && self.block.literal(self.window[self.start - 1]) {
                    self.flush(false);
                }
                self.waiting = true;
                self.start += 1;
                self.lookahead -= 1;
            }
        }
    }
}

fn hash(bytes: &[u8]) -> usize {
    let word = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    (word.wrapping_mul(66_521).wrapping_add(66_521) >> 16) as usize & (HASH - 1)
}
