import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { TimesyncExtension } from "../../core/extension/timesync-extension.js";
import { extField, isObject, type Message } from "../../core/message/message.js";
import { GrantAuthorizer } from "../../core/security/grant-authorizer.js";
import { DefaultSecurityPolicy } from "../../core/security/security-policy.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { CONNECTION_TYPE, RawHttp, RawSocket } from "../support/raw-client.js";
import { startServer } from "../support/start-server.js";
import { type HttpCase, readTrace, type WebSocketCase } from "../support/traces.js";
import { withinTime } from "../support/until.js";
import {
  BLOCKING_DIFFERENCES,
  type Difference,
  HTTP_DIFFERENCES,
  HTTP_NOT_REPLAYED,
  WEBSOCKET_DIFFERENCES,
  WEBSOCKET_NOT_REPLAYED,
} from "./differences.js";

// What Java CometD answered to bad and unusual input, asked of our server. Where we answer otherwise, `differences.ts`
// says what and why; a difference that is none fails as well.

/** As the recorded node was set up. */
async function startRecordedServer(t: TestContext): Promise<string> {
  const { bayeux, url } = await startServer(
    t,
    { timeoutMs: 30_000, maxIntervalMs: 10_000, maxMessageBytes: 20_000 },
    { transport: { allowedTransports: ["websocket", "long-polling", "callback-polling"] } },
  );
  bayeux.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake(_session: ServerSession, message: Message): boolean {
      return extField(message, "deny") !== true;
    }

    override canCreate(session: ServerSession, channel: string, message: Message) {
      return !/^\/(denied|nocreate)\//.test(channel) && super.canCreate(session, channel, message);
    }
  })();
  for (const name of ["/oort/**", "/seti/**", "/service/oort"]) {
    bayeux.createChannel(name, (channel) => channel.addAuthorizer(new GrantAuthorizer(["create"])));
  }
  bayeux.addService("/service/echo", (session, { data }) => void session.deliver(undefined, "/service/echo", data));
  bayeux.addExtension(new TimesyncExtension());
  return url;
}

/** Clients of the recording, by their clientId, each with a session of ours in its place. */
class Cast {
  readonly #t: TestContext;
  readonly #url: string;
  readonly #browsers = new Map<string, RawHttp>();
  readonly #clients = new Map<string, string>();

  constructor(t: TestContext, url: string) {
    this.#t = t;
    this.#url = url;
  }

