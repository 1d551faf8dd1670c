import { readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import pbjs from "protobufjs-cli/pbjs.js";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..", "..");
const PACKAGE = "oortbus/v1";

/**
 * Writes the static module and its types of each of our `.proto` files: `event_bus.proto` gives `event_bus.js` and
 * `event_bus.d.ts`.
 * @param outDir - absolute; made if missing
 * @returns the names of the files written
 */
export async function generateProto(outDir: string): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  const names = readdirSync(join(ROOT, "proto", PACKAGE)).filter((name) => name.endsWith(".proto"));
  for (const name of names) await generateOne(`${PACKAGE}/${name}`, join(outDir, `${basename(name, ".proto")}.js`));
  return names.flatMap((name) => [".js", ".d.ts"].map((ending) => basename(name, ".proto") + ending));
}

function generateOne(source: string, out: string): Promise<void> {
  const args = [
    ...["--target", "static-module", "--wrap", "esm", "--dts"],
    // A root of its own: with the shared default one, the second module loaded would replace the first's namespace.
    ...["--root", source],
    ...["--no-delimited", "--no-typeurl", "--no-convert"],
    ...["--path", join(ROOT, "proto"), "--out", out, source],
  ];
  return new Promise((resolve, reject) => {
    pbjs.main(args, (error) => (error ? reject(error) : resolve()));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateProto(join(ROOT, "proto", "gen"));
