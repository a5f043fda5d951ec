// The widget's module, with the glue that wasm-bindgen made.
export { default, Widget } from "unstuck-widget";
