// What is wrong with a file that could not be had, as far as it can be told from the page.
//
// Belongs here: asking the server once more, and what the page's policy has forbidden since this was loaded. Does not: what a file
// should hold (parts.ts, loader.ts).
import { problem, within } from "./problem.ts";

/** A server that does not answer within this is not waited for (ms): the reader is told before that. */
export const PATIENCE = 8000;

const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", wasm: "application/wasm", css: "text/css" };

const violations: SecurityPolicyViolationEvent[] = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event));

/** What forbids an address, if it is the page's policy. */
export const forbidden = async (url: URL): Promise<Error | undefined> => {
  // The event comes as a task of its own.
  await new Promise((next) => setTimeout(next, 0));
  const violation = violations.find(({ blockedURI }) => blockedURI && url.href.startsWith(blockedURI));
  if (!violation) return undefined;
  const { effectiveDirective } = violation;
  return problem("forbidden", `the page's Content-Security-Policy forbids ${url}: add ${url.origin} to its ${effectiveDirective}`);
};

/** What is wrong with a file of the release; nothing where it is there, and of its type. */
export const problemOf = async (url: URL): Promise<Error | undefined> => {
  const answer = await within(PATIENCE, fetch(url, { method: "HEAD", cache: "no-store" })).catch(() => undefined);
  if (!answer) {
    const why = "the network is down, or its server does not let this page read it; it must send Access-Control-Allow-Origin";
    return (await forbidden(url)) ?? problem("part-unreachable", `${url} could not be loaded: ${why}`);
  }
  if (!answer.ok) return problem("part-missing", `${url} is not there (${answer.status}): upload all files of the release`);
  const type = answer.headers.get("Content-Type") ?? "";
  const ending = url.pathname.split(".").pop() ?? "";
  // A script runs as nothing else; of the others a page for every address is the one mistake.
  const wrong = ending === "js" ? !/javascript/.test(type) : ending in TYPES && /html/.test(type);
  return wrong ? problem("part-wrong-type", `${url} is served as "${type}": it must be ${TYPES[ending]}`) : undefined;
};
