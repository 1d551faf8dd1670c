import type { ServerResponse } from "node:http";
import sirv from "sirv";
import type { Route } from "./http-server.js";
import { sendProblem } from "./problem.js";

/**
 * Serves a folder's files under a path, `index.html` for the path itself; the path without its last slash is redirected.
 * @param prefix - begins and ends with a slash
 * @param headers - sent with every file
 */
export function staticFolder(prefix: string, folder: string, headers: Readonly<Record<string, string>> = {}): Route[] {
  const setHeaders = (response: ServerResponse): void => {
    harden(response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const serve = sirv(folder, { etag: true, dotfiles: false, setHeaders });
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

function harden(response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-cache"); // always asked again, answered 304 by the etag
}
