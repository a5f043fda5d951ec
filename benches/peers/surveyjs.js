// The guide with SurveyJS: a page a screen, shown by its own conditions. It goes on by itself, without a delay.
import guide from "guide";
import { Model, settings } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.css";
import { load, offered, outcome, save } from "./lib/walk.js";
import { answersOf, contextOf, headingOf, words } from "./lib/words.js";

// Names without a blank: they stand in conditions.
const name = (kind, fix) => (fix ? `${kind}__${fix.id.replaceAll("-", "_")}` : kind);
const at = (fix) => guide.fixes.indexOf(fix);
const choices = (screen) => answersOf(screen).map(([value, text]) => ({ value, text }));
const only = (term) => {
  if (!term) return "";
  const [not, id] = term.startsWith("!") ? ["<>", term.slice(1)] : ["=", term];
  return `({choice} = 'unsure' or {choice} ${not} '${id}')`;
};
const all = (...conditions) => conditions.filter(Boolean).join(" and ");
const html = (id, text, visibleIf) => ({ type: "html", name: id, html: text, ...(visibleIf && { visibleIf }) });
const ask = (screen, visibleIf) => ({
  name: `page-${name(screen.kind, screen.fix)}`,
  visibleIf,
  title: contextOf(screen),
  elements: [
    ...(screen.before ?? []),
    { type: "radiogroup", name: name(screen.kind, screen.fix), title: screen.kind === "fix" ? guide.verdict.ask : headingOf(screen), isRequired: true, choices: choices(screen) },
  ],
});

/** The screens of a fix: its check, its risk and itself. */
function pages(fix) {
  const show = { fix, at: at(fix), fixes: guide.fixes };
  const given = (kind) => `{${name(kind, fix)}}`;
  const goes = fix.check ? `(${given("check")} notempty and ${given("check")} <> 'tried' and ${given("check")} <> '${fix.check.pass}')` : "";
  const taken = fix.risk ? `${given("confirm")} = 'confirm'` : "";
  const offers = only(fix.onlyIf);
  const steps = {
    type: "checkbox",
    name: name("steps", fix),
    title: fix.title,
    choices: fix.steps.map((step) => ({ value: step.id, text: step.html.replace(/<[^>]+>/g, ""), ...(step.onlyIf && { visibleIf: only(step.onlyIf) }) })),
  };
  const id = name("text", fix);
  const out = [];
  if (fix.check) out.push(ask({ ...show, kind: "check", before: [html(`${id}_hint`, fix.check.hint)] }, offers));
  if (fix.risk) out.push(ask({ ...show, kind: "confirm", before: [html(`${id}_risk`, `<strong>${fix.risk.title}</strong>${fix.risk.html}`)] }, all(offers, goes)));
  const before = [html(`${id}_why`, fix.reason + (fix.away ?? "")), steps, html(`${id}_wait`, fix.wait)];
  out.push(ask({ ...show, kind: "fix", before }, all(offers, goes, taken)));
  return out;
}

const survey = new Model({
  pages: [
    ask({ kind: "choice" }),
    ...guide.fixes.flatMap(pages),
    { name: "page-exhausted", title: words.lastFix, elements: [html("support", `<h3>${guide.support.title}</h3>${guide.support.html}<h3>${words.tried}</h3><div id="tried"></div>`)] },
  ],
  autoAdvanceEnabled: true,
  autoAdvanceAllowComplete: false,
  autoFocusFirstQuestion: true,
  showProgressBar: true,
  progressBarType: "pages",
  showCompletePage: false,
  completeText: words.restart,
  clearInvisibleValues: "none",
});
settings.autoAdvanceDelay = 0;
settings.animationEnabled = false;

const answers = () => Object.fromEntries(Object.entries(survey.data).map(([key, value]) => [key.replace("__", " ").replaceAll("_", "-"), value]));
survey.data = load().survey ?? {};
// Stored before the next page is shown.
survey.onValueChanged.add((_, { name }) => {
  save({ answers: {}, ticks: {}, survey: survey.data });
  // It goes on by itself where all is answered; steps need not be ticked.
  if (name.startsWith("fix")) survey.nextPage();
});

const app = document.getElementById("app");
survey.onAfterRenderPage.add(() => {
  app.dataset.screen = survey.currentPage.name.slice(5).replace("__", " ").replaceAll("_", "-");
  const list = app.querySelector("#tried");
  const given = answers();
  if (list) list.innerHTML = `<ul>${offered(given.choice).map((fix) => `<li>${fix.title}: ${outcome(fix, given) ?? "open"}</li>`).join("")}</ul>`;
});
survey.onComplete.add(() => {
  save({ answers: {}, ticks: {} });
  location.reload();
});
renderSurvey(survey, app);
