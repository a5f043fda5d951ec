// What was pressed on a first screen before the widget was there: it shows on the controls themselves, and is kept on the device
// until the widget has it, so that a reader who leaves in between loses nothing.
//
// Belongs here: taking it, reading it off a screen, keeping it, showing it again and pressing the same on the widget's own screen. Does not:
// whether a first screen is shown (first.ts, opening.ts), and when the widget takes its place (handover.ts).
import { keeps } from "./storage.ts";

/** So long (ms) after a finger has gone up, its press has come. */
const PRESS = 50;

/** The screen, by its name and id; the answer, by its control's `data-action` and `data-id`; the ids of ticked steps. What is kept also has
 * the revision of the guide: an edited one has to be answered anew. */
export interface Pressed {
  readonly screen: string;
  readonly answer: string;
  readonly ticks: readonly string[];
}

const ANSWERS = '[data-action][part~="answer"]';
const TICKS = '[data-action="tick"]';
const PRESSED = '[aria-pressed="true"]';

// Guides' records are under `unstuck:` plus an id, which never begins with a colon.
const keyOf = (guide: string): string => `unstuck::first:${guide || location.pathname}`;
const nameOf = ({ dataset }: HTMLElement): string => `${dataset.action} ${dataset.id ?? ""}`;
const all = (place: ParentNode, selector: string): HTMLElement[] => [...place.querySelectorAll<HTMLElement>(selector)];
const ticksOf = (place: ParentNode): HTMLInputElement[] => all(place, TICKS) as HTMLInputElement[];

const screenOf = (place: ParentNode): string => {
  const { screen = "", id = "" } = place.querySelector<HTMLElement>("[data-screen]")?.dataset ?? {};
  return `${screen} ${id}`;
};

/** Presses a control of a first screen: of several answers the last one counts. */
const press = (place: ParentNode, control: HTMLElement): void => {
  // What lies over the card goes with an answer.
  const others = control.matches(ANSWERS) ? "[data-action]" : `[data-action]:not(${ANSWERS})`;
  for (const each of all(place, others)) each.removeAttribute("aria-pressed");
  control.setAttribute("aria-pressed", "true");
};

/** What a screen shows as pressed. */
export const read = (place: ParentNode): Pressed => {
  const answer = place.querySelector<HTMLElement>(ANSWERS + PRESSED);
  const ticked = ticksOf(place).filter(({ checked }) => checked);
  return { screen: screenOf(place), answer: answer ? nameOf(answer) : "", ticks: ticked.map(({ dataset }) => dataset.id ?? "") };
};

/** What of the pressed is no answer: what opens something. */
export const pressedOpener = (place: ParentNode): string => {
  const control = all(place, PRESSED).find((each) => !each.matches(ANSWERS));
  return control ? nameOf(control) : "";
};

const keep = (guide: string, rev: string, pressed: Pressed): void => {
  try {
    localStorage.setItem(keyOf(guide), JSON.stringify({ rev, ...pressed }));
  } catch {
    // Blocked or full storage: it holds for this page.
  }
};

export const forget = (guide: string): void => {
  try {
    localStorage.removeItem(keyOf(guide));
  } catch {
    // Blocked storage has kept none.
  }
};

/** What is kept of an earlier visit, or of the page before a reload, if the guide is the same. */
export const kept = (guide: string, rev: string): Pressed | undefined => {
  try {
    const { rev: of, screen, answer, ticks } = JSON.parse(localStorage.getItem(keyOf(guide)) ?? "null") ?? {};
    const isText = (value: unknown) => typeof value === "string";
    if (of === rev && isText(screen) && isText(answer) && Array.isArray(ticks) && ticks.every(isText)) return { screen, answer, ticks };
  } catch {
    // Blocked storage has kept none; and what is not ours is nothing.
  }
  return undefined;
};

/** Presses a control as a reader would, but for the page, which has heard of their own press. */
export const again = (control: HTMLElement): void => {
  control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
};

/** Does the same on a screen, where it is the same screen: a control that was given its answer meanwhile is not there any more. */
export const repeat = (place: ParentNode, { screen, answer, ticks }: Pressed, act: (control: HTMLElement) => void): void => {
  if (screenOf(place) !== screen) return;
  for (const tick of ticksOf(place)) if (ticks.includes(tick.dataset.id ?? "") && !tick.checked) again(tick);
  const control = all(place, ANSWERS).find((each) => nameOf(each) === answer);
  if (control) act(control);
};

/** The control of a screen that does what another one of this name does. */
export const controlOf = (place: ParentNode, name: string): HTMLElement | undefined =>
  name ? all(place, "[data-action]").find((each) => nameOf(each) === name) : undefined;

/** The name of a control. */
export { nameOf };

/** Takes what is pressed on an element's first screen as long as it is shown, with what was pressed on an earlier visit. */
export const take = (host: HTMLElement, all: HTMLElement, place: HTMLElement): void => {
  const { first: guide = "", rev = "" } = all.dataset;
  const mayKeep = keeps(host);
  const before = mayKeep && kept(guide, rev);
  if (before) repeat(place, before, (control) => press(place, control));
  // The widget's own presses are none of ours.
  const isShown = () => host.dataset.first !== undefined;
  const note = () => isShown() && mayKeep && keep(guide, rev, read(place));
  place.addEventListener("change", note);
  place.addEventListener("click", ({ target }) => {
    const control = (target as Element).closest<HTMLElement>("button[data-action]");
    if (!control || !isShown()) return;
    press(place, control);
    note();
  });
  // What is held down is about to be pressed.
  for (const [down, ups] of Object.entries({ pointerdown: ["pointerup", "pointercancel"], keydown: ["keyup"] }))
    all.addEventListener(down, () => {
      if (!isShown()) return;
      all.dataset.held = "";
      const release = () => {
        for (const up of ups) removeEventListener(up, release, true);
        setTimeout(() => delete all.dataset.held, PRESS);
      };
      for (const up of ups) addEventListener(up, release, true);
    });
};
