import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with `package.json`, from wherever the compiled tests lie. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The folder the compiled code lies in (`dist`, unless built elsewhere). */
export const buildRoot: string = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("no package.json above the tests");
  return findRoot(parent);
}
