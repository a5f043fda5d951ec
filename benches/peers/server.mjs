// The same server for all: everything in brotli at its best quality, made once; pages are asked for anew, the rest is kept.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };
const best = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** Serves `folders` (a name and where it lies) and `pages` (a path and its HTML). Gives the address and what closes it. */
export async function serve(folders, pages) {
  const made = new Map();
  async function read(path) {
    if (pages[path]) return Buffer.from(pages[path]);
    const [, name, ...rest] = path.split("/");
    const file = normalize(rest.join("/") || "index.html");
    if (!folders[name] || file.startsWith("..")) return null;
    return readFile(join(folders[name], file.endsWith("/") ? `${file}index.html` : file)).catch(() => null);
  }
  async function answer(path) {
    if (!made.has(path)) {
      const bytes = await read(path);
      made.set(path, bytes && { body: best(bytes), tag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"` });
    }
    return made.get(path);
  }
  // Made before anyone asks: nobody waits for it.
  for (const path of Object.keys(pages)) await answer(path);
  for (const [name, folder] of Object.entries(folders)) {
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = relative(folder, join(file.parentPath ?? file.path, file.name)).replaceAll("\\", "/");
      if (file.isFile()) await answer(`/${name}/${path.replace(/^index\.html$/, "")}`);
    }
  }
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const found = await answer(path);
    if (!found) return response.writeHead(404).end();
    const page = path.endsWith("/") || path.endsWith(".html");
    const headers = { "content-type": TYPES[page ? ".html" : extname(path)] ?? "application/octet-stream", "cache-control": page ? "no-cache" : "max-age=3600", etag: found.tag };
    if (request.headers["if-none-match"] === found.tag) return response.writeHead(304, headers).end();
    response.writeHead(200, { ...headers, "content-encoding": "br", "content-length": found.body.length }).end(found.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
