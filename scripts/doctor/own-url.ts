import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { NodeConfig } from "../../config.js";
import { readTlsFiles, type TlsContent } from "../../core/http/tls-files.js";
import type { Finding } from "./finding.js";
import { HANDSHAKE, probe, reasonOf, replyOf } from "./probe-request.js";

const CHECK = "own URL";

/**
 * Whether the URL that the node tells its peers leads to the node, as Java nodes ask of themselves before they join
 * (spec/oort-seti.md section 15). Where no node listens, this process does for a moment.
 */
export async function lookAtOwnUrl(config: NodeConfig, tls: TlsContent): Promise<Finding> {
  const token = randomBytes(12).toString("hex");
  const stand = await listen(config, token);
  if (stand instanceof Error) return { check: CHECK, status: "failure", ...cannotListen(config, stand) };
  try {
    return await ask(config, tls, stand === undefined ? undefined : token);
  } finally {
    stand?.close();
  }
}

async function ask({ url, host, port }: NodeConfig, tls: TlsContent, token: string | undefined): Promise<Finding> {
  const fail = (text: string): Finding => ({
    check: CHECK,
    status: "failure",
    text: `${url}: ${text}`,
    advice: `peers dial this URL: set --url to one that leads to ${host}:${port}, through every proxy and name on the way`,
  });
  try {
    const answer = await probe(url, { tls, messages: [HANDSHAKE] });
    if (token !== undefined && answer.body === token) {
      return { check: CHECK, status: "ok", text: `${url} leads here, in ${Math.round(answer.tookMs)} ms` };
    }
    if (token !== undefined) return fail(`somebody else answers (status ${answer.status})`);
    if (replyOf(answer, "/meta/handshake") === undefined)
      return fail(`what answers is no Bayeux (status ${answer.status})`);
    return { check: CHECK, status: "ok", text: `${url} leads to a running Bayeux server` };
  } catch (error) {
    return fail(reasonOf(error));
  }
}

/** @returns a listener that answers everything with the token; undefined when a node, or something else, listens there */
async function listen(config: NodeConfig, token: string): Promise<Server | Error | undefined> {
  const { cert, key } = readTlsFiles(config.http.tls, "http.tls.");
  const answer = (_: unknown, response: { end(text: string): void }): void => response.end(token);
  const server = cert === undefined ? createServer(answer) : createTlsServer({ cert, key: key! }, answer);
  server.listen(config.port, config.host);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? undefined : (error as Error);
  }
}

function cannotListen({ host, port }: NodeConfig, error: Error): { text: string; advice: string } {
  const { code } = error as NodeJS.ErrnoException;
  const advice =
    code === "EACCES"
      ? "ports below 1024 need rights: choose another --port"
      : code === "EADDRNOTAVAIL"
        ? "--host must be an address of this machine; 0.0.0.0 or :: for all"
        : "choose another --host or --port";
  return { text: `cannot listen on ${host}:${port}: ${reasonOf(error)}`, advice };
}
