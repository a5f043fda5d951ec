// A first screen that stands in an element (crates/first), until the widget takes its place: in one go, with what was pressed, with
// focus, and never under a finger.
//
// Belongs here: taking up that markup, and handing over. Does not: who sees it (first.ts, opening.ts), what of the pressed is kept (pressed.ts),
// the widget's start (element.ts).
import { again, controlOf, forget, kept, nameOf, type Pressed, pressedOpener, read, repeat } from "./pressed.ts";
import { keeps } from "./storage.ts";

/** Whoever holds something down for longer (ms) does not press. */
const HELD = 2000;
/** So often (ms) it is looked whether they still do. */
const LOOK = 20;

export class FirstScreen {
  /** What was pressed, once the screen is not there any more. */
  #pressed: Pressed | undefined;
  #opened = "";

  readonly #guide: string;
  readonly #rev: string;

  private constructor(
    private readonly host: HTMLElement,
    private readonly root: ShadowRoot,
    readonly all: HTMLElement,
    private readonly place: HTMLElement,
    private readonly looks: Element | null,
  ) {
    const { first = "", rev = "" } = all.dataset;
    this.#guide = first;
    this.#rev = rev;
  }

  /** That of an element, as it is parsed, or was put there (opening.ts). `looks`: the style sheet that came with it. */
  static of(host: HTMLElement, looks = host.shadowRoot?.querySelector("link, style") ?? null): FirstScreen | undefined {
    const root = host.shadowRoot;
    const all = root?.querySelector<HTMLElement>("[data-first]");
    const place = all?.querySelector<HTMLElement>(".place");
    return root && all && place ? new FirstScreen(host, root, all, place, looks) : undefined;
  }

  get #kept(): Pressed | undefined {
    return keeps(this.host) ? kept(this.#guide, this.#rev) : undefined;
  }

  /** Whether it is shown to this reader. */
  get isShown(): boolean {
    return this.host.dataset.first !== undefined && !this.all.hidden;
  }

  /** A part of the element that the markup holds, so that nothing is drawn anew. */
  part(name: string): HTMLElement | null {
    return this.all.querySelector<HTMLElement>(`.${name}`);
  }

  /** Waits until nothing is held down in it: what is, is about to be pressed. */
  async still(): Promise<void> {
    for (const end = performance.now() + HELD; this.all.dataset.held !== undefined && performance.now() < end; )
      await new Promise((next) => setTimeout(next, LOOK));
  }

  /** Takes it away. What was pressed on it waits for the widget. */
  drop(): void {
    if (this.isShown) {
      this.#pressed = read(this.place);
      this.#opened = pressedOpener(this.place);
    }
    this.looks?.remove();
    this.place.replaceChildren();
    this.all.hidden = false;
    delete this.all.dataset.first;
    delete this.host.dataset.first;
  }

  /** Puts the widget into its place, with the looks that come with it, and presses there what was pressed here. */
  handTo(widget: HTMLElement, dress: () => void): void {
    const active = this.root.activeElement;
    const focused = active instanceof HTMLElement && this.place.contains(active) ? active : undefined;
    this.drop();
    dress();
    this.place.append(widget);
    if (focused) {
      const same = controlOf(widget, nameOf(focused)) ?? widget.querySelector<HTMLElement>("#heading");
      same?.focus({ preventScroll: true });
    }
    const pressed = this.#pressed?.answer || this.#pressed?.ticks.length ? this.#pressed : this.#kept;
    // The widget saves an answer as it is pressed.
    if (pressed) repeat(widget, pressed, again);
    if (keeps(this.host)) forget(this.#guide);
    const opened = this.#opened;
    if (opened)
      setTimeout(() => {
        const control = controlOf(widget, opened);
        if (control) again(control);
      });
    this.#pressed = undefined;
    this.#opened = "";
  }
}
