import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { systemClock } from "../../core/clock.js";
import type { Message } from "../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../core/security/security-policy.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { FakeClock } from "../support/fake-clock.js";
import { RawHttp, type RawRequest, RawSocket } from "../support/raw-client.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { assertSameForm, readTrace, type Trace, type TracedEvent, type TracedMessage } from "../support/traces.js";
import { withinTime } from "../support/until.js";

// What stock clients sent to Java CometD in the stories 25 to 27 is sent to our server, byte for byte but for clientIds, at
// its time; what ours answers has the form of what Java answered, in the same order on each connection. There are no
// differences.

/** A gap in a story that is waited for by the clock; anything shorter is the time that things took. */
const PAUSE_MS = 1_000;
/** Time-outs are looked at by and by, so what is due comes this much later at most. */
const LATE_MS = 500;

/** Time is the story's; turns are real, since the sockets are. */
class StoryClock extends FakeClock {
  override endOfTurn(callback: () => void): void {
    systemClock.endOfTurn(callback);
  }
}

/** Everything is allowed but what the recorded nodes refused. */
class RecordedPolicy extends DefaultSecurityPolicy {
  override canCreate(session: ServerSession, channel: string, message: Message) {
    return !/^\/(denied|nocreate)\//.test(channel) && super.canCreate(session, channel, message);
  }
}

/** One line of a story that has to do with a client. */
type Line =
  | { readonly kind: "note"; readonly tMs: number; readonly note: string }
  | { readonly kind: "sent" | "received"; readonly tMs: number; readonly batch: readonly TracedMessage[] }
  | { readonly kind: "event"; readonly tMs: number; readonly event: TracedEvent };

function linesOf(trace: Trace): Line[] {
  const isClients = ({ opener }: TracedMessage) => !/^[ABC]$/.test(opener);
  const lines: Line[] = [
    ...trace.notes.map(({ tMs, note }): Line => ({ kind: "note", tMs, note })),
    ...trace.events
      .filter(({ connection }) => !/^[ABC]>/.test(connection))
      .map((event): Line => ({ kind: "event", tMs: event.tMs, event })),
    ...trace
      .batches({})
      .filter(([first]) => isClients(first!))
      .map((batch): Line => ({ kind: batch[0]!.to === "A" ? "sent" : "received", tMs: batch[0]!.tMs, batch })),
  ];
  const rank = ({ kind }: Line) => ["note", "event", "sent", "received"].indexOf(kind);
  return lines.sort((left, right) => left.tMs - right.tMs || rank(left) - rank(right));
}

/** The clients of a story, with a server of ours in the place of its node. */
class Stage {
  readonly #t: TestContext;
  readonly #clock = new StoryClock();
  #server!: TestServer;
  #nowMs = 0;
  /** Ours, by the recorded one. */
  readonly #clientIds = new Map<string, string>();
  readonly #browsers = new Map<string, RawHttp>();
  readonly #sockets = new Map<string, { readonly socket: RawSocket; readonly read: Message[] }>();
  readonly #requests = new Map<string, RawRequest>();
  readonly #heads = new Map<string, TracedEvent>();

  constructor(t: TestContext) {
    this.#t = t;
  }

  async start(): Promise<void> {
    this.#server = await startServer(
      this.#t,
      { timeoutMs: 30_000, maxIntervalMs: 10_000 },
      { clock: this.#clock, transport: { allowedTransports: ["websocket", "long-polling", "callback-polling"] } },
    );
    this.#server.bayeux.policy = new RecordedPolicy();
  }

  async play(line: Line): Promise<void> {
    await this.#wait(line.tMs);
    if (line.kind === "note") return this.#direct(line.note);
    if (line.kind === "event") return this.#happen(line.event);
    return line.kind === "sent" ? this.#send(line.batch) : this.#receive(line.batch);
  }

  /** What was done beside the connections. */
  async #direct(note: string): Promise<void> {
    if (note.startsWith("another client")) {
      this.#server.bayeux.publish(undefined, "/chat/x", { text: "theirs" });
    } else if (note.startsWith("SIGKILL")) {
      await this.#server.stop();
      for (const http of this.#browsers.values()) http.drop();
      await this.start();
    }
  }

