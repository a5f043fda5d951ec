// The first screen of a marked article, rendered.
export { default, FirstScreen, learn } from "unstuck-first-screen";
