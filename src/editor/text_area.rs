//! The plain editor: a text area on a sheet that shows line numbers, tasks and the running line.
//!
//! The sheet scrolls as a whole, so the rows beside and behind the text need no alignment by script.

use super::past::Past;
use super::{Editor, HandOver, Wires};
use crate::effects::browser::document;
use crate::state::{Marks, TaskMark};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent};

/// A text area with marks.
pub struct TextArea {
    sheet: HtmlElement,
    rows: Element,
    area: HtmlTextAreaElement,
    past: Rc<RefCell<Past>>,
    marks: Marks,
    _on_input: Closure<dyn Fn(Event)>,
    _on_key: Closure<dyn Fn(KeyboardEvent)>,
    _on_click: Closure<dyn Fn(Event)>,
    _on_use: Closure<dyn Fn(Event)>,
}

impl TextArea {
    /// Mounts a text area in `host`, an empty element.
    pub fn mount(host: &Element, path: &str, text: &str, wires: Wires) -> TextArea {
        let sheet: HtmlElement = make("div", "sheet").unchecked_into();
        let rows = make("div", "sheet-rows");
        set(&rows, "aria-hidden", "true");
        let area: HtmlTextAreaElement = make("textarea", "sheet-text").unchecked_into();
        for (name, value) in [
            ("spellcheck", "false"),
            ("autocapitalize", "off"),
            ("autocomplete", "off"),
            ("wrap", "off"),
            ("data-testid", "editor-text"),
        ] {
            set(&area, name, value);
        }
        area.set_read_only(wires.readonly);
        append(&sheet, &rows);
        append(&sheet, &area);
        append(host, &sheet);

        let past = Rc::new(RefCell::new(Past::of(text)));
        let on_input = {
            let (area, rows, past) = (area.clone(), rows.clone(), past.clone());
            Closure::<dyn Fn(Event)>::new(move |_| {
                let text = area.value();
                past.borrow_mut().push(&text);
                fit(&area, &rows, &text);
                wires.on_change.emit(text);
            })
        };
        let on_click = {
            let breakpoint = wires.on_breakpoint.clone();
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                if let Some(line) = line_of_row(&event) {
                    breakpoint.emit(line);
                }
            })
        };
        let on_use = {
            let used = wires.on_use.clone();
            Closure::<dyn Fn(Event)>::new(move |_| used.emit(()))
        };
        let on_key = {
            let area = area.clone();
            Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                match event.key().as_str() {
                    "Escape" => {
                        event.stop_propagation();
                        wires.on_leave.emit(());
                    }
                    "Enter" if event.ctrl_key() || event.meta_key() => {
                        event.prevent_default();
                        event.stop_propagation();
                        wires.on_run.emit(event.shift_key());
                    }
                    "F9" => {
                        event.prevent_default();
                        wires.on_breakpoint.emit(line_of_cursor(&area));
                    }
                    "Enter" if event.alt_key() => {
                        event.prevent_default();
                        wires.on_run_to.emit(line_of_cursor(&area));
                    }
                    "Tab" if !event.shift_key() && !event.ctrl_key() && !event.alt_key() => {
                        event.prevent_default();
                        insert(&area, "  ");
                    }
                    _ => {}
                }
            })
        };
        listen(&area, "input", on_input.as_ref());
        listen(&area, "keydown", on_key.as_ref());
        listen(&rows, "click", on_click.as_ref());
        listen(&area, "focus", on_use.as_ref());
        let mut editor = TextArea {
            sheet,
            rows,
            area,
            past,
            marks: Marks::default(),
            _on_input: on_input,
            _on_key: on_key,
            _on_click: on_click,
            _on_use: on_use,
        };
        editor.open(path, text);
        editor
    }

    /// Writes the marks beside and behind the rows.
    fn draw(&self) {
        let children = self.rows.children();
        let running = self.marks.running.map(|running| running.span.line);
        for index in 0..children.length() {
            let Some(row) = children.item(index) else {
                return;
            };
            let line = index + 1;
            let problem = self.marks.problems.iter().find(|p| p.span.line == line);
            let mut class = match (running == Some(line), problem.is_some()) {
                (true, _) => "sheet-row running",
                (false, true) => "sheet-row problem",
                (false, false) => "sheet-row",
            }
            .to_owned();
            let pointed = |&(first, last): &(u32, u32)| (first..=last).contains(&line);
            if self.marks.pointed.iter().any(pointed) {
                class.push_str(" pointed");
            }
            if self.marks.breakpoints.contains(&line) {
                class.push_str(" breakpoint");
            }
            row.set_class_name(&class);
            let Some(marks) = row.first_element_child() else {
                continue;
            };
            marks.set_text_content(None);
            for task in self.marks.tasks.iter().filter(|task| task.line == line) {
                append(&marks, &badge(task));
            }
            if let Some(problem) = problem {
                let sign = make("span", "problem-mark");
                sign.set_text_content(Some("!"));
                set(&sign, "title", &problem.message);
                append(&marks, &sign);
            }
        }
    }

    /// Scrolls the sheet, and nothing around it, so that a line is seen.
    fn reveal(&self, line: u32) {
        let Some(row) = self.rows.children().item(line.saturating_sub(1)) else {
            return;
        };
        let Ok(row) = row.dyn_into::<HtmlElement>() else {
            return;
        };
        let (top, height) = (row.offset_top(), row.offset_height());
        if top < self.sheet.scroll_top() {
            self.sheet.set_scroll_top(top - height);
        } else if top + 2 * height > self.sheet.scroll_top() + self.sheet.client_height() {
            self.sheet
                .set_scroll_top(top + 2 * height - self.sheet.client_height());
        }
    }
}

