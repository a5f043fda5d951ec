module.exports = {
  title: "Lamps",
  url: "https://lamps.example",
  baseUrl: "/",
  favicon: "data:,",
  onBrokenLinks: "throw",
  scripts: [{ src: "/unstuck/embed.js", async: true }],
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: "./sidebars.js" }]],
  themes: ["@docusaurus/theme-classic"],
};
