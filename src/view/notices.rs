//! Messages to the reader.

use super::click;
use super::{class, when};
use crate::state::{Action, Notice, Remedy, Tone};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The messages, over the stage: nothing moves when one comes.
pub fn notices(notices: &[Notice], dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="notices" role="status" aria-label="Messages of the page" data-testid="notices">
            { for notices.iter().map(|notice| view(notice, dispatch)) }
        </div>
    }
}

fn view(notice: &Notice, dispatch: &Callback<Action>) -> Html {
    let id = notice.id;
    let dismiss = click(dispatch, Action::Dismiss(id));
    let class = class(&["notice", when(notice.tone == Tone::Bad, "bad")]);
    html! {
        <div class={class} key={id} data-testid="notice">
            <p>{ &notice.text }</p>
            { remedy(notice) }
            <button type="button" class="quiet" onclick={dismiss} aria-label="Put this message away">{ "✕" }</button>
        </div>
    }
}

fn remedy(notice: &Notice) -> Html {
    match &notice.remedy {
        Some(Remedy::Text(text)) => {
            let onfocus =
                |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
            html! {
                <input
                    class="link-text"
                    readonly=true
                    value={text.clone()}
                    aria-label="Link"
                    onfocus={onfocus}
                    data-testid="link-text"
                />
            }
        }
        None => Html::default(),
    }
}
