import { BayeuxClient, nodeTransports } from "../../core/client/node.js";
import type { TlsContent } from "../../core/http/tls-files.js";
import type { Finding } from "./finding.js";
import { cookieOf, HANDSHAKE, probe, reasonOf, replyOf } from "./probe-request.js";

/** A message of one's own that takes longer is held back on the way. */
const DELIVERY_TIMEOUT_MS = 6_000;
/** A held connect may be answered so much late. */
const HOLD_SLACK_MS = 10_000;

const ADVICE: Record<string, string> = {
  websocket: "let the proxy pass `Upgrade` and `Connection` (nginx: proxy_http_version 1.1 and both headers)",
  "event-stream":
    "switch buffering off for /cometd (nginx does by itself, as our streams say X-Accel-Buffering: no: leave proxy_ignore_headers out)",
  streaming: "switch buffering and compression off for /cometd",
  "long-polling": "see what the proxy answers; /cometd must reach the nodes with method, headers and body as they came",
};

/** Whether what clients use to reach the cluster passes every transport at once, and holds a connect long enough. */
export async function lookThroughProxy(url: string | undefined, tls: TlsContent): Promise<Finding[]> {
  if (url === undefined) {
    const text = "give --via the URL that clients use: then transports, buffering and time-outs on the way are tried";
    return [{ check: "way of clients", status: "skipped", text }];
  }
  const transports = nodeTransports().map(({ name }) => lookAtTransport(url, name, tls));
  return Promise.all([...transports, lookAtHold(url, tls)]);
}

async function lookAtTransport(url: string, name: string, tls: TlsContent): Promise<Finding> {
  const check = `${name} by ${url}`;
  const client = newClient(url, name, tls);
  // Somebody else sends: what one publishes oneself may come back with the reply, past the stream that is to be tried.
  const sender = newClient(url, "long-polling", tls);
  const fail = (text: string): Finding => ({ check, status: "failure", text, advice: ADVICE[name]! });
  try {
    await within(Promise.all([client.handshake(), sender.handshake()]));
    const channel = `/doctor/${client.clientId}`;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await within(client.subscribe(channel, () => arrive()).ready);
    const startedMs = performance.now();
    await within(sender.publish(channel, {}).then(() => arrived));
    return { check, status: "ok", text: `a message arrives in ${Math.round(performance.now() - startedMs)} ms` };
  } catch (error) {
    if (error instanceof Late) return fail("no message arrives: blocked, or held back, on the way");
    const text = reasonOf(error);
    if (/^40[13]:|no connection type in common/.test(text)) {
      return { check, status: "skipped", text: `not possible: ${text}` };
    }
    return fail(text);
  } finally {
    await within(Promise.all([client.disconnect(), sender.disconnect()])).catch(() => {});
    client.abort();
    sender.abort();
  }
}

/** A client of one transport, with a cookie jar of its own, that tries nothing twice. */
function newClient(url: string, name: string, tls: TlsContent): BayeuxClient {
  const transports = nodeTransports({ tls }).filter((factory) => factory.name === name);
  return new BayeuxClient({ url, minRetryMs: 60_000, maxRetryMs: 60_000 }, { transports });
}

class Late extends Error {}

function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), DELIVERY_TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A proxy that gives up on a quiet request too soon breaks every long poll. */
async function lookAtHold(url: string, tls: TlsContent): Promise<Finding> {
  const check = `held connect by ${url}`;
  const handshake = { ...HANDSHAKE, supportedConnectionTypes: ["long-polling"] };
  const fail = (text: string): Finding => ({
    check,
    status: "failure",
    text,
    advice: "the proxy's time-outs for a quiet request must be longer than bayeux.timeoutMs",
  });
  try {
    const opened = await probe(url, { tls, messages: [handshake] });
    const clientId = replyOf(opened, "/meta/handshake")?.clientId;
    if (clientId === undefined) return { check, status: "skipped", text: "a login is needed" };
    const headers = { cookie: cookieOf(opened) };
    const connect = { channel: "/meta/connect", connectionType: "long-polling", clientId };
    const first = await probe(url, { tls, headers, messages: [{ ...connect, advice: { timeout: 0 } }] });
    const holdMs = Number(replyOf(first, "/meta/connect")?.advice?.timeout ?? 30_000);
    const held = await probe(url, { tls, headers, messages: [connect], timeoutMs: holdMs + HOLD_SLACK_MS });
    await probe(url, { tls, headers, messages: [{ channel: "/meta/disconnect", clientId }] });
    const seconds = (held.tookMs / 1_000).toFixed(1);
    if (replyOf(held, "/meta/connect")?.successful === true) {
      return { check, status: "ok", text: `answered after ${seconds} s, as the node meant it` };
    }
    return fail(`broken off after ${seconds} s with status ${held.status}`);
  } catch (error) {
    return fail(reasonOf(error));
  }
}
