//! The program that is being edited.

use loopscope_model::Scenario;

/// What is being edited: a scenario whose files the reader may change.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The scenario with the reader's changes.
    pub scenario: Scenario,
    /// The path of the file that the editor shows.
    pub shown: String,
    /// Its record among the kept ones, once it has been changed.
    pub record: Option<u32>,
    /// Counts the programs that were opened: the editor forgets the one before.
    pub program: u32,
    /// Counts the texts that were put in the place of the editor's own.
    pub text: u32,
}

impl Draft {
    /// A draft of `scenario`, the `program`th that is opened.
    pub fn new(scenario: Scenario, program: u32) -> Draft {
        Draft {
            shown: scenario.main.clone(),
            scenario,
            record: None,
            program,
            text: 0,
        }
    }

    /// The text that the editor shows.
    pub fn text(&self) -> &str {
        self.scenario
            .files
            .get(&self.shown)
            .map_or("", String::as_str)
    }

    /// Shows a file, if the scenario has it: `path` is relative to the current directory, or absolute.
    pub fn show(&mut self, path: &str) {
        if let Some(path) = self.path_of(path) {
            self.shown = path;
        }
    }

    /// The key of a file in the scenario, for a path as the recording has it.
    pub fn path_of(&self, path: &str) -> Option<String> {
        let wanted = self.scenario.absolute(path);
        self.scenario
            .files
            .keys()
            .find(|key| self.scenario.absolute(key) == wanted)
            .cloned()
    }
}
