import { createHash, timingSafeEqual } from "node:crypto";
import type { Route } from "./http-server.js";
import { sendProblem } from "./problem.js";

/**
 * Routes that answer only to `Authorization: Bearer <token>`, and with 401 to anything else. Digests are compared, in
 * constant time, so that neither the token's length nor a right beginning shows.
 * @param token - undefined leaves the routes as they are
 */
export function guarded(routes: readonly Route[], token: string | undefined): Route[] {
  if (token === undefined) return [...routes];
  const expected = digest(`Bearer ${token}`);
  return routes.map((route) => ({
    ...route,
    handle: (request, response) => {
      const given = request.headers.authorization ?? "";
      if (timingSafeEqual(digest(given.replace(/^bearer +/i, "Bearer ")), expected)) {
        return route.handle(request, response);
      }
      response.setHeader("www-authenticate", "Bearer");
      sendProblem(response, 401, "a bearer token is needed");
    },
  }));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