impl Editor for TextArea {
    fn open(&mut self, path: &str, text: &str) {
        *self.past.borrow_mut() = Past::of(text);
        let label = format!("Program text, {path}. Escape leaves the editor.");
        set(&self.area, "aria-label", &label);
        self.area.set_value(text);
        fit(&self.area, &self.rows, text);
        self.draw();
    }

    fn reset(&mut self, path: &str, text: &str) {
        self.open(path, text);
        self.sheet.set_scroll_top(0);
    }

    fn replace(&mut self, text: &str) {
        self.past.borrow_mut().push(text);
        self.area.set_value(text);
        fit(&self.area, &self.rows, text);
        self.draw();
    }

    fn show(&mut self, marks: &Marks) {
        self.marks = marks.clone();
        self.draw();
        if let Some(running) = marks.running
            && !self.has_focus()
        {
            self.reveal(running.span.line);
        }
    }

    fn go_to(&mut self, line: u32) {
        let before: usize = self
            .area
            .value()
            .split('\n')
            .take(line.saturating_sub(1) as usize)
            .map(|text| text.encode_utf16().count() + 1)
            .sum();
        let _ = self.area.set_selection_range(before as u32, before as u32);
        self.reveal(line);
    }

    fn set_readonly(&mut self, readonly: bool) {
        self.area.set_read_only(readonly);
    }

    fn focus(&self) {
        let _ = self.area.focus();
    }

    fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(self.area.as_ref())
    }

    fn hand_over(&self) -> HandOver {
        HandOver {
            past: self.past.borrow().texts().to_vec(),
            from: self.area.selection_start().ok().flatten().unwrap_or(0),
            to: self.area.selection_end().ok().flatten().unwrap_or(0),
        }
    }
}

impl Drop for TextArea {
    fn drop(&mut self) {
        self.sheet.remove();
    }
}

/// Inserts a text as if it were typed, so that the browser's own undo knows of it.
fn insert(area: &HtmlTextAreaElement, text: &str) {
    let (from, to) = (area.selection_start(), area.selection_end());
    let (Ok(Some(from)), Ok(Some(to))) = (from, to) else {
        return;
    };
    let _ = area.set_range_text_with_start_and_end(text, from, to);
    let end = from + text.len() as u32;
    let _ = area.set_selection_range(end, end);
    let area = area.clone();
    // After the key's own event, as a typed letter would.
    Timeout::new(0, move || {
        if let Ok(event) = Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    })
    .forget();
}

/// The line whose row was clicked.
fn line_of_row(event: &Event) -> Option<u32> {
    let mut row = event.target()?.dyn_into::<Element>().ok()?;
    while !row.class_list().contains("sheet-row") {
        row = row.parent_element()?;
    }
    let mut line = 1;
    while let Some(before) = row.previous_element_sibling() {
        row = before;
        line += 1;
    }
    Some(line)
}

/// The line that the cursor is in.
fn line_of_cursor(area: &HtmlTextAreaElement) -> u32 {
    let at = area.selection_start().ok().flatten().unwrap_or(0) as usize;
    let text = area.value();
    let before = text.encode_utf16().take(at);
    before.filter(|&unit| unit == u16::from(b'\n')).count() as u32 + 1
}

/// Makes the sheet as large as the text: a row for each line.
fn fit(area: &HtmlTextAreaElement, rows: &Element, text: &str) {
    let lines = text.split('\n').count() as u32;
    let widest = text
        .split('\n')
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0);
    area.set_rows(lines);
    area.set_cols(widest as u32 + 2);
    while rows.child_element_count() > lines {
        if let Some(last) = rows.last_element_child() {
            last.remove();
        }
    }
    while rows.child_element_count() < lines {
        let row = make("div", "sheet-row");
        append(&row, &make("span", "marks"));
        let number = make("span", "sheet-number");
        number.set_text_content(Some(&(rows.child_element_count() + 1).to_string()));
        append(&row, &number);
        append(rows, &row);
    }
}

fn badge(task: &TaskMark) -> Element {
    let badge = make("span", &format!("n c{}", task.colour));
    badge.set_text_content(Some(&task.number.to_string()));
    set(&badge, "title", &task.title);
    badge
}

fn make(tag: &str, class: &str) -> Element {
    let element = document()
        .create_element(tag)
        .expect_throw("the name of an element is valid");
    element.set_class_name(class);
    element
}

fn set(element: &Element, name: &str, value: &str) {
    element
        .set_attribute(name, value)
        .expect_throw("the name of an attribute is valid");
}

fn append(parent: &Element, child: &Element) {
    parent
        .append_child(child)
        .expect_throw("an element takes children");
}

fn listen(element: &Element, event: &str, listener: &JsValue) {
    element
        .add_event_listener_with_callback(event, listener.unchecked_ref())
        .expect_throw("an element takes listeners");
}
