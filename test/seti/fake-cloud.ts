import type { TestContext } from "node:test";
import type { Message } from "../../core/message/message.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { LocalSession } from "../../core/session/local-session.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { Seti } from "../../seti/seti.js";
import type { SetiCloud, SetiPeer } from "../../seti/seti-cloud.js";
import { SETI_ALL, setiChannelOf } from "../../seti/seti-message.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { FakeClock } from "../support/fake-clock.js";

/** What one node published to another over its OortComet. */
export interface Pushed {
  readonly url: string;
  readonly channel: string;
  readonly data: unknown;
}

type Listener = { joined?(peer: SetiPeer): void; left?(peer: SetiPeer): void };

/** A peer played by the test: its session at the server, and what reached it there. */
export class FakePeer {
  readonly url: string;
  readonly kind: "oortbus" | "java";
  readonly received: Message[] = [];
  readonly session: LocalSession;

  constructor(server: BayeuxServer, url: string, kind: "oortbus" | "java") {
    this.url = url;
    this.kind = kind;
    this.session = server.newLocalSession("peer");
    this.session.handshake();
  }

  /** The data of what it received and was not asked for before. */
  take(): unknown[] {
    return this.received.splice(0).map((message) => message.data);
  }
}

/** A cloud whose peers are played by the test, around one real server and one real Seti in virtual time. */
export class FakeCloud implements SetiCloud {
  readonly url = "http://alpha.example:8080/cometd";
  readonly incarnation = 1_000;
  readonly peers: (SetiPeer & { state: string })[] = [];
  readonly observed = new Set<string>();
  readonly exact = new Set<string>();
  readonly pushed: Pushed[] = [];
  readonly #server: BayeuxServer;
  readonly #sessions = new Map<ServerSession, FakePeer>();
  readonly #oort: LocalSession;
  #listeners: Listener[] = [];

  constructor(server: BayeuxServer) {
    this.#server = server;
    this.#oort = server.newLocalSession("oort");
    this.#oort.handshake();
  }

  /** The peer links and joins, as Oort tells it: the session first, then its subscriptions, then `joined`. */
  join(url: string, kind: "oortbus" | "java" = "oortbus"): FakePeer {
    const peer = new FakePeer(this.#server, url, kind);
    this.#sessions.set(peer.session.session, peer);
    // One hop: what a peer published does not go on to another (spec section 16).
    peer.session.session.addFilter((sender) => sender === undefined || !this.isOort(sender));
    this.peers.push({ url, kind, state: "joined" });
    for (const channel of [SETI_ALL, setiChannelOf(url)]) {
      peer.session.subscribe(channel, (message) => peer.received.push(message));
    }
    for (const listener of this.#listeners) listener.joined?.({ url, kind });
    return peer;
  }

  /** The session of the peer ends. */
  forget(peer: FakePeer): void {
    this.#sessions.delete(peer.session.session);
    peer.session.disconnect();
    this.peers.splice(
      this.peers.findIndex(({ url }) => url === peer.url),
      1,
    );
  }

  leave(peer: FakePeer): void {
    this.forget(peer);
    for (const listener of this.#listeners) listener.left?.({ url: peer.url, kind: peer.kind });
  }

  /** A peer publishes at home, and our OortComet brings it (path S). */
  broadcast(channel: string, data: unknown): void {
    this.#server.publish(this.#oort.session, channel, data);
  }

  observeChannel(name: string): void {
    this.observed.add(name);
  }

  deobserveChannel(name: string): void {
    this.observed.delete(name);
  }

  addExactChannel(name: string): void {
    this.exact.add(name);
  }

  addListener(listener: Listener): () => void {
    this.#listeners.push(listener);
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  publishTo(url: string, channel: string, data: unknown): boolean {
    this.pushed.push({ url, channel, data });
    return true;
  }

  isOort(session: ServerSession): boolean {
    return session === this.#oort.session || this.#sessions.has(session);
  }

  peerOf(session: ServerSession): { url: string } | undefined {
    return this.#sessions.get(session);
  }

  hasPeerSession(url: string): boolean {
    return [...this.#sessions.values()].some((peer) => peer.url === url);
  }
}

/** A client in the process of the server: what it was delivered, and how it speaks to services. */
export class FakeClient {
  readonly session: ServerSession;
  readonly received: Message[] = [];
  readonly #local: LocalSession;

  constructor(server: BayeuxServer) {
    this.#local = server.newLocalSession("client");
    this.#local.handshake();
    this.session = this.#local.session;
    this.session.addFilter((_sender, message) => {
      this.received.push(message);
      return true;
    });
  }

  /** @returns the reply, once it is there */
  async publish(channel: string, data: unknown): Promise<Message> {
    return this.#local.publish(channel, data);
  }

  take(): { channel: string; data: unknown }[] {
    return this.received.splice(0).map(({ channel, data }) => ({ channel, data }));
  }

  leave(): void {
    this.#local.disconnect();
  }
}

export interface FakeNode {
  readonly clock: FakeClock;
  readonly server: BayeuxServer;
  readonly cloud: FakeCloud;
  readonly seti: Seti;
  login(user?: string): FakeClient;
}

export function startFakeNode(t: TestContext, options: SetiOptionsInput = {}): FakeNode {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const cloud = new FakeCloud(server);
  const seti = new Seti(server, cloud, options);
  seti.start();
  t.after(() => {
    seti.stop();
    server.close();
  });
  return {
    clock,
    server,
    cloud,
    seti,
    login(user) {
      const client = new FakeClient(server);
      if (user !== undefined) seti.associate(user, client.session);
      return client;
    },
  };
}
