//! Same scenario, same bytes: the traces that the build recorded in Wasm are those that the native engine records.

use loopscope_model::Trace;
use loopscope_tests::record;
use std::fs;
use std::path::Path;

#[test]
fn the_built_in_scenarios_are_the_same_natively_and_in_wasm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist/scenarios");
    let mut compared = 0;
    for entry in fs::read_dir(folder).expect("dist/ is built: run cargo xtask build") {
        let path = entry.expect("dist/scenarios can be read").path();
        let bytes = fs::read(&path).expect("a trace can be read");
        let in_wasm: Trace = postcard::from_bytes(&bytes).expect("a trace is a trace");
        let native = record(&in_wasm.scenario);
        let native = postcard::to_allocvec(&native).expect("a trace can be written");
        assert!(native == bytes, "{} differs", path.display());
        compared += 1;
    }
    assert!(compared >= 8, "only {compared} scenarios were compared");
}
