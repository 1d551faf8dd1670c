import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..", "..");

/**
 * Bundles the web console: a page, a script and a style sheet, with everything in them that they need.
 * @param outDir - absolute; made if missing
 */
export async function buildConsole(outDir: string): Promise<void> {
  const source = join(ROOT, "console");
  await build({
    entryPoints: { console: join(source, "main.tsx"), style: join(source, "console.css") },
    entryNames: "console",
    outdir: outDir,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022", // colours by light-dark() are left to the browser
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "inline",
    logLevel: "warning",
  });
  await mkdir(outDir, { recursive: true });
  await copyFile(join(source, "index.html"), join(outDir, "index.html"));
  await copyFile(join(ROOT, "scripts", "demo", "look", "comet.svg"), join(outDir, "comet.svg"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole(join(ROOT, "dist", "console", "public"));
