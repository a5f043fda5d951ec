//! What is thrown where an article makes no guide.

use wasm_bindgen::JsValue;

/// An `UnstuckRefusal` that names every problem, one per line.
pub(crate) fn refusal<T: ToString>(problems: &[T]) -> JsValue {
    let mut lines = String::new();
    for problem in problems {
        lines.push('\n');
        lines.push_str(&problem.to_string());
    }
    let error = js_sys::Error::new(&lines);
    error.set_name("UnstuckRefusal");
    error.into()
}
