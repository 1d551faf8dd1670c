/** Attributes of the cookie that ties sessions to a browser; see `transport-options.ts`. */
export interface BrowserCookieOptions {
  readonly browserCookieName: string;
  readonly browserCookieDomain?: string | undefined;
  readonly browserCookiePath: string;
  /** -1: until the browser is closed. */
  readonly browserCookieMaxAgeSeconds: number;
  readonly browserCookieSecure: boolean;
  readonly browserCookieHttpOnly: boolean;
  readonly browserCookieSameSite?: "None" | "Lax" | "Strict" | undefined;
  readonly browserCookiePartitioned: boolean;
}

/**
 * The value of a `Set-Cookie` header, attributes in CometD's order.
 * @param isSecure - whether the request came encrypted; a browser throws a `Secure` cookie away that did not
 * @see spec/bayeux.md section 14.3
 */
export function browserCookie(value: string, options: BrowserCookieOptions, isSecure: boolean): string {
  const parts = [`${options.browserCookieName}=${value}`];
  if (options.browserCookieDomain !== undefined) parts.push(`Domain=${options.browserCookieDomain}`);
  parts.push(`Path=${options.browserCookiePath}`);
  if (options.browserCookieMaxAgeSeconds >= 0) parts.push(`Max-Age=${options.browserCookieMaxAgeSeconds}`);
  if (options.browserCookieHttpOnly) parts.push("HttpOnly");
  if (options.browserCookieSecure && isSecure) parts.push("Secure");
  if (options.browserCookieSameSite !== undefined) parts.push(`SameSite=${options.browserCookieSameSite}`);
  if (options.browserCookiePartitioned) parts.push("Partitioned");
  return parts.join("; ");
}
