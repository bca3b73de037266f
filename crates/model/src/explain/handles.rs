//! Steps at which something happens to a handle, or something comes from outside.

use super::teller::{Said, Teller};
use crate::handle::{HandleId, HandleKind};

pub(super) fn opened(kind: HandleKind, label: &str) -> Said {
    Said::new(format!("the process has a new {}: {label}.", kind.name()))
}

pub(super) fn changed(label: &str) -> Said {
    Said::new(format!("this is now {label}."))
}

pub(super) fn active(t: &mut Teller<'_>, handle: HandleId, active: bool) -> Said {
    let label = label(t, handle);
    Said::new(match active {
        true => format!("{label} keeps the process alive."),
        false => format!("{label} does not keep the process alive any more."),
    })
}

pub(super) fn closed(t: &mut Teller<'_>, handle: HandleId) -> Said {
    let label = label(t, handle);
    Said::new(format!("{label} is closed."))
}

pub(super) fn stimulus(text: &str) -> Said {
    Said::new(format!("From outside comes: {text}."))
}

fn label(t: &Teller<'_>, handle: HandleId) -> String {
    let known = t.before.handles.get(&handle);
    known.map_or_else(|| "a handle".to_owned(), |h| h.label.clone())
}
