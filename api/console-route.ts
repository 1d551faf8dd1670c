import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Route } from "../core/http/http-server.js";
import { staticFolder } from "../core/http/static-files.js";

/** Where the console is served. */
const CONSOLE_PATH = "/console/";

/** Where the bundle is: beside this file's own build; a build of another place has it in `dist` all the same. */
const PLACES = ["../console/public/", "../../dist/console/public/"];

/**
 * The page runs its own files alone, speaks to its own origin alone, and is framed by nobody. uPlot and the graph set
 * styles of elements from script, which no directive stops; style attributes in markup stay forbidden.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The console's files. They hold no secret: what they show comes from the API, which asks for its token. */
export function consoleRoutes(): Route[] {
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (folder === undefined) return []; // compiled, and not built
  return staticFolder(CONSOLE_PATH, folder, {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  });
}
