import { type ReactNode, StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Link, Route, Routes } from "react-router";
import { load, type UnstuckGuideAttributes, type UnstuckGuideElement } from "unstuck-guide";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "unstuck-guide": UnstuckGuideAttributes & React.HTMLAttributes<HTMLElement> & React.RefAttributes<UnstuckGuideElement>;
    }
  }
}

function Help({ introduction, fixes }: { introduction: ReactNode; fixes: ReactNode }) {
  const guide = useRef<UnstuckGuideElement>(null);
  const [tried, setTried] = useState(0);
  useEffect(() => {
    void load("/unstuck/embed.js");
    const element = guide.current;
    const count = () => setTried((all) => all + 1);
    element?.addEventListener("unstuck-verdict", count);
    return () => element?.removeEventListener("unstuck-verdict", count);
  }, []);
  return (
    <article>
      {introduction}
      <unstuck-guide ref={guide} />
      {fixes}
      <p>Tried here: {tried}</p>
      <button id="rerender" onClick={() => setTried((all) => all + 1)}>Another</button>
    </article>
  );
}

const lamp = <Help introduction={<>
__LAMP__
</>} fixes={<>
__LAMP_FIXES__
</>} />;
const door = <Help introduction={<>
__DOOR__
</>} fixes={<>
__DOOR_FIXES__
</>} />;

function App() {
  const [version, setVersion] = useState(0);
  return (
    <BrowserRouter>
      <nav>
        <Link to="/">The lamp</Link> <Link to="/door">The doorbell</Link> <Link to="/about">About</Link>
        <button id="remount" onClick={() => setVersion((all) => all + 1)}>Version {version}</button>
      </nav>
      <main key={version}>
        <Routes>
          <Route path="/" element={lamp} />
          <Route path="/door" element={door} />
          <Route path="/about" element={<h1>About</h1>} />
        </Routes>
      </main>
    </BrowserRouter>
  );
}

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
