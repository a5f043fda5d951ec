import { load } from "unstuck-guide";
import { createApp } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import About from "./About.vue";
import App from "./App.vue";
import Door from "./Door.vue";
import Lamp from "./Lamp.vue";

const routes = [
  { path: "/", component: Lamp },
  { path: "/door", component: Door },
  { path: "/about", component: About },
];
createApp(App).use(createRouter({ history: createWebHistory(), routes })).mount("#app");
load("/unstuck/embed.js");