  /** The browser whose cookie a request has. */
  async browser(cookie: string | undefined): Promise<RawHttp> {
    if (cookie === undefined || cookie.includes("wrong")) {
      const stranger = new RawHttp(this.#t, this.#url);
      if (cookie !== undefined) stranger.cookies.set("BAYEUX_BROWSER", "wrongwrongwrong1");
      return stranger;
    }
    let browser = this.#browsers.get(cookie);
    if (browser === undefined) {
      browser = new RawHttp(this.#t, this.#url);
      this.#browsers.set(cookie, browser);
      await browser.post([{ channel: "/meta/handshake" }]); // which brings it a cookie of ours
    }
    return browser;
  }

  /** The request's text, with clientIds of ours and shorter times. */
  async translate(text: string, caseName: string, http: RawHttp): Promise<string> {
    let translated = text.replace(/"timeout":(\d{3,})/g, '"timeout":30');
    for (const [, clientId = ""] of text.matchAll(/"clientId":"([a-z0-9]+)"/g)) {
      if (clientId.startsWith("nosuch")) continue;
      translated = translated.replaceAll(clientId, await this.#session(clientId, caseName, http));
    }
    const oversized = /xxxx\.\.\. \((\d+) characters\)$/.exec(translated);
    return oversized === null ? translated : `${translated.slice(0, oversized.index)}${"x".repeat(30_000)}"}]`;
  }

  async #session(recorded: string, caseName: string, http: RawHttp): Promise<string> {
    let clientId = this.#clients.get(recorded);
    if (clientId === undefined) {
      const ext = caseName.startsWith("ack session") ? { ack: true } : {};
      const { messages } = await http.post([{ channel: "/meta/handshake", ext }]);
      clientId = String(messages[0]?.clientId);
      this.#clients.set(recorded, clientId);
    }
    return clientId;
  }
}

for (const story of ["30", "31", "32", "34"]) {
  const trace = readTrace(story);
  const differences = story === "34" ? BLOCKING_DIFFERENCES : HTTP_DIFFERENCES;
  test(`recorded: ${trace.story}`, async (t) => {
    const url = await startRecordedServer(t);
    const cast = new Cast(t, url);
    // The first of two overlapping connects is answered by the second's arrival.
    let overlapped: (() => Promise<void>) | undefined;
    for (const recorded of trace.httpCases) {
      if (HTTP_NOT_REPLAYED[recorded.name] !== undefined) continue;
      await t.test(recorded.name, async () => {
        const { method, path, headers, body } = recorded.request;
        const { Cookie: cookie, ...others } = headers;
        const http = await cast.browser(cookie);
        const text = body === undefined ? undefined : await cast.translate(body, recorded.name, http);
        const started = http.open({ method, path, headers: others });
        started.request.end(text);
        const check = async () => {
          const { status, messages, headers } = await withinTime(started.response, "the response");
          checkHttp(recorded, differences[recorded.name], status, messages, headers["set-cookie"]);
        };
        if (recorded.name.startsWith("first of two connects")) {
          await once(started.request, "finish");
          await http.post([{ channel: "/probe" }]);
          await http.post([{ channel: "/probe" }]);
          overlapped = check;
          return;
        }
        await check();
        await overlapped?.();
        overlapped = undefined;
      });
    }
  });
}

function checkHttp(
  recorded: HttpCase,
  difference: Difference | undefined,
  status: number,
  messages: Message[],
  cookies: string[] | undefined,
): void {
  const theirs = parsed(recorded.response.body);
  const expected = difference?.messages ?? (difference === undefined ? theirs : undefined);
  const expectedStatus = difference?.status ?? recorded.response.status;
  assert.equal(status, expectedStatus);
  if (expected !== undefined) assert.deepEqual(plain(messages), plain(expected));
  if (difference !== undefined) {
    const same = status === recorded.response.status && sameMessages(messages, theirs);
    assert.ok(!same, "this is no difference: take it out of the table");
    return;
  }
  const theirCookie = recorded.response.headers["set-cookie"]?.[0];
  if (theirCookie === undefined) assert.equal(cookies, undefined);
  else assert.match(cookies?.[0] ?? "", /^BAYEUX_BROWSER=[0-9a-z]{16,}; Path=\/; HttpOnly$/);
}

test(`recorded: ${readTrace("33").story}`, async (t) => {
  const url = await startRecordedServer(t);
  for (const recorded of readTrace("33").webSocketCases) {
    if (WEBSOCKET_NOT_REPLAYED[recorded.name] !== undefined) continue;
    await t.test(recorded.name, () => checkSocket(t, url, recorded));
  }
});

async function checkSocket(t: TestContext, url: string, recorded: WebSocketCase): Promise<void> {
  const protocols = recorded.name === "upgrade with a subprotocol" ? ["bayeux"] : [];
  const socket = new RawSocket(t, url, { protocols });
  const difference: Difference | undefined = WEBSOCKET_DIFFERENCES[recorded.name];
  const code = difference?.status !== undefined ? difference.status : (recorded.closed?.code ?? null);
  if (protocols.length === 0) await once(socket.ws, "open");
  let clientId = "";
  if (recorded.afterHandshake) {
    const ext = recorded.name.startsWith("with ack") ? { ack: true } : {};
    const types = [CONNECTION_TYPE.ws];
    const [reply] = await socket.ask([{ channel: "/meta/handshake", supportedConnectionTypes: types, ext }]);
    clientId = String(reply?.clientId);
  }
  const received: Message[] = [];
  const replies = recorded.received.flatMap(parsed);
  for (const sent of recorded.sent) {
    if (typeof sent !== "string") {
      socket.send(Buffer.from(sent.binary, "base64"));
      continue;
    }
    const text = sent
      .replace(/"clientId":"(?!nosuch)[a-z0-9]+"/, `"clientId":"${clientId}"`)
      .replace(/"timeout":(\d{3,})/g, (_all, timeout: string) => `"timeout":${Number(timeout) / 20}`)
      .replace(/xxxx\.\.\. \(.*$/, `${"x".repeat(30_000)}"}]`);
    socket.send(text);
    // One after the other, as recorded, except where the first waits for the second.
    const held = recorded.name.includes("is held");
    if (!held && received.length < replies.length) received.push(...(await socket.frame()));
  }
  if (code !== null) {
    assert.equal((await socket.close()).code, code);
  } else {
    while (received.length < replies.length) received.push(...(await socket.frame()));
    const [fence] = await socket.ask([{ channel: "/probe", id: "fence" }]);
    assert.equal(fence?.id, "fence", "nothing more came");
  }
  // Which of a delivery and a reply of one turn comes first was Java's threads' to say.
  assert.deepEqual(sorted(plain(received)), sorted(plain(replies)));
  if (difference !== undefined) assert.notEqual(code, recorded.closed?.code ?? null, "this is no difference");
}

/** What is made anew in each run is put aside, and what is not there yet: callback-polling, empty ext of replies. */
function plain(messages: readonly object[]): object[] {
  return messages.map((message) => {
    const {
      clientId: _,
      supportedConnectionTypes: __,
      version: ___,
      minimumVersion: ____,
      ...rest
    } = message as Message;
    if (rest.channel === "/meta/handshake" && rest.successful === true) delete rest.advice;
    if (rest.ext !== undefined && Object.keys(rest.ext).length === 0) delete rest.ext;
    // Times differ, and Java's accuracy has but 32 bits: test/core/extension holds the numbers.
    if (isObject(rest.ext?.timesync)) rest.ext = { ...rest.ext, timesync: Object.keys(rest.ext.timesync).sort() };
    return rest;
  });
}

function sorted(messages: object[]): object[] {
  const keyOf = ({ channel, id, data }: Partial<Message>) => JSON.stringify([channel, id, data]);
  const keyed = messages.map((message) => [keyOf(message), message] as const);
  return keyed.sort(([left], [right]) => (left < right ? -1 : 1)).map(([, message]) => message);
}

function sameMessages(left: readonly object[], right: readonly object[]): boolean {
  try {
    assert.deepEqual(plain(left), plain(right));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): Message[] {
  try {
    return JSON.parse(text) as Message[];
  } catch {
    return [];
  }
}

test("every difference is about a recorded case", () => {
  const cases = new Set(["30", "31", "32"].flatMap((story) => readTrace(story).httpCases.map(({ name }) => name)));
  const frames = new Set(readTrace("33").webSocketCases.map(({ name }) => name));
  for (const name of Object.keys({ ...HTTP_DIFFERENCES, ...HTTP_NOT_REPLAYED })) assert.ok(cases.has(name), name);
  const blocking = new Set(readTrace("34").httpCases.map(({ name }) => name));
  for (const name of Object.keys(BLOCKING_DIFFERENCES)) assert.ok(blocking.has(name), name);
  for (const name of Object.keys({ ...WEBSOCKET_DIFFERENCES, ...WEBSOCKET_NOT_REPLAYED }))
    assert.ok(frames.has(name), name);
});
