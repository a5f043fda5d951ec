// The walk as one would write it by hand: an answer a key, in the order they were given.
import guide from "guide";

const NAME = `peer:${guide.id}`;

export function load() {
  try {
    return JSON.parse(localStorage.getItem(NAME)) ?? { answers: {}, ticks: {} };
  } catch {
    return { answers: {}, ticks: {} };
  }
}

export function save(record) {
  try {
    localStorage.setItem(NAME, JSON.stringify(record));
  } catch {
    // Blocked or full: the walk goes on.
  }
}

/** Whether what hangs on the opening choice is for this reader. "Not sure" keeps everything. */
export function holds(term, chosen) {
  if (!term || chosen === "unsure") return true;
  return term.startsWith("!") ? chosen !== term.slice(1) : chosen === term;
}

export const offered = (chosen) => guide.fixes.filter((fix) => holds(fix.onlyIf, chosen));

/** What passes a fix over, or ends it. */
export function outcome({ id, check, risk }, answers) {
  const verdict = answers[`fix ${id}`];
  const said = check && answers[`check ${id}`];
  if (said === "tried") return "tried before";
  if (said && said === check.pass) return "not needed";
  if (risk && answers[`confirm ${id}`] === "skip") return "skipped";
  return verdict;
}

/** What is asked now: a kind, and the fix that it is about. */
export function screenOf(answers) {
  const chosen = answers.choice;
  if (!chosen) return { kind: "choice", place: "choice" };
  const fixes = offered(chosen);
  for (const [at, fix] of fixes.entries()) {
    const show = (kind) => ({ kind, fix, at, fixes, place: `${kind} ${fix.id}` });
    const came = outcome(fix, answers);
    if (came === "solved") return show("solved");
    if (came && came !== "still-running") continue;
    if (fix.check && !answers[`check ${fix.id}`]) return show("check");
    if (fix.risk && !answers[`confirm ${fix.id}`]) return show("confirm");
    return show("fix");
  }
  return { kind: "exhausted", fixes, place: "exhausted" };
}

/** Under which key an answer to a screen is kept. */
export const keyOf = ({ kind, fix }) => (fix ? `${kind} ${fix.id}` : kind);

export const answered = (record, screen, answer) => ({ ...record, answers: { ...record.answers, [keyOf(screen)]: answer } });

export function back(record) {
  const answers = { ...record.answers };
  delete answers[Object.keys(answers).at(-1)];
  return { ...record, answers };
}

export const ticked = (record, step, done) => ({ ...record, ticks: { ...record.ticks, [step]: done } });
