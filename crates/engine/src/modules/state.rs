//! What is known of the modules of a run.

use boa_engine::{JsObject, JsValue, Module};
use loopscope_model::ProbeId;
use loopscope_model::numbered::Numbered;
use std::collections::{BTreeMap, BTreeSet};

/// The modules of a run.
#[derive(Default)]
pub struct Modules {
    /// ES modules, and what stands for others where they are imported, by absolute path or `node:` name.
    pub esm: BTreeMap<String, Module>,
    /// What `require` gave for ES modules.
    pub required: BTreeMap<String, JsValue>,
    /// Node's own modules that were given the names of the version.
    pub shaped: BTreeSet<String>,
    /// Promises of modules whose evaluation began.
    pub evaluations: BTreeMap<String, JsObject>,
    /// The promise of the main module, if it is an ES module.
    pub main_promise: Option<JsObject>,
    /// The top-level `await`s at which modules wait, by the number of their text.
    pub waiting_at: Numbered<u32, ProbeId>,
    /// What the last `import()` asked for, until it is begun.
    pub asked: Option<super::dynamic::Asked>,
    /// Whether a call of the loader only tells what is asked for.
    pub asking: bool,
}
