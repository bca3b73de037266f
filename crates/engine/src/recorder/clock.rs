//! Busy-waits: programs that read the clock until it says what they want.

use super::Recorder;
use loopscope_event_loop::EventLoop;
use loopscope_model::ProbeId;

/// So many reads of the clock in a row at one place are no busy-wait yet.
const READS_OF_NO_WAIT: u32 = 2;

/// So many reads at different places are no busy-wait yet, for instance in a loop that measures.
const READS_OF_NO_LOOP: u32 = 1_000;

/// Reads of the clock since the program last printed or scheduled something.
#[derive(Debug, Default)]
pub(super) struct Reads {
    /// The statements of all frames at the last one.
    place: Vec<Option<ProbeId>>,
    /// How often it was read there in a row.
    there: u32,
    /// How often it was read since the clock last moved for such a loop.
    all: u32,
    /// Where the clock moves, in a loop with several places: once in each iteration.
    moves: Option<Vec<Option<ProbeId>>>,
}

impl Recorder {
    /// The program reads the clock. In a loop that waits for time to pass, each read finds the next millisecond: no
    /// such wait lasts longer than it must, or more than a millisecond too long.
    ///
    /// A place is told by the statements of all frames: a function that reads the clock for others is no place.
    pub fn read_clock(&mut self, event_loop: &mut EventLoop) {
        self.settle_clock(event_loop);
        let callers = self.frames.iter().rev().skip(1).map(|frame| frame.site);
        let place = || std::iter::once(self.site).chain(callers.clone());
        let reads = &mut self.clock_reads;
        if place().eq(reads.place.iter().copied()) {
            reads.there += 1;
        } else {
            reads.there = 1;
            reads.place = place().collect();
        }
        reads.all += 1;
        let again = reads.moves.as_ref() == Some(&reads.place);
        if reads.all > READS_OF_NO_LOOP {
            reads.moves = Some(reads.place.clone());
        }
        if reads.there > READS_OF_NO_WAIT || again || reads.all > READS_OF_NO_LOOP {
            reads.all = 0;
            event_loop.advance_to(event_loop.now().next_milli());
        }
    }
}
