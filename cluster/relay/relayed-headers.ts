import type { IncomingMessage } from "node:http";

/** Says that a request was relayed once; it is answered where it arrives, whatever that node knows. */
export const RELAYED = "oortbus-relayed";

/** Headers that belong to one connection (RFC 9110 section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Written anew for each request that is passed on. */
const OURS: ReadonlySet<string> = new Set([RELAYED, "x-forwarded-for", "content-length"]);
const OURS_WITH_BODY: ReadonlySet<string> = new Set([...OURS, "content-type"]);
const NONE: ReadonlySet<string> = new Set();

/**
 * The head of a request that is passed on: names and values in turn, as Node takes them without looking at each.
 * @param body - what was read of it and has been printed anew, perhaps from a form; undefined without one
 */
export function relayedRequestHeaders(request: IncomingMessage, body: string | undefined): string[] {
  const { headers, socket } = request;
  const list = endToEnd(request, body === undefined ? OURS : OURS_WITH_BODY);
  const before = headers["x-forwarded-for"];
  const from = socket.remoteAddress ?? "unknown";
  list.push(RELAYED, "1", "X-Forwarded-For", before === undefined ? from : `${String(before)}, ${from}`);
  if (body !== undefined) {
    list.push("Content-Type", "application/json", "Content-Length", String(Buffer.byteLength(body)));
  }
  return list;
}

/** The head of an answer that is passed on, as names and values in turn. */
export function relayedAnswerHeaders(answer: IncomingMessage): string[] {
  return endToEnd(answer, NONE);
}

function endToEnd({ rawHeaders, headers }: IncomingMessage, without: ReadonlySet<string>): string[] {
  const named = namedBy(headers.connection);
  const kept: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.has(lower) || without.has(lower) || named.has(lower)) continue;
    kept.push(name, rawHeaders[index + 1]!);
  }
  return kept;
}

/** What `Connection` says besides the usual. */
function namedBy(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || connection === "keep-alive") return NONE;
  return new Set(connection.toLowerCase().split(/\s*,\s*/));
}
