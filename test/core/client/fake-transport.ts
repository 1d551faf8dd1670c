import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { BayeuxClient } from "../../../core/client/bayeux-client.js";
import type { BayeuxClientOptionsInput } from "../../../core/client/client-options.js";
import {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportSink,
  TransportError,
} from "../../../core/client/transport/client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";
import { ScriptedRandom } from "../../support/scripted-random.js";

/** The client under test: the modules, or the bundle made of them. */
const Client: typeof BayeuxClient = (
  await import(process.env.OORTBUS_CLIENT_BUNDLE ?? "../../../core/client/bayeux-client.js")
).BayeuxClient;

/** One connection of a client under test: says what it was given, and brings what the test makes the server say. */
export class FakeTransport implements ClientTransport {
  readonly name: string;
  readonly url: string;
  readonly sink: ClientTransportSink;
  /** Each call of `send`. */
  readonly batches: Message[][] = [];
  /** How the client let it go. */
  ended: "closed" | "aborted" | undefined;
  #taken = 0;

  constructor(name: string, url: string, sink: ClientTransportSink) {
    this.name = name;
    this.url = url;
    this.sink = sink;
  }

  get sent(): Message[] {
    return this.batches.flat();
  }

  send(messages: readonly Message[]): void {
    this.batches.push(structuredClone(messages) as Message[]);
  }

  close(): void {
    this.ended = "closed";
  }

  abort(): void {
    this.ended = "aborted";
  }

  /** The next message that was sent, which must be on `channel`. */
  take(channel: string): Message {
    const message = this.sent[this.#taken];
    assert.ok(message !== undefined, `nothing was sent; expected ${channel}`);
    assert.equal(message.channel, channel);
    this.#taken += 1;
    return message;
  }

  /** Nothing was sent that the test has not taken. */
  assertQuiet(): void {
    assert.deepEqual(this.sent.slice(this.#taken), []);
  }

  /** One frame from the server. Anything, since servers may send anything. */
  receive(...messages: unknown[]): void {
    this.sink.received(messages as Message[]);
  }

  /** Takes the next message and answers it with success. */
  accept(channel: string, fields: Record<string, unknown> = {}): Message {
    const request = this.take(channel);
    this.receive({ channel, id: request.id, successful: true, ...fields });
    return request;
  }

  acceptHandshake(fields: Record<string, unknown> = {}): Message {
    return this.accept("/meta/handshake", {
      clientId: "session1",
      version: "1.0",
      supportedConnectionTypes: ["websocket", "long-polling"],
      advice: { reconnect: "retry", interval: 0, timeout: 30_000 },
      ...fields,
    });
  }

  /** The connection breaks. */
  fail(text = "connection reset", neverOpened = false): void {
    this.sink.failed(new TransportError(text, { neverOpened }));
  }
}

/** A client on fake transports, in fake time. */
export class ClientBench {
  readonly clock = new FakeClock();
  readonly transports: FakeTransport[] = [];
  readonly states: string[] = [];
  readonly client: BayeuxClient;
  readonly #needSession: readonly string[];

  constructor(
    t: TestContext,
    options: Partial<BayeuxClientOptionsInput> = {},
    names: readonly string[] = ["websocket"],
    needSession: readonly string[] = [],
  ) {
    this.#needSession = needSession;
    const url = options.urls === undefined ? { url: "http://north.test/cometd" } : {};
    this.client = new Client(
      { ...url, minRetryMs: 1_000, maxRetryMs: 8_000, ...options },
      { clock: this.clock, random: new ScriptedRandom([0]), transports: names.map((name) => this.#factory(name)) },
    );
    this.client.onState((state) => void this.states.push(state));
    t.after(() => {
      this.client.abort();
      assert.equal(this.clock.pending, 0, "a client at rest has no timer");
    });
  }

  /** The present connection. */
  get transport(): FakeTransport {
    const transport = this.transports.at(-1);
    assert.ok(transport !== undefined, "the client has no transport");
    return transport;
  }

  /** Handshakes and confirms the first connect; the second one is then held. */
  async connect(handshake: Record<string, unknown> = {}): Promise<FakeTransport> {
    const handshaken = this.client.handshake();
    const { transport } = this;
    transport.acceptHandshake(handshake);
    await handshaken;
    this.clock.runTurn();
    transport.accept("/meta/connect");
    assert.equal(this.client.state, "connected");
    return transport;
  }

  #factory(name: string): ClientTransportFactory {
    return {
      name,
      needsSession: this.#needSession.includes(name),
      create: (url, sink) => {
        const transport = new FakeTransport(name, url, sink);
        this.transports.push(transport);
        return transport;
      },
    };
  }
}
