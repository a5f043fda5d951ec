import { defineConfig } from "vitepress";

export default defineConfig({
  title: "Lamps",
  head: [
    ["link", { rel: "icon", href: "data:," }],
    ["script", { src: "/unstuck/embed.js", async: "" }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "unstuck-guide" } } },
  themeConfig: {
    sidebar: [
      { text: "The lamp", link: "/lamp" },
      { text: "The doorbell", link: "/door" },
      { text: "About", link: "/about" },
    ],
  },
});
