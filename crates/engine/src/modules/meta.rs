//! `import.meta` of an ES module.

use super::failures;
use super::resolve::{self, Resolved, relative};
use crate::shared::shared;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::{
    Context, JsArgs, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};

/// Fills the `import.meta` of the module in this file as its version of Node has it: `dirname` and `filename` since Node 20,
/// `main` since Node 22.
///
/// # Errors
/// If the interpreter fails.
pub fn fill(meta: &JsObject, path: &str, context: &mut Context) -> JsResult<()> {
    let (major, is_main) = {
        let scenario = &shared(context).scenario;
        let main = scenario.absolute(&scenario.main);
        (scenario.node.major(), main == path)
    };
    let put = |name: &str, value: JsValue, context: &mut Context| {
        meta.create_data_property(JsString::from(name), value, context)
    };
    if major >= 20 {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = if folder.is_empty() { "/" } else { folder };
        put("dirname", JsString::from(folder).into(), context)?;
        put("filename", JsString::from(path).into(), context)?;
    }
    if major >= 22 {
        put("main", is_main.into(), context)?;
    }
    let own = JsString::from(path);
    let resolve = NativeFunction::from_copy_closure_with_captures(resolve_from, own);
    let resolve = FunctionObjectBuilder::new(context.realm(), resolve)
        .name(js_string!("resolve"))
        .length(1)
        .build();
    put("resolve", resolve.into(), context)?;
    put("url", url(path).into(), context)?;
    Ok(())
}

/// `import.meta.resolve(specifier)`: where an import of it would be looked for; whether a file is there is not looked at.
fn resolve_from(
    _: &JsValue,
    arguments: &[JsValue],
    own: &JsString,
    context: &mut Context,
) -> JsResult<JsValue> {
    let specifier = arguments.get_or_undefined(0).to_string(context)?;
    let specifier = specifier.to_std_string_lossy();
    let own = own.to_std_string_lossy();
    let found = resolve::esm(&shared(context), &specifier, &own);
    match found {
        Resolved::Builtin(id) => Ok(JsString::from(format!("node:{id}")).into()),
        Resolved::File(path) => Ok(url(&path).into()),
        Resolved::Problem(problem) => Err(failures::of_package(problem, context)),
        Resolved::NotFound => {
            match relative(
                specifier.strip_prefix("file://").unwrap_or(&specifier),
                &own,
            ) {
                Some(path) => Ok(url(&path).into()),
                None => Err(failures::no_package(&specifier, &own, context)),
            }
        }
    }
}

fn url(path: &str) -> JsString {
    JsString::from(format!("file://{path}"))
}
