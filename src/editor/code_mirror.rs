//! CodeMirror, as bundled in `www/editor`.

use super::{Editor, HandOver, Wires};
use crate::state::Marks;
use crate::worker::describe;
use js_sys::{Array, Object, Reflect};
use loopscope_model::Span;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The bundle.
    type Bundle;

    #[wasm_bindgen(method, catch)]
    fn mount(this: &Bundle, host: &Element, options: &JsValue) -> Result<View, JsValue>;

    /// What `mount` gives.
    type View;

    #[wasm_bindgen(method)]
    fn open(this: &View, path: &str, text: &str);
    #[wasm_bindgen(method)]
    fn reset(this: &View, path: &str, text: &str);
    #[wasm_bindgen(method)]
    fn replace(this: &View, text: &str);
    #[wasm_bindgen(method)]
    fn show(
        this: &View,
        running: &JsValue,
        tasks: &Array,
        problems: &Array,
        breakpoints: &Array,
        pointed: &Array,
    );
    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &View, line: u32);
    #[wasm_bindgen(method)]
    fn focus(this: &View);
    #[wasm_bindgen(method, js_name = hasFocus)]
    fn has_focus(this: &View) -> bool;
    #[wasm_bindgen(method)]
    fn text(this: &View) -> String;
    #[wasm_bindgen(method)]
    fn destroy(this: &View);
}

/// The editor that follows the text area.
pub struct CodeMirror {
    view: View,
    _on_change: Closure<dyn Fn(String)>,
    _on_run: Closure<dyn Fn(bool)>,
    _on_line: [Closure<dyn Fn(u32)>; 2],
    _on_leave: Closure<dyn Fn()>,
}

impl CodeMirror {
    /// Mounts CodeMirror in `host`, an empty element, with the text, the selection and the undo history of `from`.
    ///
    /// # Errors
    /// What CodeMirror throws.
    pub fn mount(
        bundle: &JsValue,
        host: &Element,
        path: &str,
        from: &HandOver,
        wires: Wires,
    ) -> Result<CodeMirror, String> {
        let on_change = Closure::<dyn Fn(String)>::new(move |text| wires.on_change.emit(text));
        let on_run = Closure::<dyn Fn(bool)>::new(move |to_end| wires.on_run.emit(to_end));
        let on_leave = Closure::<dyn Fn()>::new(move || wires.on_leave.emit(()));
        let on_line = [wires.on_breakpoint, wires.on_run_to]
            .map(|wire| Closure::<dyn Fn(u32)>::new(move |line| wire.emit(line)));
        let past: Array = from.past.iter().map(JsValue::from).collect();
        let options = Object::new();
        for (name, value) in [
            ("path", &JsValue::from(path)),
            ("readOnly", &JsValue::from(wires.readonly)),
            ("past", past.as_ref()),
            ("from", &JsValue::from(from.from)),
            ("to", &JsValue::from(from.to)),
            ("onChange", on_change.as_ref()),
            ("onRun", on_run.as_ref()),
            ("onBreakpoint", on_line[0].as_ref()),
            ("onRunTo", on_line[1].as_ref()),
            ("onLeave", on_leave.as_ref()),
        ] {
            Reflect::set(&options, &name.into(), value).map_err(|error| describe(&error))?;
        }
        let view = bundle
            .unchecked_ref::<Bundle>()
            .mount(host, &options)
            .map_err(|error| describe(&error))?;
        Ok(CodeMirror {
            view,
            _on_change: on_change,
            _on_run: on_run,
            _on_line: on_line,
            _on_leave: on_leave,
        })
    }
}

impl Editor for CodeMirror {
    fn open(&mut self, path: &str, text: &str) {
        self.view.open(path, text);
    }

    fn reset(&mut self, path: &str, text: &str) {
        self.view.reset(path, text);
    }

    fn replace(&mut self, text: &str) {
        self.view.replace(text);
    }

    fn show(&mut self, marks: &Marks) {
        let running = marks.running.map_or(JsValue::NULL, |running| {
            place(&running.span, running.colour.into()).into()
        });
        let tasks: Array = marks
            .tasks
            .iter()
            .map(|task| {
                Array::of4(
                    &task.line.into(),
                    &task.number.into(),
                    &task.colour.into(),
                    &(&*task.title).into(),
                )
            })
            .collect();
        let problems: Array = marks
            .problems
            .iter()
            .map(|problem| place(&problem.span, (&*problem.message).into()))
            .collect();
        let breakpoints: Array = marks
            .breakpoints
            .iter()
            .map(|line| JsValue::from(*line))
            .collect();
        let pointed: Array = marks
            .pointed
            .iter()
            .map(|&(first, last)| Array::of2(&first.into(), &last.into()))
            .collect();
        self.view
            .show(&running, &tasks, &problems, &breakpoints, &pointed);
    }

    fn go_to(&mut self, line: u32) {
        self.view.go_to(line);
    }

    /// It is made once the settings are known: they are among its options.
    fn set_readonly(&mut self, _: bool) {}

    fn focus(&self) {
        self.view.focus();
    }

    fn has_focus(&self) -> bool {
        self.view.has_focus()
    }

    fn hand_over(&self) -> HandOver {
        HandOver {
            past: vec![self.view.text()],
            ..HandOver::default()
        }
    }
}

impl Drop for CodeMirror {
    fn drop(&mut self) {
        self.view.destroy();
    }
}

fn place(span: &Span, more: JsValue) -> Array {
    Array::of5(
        &span.line.into(),
        &span.column.into(),
        &span.end_line.into(),
        &span.end_column.into(),
        &more,
    )
}
