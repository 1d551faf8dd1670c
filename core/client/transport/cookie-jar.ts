import type { Clock } from "../../clock.js";
import type { Fetch } from "./long-polling-client-transport.js";

/** Most cookies kept for one origin, longest cookie kept, and most origins: a server's to fill, so bounded. */
const MAX_COOKIES = 50;
const MAX_COOKIE_CHARS = 4_096;
const MAX_ORIGINS = 20;

interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly expiresAt: number;
}

/**
 * Keeps the cookies of one client, where the platform does not (Node.js): the server's `BAYEUX_BROWSER` (spec 14.3) and
 * a load balancer's. A cookie goes back only to the origin that set it; `Domain` is not looked at.
 */
export class CookieJar {
  readonly #clock: Clock;
  readonly #origins = new Map<string, Map<string, Cookie>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes the `Set-Cookie` headers of a response from `url`. What cannot be read is passed over. */
  store(url: string, setCookies: readonly string[]): void {
    for (const text of setCookies) {
      if (text.length > MAX_COOKIE_CHARS) continue;
      const [pair = "", ...attributes] = text.split(";");
      const equals = pair.indexOf("=");
      const name = pair.slice(0, equals).trim();
      if (equals < 1 || name === "") continue;
      const cookie = this.#read(pair.slice(equals + 1).trim(), attributes);
      const cookies = this.#cookiesOf(new URL(url).origin);
      cookies.delete(name);
      if (cookie.expiresAt > this.#clock.now()) cookies.set(name, cookie);
      if (cookies.size > MAX_COOKIES) cookies.delete(cookies.keys().next().value!);
    }
  }

  /** The `Cookie` header for a request to `url`; undefined when there is none to send. */
  header(url: string): string | undefined {
    const { origin, pathname } = new URL(url.replace(/^ws/i, "http"));
    const pairs: string[] = [];
    for (const [name, cookie] of this.#origins.get(origin) ?? []) {
      if (cookie.expiresAt > this.#clock.now() && covers(cookie.path, pathname)) pairs.push(`${name}=${cookie.value}`);
    }
    return pairs.length === 0 ? undefined : pairs.join("; ");
  }

  #read(value: string, attributes: readonly string[]): Cookie {
    let path = "/";
    let expiresAt = Number.POSITIVE_INFINITY;
    let hasMaxAge = false;
    for (const attribute of attributes) {
      const [name = "", ...rest] = attribute.split("=");
      const text = rest.join("=").trim();
      switch (name.trim().toLowerCase()) {
        case "path":
          if (text.startsWith("/")) path = text;
          break;
        case "max-age":
          if (!/^-?\d+$/.test(text)) break;
          hasMaxAge = true; // it wins over Expires, wherever it stands
          expiresAt = this.#clock.now() + Number(text) * 1_000;
          break;
        case "expires": {
          const at = Date.parse(text);
          if (!hasMaxAge && !Number.isNaN(at)) expiresAt = at;
          break;
        }
      }
    }
    return { value, path, expiresAt };
  }

  #cookiesOf(origin: string): Map<string, Cookie> {
    let cookies = this.#origins.get(origin);
    if (cookies === undefined) {
      cookies = new Map();
      this.#origins.set(origin, cookies);
      if (this.#origins.size > MAX_ORIGINS) this.#origins.delete(this.#origins.keys().next().value!);
    }
    return cookies;
  }
}

function covers(path: string, pathname: string): boolean {
  return path === pathname || pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
}

/** A `fetch` that keeps cookies in `jar`. */
export function fetchWithCookies(fetch: Fetch, jar: CookieJar): Fetch {
  return async (url, init) => {
    const headers = new Headers(init.headers);
    const cookies = jar.header(url);
    if (cookies !== undefined) headers.set("Cookie", cookies);
    const response = await fetch(url, { ...init, headers });
    jar.store(url, response.headers.getSetCookie());
    return response;
  };
}
