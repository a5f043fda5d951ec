// The guide with Preact.
import { render } from "preact";
import { useState } from "preact/hooks";
import { Screen } from "./lib/view.jsx";
import { answered, back, load, save, screenOf, ticked } from "./lib/walk.js";

function Guide() {
  const [record, show] = useState(load);
  // Stored before it is shown.
  const go = (next) => {
    save(next);
    show(next);
  };
  const screen = screenOf(record.answers);
  return (
    <Screen
      screen={screen}
      record={record}
      tick={(step, done) => go(ticked(record, step, done))}
      answer={(answer) => go(answered(record, screen, answer))}
      back={() => go(back(record))}
      restart={() => go({ answers: {}, ticks: {} })}
    />
  );
}

render(<Guide />, document.getElementById("app"));