  async #wait(tMs: number): Promise<void> {
    const pauseMs = tMs - this.#nowMs;
    this.#nowMs = tMs;
    if (pauseMs < PAUSE_MS) return this.#clock.advance(pauseMs);
    // What was sent before has to be there when the time passes.
    for (const { socket } of this.#sockets.values()) {
      if (socket.ws.readyState !== socket.ws.OPEN) continue;
      socket.ws.ping();
      await withinTime(once(socket.ws, "pong"), "a pong");
    }
    await this.#clock.advance(pauseMs + LATE_MS);
  }

  async #happen(event: TracedEvent): Promise<void> {
    const { kind, connection, from } = event;
    if (kind === "http-request" || kind === "http-response") {
      this.#heads.set(`${connection} ${from}`, event);
    } else if (kind === "ws-upgrade-request") {
      this.#sockets.set(connection, { socket: await RawSocket.open(this.#t, this.#server.url), read: [] });
    } else if (kind === "ws-close" && from !== "A") {
      const { socket } = this.#sockets.get(connection)!;
      socket.ws.close(Number(event.fields.code), String(event.fields.reason));
      assert.equal((await socket.close()).code, event.fields.code);
    }
  }

  async #send(batch: readonly TracedMessage[]): Promise<void> {
    const { connection, from, via } = batch[0]!;
    const messages = batch.map(({ message }) => {
      const { clientId } = message;
      return clientId === undefined ? message : { ...message, clientId: this.#clientIds.get(clientId) ?? clientId };
    });
    if (via === "ws") return this.#sockets.get(connection)!.socket.send(messages);
    const { fields } = this.#heads.get(`${connection} ${from}`)!;
    const { Cookie: cookie, "Content-Type": type = "" } = fields.headers as Record<string, string>;
    const http = this.#browser(from, cookie);
    assert.equal(http.cookies.size > 0, cookie !== undefined, "a cookie is sent when it was recorded");
    const path = String(fields.request).split(" ")[1]!;
    const started = http.start(messages, { path, headers: { "Content-Type": type } });
    this.#requests.set(connection, started);
    await withinTime(once(started.request, "finish"), "a request to leave");
    // After two more requests the server has read it.
    const bystander = this.#browser("bystander", undefined);
    for (let n = 0; n < 2; n += 1) await bystander.post([{ channel: "/probe" }]);
  }

  async #receive(batch: readonly TracedMessage[]): Promise<void> {
    const { connection, to, via } = batch[0]!;
    let ours: Message[];
    if (via === "ws") {
      const { socket, read } = this.#sockets.get(connection)!;
      while (read.length < batch.length) read.push(...(await socket.frame()));
      ours = read.splice(0, batch.length);
    } else {
      const response = await withinTime(this.#requests.get(connection)!.response, `the answer on ${connection}`);
      const recorded = this.#heads.get(`${connection} A`)!.fields.headers as Record<string, string>;
      assert.equal(response.status, 200);
      assert.match(String(response.headers["content-type"]), /^application\/json/);
      assert.equal(response.headers["set-cookie"] !== undefined, recorded["Set-Cookie"] !== undefined, to);
      ours = response.messages;
    }
    assert.deepEqual(
      ours.map(outlineOf),
      batch.map(({ message }) => outlineOf(message)),
      `line ${batch[0]!.line}`,
    );
    for (const [index, { message }] of batch.entries()) this.#compare(ours[index]!, message);
  }

  #compare(ours: Message, recorded: Message): void {
    if (recorded.channel === "/meta/handshake") this.#clientIds.set(recorded.clientId!, ours.clientId!);
    assertSameForm(ours, recorded);
  }

  /** @param cookie - that it had already when the story begins */
  #browser(name: string, cookie: string | undefined): RawHttp {
    let http = this.#browsers.get(name);
    if (http === undefined || http.url.port !== new URL(this.#server.url).port) {
      const cookies = http?.cookies ?? new Map<string, string>();
      http = new RawHttp(this.#t, this.#server.url);
      this.#browsers.set(name, http);
      const [key = "", value = ""] = cookie?.split("=") ?? [];
      if (cookie !== undefined) cookies.set(key, cookies.get(key) ?? value);
      for (const [one, other] of cookies) http.cookies.set(one, other);
    }
    return http;
  }

  /** Nothing came that was not recorded. */
  finish(): void {
    for (const { socket, read } of this.#sockets.values()) assert.deepEqual([...read, ...socket.unread], []);
    for (const [connection, { settled }] of this.#requests) assert.ok(settled, connection);
  }
}

/** What has to be the same, not only in form. */
function outlineOf({ channel, id, subscription, successful, error, data, advice }: Message): unknown {
  return { channel, id, subscription, successful, error, data, reconnect: advice?.reconnect };
}

for (const story of ["25", "26", "27"]) {
  const trace = readTrace(story);
  test(`recorded: ${trace.story}`, async (t) => {
    const stage = new Stage(t);
    await stage.start();
    for (const line of linesOf(trace)) await stage.play(line);
    stage.finish();
  });
}
