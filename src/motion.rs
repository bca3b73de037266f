//! Cards that change places move there, so that the eye follows a task from queue to stack. Nothing else moves, and for
//! readers who want no motion nothing does.
//!
//! Where a card was is remembered from rendering to rendering. A copy flies from there, above all panels: the card itself
//! would be cut off by the list that it comes into. The animation is no inline style: the page's policy allows it.

use crate::effects::browser::{document, reduced_motion};
use gloo_timers::callback::Timeout;
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

const DURATION: u32 = 260;

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
        let Ok(cards) = document().query_selector_all("[data-card]:not(.flying)") else {
            return;
        };
        let animate = same_program && cards.length() <= MOST && !reduced_motion();
        let (mut spots, mut flights) = (Vec::new(), Vec::new());
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
                flights.push((card, [old.x, old.y, rect.x(), rect.y(), rect.width()]));
            }
            spots.push(spot);
        }
        self.spots = spots;
        // Not before everything is measured: the copies would have all of it laid out again.
        for (card, flight) in flights {
            // Without the interface the card is simply there.
            let _ = fly(&card, flight);
        }
    }
}

/// Flies a copy of the card from one place to another; the card is seen once it is there.
fn fly(card: &Element, [x, y, to_x, to_y, width]: [f64; 5]) -> Result<(), JsValue> {
    let copy: Animated = card.clone_node_with_deep(true)?.unchecked_into();
    copy.class_list().add_1("flying")?;
    copy.set_attribute("aria-hidden", "true")?;
    copy.remove_attribute("data-testid")?;
    document()
        .body()
        .ok_or(JsValue::NULL)?
        .append_child(&copy)?;
    let frame = |x: f64, y: f64| {
        let transform = format!("translate({}px,{}px)", x as i32, y as i32);
        let easing = "cubic-bezier(.2,.8,.2,1)";
        let width = format!("{}px", width as i32);
        keyframe(&[
            ("transform", &transform),
            ("easing", easing),
            ("width", &width),
        ])
    };
    let duration = f64::from(DURATION);
    copy.animate(&Array::of2(&frame(x, y), &frame(to_x, to_y)), duration)?;
    let hidden = keyframe(&[("opacity", "0")]);
    let card: &Animated = card.unchecked_ref();
    card.animate(&Array::of2(&hidden, &hidden), duration)?;
    Timeout::new(DURATION, move || copy.remove()).forget();
    Ok(())
}

fn keyframe(values: &[(&str, &str)]) -> JsValue {
    let frame = Object::new();
    for (name, value) in values {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&frame, &(*name).into(), &(*value).into());
    }
    frame.into()
}
