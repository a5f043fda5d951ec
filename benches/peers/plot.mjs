// The figures as a drawing: for each target the middle one and the middle half, beside the hand-written one.
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

const SHOWN = [
  ["cold", "First question, cold"],
  ["frame", "An answer, to its frame"],
  ["answerable", "An answer, until the next one can be given"],
];

export function plot({ figures }) {
  const points = SHOWN.flatMap(([metric, facet]) =>
    figures.flatMap(({ title, name, conditions }) => {
      const { slow } = conditions;
      return slow?.[metric] ? [{ ...slow[metric], title, facet, kind: name === "by-hand" ? "hand-written" : name.match(/^(page|tag)/) ? "Unstuck" : "library" }] : [];
    }),
  );
  const base = Object.fromEntries(points.filter((one) => one.kind === "hand-written").map((one) => [one.facet, one.median]));
  const relative = points.map((one) => ({ ...one, median: one.median / base[one.facet], low: one.low / base[one.facet], high: one.high / base[one.facet] }));
  const order = figures.map(({ title }) => title);
  const { document } = new JSDOM("").window;
  const figure = Plot.plot({
    document,
    width: 760,
    height: 40 + SHOWN.length * (order.length + 2) * 20,
    marginLeft: 210,
    marginRight: 20,
    x: { label: "times the hand-written one (4x CPU, 150 ms a request, 1.6 Mbit/s)", domain: [0, Math.max(...relative.map((one) => one.high))], grid: true },
    y: { domain: order, label: null },
    fy: { domain: SHOWN.map(([, facet]) => facet), axis: null },
    color: { domain: ["hand-written", "library", "Unstuck"], range: ["#5a5d66", "#a8420a", "#0b57c4"] },
    style: { background: "#fff", color: "#1c1d21", fontFamily: "system-ui, sans-serif", fontSize: "12px" },
    marks: [
      Plot.ruleX([1], { stroke: "#5a5d66", strokeDasharray: "3 3" }),
      Plot.text(SHOWN, { fy: ([, facet]) => facet, text: ([, facet]) => facet, frameAnchor: "top-right", dy: -2, fontWeight: 600 }),
      Plot.link(relative, { fy: "facet", y: "title", x1: "low", x2: "high", stroke: "kind", strokeWidth: 3, strokeOpacity: 0.5 }),
      Plot.dot(relative, { fy: "facet", y: "title", x: "median", fill: "kind", r: 4 }),
    ],
  });
  figure.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${figure.outerHTML}\n`;
}
