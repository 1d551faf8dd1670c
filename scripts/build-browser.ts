import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..", "..");

/**
 * Bundles the client for browsers into one ES module, minified, with its source map: `oortbus-client.js` and
 * `oortbus-client.js.map`.
 * @param outDir - absolute; made if missing
 * @returns the module's size in bytes
 */
export async function buildBrowser(outDir: string): Promise<number> {
  const { metafile } = await build({
    entryPoints: { "oortbus-client": join(ROOT, "core", "client", "browser.ts") },
    outdir: outDir,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: "esm",
    platform: "browser", // a `node:` import in what it bundles is an error
    target: ["es2022", "chrome100", "firefox104", "safari15.4"],
    metafile: true,
    logLevel: "warning",
  });
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith(".js"));
  return outputs.reduce((bytes, [, output]) => bytes + output.bytes, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBrowser(join(ROOT, "dist", "browser"));
