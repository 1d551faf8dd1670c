import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BusApp, BusNode } from "../../bus-node.js";
import { staticFolder } from "../../core/http/static-files.js";
import { ConfigError } from "../../core/options.js";

/**
 * Serves the chat at `/demo/chat/`, the browser client it loads at `/client/`, and runs the chat's own services.
 * @throws ConfigError when the package was built without them
 */
export async function addDemo(bus: BusNode): Promise<void> {
  const page = firstFolder("./chat/public/", "../../../scripts/demo/chat/public/");
  const client = firstFolder("../../browser/", "../../../dist/browser/");
  const { default: chat } = (await import(new URL("./chat/chat-app.js", import.meta.url).href)) as { default: BusApp };
  bus.addRoutes([
    ...staticFolder("/demo/chat/", page),
    ...staticFolder("/client/", client),
    {
      method: ["GET", "HEAD"],
      path: "/",
      handle: (_request, response) => response.writeHead(302, { location: "/demo/chat/", "content-length": 0 }).end(),
    },
  ]);
  await chat(bus);
}

/** In the installed package, or in a working copy. */
function firstFolder(...places: readonly string[]): string {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new ConfigError(`demo: ${folders[0]} is not there; run \`npm run build\` first`);
  return found;
}
