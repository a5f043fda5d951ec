// A screen as a component, for Preact and for React: by Formity, `go` is its own.
import guide from "guide";
import { holds, offered, outcome } from "./walk.js";
import { answersOf, contextOf, headingOf, words } from "./words.js";

const inside = (__html) => ({ dangerouslySetInnerHTML: { __html } });

let moved = false;
/** Focus goes to the heading of each screen but the first. */
const arrived = (heading) => {
  if (heading && moved) heading.focus({ preventScroll: true });
  if (heading) moved = true;
};

function Steps({ fix, record, tick }) {
  const steps = fix.steps.filter((one) => holds(one.onlyIf, record.answers.choice));
  return (
    <ol className="steps">
      {steps.map((one) => (
        <li key={one.id}>
          <label className="step">
            <input type="checkbox" defaultChecked={Boolean(record.ticks[one.id])} onChange={({ target }) => tick(one.id, target.checked)} />
            <span>
              {one.risk && <strong>{one.risk} </strong>}
              <span {...inside(one.html)} />
            </span>
          </label>
        </li>
      ))}
    </ol>
  );
}

function Body({ screen, record, tick }) {
  const { kind, fix, fixes } = screen;
  if (kind === "choice") return null;
  if (kind === "check") return <div {...inside(fix.check.hint)} />;
  if (kind === "confirm")
    return (
      <div className="risk">
        <strong>{fix.risk.title}</strong>
        <div {...inside(fix.risk.html)} />
      </div>
    );
  if (kind === "fix")
    return (
      <>
        <div {...inside(fix.reason)} />
        {fix.away && <div className="note" {...inside(fix.away)} />}
        <Steps fix={fix} record={record} tick={tick} />
        <div className="note" {...inside(fix.wait)} />
        <p>{guide.verdict.ask}</p>
      </>
    );
  return (
    <>
      {kind === "solved" ? <div {...inside(guide.after)} /> : <h3>{guide.support.title}</h3>}
      {kind === "exhausted" && <div {...inside(guide.support.html)} />}
      <h3>{words.tried}</h3>
      <ul>
        {fixes.map((one) => (
          <li key={one.id}>
            {one.title}: {outcome(one, record.answers) ?? "open"}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Screen({ screen, record, tick, answer, back, restart }) {
  const fixes = screen.fixes ?? offered("unsure");
  const look = (fix) => (fix === screen.fix ? "now" : outcome(fix, record.answers) ? "done" : "");
  const begun = Object.keys(record.answers).length > 0;
  return (
    <div data-screen={screen.place}>
      <p className="context">{contextOf(screen)}</p>
      <div className="bar" role="img" aria-label={contextOf(screen)}>
        {fixes.map((fix) => (
          <span key={fix.id} className={look(fix)} />
        ))}
      </div>
      <h2 key={screen.place} id="heading" tabIndex={-1} ref={arrived}>
        {headingOf(screen)}
      </h2>
      <Body key={`body ${screen.place}`} screen={screen} record={record} tick={tick} />
      <div className="controls" role="group" aria-labelledby="heading">
        {answersOf(screen).map(([name, text, look, hint]) => (
          <button key={name} type="button" className={look ?? ""} data-action={name} onClick={() => answer(name)}>
            {text}
            {hint && <span className="hint" {...inside(hint)} />}
          </button>
        ))}
      </div>
      <footer>
        {begun && (
          <button type="button" data-action="back" onClick={back}>
            {words.back}
          </button>
        )}
        {begun && (
          <button type="button" data-action="restart" onClick={restart}>
            {words.restart}
          </button>
        )}
        <p className="kept">{begun ? words.saved : ""}</p>
      </footer>
    </div>
  );
}
