import { useEffect, useRef, useState } from "react";
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

function Lamp() {
  const guide = useRef<UnstuckGuideElement>(null);
  const [fixes, setFixes] = useState(0);
  useEffect(() => {
    void load("/unstuck/embed.js");
    const element = guide.current;
    const count = () => setFixes((all) => all + 1);
    element?.addEventListener("unstuck-verdict", count);
    return () => element?.removeEventListener("unstuck-verdict", count);
  }, []);
  return (
    <main>
      <Link id="away" to="/about">About</Link>
      <p>Tried here: {fixes}</p>
      <unstuck-guide ref={guide} article="#lamp" />
      <article id="lamp">
        <h1>The lamp stays dark</h1>
        <p>Three things to try before you buy another one.</p>
        <h2>1. Push the plug in</h2>
        <p>It may have come loose.</p>
        <ol><li>Pull the plug out.</li><li>Push it in again.</li></ol>
        <h2>2. Change the bulb</h2>
        <p>It may have burnt out.</p>
        <ol><li>Unscrew the old one.</li><li>Screw in a new one.</li></ol>
        <h2>3. Reset the fuse</h2>
        <p>It may have tripped.</p>
        <ol><li>Open the fuse box.</li><li>Push the lever up.</li></ol>
      </article>
    </main>
  );
}

const About = () => <main><h1>About</h1><Link id="home" to="/">The lamp</Link></main>;

createRoot(document.getElementById("root")!).render(
  <BrowserRouter>
    <Routes>
      <Route path="/" element={<Lamp />} />
      <Route path="/about" element={<About />} />
    </Routes>
  </BrowserRouter>,
);
