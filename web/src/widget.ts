// The widget's module, with the glue that wasm-bindgen made.
export { default, learn, Widget } from "unstuck-widget";
