//! Elements of SVG, made by few functions: what `html!` makes of each is a large piece of code.

use super::percent;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listeners, VTag};

/// An element with these attributes.
pub fn shape(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<String>,
    inside: Html,
) -> Html {
    let values = values.into_iter();
    let attributes = Attributes::Dynamic {
        keys,
        values: values
            .map(|value| Some(AttributeOrProperty::Attribute(value.into())))
            .collect(),
    };
    // What `html!` calls as well. The other ways compare names of elements.
    VTag::__new_other(
        tag.into(),
        NodeRef::default(),
        None,
        attributes,
        Listeners::None,
        inside,
    )
    .into()
}

/// Several elements of a class.
pub fn group(class: String, inside: Vec<Html>) -> Html {
    shape("g", &["class"], vec![class], inside.into_iter().collect())
}

/// What is said of an element.
pub fn title(text: &str) -> Html {
    shape("title", &[], Vec::new(), text.into())
}

/// A line from one place to another; places are parts of the width, heights are pixels.
pub fn line(class: &str, (x1, y1): (f64, u32), (x2, y2): (f64, u32)) -> Html {
    let values = vec![
        class.to_owned(),
        percent(x1),
        y1.to_string(),
        percent(x2),
        y2.to_string(),
    ];
    shape(
        "line",
        &["class", "x1", "y1", "x2", "y2"],
        values,
        Html::default(),
    )
}

/// A text around a place.
pub fn text(x: f64, y: u32, text: &str) -> Html {
    shape(
        "text",
        &["x", "y"],
        vec![percent(x), y.to_string()],
        text.into(),
    )
}
