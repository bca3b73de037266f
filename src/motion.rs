//! Cards that change places move there, so that the eye follows a task from queue to stack. Nothing else moves, and for
//! readers who want no motion nothing does.
//!
//! Where a card was is remembered from rendering to rendering; the browser animates it from there (first, last, invert,
//! play). The animation is no inline style: the page's policy allows it.

use crate::effects::browser::{document, reduced_motion};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// An element that can be animated: `web-sys` has this behind an unstable flag.
    #[wasm_bindgen(extends = Element)]
    type Animated;

    #[wasm_bindgen(method, catch)]
    fn animate(this: &Animated, frames: &JsValue, milliseconds: f64) -> Result<JsValue, JsValue>;
}

const DURATION: f64 = 260.0;

/// More cards than this are not followed by anybody.
const MOST: u32 = 60;

struct Spot {
    card: String,
    place: String,
    x: f64,
    y: f64,
}

/// Where the cards were.
#[derive(Default)]
pub struct Motion {
    key: (u32, u32),
    spots: Vec<Spot>,
}

impl Motion {
    /// The page has been rendered. `key`: which recording and which step is shown.
    pub fn rendered(&mut self, key: (u32, u32)) {
        let same_program = key.0 == self.key.0;
        self.key = key;
        let Ok(cards) = document().query_selector_all("[data-card]") else {
            return;
        };
        let animate = same_program && cards.length() <= MOST && !reduced_motion();
        let mut spots = Vec::new();
        for index in 0..cards.length() {
            let Some(card) = cards
                .item(index)
                .and_then(|node| node.dyn_into::<Element>().ok())
            else {
                continue;
            };
            let Some((name, place)) = card
                .get_attribute("data-card")
                .zip(card.get_attribute("data-place"))
            else {
                continue;
            };
            let rect = card.get_bounding_client_rect();
            let spot = Spot {
                card: name,
                place,
                x: rect.x(),
                y: rect.y(),
            };
            if animate
                && let Some(old) = self.spots.iter().find(|old| old.card == spot.card)
                && old.place != spot.place
            {
                start(&card, old.x - spot.x, old.y - spot.y);
            }
            spots.push(spot);
        }
        self.spots = spots;
    }
}

fn start(card: &Element, dx: f64, dy: f64) {
    let from = Object::new();
    let to = Object::new();
    // Setting a property of a plain object does not fail.
    let _ = Reflect::set(
        &from,
        &"transform".into(),
        &format!("translate({}px, {}px)", dx as i32, dy as i32).into(),
    );
    let _ = Reflect::set(&from, &"zIndex".into(), &"5".into());
    let _ = Reflect::set(
        &from,
        &"easing".into(),
        &"cubic-bezier(.2, .8, .2, 1)".into(),
    );
    let _ = Reflect::set(&to, &"transform".into(), &"none".into());
    let _ = Reflect::set(&to, &"zIndex".into(), &"5".into());
    let card: &Animated = card.unchecked_ref();
    // Without the interface the card is simply there.
    let _ = card.animate(&Array::of2(&from, &to), DURATION);
}
