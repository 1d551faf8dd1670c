import assert from "node:assert/strict";
import { AckExtension } from "../../core/extension/ack-extension.js";
import { BinaryExtension } from "../../core/extension/binary-extension.js";
import { TimestampExtension } from "../../core/extension/timestamp-extension.js";
import { TimesyncExtension } from "../../core/extension/timesync-extension.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { HttpTransports } from "../../core/transport/http-transports.js";
import { FakeSocket } from "../core/fake-connection.js";
import { FakeClock } from "../support/fake-clock.js";
import { ALL_TRANSPORTS } from "../support/start-server.js";
import { FakeIncoming, FakeResponse } from "./fake-http.js";
import { Inputs } from "./inputs.js";
import { checkMessages, checkResponse } from "./replies.js";
import type { SeededChoice } from "./seeded-choice.js";

const MAX_SOCKETS = 4;
const MAX_RESPONSES = 8;
/** Longest pause a client may announce (core/README.md), and all times of the server in a case. */
const LONGEST_MS = 300_000 + 20_000;

/** A request that may be answered yet. */
interface Asked {
  readonly method: string;
  readonly cookie: string;
  readonly response: FakeResponse;
}

/** A server in virtual time, and whoever talks to it: sockets and HTTP requests without a network. */
export class FuzzWorld {
  readonly clock = new FakeClock();
  readonly server: BayeuxServer;
  /** Errors of the server's own that it logged. */
  readonly errors: unknown[] = [];
  /** What was done last, for whoever reads of a failure. */
  last = "";
  readonly #http: HttpTransports;
  readonly #choice: SeededChoice;
  readonly #inputs: Inputs;
  readonly #sockets: FakeSocket[] = [];
  readonly #responses: Asked[] = [];
  readonly #clientIds: string[] = ["nobody"];
  /** Of the browser that shook hands, by clientId: without it, HTTP knows no session. */
  readonly #cookies = new Map<string, string>();

