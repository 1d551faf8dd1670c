import assert from "node:assert/strict";
import { Oort } from "../../cluster/oort.js";
import type { OortOptionsInput } from "../../cluster/oort-options.js";
import {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportSink,
  TransportError,
} from "../../core/client/transport/client-transport.js";
import { decode } from "../../core/message/codec.js";
import type { Message } from "../../core/message/message.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { StreamConnection } from "../../core/transport/stream-connection.js";
import { FakeClock } from "../support/fake-clock.js";
import type { Trace, TracedEvent, TracedMessage } from "../support/traces.js";

/** The node names of the traces, by URL. */
const NAMES = new Map([
  ["http://127.0.0.1:9301/cometd", "A"],
  ["http://localhost:9301/cometd", "A"],
  ["http://127.0.0.1:9302/cometd", "B"],
  ["http://127.0.0.1:9303/cometd", "C"],
]);

/** Generous: these are Java's payloads, not a stranger's. */
const LIMITS = { maxMessageChars: 1_000_000, maxBatchMessages: 100, maxJsonDepth: 32 };

/** One connection of ours to a Java node: what our comet sent on it, and the way back. */
class ReplayTransport implements ClientTransport {
  readonly name = "websocket";
  readonly peer: string;
  readonly sink: ClientTransportSink;
  /** Frames, in order. */
  readonly frames: Message[][] = [];
  readonly unanswered: Message[] = [];
  isOpen = true;

  constructor(peer: string, sink: ClientTransportSink) {
    this.peer = peer;
    this.sink = sink;
  }

  send(messages: readonly Message[]): void {
    const copy = messages.map((message) => structuredClone(message));
    this.frames.push(copy);
    this.unanswered.push(...copy);
  }

  close(): void {
    this.isOpen = false;
  }

  abort(): void {
    this.isOpen = false;
  }
}

/** One connection of a Java node to ours: a raw socket, without the socket. */
class ReplayConnection {
  readonly peer: string;
  readonly connection: StreamConnection;
  readonly sent: Message[] = [];
  clientId: string | undefined;

  constructor(peer: string, server: BayeuxServer) {
    this.peer = peer;
    const take = (messages: readonly Message[]) => {
      for (const message of messages) {
        this.sent.push(structuredClone(message));
        if (message.channel === "/meta/handshake") this.clientId = message.clientId;
      }
    };
    this.connection = new StreamConnection(
      server,
      {
        canWrite: true,
        cork() {},
        uncork() {},
        limit() {},
        deliver: (publications) => take(publications.map((publication) => JSON.parse(publication.json) as Message)),
        reply: take,
        pause() {},
        resume() {},
        close() {},
      },
      {
        transport: "websocket",
        offered: ["websocket", "long-polling", "callback-polling"],
        context: { remoteAddress: undefined, headers: {} },
      },
    );
  }
}

/** A node of ours in the place of a Java node of a recorded story, in virtual time. */
export class Replay {
  readonly clock = new FakeClock();
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly name: string;
  /** `+id` joined, `-id` left. */
  readonly events: string[] = [];
  /** What our comets opened, in order. */
  readonly dials: ReplayTransport[] = [];
  /** What Java nodes opened, by the connection's name in the trace. */
  readonly links = new Map<string, ReplayConnection>();
  readonly #trace: Trace;
  #nowMs = 0;

  /** @param name - `A`, `B` or `C`: whose place our node takes */
  constructor(trace: Trace, name: string, options: Partial<OortOptionsInput> = {}) {
    this.#trace = trace;
    this.name = name;
    this.bayeux = new BayeuxServer({}, { clock: this.clock });
    const [url] = [...NAMES].find(([, owner]) => owner === name)!;
    const factory: ClientTransportFactory = {
      name: "websocket",
      create: (dialled, sink) => {
        const transport = new ReplayTransport(NAMES.get(dialled) ?? dialled, sink);
        this.dials.push(transport);
        return transport;
      },
    };
    // Java offers long-polling as well; it is named in handshakes only.
    const longPolling = { ...factory, name: "long-polling" };
    this.oort = new Oort(
      this.bayeux,
      { url, secret: "peer-secret", java: true, gossipMs: 3_600_000, channels: [], ...options },
      { clock: this.clock, transports: [factory, longPolling] },
    );
    this.oort.addListener({
      joined: (peer) => void this.events.push(`+${peer.id}`),
      left: (peer) => void this.events.push(`-${peer.id}`),
    });
    for (const channel of this.observedBy(name)) this.oort.observeChannel(channel);
    this.bayeux.start();
    this.oort.start();
  }

