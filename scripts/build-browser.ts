import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..", "..");

/** The bundles, by file name: the whole client, and its core with WebSocket and long-polling alone. */
const ENTRIES = {
  "oortbus-client": join(ROOT, "core", "client", "browser.ts"),
  "oortbus-client-core": join(ROOT, "core", "client", "browser-core.ts"),
  "oortbus-client-shared": join(ROOT, "core", "client", "shared", "browser-shared.ts"),
  "shared-worker": join(ROOT, "core", "client", "shared", "shared-worker.ts"),
};

/**
 * Members that only the client's own modules know, and that are therefore shortened. Never a name of the public API, of a
 * message, or of the platform. The client's tests are run on the bundle, with all of these shortened.
 */
const INTERNAL_MEMBERS = [
  "agree agreed answer answered ask asked block bytes cameToRest carrier confirmed deadline delayMs",
  "delivered deliveryReceived departing drain drop endpoints events extensions factory flush follow",
  "forget handshakeReplied isAsked isFresh isRepeatable keepsSession metaReceived names nextId opened",
  "outstanding payload prefer pushFirst receivedAll repeat replied sendCycle sendDue sendIn",
  "sendRequests sessionExpired sessionLost silence startOver stateChanged stop subscribers succeeded",
  "take tell",
].flatMap((line) => line.split(" "));

/**
 * Bundles the client for browsers into ES modules, minified, each with its source map beside it (`.map`, not named
 * in the module): `oortbus-client.js` with everything, `oortbus-client-core.js`, and the two of a shared session.
 * @param outDir - absolute; made if missing
 * @returns the modules' size in bytes, by file name
 */
export async function buildBrowser(outDir: string): Promise<Record<string, number>> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES,
    outdir: outDir,
    bundle: true,
    minify: true, // shortens #private names too
    mangleProps: new RegExp(`^(${INTERNAL_MEMBERS.join("|")})$`),
    define: { setImmediate: "undefined" }, // which only Node.js has
    sourcemap: "external",
    format: "esm",
    platform: "browser", // a `node:` import in what it bundles is an error
    target: ["es2022", "chrome100", "firefox105", "safari15.4"],
    external: ["./shared-worker.js"], // loaded beside the client that is shared, not put into it
    write: false,
    logLevel: "warning",
  });
  await mkdir(outDir, { recursive: true });
  const sizes: Record<string, number> = {};
  for (const { path, text } of outputFiles.filter((file) => file.path.endsWith(".js"))) {
    const map = outputFiles.find((file) => file.path === `${path}.map`)!.text;
    const code = await shorten(text, map, path);
    sizes[basename(path)] = Buffer.byteLength(code);
  }
  return sizes;
}

/** Once more over what esbuild leaves, for another 2 %; writes the module and its map. @returns the module */
async function shorten(text: string, map: string, path: string): Promise<string> {
  const shorter = await minify(text, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true, sequences: false, hoist_funs: true },
    sourceMap: { content: map, filename: basename(path) },
  });
  await writeFile(path, shorter.code!);
  await writeFile(`${path}.map`, String(shorter.map));
  return shorter.code!;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBrowser(join(ROOT, "dist", "browser"));
