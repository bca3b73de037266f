//! Where the editor is: shows the text area at once, and CodeMirror in its place when its bundle is there.

use crate::editor::{CodeMirror, Editor, EditorHandle, TextArea, Wires};
use crate::state::{Action, Draft, Marks};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

/// The better editor's bundle.
#[derive(Clone)]
pub struct Bundle(pub Rc<JsValue>);

impl PartialEq for Bundle {
    fn eq(&self, other: &Bundle) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the editor shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The file.
    pub path: String,
    /// Its text, as of when it was put there: what the reader types does not come back from here.
    pub text: Rc<str>,
    /// Which program: another one makes the editor forget the one before.
    pub program: u32,
    /// Which text of it, of those that were put there.
    pub version: u32,
}

impl Document {
    /// Takes in what the draft has become. While the reader types, nothing changes here.
    pub fn take(&mut self, draft: &Draft) {
        let same =
            self.program == draft.program && self.version == draft.text && self.path == draft.shown;
        if !same {
            *self = Document {
                path: draft.shown.clone(),
                text: draft.text().into(),
                program: draft.program,
                version: draft.text,
            };
        }
    }
}

/// What the pane needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is shown.
    pub document: Document,
    /// What is marked in it.
    pub marks: Rc<Marks>,
    /// Where the editor is put, for those who send it somewhere.
    pub editor: EditorHandle,
    /// Whether the text cannot be changed.
    pub readonly: bool,
    /// The better editor's bundle, once it is there.
    pub bundle: Option<Bundle>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The pane.
pub struct EditorPane {
    host: NodeRef,
    /// The file that is shown: what the reader types is in it.
    path: Rc<RefCell<String>>,
    marked: Option<Rc<Marks>>,
    document: Document,
}

impl Component for EditorPane {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<EditorPane>) -> EditorPane {
        EditorPane {
            host: NodeRef::default(),
            path: Rc::default(),
            marked: None,
            document: ctx.props().document.clone(),
        }
    }

    fn view(&self, _: &Context<EditorPane>) -> Html {
        html! { <div class="editor" ref={self.host.clone()} data-testid="editor"></div> }
    }

    fn rendered(&mut self, ctx: &Context<EditorPane>, first: bool) {
        let props = ctx.props();
        if first {
            self.mount_text_area(props);
        }
        self.follow(props);
        self.mark(props);
    }

    fn changed(&mut self, ctx: &Context<EditorPane>, old: &Props) -> bool {
        let props = ctx.props();
        if props.readonly != old.readonly {
            props
                .editor
                .with(|editor| editor.set_readonly(props.readonly));
        }
        if props.bundle != old.bundle {
            self.follow(props);
            self.mount_code_mirror(props);
        }
        // The editor has the page laid out when its marks change: that is best once all else is drawn.
        true
    }

    fn destroy(&mut self, ctx: &Context<EditorPane>) {
        *ctx.props().editor.0.borrow_mut() = None;
    }
}

impl EditorPane {
    fn wires(&self, props: &Props) -> Wires {
        let path = self.path.clone();
        Wires {
            readonly: props.readonly,
            on_use: props.dispatch.reform(|()| Action::EditorUsed),
            on_change: props
                .dispatch
                .reform(move |text| Action::Edited(path.borrow().clone(), text)),
            on_run: props.dispatch.reform(Action::Run),
            on_breakpoint: props.dispatch.reform(Action::ToggleBreakpoint),
            on_run_to: props.dispatch.reform(Action::RunToLine),
            on_leave: props.dispatch.reform(|()| Action::LeaveEditor),
        }
    }

    fn mount_text_area(&mut self, props: &Props) {
        let Some(host) = self.host.cast::<Element>() else {
            return;
        };
        let document = &props.document;
        self.path.borrow_mut().clone_from(&document.path);
        self.document = document.clone();
        let editor = TextArea::mount(&host, &document.path, &document.text, self.wires(props));
        *props.editor.0.borrow_mut() = Some(Box::new(editor));
    }

    /// CodeMirror goes on where the text area stops. If it does not start, the text area stays.
    fn mount_code_mirror(&mut self, props: &Props) {
        let (Some(host), Some(Bundle(bundle))) = (self.host.cast::<Element>(), &props.bundle)
        else {
            return;
        };
        let Ok(inner) = crate::effects::browser::document().create_element("div") else {
            return;
        };
        inner.set_class_name("editor-host");
        // An element takes children.
        let _ = host.append_child(&inner);
        let Some(mut old) = props.editor.0.borrow_mut().take() else {
            return;
        };
        let (from, focused) = (old.hand_over(), old.has_focus());
        let path = self.path.borrow().clone();
        match CodeMirror::mount(bundle, &inner, &path, &from, self.wires(props)) {
            Ok(mut new) => {
                drop(old);
                new.show(&props.marks);
                if focused {
                    new.focus();
                }
                *props.editor.0.borrow_mut() = Some(Box::new(new));
            }
            Err(why) => {
                inner.remove();
                old.show(&props.marks);
                *props.editor.0.borrow_mut() = Some(old);
                props.dispatch.emit(Action::Tell(format!(
                    "The larger editor did not start ({why}). This one works as well."
                )));
            }
        }
    }

    /// Shows another program, another file of it, or another text.
    fn follow(&mut self, props: &Props) {
        let new = &props.document;
        if *new == self.document {
            return;
        }
        let old = std::mem::replace(&mut self.document, new.clone());
        self.path.borrow_mut().clone_from(&new.path);
        self.marked = None;
        props.editor.with(|editor| {
            if new.program != old.program {
                editor.reset(&new.path, &new.text);
            } else if new.path != old.path {
                editor.open(&new.path, &new.text);
            } else {
                editor.replace(&new.text);
            }
        });
    }

    fn mark(&mut self, props: &Props) {
        if self
            .marked
            .as_ref()
            .is_some_and(|marked| Rc::ptr_eq(marked, &props.marks))
        {
            return;
        }
        self.marked = Some(props.marks.clone());
        props.editor.with(|editor| editor.show(&props.marks));
    }
}