  constructor(choice: SeededChoice) {
    this.#choice = choice;
    this.#inputs = new Inputs(choice);
    const logger: Logger = { ...silentLogger, error: (...args: unknown[]) => void this.errors.push(args) };
    this.server = new BayeuxServer(
      {
        timeoutMs: 500,
        maxIntervalMs: 10_000,
        sweepPeriodMs: 500,
        maxLazyMs: 200,
        maxProcessingMs: choice.of([0, 900]),
        maxQueuedMessages: 8,
        maxQueuedBytes: 20_000,
        maxMessageBytes: 8_192,
        maxSubscriptions: 12,
        maxChannels: 60,
        maxSessions: 30,
        maxNewSessionsPerAddress: choice.of([0, 5]),
        queuePolicy: choice.of(["disconnect", "drop-oldest", "latest"]),
        metaConnectDeliveryOnly: choice.chance(0.2),
        broadcastToPublisher: choice.chance(0.8),
        allowMessageDeliveryDuringHandshake: choice.chance(0.2),
        trustClientSession: choice.chance(0.2),
      },
      { clock: this.clock, random: choice, logger },
    );
    this.#furnish();
    this.#http = new HttpTransports(this.server, {
      allowedTransports: ALL_TRANSPORTS,
      maxUnsentBytes: 4_000,
      maxResumeBytes: 4_000,
      maxStreamMs: 3_000,
      maxIframeMs: 2_000,
      streamHeartbeatMs: 1_000,
      bodyTimeoutMs: 1_000,
      maxSessionsPerBrowser: choice.of([-1, 0, 1, 2]),
      multiSessionIntervalMs: choice.of([0, 500]),
      allowedOrigins: ["https://chat.example"],
    });
    this.server.start();
  }

  #furnish(): void {
    // Comes with the handshake's reply, where the server is set up so.
    this.server.addListener({ sessionAdded: (session) => void session.deliver(undefined, "/hello", "you") });
    const { server, clock } = this;
    server.addExtension(new AckExtension());
    if (this.#choice.chance(0.5)) server.addExtension(new TimesyncExtension({ accuracyMs: 25, clock }));
    if (this.#choice.chance(0.3)) server.addExtension(new TimestampExtension({ clock }));
    if (this.#choice.chance(0.3)) server.addExtension(new BinaryExtension());
    server.addService("/service/echo", (session, { data }) => void session.deliver(undefined, "/echo", data));
    server.addService("/service/later", () => new Promise((resolve) => void clock.schedule(300, resolve)));
    server.addInitializer("/lazy", (channel) => {
      channel.delivery.lazy = true;
    });
    server.addInitializer("/latest", (channel) => {
      channel.delivery.queuePolicy = "latest";
    });
  }

  /** Gives the server one more input, and looks at what it says. */
  async step(): Promise<void> {
    const kind = this.#choice.below(100);
    if (kind < 60) this.#frame();
    else if (kind < 75) await this.#post();
    else if (kind < 83) await this.#get();
    else if (kind < 92) await this.#pass();
    else this.#event();
    await this.clock.settle();
    this.check();
  }

  #frame(): void {
    const text = this.#inputs.text(this.#clientIds);
    this.last = `frame ${text}`;
    this.#socket().connection.receive(text);
  }

  #socket(): FakeSocket {
    const index = this.#choice.below(MAX_SOCKETS);
    let socket = this.#sockets[index];
    if (socket === undefined || socket.closed !== undefined) {
      socket?.connection.closed();
      socket = new FakeSocket(this.server, 5_000);
      this.#sockets[index] = socket;
    }
    return socket;
  }

  async #post(): Promise<void> {
    const [who, cookie] = this.#somebody();
    const text = this.#inputs.text(who);
    const isForm = this.#choice.chance(0.1);
    const body = Buffer.from(isForm ? String(new URLSearchParams({ message: text })) : text);
    if (this.#choice.chance(0.05)) body[this.#choice.below(body.length)] = this.#choice.below(256);
    const type = isForm ? "application/x-www-form-urlencoded" : this.#choice.of(["application/json", "text/plain"]);
    this.last = `POST ${text}`;
    const half = this.#choice.below(body.length + 1);
    const chunks = this.#choice.chance(0.7) ? [body] : [body.subarray(0, half), body.subarray(half)];
    const breaksOff = this.#choice.chance(0.03);
    await this.#ask("POST", "/cometd", { "content-type": type, cookie }, chunks, breaksOff);
  }

  async #get(): Promise<void> {
    const choice = this.#choice;
    const query = new URLSearchParams();
    const [who, cookie] = this.#somebody();
    const callback = choice.of(["cb", "cb", "cb", "a.b", "x<script>", "__proto__", "alert(1)"]);
    const isStream = choice.chance(0.5);
    if (!isStream && choice.chance(0.7)) query.set("jsonp", callback);
    if (!isStream || choice.chance(0.1)) query.append("message", this.#inputs.text(who));
    if (isStream || choice.chance(0.5)) query.set("clientId", choice.of(who));
    if (choice.chance(isStream ? 0.3 : 0.1)) query.set("iframe", callback);
    if (choice.chance(0.2)) query.set("lastEventId", choice.of(["0", "1", "7", "-1", "1e3", "x", "999999999999999"]));
    const accept = choice.of([
      "text/event-stream",
      "application/x-ndjson",
      "multipart/x-mixed-replace",
      "text/html",
      "*/*;q=x",
    ]);
    const path = `/cometd?${query}`;
    const url = choice.chance(0.1) ? this.#inputs.mutated(path).replace(/[^\x21-\x7e]/g, "") : path;
    this.last = `GET ${url} ${accept}`;
    const method = choice.chance(0.95) ? "GET" : choice.of(["OPTIONS", "PUT", "HEAD"]);
    await this.#ask(method, url, { accept, cookie }, [], false);
  }

  async #ask(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>> & { readonly cookie: string },
    chunks: readonly Uint8Array[],
    breaksOff: boolean,
  ): Promise<void> {
    const choice = this.#choice;
    const all: Record<string, string> = { host: "bus.example", ...headers };
    if (choice.chance(0.1)) all.origin = choice.of(["https://chat.example", "https://evil.example", "null", "x"]);
    const announces = method === "POST" && choice.chance(0.7);
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (announces) all["content-length"] = String(breaksOff ? bytes + 1 : bytes);
    if (choice.chance(0.05)) all["last-event-id"] = String(choice.below(20));
    const request = new FakeIncoming(method, url, all);
    const response = new FakeResponse();
    response.reads = choice.chance(0.9);
    this.#http.handle(request.asRequest, response.asResponse);
    const comesWithHead = announces && !breaksOff && choice.chance(0.7);
    if (comesWithHead) request.arriveWithHead(chunks);
    await this.clock.settle();
    if (!comesWithHead) request.arrive(chunks, breaksOff);
    if (breaksOff) response.destroy();
    this.#responses.push({ method, cookie: headers.cookie, response });
    if (this.#responses.length <= MAX_RESPONSES) return;
    const [oldest] = this.#responses;
    if (oldest!.response.headersSent) checkResponse(oldest!.response, oldest!.method);
    oldest!.response.destroy();
  }

  async #pass(): Promise<void> {
    const ms = this.#choice.of([1, 50, 210, 600, 1_600]);
    this.last = `${ms} ms pass`;
    await this.clock.advance(ms);
  }

  #event(): void {
    const choice = this.#choice;
    const socket = this.#socket();
    const session = this.server.getSession(choice.of(this.#clientIds));
    const event = choice.below(7);
    this.last = `event ${event}`;
    if (event === 0) {
      socket.connection.closed();
      socket.closed = { code: 1006, reason: "cut" };
    } else if (event === 1) {
      socket.canWrite = false;
    } else if (event === 2) {
      socket.canWrite = true;
      socket.connection.writable();
    } else if (event === 3) {
      session?.disconnect({ reconnect: choice.of(["none", "handshake"]) });
    } else if (event === 4) {
      this.#responses[choice.below(MAX_RESPONSES)]?.response.destroy();
    } else if (event === 5) {
      this.#responses[choice.below(MAX_RESPONSES)]?.response.read();
    } else {
      for (let left = choice.below(12); left > 0; left -= 1) {
        this.server.publish(undefined, choice.of(["/a", "/a/b", "/lazy", "/latest"]), this.#inputs.value());
      }
    }
  }

  /** What holds at any time. */
  check(): void {
    assert.deepEqual(this.errors, []);
    for (const socket of this.#sockets) {
      for (const frame of socket?.frames.splice(0) ?? []) this.#note(frame);
    }
    for (const [index, { method, cookie, response }] of [...this.#responses.entries()].reverse()) {
      if (!response.isOver) continue;
      this.#responses.splice(index, 1);
      if (response.destroyed && !response.writableEnded) continue;
      this.#note(checkResponse(response, method), response.getHeader("set-cookie")?.split(";")[0] ?? cookie);
    }
    for (const session of this.server.sessions.values()) {
      assert.ok(session.isHandshaken && Number.isFinite(session.deadlineMs), "no session is immortal");
      assert.ok(session.mailbox.queue.length <= 1_000);
    }
  }

  /** @param cookie - of the browser that got them */
  #note(messages: unknown, cookie?: string): void {
    checkMessages(messages);
    for (const { channel, clientId } of messages) {
      if (channel !== "/meta/handshake" || clientId === undefined) continue;
      // The newest few, so that most of what is sent is to sessions that live.
      this.#clientIds.push(clientId);
      if (cookie !== undefined) this.#cookies.set(clientId, cookie);
      if (this.#clientIds.length > 8) this.#cookies.delete(this.#clientIds.splice(1, 1)[0]!);
    }
  }

  /** Whose sessions a request may name, and its cookie: mostly one that belongs together. */
  #somebody(): [string[], string] {
    const strangers = "BAYEUX_BROWSER=0123456789abcdef0123456789abcdef";
    const known = [...this.#cookies];
    if (known.length === 0 || this.#choice.chance(0.2)) return [this.#clientIds, strangers];
    const [clientId, cookie] = this.#choice.of(known);
    return [this.#choice.chance(0.9) ? [clientId] : this.#clientIds, cookie];
  }

  /** When everybody has gone, nothing is left. */
  async end(): Promise<void> {
    this.last = "the end";
    for (const socket of this.#sockets) socket?.connection.closed();
    for (const { method, response } of this.#responses) {
      if (response.headersSent) checkResponse(response, method); // streams, as far as they came
      response.destroy();
    }
    await this.clock.advance(LONGEST_MS);
    this.check();
    assert.equal(this.server.sessions.size, 0, "no session is left");
    const left = [...this.server.channels].map(({ name }) => name).filter((name) => !name.startsWith("/meta/"));
    assert.deepEqual(left, [], "no channel is left");
    this.#http.close();
    this.server.close();
    assert.equal(this.clock.pending, 0, "no timer is left");
  }
}
