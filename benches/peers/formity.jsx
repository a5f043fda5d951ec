// The guide with Formity, on React: the flow is Formity's own, with a form a screen.
import { Formity } from "@formity/react";
import guide from "guide";
import { createRoot } from "react-dom/client";
import { Screen } from "./lib/view.jsx";
import { answered, back, holds, keyOf, load, offered, outcome, save, ticked } from "./lib/walk.js";

const start = load();
let record = start;
const go = (next) => {
  record = next;
  save(next);
};

function form(kind, fix) {
  const key = keyOf({ kind, fix });
  // What was said in an earlier visit is not asked again.
  const known = { variables: () => ({ [key]: start.answers[key] }) };
  const ask = {
    form: {
      fields: () => ({ [key]: ["", []] }),
      render: ({ values, onNext, onBack }) => {
        const fixes = values.choice && offered(values.choice);
        const screen = { kind, fix, fixes, at: fixes?.indexOf(fix), place: key };
        return (
          <Screen
            screen={screen}
            record={{ ...record, answers: values }}
            tick={(step, done) => go(ticked(record, step, done))}
            // Stored before it is shown.
            answer={(answer) => {
              go(answered(record, screen, answer));
              onNext({ [key]: answer });
            }}
            back={() => {
              go(back(record));
              onBack({ [key]: "" });
            }}
            restart={() => {
              go({ answers: {}, ticks: {} });
              location.reload();
            }}
          />
        );
      },
    },
  };
  return { condition: { if: () => start.answers[key] === undefined, then: [ask], else: [known] } };
}

const unless = (passes, then) => ({ condition: { if: (values) => !passes(values), then, else: [] } });

const end = (kind, fix) => ({
  form: {
    fields: () => ({}),
    render: ({ values, onBack }) => (
      <Screen
        screen={{ kind, fix, fixes: offered(values.choice), at: offered(values.choice).indexOf(fix), place: keyOf({ kind, fix }) }}
        record={{ ...record, answers: values }}
        back={() => {
          go(back(record));
          onBack({});
        }}
        restart={() => {
          go({ answers: {}, ticks: {} });
          location.reload();
        }}
      />
    ),
  },
});

const flow = [
  form("choice"),
  ...guide.fixes.map((fix) => {
    const over = (values) => outcome(fix, values) !== undefined;
    const solved = (values) => values[`fix ${fix.id}`] !== "solved";
    const inside = [form("fix", fix), unless(solved, [end("solved", fix)])];
    const risk = fix.risk ? [form("confirm", fix), unless(over, inside)] : inside;
    const check = fix.check ? [form("check", fix), unless(over, risk)] : risk;
    return unless((values) => !holds(fix.onlyIf, values.choice), check);
  }),
  end("exhausted"),
  { return: (values) => values },
];

createRoot(document.getElementById("app")).render(<Formity flow={flow} />);
