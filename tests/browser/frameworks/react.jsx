// A page of React's, in strict mode: every effect runs twice, and every element may be made twice.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [list, setList] = useState(["before", "guide", "after"]);
  const [shown, setShown] = useState(true);
  const [count, setCount] = useState(0);
  const [theme, setTheme] = useState("auto");
  const [key, setKey] = useState(0);
  const [heard, setHeard] = useState([]);
  const guide = (
    <li key="guide">
      {shown && (
        <unstuck-guide
          key={key}
          article="#lamp"
          theme={theme}
          data-count={count}
          onunstuck-verdict={(event) => setHeard((all) => [...all, event.detail.answer])}
        >
          Loading {count}
        </unstuck-guide>
      )}
    </li>
  );
  return (
    <>
      <button id="reorder" onClick={() => setList([...list].reverse())} />
      <button id="rotate" onClick={() => setList([...list.slice(1), list[0]])} />
      <button id="toggle" onClick={() => setShown(!shown)} />
      <button id="count" onClick={() => setCount(count + 1)} />
      <button id="theme" onClick={() => setTheme(theme === "dark" ? "light" : "dark")} />
      <button id="rekey" onClick={() => setKey(key + 1)} />
      <ul>{list.map((id) => (id === "guide" ? guide : <li key={id}>{id}</li>))}</ul>
      <p id="state">{[list.join(), shown, count, theme, key].join(" ")}</p>
      <p id="heard">{heard.join()}</p>
    </>
  );
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