  /** What a Java node subscribed to in its first opening batch, but for `/oort/cloud`, in its order. */
  observedBy(name: string): string[] {
    const batch = this.#trace.batches({ from: name }).find((one) => one.at(-1)?.message.channel === "/service/oort");
    const subscriptions = (batch ?? []).map(({ message }) => message.subscription);
    return subscriptions.filter((one): one is string => typeof one === "string" && one !== "/oort/cloud");
  }

  /** The id of a Java node's run, from its handshakes. */
  idOf(name: string, nth = 0): string {
    const fields = this.#trace
      .select({ from: name, channel: "/meta/handshake" })
      .map(({ message }) => message.ext?.["org.cometd.oort"] as { oortId?: string } | undefined);
    return [...new Set(fields.map((field) => field?.oortId))].filter((id) => id !== undefined)[nth]!;
  }

  /** Plays what the Java nodes did, at its time. @param untilMs - of the story */
  async play(fromMs = 0, untilMs = Number.POSITIVE_INFINITY): Promise<void> {
    this.#nowMs = Math.max(this.#nowMs, fromMs);
    const lines = [...this.#trace.messages, ...this.#trace.events].sort((a, b) => a.line - b.line);
    for (const line of lines) {
      if (line.tMs < fromMs || line.tMs > untilMs || line.to !== this.name || line.from === this.name) continue;
      if (!/^[ABC]$/.test(line.from)) continue;
      await this.clock.advance(Math.max(0, line.tMs - this.#nowMs));
      this.#nowMs = Math.max(this.#nowMs, line.tMs);
      if ("message" in line) this.#receive(line);
      else this.#happen(line);
      await this.clock.settle();
    }
  }

  /** Plays the story with our node dialling `url` when the Java node in whose place it is dialled. */
  async playDialling(url: string): Promise<void> {
    const peer = NAMES.get(url);
    const dialled = this.#trace
      .select({ from: this.name, channel: "/meta/handshake" })
      .find((traced) => traced.opener === this.name && traced.to === peer);
    await this.play(0, dialled!.tMs - 1);
    this.oort.observe(url);
    await this.clock.settle();
    await this.play(dialled!.tMs);
  }

  /** Everything our node sent to a peer on links it opened, without the frames. */
  sentTo(peer: string): Message[] {
    return this.dials.filter((dial) => dial.peer === peer).flatMap((dial) => dial.frames.flat());
  }

  #receive(traced: TracedMessage): void {
    if (traced.dropped) return;
    const text = JSON.stringify(traced.message);
    const [message] = decode(text, LIMITS);
    assert.deepEqual(message, traced.message, "our parser reads what Java wrote");
    if (traced.opener === this.name) this.#answer(traced.from, message!);
    else this.#request(traced, message!);
  }

  /** On a link that a Java node opened: a request to our server. A recorded frame arrives as one. */
  #request(traced: TracedMessage, message: Message): void {
    if (traced.item !== 1) return; // came with the first of its frame
    let link = this.links.get(traced.connection);
    if (link === undefined) {
      link = new ReplayConnection(traced.from, this.bayeux);
      this.links.set(traced.connection, link);
    }
    const frame = this.#trace.batches({ connection: traced.connection, from: traced.from });
    const messages = frame.find((one) => one[0] === traced)!.map((one) => ({ ...one.message }));
    const { clientId } = link;
    for (const one of messages) if (one.clientId !== undefined && clientId !== undefined) one.clientId = clientId;
    assert.deepEqual(messages[0]?.id, message.id);
    link.connection.receive(JSON.stringify(messages));
  }

  /** On a link that we opened: an answer to what we asked, or a delivery. */
  #answer(peer: string, message: Message): void {
    const dial = this.dials.findLast((one) => one.peer === peer && one.isOpen);
    if (dial === undefined) return;
    if (typeof message.successful !== "boolean") return dial.sink.received([message]);
    const index = dial.unanswered.findIndex(
      (request) => request.channel === message.channel && request.subscription === message.subscription,
    );
    if (index < 0) return; // an answer to Seti's or an object's request, which this node has not made
    const [request] = dial.unanswered.splice(index, 1);
    dial.sink.received([{ ...message, id: request!.id! }]);
  }

  #happen({ kind, connection, from }: TracedEvent): void {
    if (kind !== "tcp-end" && kind !== "tcp-error" && kind !== "tap-cut") return;
    this.links.get(connection)?.connection.closed();
    if (!connection.startsWith(`${this.name}>`)) return;
    const dial = this.dials.findLast((one) => one.peer === from && one.isOpen);
    if (dial === undefined) return;
    dial.isOpen = false;
    dial.sink.failed(new TransportError(kind));
  }
}
