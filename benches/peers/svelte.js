// The guide with Svelte.
import { mount } from "svelte";
import Guide from "./Guide.svelte";

mount(Guide, { target: document.getElementById("app") });
