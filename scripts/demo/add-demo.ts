import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BusApp, BusNode } from "../../bus-node.js";
import { staticFolder } from "../../core/http/static-files.js";
import { ConfigError } from "../../core/options.js";

/** Each is a folder with `<name>-app` and its `public` files. The first is the one to begin with. */
const DEMOS = ["chat", "tennis"] as const;

/**
 * Serves each demo at `/demo/<name>/`, what they look like at `/demo/look/`, the browser client they load at `/client/`, and
 * runs their own services.
 * @throws ConfigError when the package was built without them
 */
export async function addDemo(bus: BusNode): Promise<void> {
  bus.addRoutes([
    ...staticFolder("/client/", firstFolder("../../browser/", "../../../dist/browser/")),
    ...staticFolder("/demo/look/", firstFolder("./look/", "../../../scripts/demo/look/")),
    {
      method: ["GET", "HEAD"],
      path: "/",
      handle: (_request, response) =>
        response.writeHead(302, { location: `/demo/${DEMOS[0]}/`, "content-length": 0 }).end(),
    },
  ]);
  for (const name of DEMOS) {
    const page = firstFolder(`./${name}/public/`, `../../../scripts/demo/${name}/public/`);
    bus.addRoutes(staticFolder(`/demo/${name}/`, page));
    const { default: app } = (await import(new URL(`./${name}/${name}-app.js`, import.meta.url).href)) as {
      default: BusApp;
    };
    await app(bus);
  }
}

/** In the installed package, or in a working copy. */
function firstFolder(...places: readonly string[]): string {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new ConfigError(`demo: ${folders[0]} is not there; run \`npm run build\` first`);
  return found;
}
