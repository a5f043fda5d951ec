//! What is thrown where an article makes no guide.

use unstuck_core::guide::is_bound;
use wasm_bindgen::JsValue;

/// An `UnstuckRefusal`, or the cause `too-large` where a bound is exceeded. It names every problem, one per line, after the
/// name of the file if there is one.
pub(crate) fn refusal<T: ToString>(
    file: &str,
    problems: &[T],
    rule: impl Fn(&T) -> &'static str,
) -> JsValue {
    let mut lines = file.to_owned();
    for problem in problems {
        lines.push('\n');
        lines.push_str(&problem.to_string());
    }
    let error = js_sys::Error::new(&lines);
    let too_large = problems.iter().any(|problem| is_bound(rule(problem)));
    error.set_name(if too_large {
        "too-large"
    } else {
        "UnstuckRefusal"
    });
    error.into()
}
