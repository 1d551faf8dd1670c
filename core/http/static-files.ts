import sirv from "sirv";
import type { Route } from "./http-server.js";
import { sendProblem } from "./problem.js";

/**
 * Serves a folder's files under a path, `index.html` for the path itself; the path without its last slash is redirected.
 * @param prefix - begins and ends with a slash
 */
export function staticFolder(prefix: string, folder: string): Route[] {
  const serve = sirv(folder, { etag: true, dotfiles: false, setHeaders: harden });
  return [
    {
      method: ["GET", "HEAD"],
      path: `${prefix}*`,
      handle: (request, response) => {
        request.url = `/${(request.url ?? "").slice(prefix.length)}`;
        serve(request, response, () => sendProblem(response, 404, "no such file"));
      },
    },
    {
      method: ["GET", "HEAD"],
      path: prefix.slice(0, -1),
      handle: (_request, response) => response.writeHead(308, { location: prefix, "content-length": 0 }).end(),
    },
  ];
}

function harden(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-cache"); // always asked again, answered 304 by the etag
}
