import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { runInNewContext } from "node:vm";
import type { RawHttp, RawResponse } from "../support/raw-client.js";
import type { Request, Wire } from "./rule.js";

/** The callback by whose name messages in a script are asked for. */
const CALLBACK = "cb";

/** Makes a request of the table, and gives its response; the socket of an upgrade that succeeds is closed. */
export function openRequest(http: RawHttp, request: Request, messages: readonly Wire[] = []): Promise<RawResponse> {
  const { suffix = "", as, text } = request;
  const json = messages.length > 0 ? JSON.stringify(messages) : undefined;
  const method = request.method ?? (as === "script" || request.upgrade ? "GET" : "POST");
  const query = as === "script" ? `?${new URLSearchParams([["jsonp", CALLBACK], ...fieldsFor(messages)])}` : "";
  const started = http.open({
    method,
    path: `${http.url.pathname}${suffix}${query}`,
    headers: headersOf(http, request),
  });
  const upgraded = new Promise<RawResponse>((resolve) => {
    started.request.on("upgrade", ({ statusCode: status = 0, headers }: IncomingMessage, socket: Duplex) => {
      socket.destroy();
      resolve({ status, headers, body: "", messages: [] });
    });
  });
  started.request.end(
    text ?? (as === "form" ? String(new URLSearchParams(fieldsFor(messages))) : method === "GET" ? undefined : json),
  );
  return Promise.race([started.response, upgraded]);
}

/** The messages of a response: its body, or what its script hands to the callback. */
export function messagesIn({ body, messages }: RawResponse, { as }: Request): Wire[] {
  if (as !== "script") return messages;
  let given: unknown;
  runInNewContext(body, { [CALLBACK]: (value: unknown) => (given = value) });
  return JSON.parse(JSON.stringify(given)) as Wire[]; // objects of ours, not of the script's world
}

function headersOf(http: RawHttp, { as, headers = {}, upgrade }: Request): Record<string, string> {
  const filled = Object.entries(headers).map(([name, value]) => [name, value.replace("$own", http.url.origin)]);
  return {
    ...(as === "form" ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    ...(upgrade ? OPENING : {}),
    ...Object.fromEntries(filled),
  };
}

/** Two messages go in two fields of the same name. */
function fieldsFor(messages: readonly Wire[]): [string, string][] {
  return messages.map((message) => ["message", JSON.stringify([message])]);
}

const OPENING = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
};
