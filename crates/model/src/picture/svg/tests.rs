//! Drawings are well formed.

use super::{cut, escaped, lines, svg};
use crate::fixture;
use crate::picture::picture;
use crate::replay::Recording;
use proptest::prelude::*;

#[test]
fn what_means_something_in_xml_is_written_so_that_it_does_not() {
    assert_eq!(
        escaped("a < b && \"c\"\u{7}"),
        "a &lt; b &amp;&amp; &quot;c&quot; "
    );
}

#[test]
fn long_labels_are_cut() {
    assert_eq!(cut("timeout", 7), "timeout");
    assert_eq!(cut("timeouts", 7), "timeou…");
    assert_eq!(cut("é", 0), "…");
}

#[test]
fn sentences_are_broken_at_spaces() {
    let sentence = "word ".repeat(50);
    let broken = lines(sentence.trim());
    assert_eq!(broken.len(), 3);
    assert_eq!(broken.join(" "), sentence.trim());
}

proptest! {
    /// Whatever was recorded, the drawing is well formed: each tag is closed and no text opens one.
    #[test]
    fn every_recording_can_be_drawn(trace in fixture::nonsense()) {
        let recording = Recording::from_trace(trace);
        for step in [0, recording.last_step() / 2, recording.last_step()] {
            let drawn = svg(&picture(&recording, step));
            prop_assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"));
            prop_assert_eq!(drawn.matches("<text").count(), drawn.matches("</text>").count());
            prop_assert_eq!(drawn.matches('<').count(), drawn.matches('>').count());
        }
    }
}
