import { once } from "node:events";
import { WebSocket } from "ws";
import type { NodeConfig } from "../../config.js";
import type { TlsContent } from "../../core/http/tls-files.js";
import type { Finding } from "./finding.js";
import { type Answer, HANDSHAKE, probe, reasonOf, replyOf } from "./probe-request.js";

/** Most peers that are dialled. */
const MAX_PEERS = 64;
/** A clock that is off by more is told. HTTP tells the time in whole seconds. */
const MAX_SKEW_MS = 2_000;

/** Whether each peer answers, is a Bayeux server, takes WebSockets, and has the same time. */
export async function lookAtPeers(
  urls: readonly string[],
  { url: own }: NodeConfig,
  tls: TlsContent,
): Promise<Finding[]> {
  const peers = [...new Set(urls)].filter((url) => url !== own);
  if (peers.length === 0) return [{ check: "peers", status: "skipped", text: "none is named, and none was found" }];
  const findings = await Promise.all(peers.slice(0, MAX_PEERS).map((url) => lookAtPeer(url, tls)));
  return findings.flat();
}

async function lookAtPeer(url: string, tls: TlsContent): Promise<Finding[]> {
  const check = `peer ${url}`;
  let answer: Answer;
  try {
    answer = await probe(url, { tls, messages: [HANDSHAKE] });
  } catch (error) {
    const advice = "see that it runs, that its URL is spelt as it calls itself, and that no firewall is between";
    return [{ check, status: "failure", text: reasonOf(error), advice }];
  }
  const reply = replyOf(answer, "/meta/handshake");
  if (reply === undefined) {
    const advice = "the URL must be that of the Bayeux endpoint, for example http://HOST:PORT/cometd";
    return [{ check, status: "failure", text: `what answers is no Bayeux (status ${answer.status})`, advice }];
  }
  if (typeof reply.clientId === "string") {
    await probe(url, { tls, messages: [{ channel: "/meta/disconnect", clientId: reply.clientId }] }).catch(() => {});
  }
  const reached: Finding = { check, status: "ok", text: `answers in ${Math.round(answer.tookMs)} ms` };
  return [reached, await lookAtWebSocket(url, tls), ...lookAtClock(url, answer)];
}

async function lookAtWebSocket(url: string, tls: TlsContent): Promise<Finding> {
  const check = `WebSocket to ${url}`;
  const socket = new WebSocket(url.replace(/^http/, "ws"), { ...tls, handshakeTimeout: 5_000 });
  try {
    await once(socket, "open");
    return { check, status: "ok", text: "opens" };
  } catch (error) {
    const advice =
      "links then use long-polling, which is slower: let the proxy between pass `Upgrade` and `Connection`";
    return { check, status: "warning", text: `does not open: ${reasonOf(error)}`, advice };
  } finally {
    socket.on("error", () => {});
    socket.terminate();
  }
}

function lookAtClock(url: string, { headers, tookMs }: Answer): Finding[] {
  const theirs = Date.parse(headers.date ?? "");
  if (Number.isNaN(theirs)) return [];
  const check = `clock of ${url}`;
  const skewMs = Math.max(0, Math.abs(theirs + 500 - (Date.now() - tookMs / 2)) - 500);
  if (skewMs <= MAX_SKEW_MS) return [{ check, status: "ok", text: "agrees with ours" }];
  const advice = "run a time service (chrony, ntpd) on both: of two runs of one node the later one counts";
  return [{ check, status: "warning", text: `differs by ${(skewMs / 1_000).toFixed(1)} s`, advice }];
}
