//! Changes of inputs, as fuzzers make them, from a seed.

use loopscope_event_loop::schedule::mix;

/// Inputs get no longer than this.
const LONGEST: usize = 4_096;

/// Makes changed inputs, always the same ones.
pub struct Changer<'a> {
    state: u64,
    words: &'a [&'a str],
}

impl<'a> Changer<'a> {
    /// With these words to put in.
    pub fn new(seed: u32, words: &'a [&'a str]) -> Self {
        Self {
            state: u64::from(seed),
            words,
        }
    }

    /// A number less than `bound`; 0 if that is 0.
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        (mix(self.state) >> 16) as usize % bound.max(1)
    }

    /// A part of an input.
    fn range(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(input.len() + 1);
        let most = (input.len() - start).min(64);
        start..start + self.below(most + 1)
    }

    /// One of the inputs, with some changes.
    pub fn change(&mut self, inputs: &[&[u8]]) -> Vec<u8> {
        let mut made = inputs[self.below(inputs.len())].to_vec();
        for _ in 0..=self.below(4) {
            self.change_once(&mut made, inputs);
        }
        made.truncate(LONGEST);
        made
    }

    fn change_once(&mut self, made: &mut Vec<u8>, inputs: &[&[u8]]) {
        let at = self.below(made.len() + 1);
        match self.below(8) {
            0 if at < made.len() => made[at] ^= 1 << self.below(8),
            1 if at < made.len() => made[at] = self.below(256) as u8,
            2 => {
                let range = self.range(made);
                made.drain(range);
            }
            3 => {
                let range = self.range(made);
                let copy = made[range].to_vec();
                made.splice(at..at, copy);
            }
            4 => {
                let other = inputs[self.below(inputs.len())];
                let range = self.range(other);
                made.splice(at..at, other[range].iter().copied());
            }
            // The head of one and the tail of another.
            5 => {
                let other = inputs[self.below(inputs.len())];
                let from = self.below(other.len() + 1);
                made.truncate(at);
                made.extend_from_slice(&other[from..]);
            }
            _ => {
                let word = self.words[self.below(self.words.len())];
                made.splice(at..at, word.bytes());
            }
        }
    }
}
