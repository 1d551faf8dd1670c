import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Route } from "../core/http/http-server.js";
import { sendProblem } from "../core/http/problem.js";
import type { AccessTokens } from "./access-tokens.js";
import { ApiError } from "./api-error.js";
import { scopeOfPath } from "./call-scopes.js";
import { refuse } from "./http-call.js";

/** Who may use the routes of the admin API over HTTP. */
export interface HttpGuard {
  readonly tokens: AccessTokens;
  /**
   * Names in the Host header, beside addresses and `localhost`, that are right where nobody needs a token. undefined:
   * every name is.
   */
  readonly hosts: readonly string[] | undefined;
}

/**
 * Routes that answer only to `Authorization: Bearer <token>` with the scope of their path, with 401 to no or a wrong token,
 * with 403 to one without the scope. Without any tokens everybody may call who names this node as it is named: a page
 * whose name was made to resolve to this machine (DNS rebinding) comes under its own name, and is refused.
 */
export function guarded(routes: readonly Route[], guard: HttpGuard): Route[] {
  return routes.map((route) => guardedRoute(route, guard));
}

function guardedRoute(route: Route, { tokens, hosts }: HttpGuard): Route {
  const scope = scopeOfPath(route.path);
  if (!tokens.required) {
    if (hosts === undefined) return route;
    return {
      ...route,
      handle: (request, response) => {
        if (isOwnHost(request, hosts)) return route.handle(request, response);
        sendProblem(response, 403, "the Host header names another host: use an address, localhost, or the node's name");
      },
    };
  }
  return {
    ...route,
    handle: (request, response) => {
      const admission = tokens.admit(request.headers.authorization, scope);
      if (admission.kind === "admitted") return route.handle(request, response);
      if (admission.kind === "forbidden") {
        refuse(response, new ApiError("PERMISSION_DENIED", `the token ${admission.name} has not the scope ${scope}`));
      } else {
        response.setHeader("www-authenticate", "Bearer");
        refuse(response, new ApiError("UNAUTHENTICATED", "a bearer token is needed"));
      }
    },
  };
}

/** An address cannot be made to point elsewhere, and `localhost` is this machine by definition (RFC 6761). */
function isOwnHost({ headers }: IncomingMessage, hosts: readonly string[]): boolean {
  const match = /^(\[[\da-f:.]+\]|[^:\s]+)(?::\d{1,5})?$/i.exec(headers.host ?? "");
  const name = (match?.[1] ?? "").toLowerCase().replace(/\.$/, "");
  if (name === "") return false;
  return isIP(name.replace(/^\[|\]$/g, "")) !== 0 || name === "localhost" || hosts.includes(name);
}
