import type { UnstuckGuideElement, UnstuckProgress, UnstuckVerdict } from "unstuck-guide";
import { load } from "unstuck-guide";

const guide: UnstuckGuideElement = document.createElement("unstuck-guide");
guide.setAttribute("article", "#lamp");
document.querySelector("#lamp")?.before(guide);

// Every event with its type: what tsc reads here is what a page would write.
const seen: string[] = [];
guide.addEventListener("unstuck-ready", (event) => seen.push(event.detail.id));
guide.addEventListener("unstuck-screen", ({ detail }) => seen.push(`${detail.screen}:${detail.id}`));
guide.addEventListener("unstuck-answer", ({ detail }) => seen.push(detail.answer));
guide.addEventListener("unstuck-verdict", ({ detail }) => {
  const verdict: UnstuckVerdict = detail.answer;
  seen.push(verdict);
  const progress: UnstuckProgress | null = guide.progress;
  document.title = `${progress?.progress.answers.length ?? 0} answered; ${guide.report().length > 0 ? "with" : "no"} report`;
});
guide.addEventListener("unstuck-solved", ({ detail }) => seen.push(detail.id));
guide.addEventListener("unstuck-exhausted", () => guide.restart());
guide.addEventListener("unstuck-error", ({ detail }) => console.error(detail.cause));
// @ts-expect-error there is no such method
guide.forward;
// @ts-expect-error what the reader said can only be read
guide.progress = null;
const found: UnstuckGuideElement | null = document.querySelector("unstuck-guide");
if (!found) throw new Error("no element");

await load("/unstuck/embed.js");
