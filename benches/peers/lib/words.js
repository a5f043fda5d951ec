// What is said around the guide's own words, and the answers of each screen: what they are called, and which look they have.
import guide from "guide";

export const words = {
  before: "Before the fixes",
  fixOf: (at, all) => `Fix ${at + 1} of ${all}`,
  confirm: "Before you start",
  lastFix: "That was the last fix",
  tried: "What you tried",
  back: "Back",
  restart: "Start again",
  saved: "Saved in this browser",
};

const { verdict } = guide;

export const answersOf = ({ kind }) =>
  ({
    choice: [...guide.choice.options.map(({ id, ask, hint }) => [id, ask, "option", hint]), ["unsure", "Not sure", "quiet"]],
    check: [["yes", "Yes"], ["no", "No"], ["unsure", "Not sure", "quiet"], ["tried", "I’ve already tried this", "quiet"]],
    confirm: [["confirm", "Show the steps", "first"], ["skip", "Skip this fix"]],
    fix: [["solved", verdict.solved], ["not-solved", verdict["not-solved"]], ["still-running", verdict["still-running"], "quiet"], ["cannot", verdict.cannot, "quiet"]],
  })[kind] ?? [];

export const headingOf = ({ kind, fix }) =>
  ({ choice: guide.choice.ask, check: fix?.check?.ask, solved: verdict.solved, exhausted: words.lastFix })[kind] ?? fix.title;

export const contextOf = ({ kind, fix, at, fixes }) => {
  if (!fix) return kind === "choice" ? words.before : `${fixes.length} fixes`;
  const place = words.fixOf(at, fixes.length);
  return kind === "fix" && fix.time ? `${place} · ${fix.time}` : kind === "check" ? `${place} · ${fix.title}` : place;
};
