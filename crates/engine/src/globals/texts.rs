//! The texts of the library's files. Natively they are in the program; in Wasm whoever loads the module hands them over when
//! they are asked for, since most programs need none of them and they are a tenth of what would have to be loaded.

use std::borrow::Cow;
#[cfg(target_arch = "wasm32")]
use std::cell::Cell;

/// Gives the text of a file of the folder `node/`.
#[cfg(target_arch = "wasm32")]
pub type Source = fn(&str) -> String;

#[cfg(target_arch = "wasm32")]
thread_local! {
    static SOURCE: Cell<Option<Source>> = const { Cell::new(None) };
}

/// Says where texts come from. To be called before anything is run.
#[cfg(target_arch = "wasm32")]
pub fn come_from(source: Source) {
    SOURCE.set(Some(source));
}

/// A file of the folder `node/`, made by [`text!`].
pub struct Text {
    pub(super) file: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) text: &'static str,
}

impl Text {
    /// The file's name.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// What is in it.
    pub fn get(&self) -> Cow<'static, str> {
        #[cfg(not(target_arch = "wasm32"))]
        return Cow::Borrowed(self.text);
        #[cfg(target_arch = "wasm32")]
        return Cow::Owned(
            SOURCE
                .get()
                .map_or(String::new(), |source| source(self.file)),
        );
    }
}

/// The file of this name in the folder `node/`.
macro_rules! text {
    ($file:literal) => {
        Text {
            file: $file,
            #[cfg(not(target_arch = "wasm32"))]
            text: include_str!(concat!("../node/", $file)),
        }
    };
}
pub(super) use text;
