//! What of the process is seen where there is no room for all of it: the style sheet shows this choice in small frames, and
//! makes it true.

use super::shape::shape;
use yew::prelude::*;

/// The choice. It is the browser's own: nothing else depends on it.
pub fn see() -> Html {
    let choice = |id: &str, name: &str, keys: &'static [&'static str]| {
        let values = ["radio", "see", id, ""].map(str::to_owned);
        let values = values.into_iter().take(keys.len()).collect();
        let input = shape("input", keys, values, Html::default());
        html! { <label>{ input }{ name }</label> }
    };
    html! {
        <div class="see" role="radiogroup" aria-label="What is seen of the process">
            // An attribute is what is chosen in the beginning; a property would be set again by each step.
            { choice("see-loop", "Loop", &["type", "name", "id", "checked"]) }
            { choice("see-back", "Background", &["type", "name", "id"]) }
            { choice("see-time", "Timeline", &["type", "name", "id"]) }
        </div>
    }
}
