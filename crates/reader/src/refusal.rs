//! What is thrown where an article makes no guide.

use wasm_bindgen::JsValue;

/// An `UnstuckRefusal` that names every problem, one per line, after the name of the file if there is one.
pub(crate) fn refusal<T: ToString>(file: &str, problems: &[T]) -> JsValue {
    let mut lines = file.to_owned();
    for problem in problems {
        lines.push('\n');
        lines.push_str(&problem.to_string());
    }
    let error = js_sys::Error::new(&lines);
    error.set_name("UnstuckRefusal");
    error.into()
}
