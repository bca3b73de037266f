//! Edited programs that are kept across reloads.
//!
//! Each is stored as a link: that form stays readable whatever else changes.

use loopscope_model::{Scenario, link};

/// How many are kept; the oldest goes first.
const MOST: usize = 12;

/// An edited program.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRecord {
    /// Its number.
    pub id: u32,
    /// The fragment of the program that it was made from.
    pub origin: String,
    /// The program as it is now.
    pub scenario: Scenario,
}

/// The edited programs, the one that was edited last at the end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafts {
    records: Vec<DraftRecord>,
}

impl Drafts {
    /// The records, the one that was edited last first.
    pub fn newest_first(&self) -> impl Iterator<Item = &DraftRecord> {
        self.records.iter().rev()
    }

    /// A record by its number.
    pub fn get(&self, id: u32) -> Option<&DraftRecord> {
        self.records.iter().find(|record| record.id == id)
    }

    /// What was last made of the program with this fragment.
    pub fn of_origin(&self, origin: &str) -> Option<&DraftRecord> {
        self.newest_first().find(|record| record.origin == origin)
    }

    /// Keeps a program, in the place of record `id` if there is one; gives the record's number.
    pub fn keep(&mut self, id: Option<u32>, origin: &str, scenario: Scenario) -> u32 {
        let id = id.unwrap_or_else(|| self.records.iter().map(|r| r.id).max().unwrap_or(0) + 1);
        self.records.retain(|record| record.id != id);
        self.records.push(DraftRecord {
            id,
            origin: origin.to_owned(),
            scenario,
        });
        let excess = self.records.len().saturating_sub(MOST);
        self.records.drain(..excess);
        id
    }

    /// Forgets a record.
    pub fn forget(&mut self, id: u32) {
        self.records.retain(|record| record.id != id);
    }

    /// The form in storage: a line each.
    pub fn to_text(&self) -> String {
        self.records
            .iter()
            .filter_map(|record| {
                let link = link::encode(&record.scenario, None).ok()?;
                Some(format!("{} {} {link}\n", record.id, record.origin))
            })
            .collect()
    }

    /// Reads the form in storage. A line that is not understood is left out.
    pub fn parse(text: &str) -> Drafts {
        let record = |line: &str| {
            let mut parts = line.split(' ');
            let (id, origin, link) = (parts.next()?, parts.next()?, parts.next()?);
            Some(DraftRecord {
                id: id.parse().ok()?,
                origin: origin.to_owned(),
                scenario: link::decode(link).ok()?.scenario,
            })
        };
        Drafts {
            records: text.lines().filter_map(record).collect(),
        }
    }
}
