// What an element says of itself, in `data-` attributes, for the page to see and to style by.
//
// Belongs here: which attributes these are, and that they stay as they are said. Does not: what is said when (element.ts).
import { beforeFrame } from "./watch.ts";

const NAMES = ["state", "view", "screen"] as const;
type Values = Partial<Record<(typeof NAMES)[number], string | undefined>>;

/** The attributes, for `observedAttributes`. */
export const SHOWN: readonly string[] = NAMES.map((name) => `data-${name}`);

export class Shown {
  readonly #values: Values = {};

  constructor(private readonly host: HTMLElement) {}

  get view(): string | undefined {
    return this.#values.view;
  }

  tell(values: Values): void {
    Object.assign(this.#values, values);
    this.putBack();
  }

  readonly putBack = (): void => {
    const { dataset } = this.host;
    for (const name of NAMES) {
      const value = this.#values[name];
      if (value === undefined) delete dataset[name];
      else if (dataset[name] !== value) dataset[name] = value;
    }
  };

  /** One of them has changed. A morph takes off what the server has not sent. */
  changed(attribute: string, now: string | null): void {
    const name = NAMES.find((each) => attribute === `data-${each}`);
    if (name && this.#values[name] !== (now ?? undefined)) beforeFrame(this.putBack);
  }
}
