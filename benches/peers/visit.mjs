// One visit to one target: loads it, presses as a reader does, and gives what was measured.
import { readFileSync } from "node:fs";

const PROBE = readFileSync(new URL("lib/probe.js", import.meta.url), "utf8");
/** As the reader reads: what an answer leaves to be done is over by the next press. */
const PAUSE = 300;
export const CONDITIONS = {
  full: { cpu: 1, network: null },
  // A slow phone on a slow network.
  slow: { cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 } },
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const within = (promise, ms, what) => Promise.race([promise, sleep(ms).then(() => Promise.reject(new Error(`${what}: nothing after ${ms / 1000} s`)))]);

async function open(context, conditions) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (conditions.network) await cdp.send("Network.emulateNetworkConditions", conditions.network);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpu });
  await page.addInitScript(PROBE);
  return { page, cdp };
}

/** A press with the mouse, by the browser's own input. Whether there was anything to press. */
async function press({ page, cdp }, selector) {
  const at = await page.evaluate((words) => __probe.place(words), selector);
  if (!at) return false;
  const event = { ...at, button: "left", buttons: 1, clickCount: 1 };
  await cdp.send("Input.dispatchMouseEvent", { ...event, type: "mouseMoved", buttons: 0, button: "none", clickCount: 0 });
  await cdp.send("Input.dispatchMouseEvent", { ...event, type: "mousePressed" });
  await cdp.send("Input.dispatchMouseEvent", { ...event, type: "mouseReleased", buttons: 0 });
  return true;
}

async function first(tab, url, target) {
  await tab.page.goto(url, { waitUntil: "commit" });
  return within(
    tab.page.evaluate(() => __probe.first),
    30_000,
    `${target.name}: the first question`,
  );
}

/** Answers once. A press that leads nowhere is one that was lost, and is made again. */
async function answer(tab, target, lost = 0) {
  const before = await tab.page.evaluate(() => __probe.arm());
  const selector = target.answer(before);
  if (!(await press(tab, selector))) return null;
  try {
    const told = await within(
      tab.page.evaluate(() => __probe.told()),
      8000,
      `${target.name}: after ${selector} on ${before}`,
    );
    return { ...told, lost };
  } catch (error) {
    if (lost > 2) throw error;
    return answer(tab, target, lost + 1);
  }
}

async function walk(tab, target, most) {
  const answers = [];
  while (answers.length < most) {
    await sleep(PAUSE);
    const one = await answer(tab, target);
    if (!one) break;
    answers.push(one);
  }
  return answers;
}

/** Bytes in use, after what is not needed any more has gone. */
export async function memory({ cdp }) {
  await cdp.send("HeapProfiler.enable");
  for (let n = 0; n < 3; n += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** Cold, with a walk; then warm, after all that was said is gone. */
export async function visit(browser, address, target, condition, most) {
  const conditions = CONDITIONS[condition];
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const url = address + target.path;
    const tab = await open(context, conditions);
    const cold = await first(tab, url, target);
    // Pressed as soon as it is seen.
    const at = await answer(tab, target);
    const answers = await walk(tab, target, most);
    const total = await tab.page.evaluate(() => __probe.total());
    const used = await memory(tab);
    await tab.page.goto("about:blank");
    await tab.cdp.send("Storage.clearDataForOrigin", { origin: address, storageTypes: "local_storage,indexeddb" });
    await tab.page.close();
    const again = await open(context, conditions);
    const warm = await first(again, url, target);
    // Of the walk, not of the load.
    const long = (from, to) => total.tasks.filter(([start, took]) => took > 50 && start + took > from && start < to);
    const during = answers.flatMap(({ pressed, answerable }) => long(pressed, pressed + answerable));
    return {
      bytes: cold.bytes,
      cold: cold.visible,
      // Since the first question was seen.
      firstAnswer: at ? at.at - cold.visible : undefined,
      lost: at?.lost,
      warm: warm.visible,
      dom: answers.map(({ dom }) => dom),
      frame: answers.map(({ frame }) => frame),
      answerable: answers.map(({ answerable }) => answerable),
      unsaved: answers.filter(({ kept }) => !kept).length,
      screens: [cold.screen, ...(at ? [at.screen] : []), ...answers.map(({ screen }) => screen)],
      longAnswers: during.length,
      longest: Math.max(0, ...during.map(([, took]) => took)),
      blocked: long(0, answers[0]?.pressed ?? Infinity).reduce((sum, [, took]) => sum + took - 50, 0),
      shift: total.shift,
      memory: used,
    };
  } finally {
    await context.close();
  }
}

/** What a page that holds nothing of ours takes. */
export async function empty(browser, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const tab = await open(context, CONDITIONS.full);
    await tab.page.goto(`${address}/empty.html`);
    await sleep(500);
    return await memory(tab);
  } finally {
    await context.close();
  }
}

/** The main thread's time for a tag that nobody has come near (ms, by the browser's own trace, 4x CPU). In a page that Playwright does not
 * know: in its own an error's stack is made as for a debugger, for which the browser parses a script again. */
export async function far(browser, address, path) {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send("Target.createBrowserContext");
  try {
    const { targetId } = await root.send("Target.createTarget", { url: "about:blank", browserContextId, width: 390, height: 844 });
    const { sessionId } = await root.send("Target.attachToTarget", { targetId });
    let id = 0;
    const send = (method, params = {}) => {
      id += 1;
      return root.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    };
    const { cpu, network } = CONDITIONS.slow;
    await send("Network.enable");
    await send("Network.emulateNetworkConditions", network);
    await send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await browser.startTracing(undefined, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"] });
    await send("Page.navigate", { url: address + path });
    await sleep(2000);
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    const ours = (data) => [data?.url, data?.fileName].some((url) => url?.endsWith("/embed.js"));
    const names = ["EvaluateScript", "v8.compile", "FunctionCall"];
    const events = traceEvents.filter(({ name, args }) => names.includes(name) && ours(args.data ?? args));
    // One within another counts once. The thread's own time: what else runs on this machine is none of it.
    let end = 0;
    let sum = 0;
    for (const { ts, dur = 0, tdur = dur } of events.sort((one, other) => one.ts - other.ts)) {
      if (ts < end) continue;
      sum += tdur;
      end = ts + dur;
    }
    return sum / 1000;
  } finally {
    await root.send("Target.disposeBrowserContext", { browserContextId });
  }
}
