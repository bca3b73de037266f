//! The editor: one interface, and two implementations of it. The text area is there at once and always works; CodeMirror
//! takes its place when it has arrived.

mod code_mirror;
mod past;
mod text_area;

pub use code_mirror::CodeMirror;
pub use text_area::TextArea;

use crate::state::Marks;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// What an editor can do. Lines count from 1.
pub trait Editor {
    /// Shows a file of the program that is open. A file that was shown before keeps its undo history where possible.
    fn open(&mut self, path: &str, text: &str);
    /// Shows another program.
    fn reset(&mut self, path: &str, text: &str);
    /// Puts another text in the place of this one; nobody is told.
    fn replace(&mut self, text: &str);
    /// Marks the running statement, tasks, problems and breakpoints.
    fn show(&mut self, marks: &Marks);
    /// Shows a line and puts the cursor there.
    fn go_to(&mut self, line: u32);
    /// Whether the text cannot be changed. Told where that was not known when the editor was made.
    fn set_readonly(&mut self, readonly: bool);
    /// Takes the focus.
    fn focus(&self);
    /// Whether it has the focus.
    fn has_focus(&self) -> bool;
    /// What another editor needs to go on in the place of this one.
    fn hand_over(&self) -> HandOver;
}

/// What one editor hands to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandOver {
    /// The texts that the file has had, oldest first, the present one at the end: what undo goes back to.
    pub past: Vec<String>,
    /// Where the selection begins, in UTF-16 code units.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// What an editor tells the page.
#[derive(Clone, PartialEq)]
pub struct Wires {
    /// Whether the text cannot be changed.
    pub readonly: bool,
    /// The text has been changed by the reader: all of it.
    pub on_change: Callback<String>,
    /// The program is to be run; and its end shown.
    pub on_run: Callback<bool>,
    /// A breakpoint is to be set in this line, or taken away.
    pub on_breakpoint: Callback<u32>,
    /// The reader wants to see this line reached.
    pub on_run_to: Callback<u32>,
    /// The reader goes into the editor.
    pub on_use: Callback<()>,
    /// The reader leaves the editor.
    pub on_leave: Callback<()>,
}

/// The editor that is on screen, shared by the component that shows it and those who send it somewhere.
#[derive(Clone, Default)]
pub struct EditorHandle(pub Rc<RefCell<Option<Box<dyn Editor>>>>);

impl PartialEq for EditorHandle {
    fn eq(&self, other: &EditorHandle) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl EditorHandle {
    /// Does something with the editor, if it is there.
    pub fn with(&self, act: impl FnOnce(&mut dyn Editor)) {
        if let Some(editor) = self.0.borrow_mut().as_mut() {
            act(editor.as_mut());
        }
    }
}
