// In the place of sw.js: removes the worker from every browser that has it, with all that it kept. `cargo xtask dist
// --no-offline` puts it there; leave it there for as long as readers may come back who had the worker.

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

// Without a fetch listener all goes to the network, for pages that are open too: no need to wait for them.
worker.addEventListener("install", () => worker.skipWaiting());

const remove = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith(`unstuck ${worker.registration.scope} `)) await caches.delete(name);
  await worker.registration.unregister();
};
worker.addEventListener("activate", (event) => event.waitUntil(remove()));
