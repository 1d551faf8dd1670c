import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..", "..");

/** The bundles, by file name: the whole client, and its core with WebSocket and long-polling alone. */
const ENTRIES = {
  "oortbus-client": join(ROOT, "core", "client", "browser.ts"),
  "oortbus-client-core": join(ROOT, "core", "client", "browser-core.ts"),
  "oortbus-client-shared": join(ROOT, "core", "client", "shared", "browser-shared.ts"),
  "shared-worker": join(ROOT, "core", "client", "shared", "shared-worker.ts"),
};

/**
 * Bundles the client for browsers into ES modules, minified, each with its source map: `oortbus-client.js` with everything,
 * and `oortbus-client-core.js`. Each stands for itself.
 * @param outDir - absolute; made if missing
 * @returns the modules' size in bytes, by file name
 */
export async function buildBrowser(outDir: string): Promise<Record<string, number>> {
  const { metafile } = await build({
    entryPoints: ENTRIES,
    outdir: outDir,
    bundle: true,
    minify: true, // shortens #private names too
    sourcemap: true,
    format: "esm",
    platform: "browser", // a `node:` import in what it bundles is an error
    target: ["es2022", "chrome100", "firefox104", "safari15.4"],
    external: ["./shared-worker.js"], // loaded beside the client that is shared, not put into it
    metafile: true,
    logLevel: "warning",
  });
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith(".js"));
  return Object.fromEntries(outputs.map(([path, { bytes }]) => [path.slice(path.lastIndexOf("/") + 1), bytes]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBrowser(join(ROOT, "dist", "browser"));
