// How many bytes files have in brotli at its best quality, as a JSON list: `node brotli.mjs FILE…`, for `cargo xtask size`.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const sizes = process.argv.slice(2).map((file) => brotliCompressSync(readFileSync(file)).length);
process.stdout.write(JSON.stringify(sizes));
