// The guide by hand: elements made by the browser's own calls.
import guide from "guide";
import { answered, back, holds, load, offered, outcome, save, screenOf, ticked } from "./lib/walk.js";
import { answersOf, contextOf, headingOf, words } from "./lib/words.js";

const app = document.getElementById("app");
let record = load();
let moved = false;

function make(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "html") element.innerHTML = value;
    else if (key.startsWith("on")) element[key] = value;
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...inside.filter(Boolean));
  return element;
}

/** Stored before it is shown. */
function go(next) {
  record = next;
  save(record);
  moved = true;
  show();
}

const button = (action, text, look, hint, onclick) =>
  make("button", { type: "button", class: look ?? "", "data-action": action, onclick }, text, hint && make("span", { class: "hint", html: hint }));

function step(one) {
  const change = ({ target }) => {
    record = ticked(record, one.id, target.checked);
    save(record);
  };
  const box = make("input", { type: "checkbox", onchange: change });
  box.checked = Boolean(record.ticks[one.id]);
  const text = make("span", { html: one.html });
  if (one.risk) text.prepend(make("strong", {}, one.risk), make("br", {}));
  return make("li", {}, make("label", { class: "step" }, box, text));
}

function body({ kind, fix, fixes }) {
  if (kind === "check") return [make("div", { html: fix.check.hint })];
  if (kind === "confirm") return [make("div", { class: "risk" }, make("strong", {}, fix.risk.title), make("div", { html: fix.risk.html }))];
  if (kind === "fix") {
    const steps = fix.steps.filter((one) => holds(one.onlyIf, record.answers.choice));
    return [
      make("div", { html: fix.reason }),
      fix.away && make("div", { class: "note", html: fix.away }),
      make("ol", { class: "steps" }, ...steps.map(step)),
      make("div", { class: "note", html: fix.wait }),
      make("p", {}, guide.verdict.ask),
    ];
  }
  if (kind === "choice") return [];
  const tried = fixes.map((one) => make("li", {}, `${one.title}: ${outcome(one, record.answers) ?? "open"}`));
  const end = kind === "solved" ? [make("div", { html: guide.after })] : [make("h3", {}, guide.support.title), make("div", { html: guide.support.html })];
  return [...end, make("h3", {}, words.tried), make("ul", {}, ...tried)];
}

function bar(screen) {
  const fixes = screen.fixes ?? offered("unsure");
  const look = (fix) => (fix === screen.fix ? "now" : outcome(fix, record.answers) ? "done" : "");
  return make("div", { class: "bar", role: "img", "aria-label": contextOf(screen) }, ...fixes.map((fix) => make("span", { class: look(fix) })));
}

function show() {
  const screen = screenOf(record.answers);
  const begun = Object.keys(record.answers).length > 0;
  const heading = make("h2", { id: "heading", tabindex: -1 }, headingOf(screen));
  const controls = answersOf(screen).map(([answer, text, look, hint]) => button(answer, text, look, hint, () => go(answered(record, screen, answer))));
  app.dataset.screen = screen.place;
  app.replaceChildren(
    make("p", { class: "context" }, contextOf(screen)),
    bar(screen),
    heading,
    ...body(screen).filter(Boolean),
    make("div", { class: "controls", role: "group", "aria-labelledby": "heading" }, ...controls),
    make(
      "footer",
      {},
      begun && button("back", words.back, undefined, undefined, () => go(back(record))),
      begun && button("restart", words.restart, undefined, undefined, () => go({ answers: {}, ticks: {} })),
      make("p", { class: "kept" }, begun ? words.saved : ""),
    ),
  );
  if (moved) heading.focus({ preventScroll: true });
}

show();
