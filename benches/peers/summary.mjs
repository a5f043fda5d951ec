// From visits to figures: the middle one of all, with the quarters around it, and how it compares to the hand-written one.

function spread(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((one, other) => one - other);
  if (!sorted.length) return null;
  const at = (part) => {
    const place = (sorted.length - 1) * part;
    const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (high - low) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), n: sorted.length };
}

const METRICS = ["bytes", "cold", "warm", "firstAnswer", "dom", "frame", "answerable", "shift", "blocked", "memory"];

export function summary(targets, visits, around) {
  const of = (name, condition) => visits.filter((one) => one.target === name && one.condition === condition);
  const figures = targets.map(({ name, title }) => {
    const conditions = {};
    for (const condition of ["full", "slow"]) {
      const own = of(name, condition);
      if (!own.length) continue;
      const hand = of("by-hand", condition);
      conditions[condition] = Object.fromEntries(
        METRICS.map((metric) => {
          const figure = spread(own.flatMap((one) => one[metric]));
          const base = spread(hand.flatMap((one) => one[metric]));
          const ratio = figure && base?.median ? figure.median / base.median : null;
          return [metric, figure && { ...figure, ratio }];
        }),
      );
      const sum = (metric) => own.reduce((all, one) => all + (one[metric] ?? 0), 0);
      Object.assign(conditions[condition], { lost: sum("lost"), unsaved: sum("unsaved"), longAnswers: sum("longAnswers"), longest: Math.max(...own.map((one) => one.longest)) });
    }
    return { name, title, conditions };
  });
  return { figures, empty: spread(around.empty), far: Object.fromEntries(Object.entries(around.far).map(([name, all]) => [name, spread(all)])) };
}

const round = (number) => (number >= 100 ? Math.round(number) : Math.round(number * 10) / 10);
const cell = (figure) => (figure ? `${round(figure.median).toLocaleString("en")} (${round(figure.low)}–${round(figure.high)})` : "-");
const ratio = (figure) => (figure?.ratio ? figure.ratio.toFixed(2) : "-");

export function table({ figures, empty, far }) {
  const head = [
    "",
    "KB to the first question",
    "first question, cold",
    "× hand",
    "warm",
    "first press answered",
    "next screen’s DOM",
    "its frame",
    "× hand",
    "answerable",
    "× hand",
    "tasks over 50 ms",
    "layout shift",
    "memory over an empty page, MB",
  ];
  const rows = (condition) =>
    figures
      .filter((one) => one.conditions[condition])
      .map(({ title, conditions }) => {
        const of = conditions[condition];
        const memory = of.memory && empty ? ((of.memory.median - empty.median) / 1e6).toFixed(1) : "-";
        const tasks = of.longAnswers ? `${of.longAnswers} (${Math.round(of.longest)})` : "0";
        return [title, (of.bytes.median / 1000).toFixed(1), cell(of.cold), ratio(of.cold), cell(of.warm), cell(of.firstAnswer), cell(of.dom), cell(of.frame), ratio(of.frame), cell(of.answerable), ratio(of.answerable), tasks, of.shift.median.toFixed(3), memory];
      });
  const lines = (cells) => cells.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const part = (title, condition) => {
    const all = rows(condition);
    return all.length ? `${title}\n\n${lines([head, head.map((_, at) => (at ? "---:" : "---")), ...all])}\n` : "";
  };
  const before = Object.entries(far).map(([name, figure]) => `${name}: ${cell(figure)} ms`);
  return [
    part("Slow (4x CPU, 150 ms a request, 1.6 Mbit/s), in ms: the middle one, and the middle half", "slow"),
    part("At full speed, in ms", "full"),
    `Main thread before the reader comes near the tag, 4x CPU: ${before.join(", ")}\n`,
  ]
    .filter(Boolean)
    .join("\n");
}
