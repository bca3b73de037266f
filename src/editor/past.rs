//! The texts that a text area has had: what a better editor can make an undo history of.

/// Older ones are forgotten.
const MOST: usize = 100;

/// The texts of a file, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Past {
    texts: Vec<String>,
    /// The last change was one letter typed: the next letter belongs to it.
    typing: bool,
}

impl Past {
    /// The past of a file that has only ever had this text.
    pub fn of(text: &str) -> Past {
        Past {
            texts: vec![text.to_owned()],
            typing: false,
        }
    }

    /// Takes in the text after a change.
    pub fn push(&mut self, text: &str) {
        let Some(last) = self.texts.last() else {
            self.texts.push(text.to_owned());
            return;
        };
        if last == text {
            return;
        }
        // A word is undone as a whole, as editors do it.
        let letter = text.len() == last.len() + 1 && !ends_word(last, text);
        if letter && self.typing {
            self.texts.pop();
        }
        self.typing = letter;
        self.texts.push(text.to_owned());
        let excess = self.texts.len().saturating_sub(MOST);
        self.texts.drain(..excess);
    }

    /// The texts, oldest first.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }
}

/// Whether the one byte by which `after` is longer ends a word.
fn ends_word(before: &str, after: &str) -> bool {
    let same = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    !after.as_bytes()[same].is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::Past;

    #[track_caller]
    fn check(changes: &[&str], expect: &[&str]) {
        let mut past = Past::of("");
        for text in changes {
            past.push(text);
        }
        assert_eq!(past.texts(), expect);
    }

    #[test]
    fn a_word_is_one_change() {
        check(&["a", "ab", "abc"], &["", "abc"]);
        check(
            &["a", "ab", "ab ", "ab c", "ab cd"],
            &["", "ab", "ab ", "ab cd"],
        );
    }

    #[test]
    fn a_paste_and_a_deletion_are_changes_of_their_own() {
        check(&["a", "axyz", "ax"], &["", "a", "axyz", "ax"]);
        check(&["ä", "äb"], &["", "ä", "äb"]);
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut past = Past::of("");
        for n in 0..300 {
            past.push(&format!("{n}{n}"));
        }
        assert_eq!(past.texts().len(), super::MOST);
        assert_eq!(past.texts().last().unwrap(), "299299");
    }
}
