//! Which sort of module the main program is.

use crate::disk::parent;
use crate::shared::Shared;
use loopscope_model::ModuleKind;

/// The kind of the main program, as Node 20 finds it: by its extension, then by the `type` of the nearest
/// `package.json`.
pub fn of_main(shared: &Shared) -> ModuleKind {
    of_path(shared, &shared.scenario.absolute(&shared.scenario.main))
}

/// The kind of a file.
pub fn of_path(shared: &Shared, path: &str) -> ModuleKind {
    if path.ends_with(".mjs") {
        return ModuleKind::EsModule;
    }
    if !path.ends_with(".js") {
        return ModuleKind::CommonJs;
    }
    let mut folder = parent(path);
    while let Some(at) = folder {
        let package = format!("{}/package.json", at.trim_end_matches('/'));
        if let Ok(bytes) = shared.disk.borrow().read(&package) {
            let package: Option<serde_json::Value> = serde_json::from_slice(&bytes).ok();
            let is_module = package.is_some_and(|p| p["type"] == "module");
            return if is_module {
                ModuleKind::EsModule
            } else {
                ModuleKind::CommonJs
            };
        }
        folder = parent(at);
    }
    ModuleKind::CommonJs
}
