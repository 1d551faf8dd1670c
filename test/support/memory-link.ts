import type {
  ClientTransport,
  ClientTransportFactory,
  ClientTransportParts,
  ClientTransportSink,
} from "../../core/client/transport/client-transport.js";
import { TransportError } from "../../core/client/transport/client-transport.js";
import type { Clock } from "../../core/clock.js";
import type { Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { StreamConnection } from "../../core/transport/stream-connection.js";

/** How the network behaves; may be changed while it runs. */
export interface MemoryNetworkOptions {
  /** How long a frame is on its way, in ms; asked for each. Frames of one connection keep their order. */
  delayMs: () => number;
}

/**
 * Bayeux servers that reach each other without sockets, in whatever time the clock says: the transport's rules are the
 * real ones (StreamConnection), only the wire is a timer. Links can be cut, silently, and servers can crash.
 */
export class MemoryNetwork {
  readonly clock: Clock;
  readonly options: MemoryNetworkOptions;
  readonly #servers = new Map<string, BayeuxServer>();
  readonly #links = new Set<MemoryLink>();
  readonly #cuts = new Set<string>();

  constructor(clock: Clock, options: MemoryNetworkOptions) {
    this.clock = clock;
    this.options = options;
  }

  /** From now on `url` is answered by `server`. */
  listen(url: string, server: BayeuxServer): void {
    this.#servers.set(url, server);
  }

  serverAt(url: string): BayeuxServer | undefined {
    return this.#servers.get(url);
  }

  /** How the node at `from` opens links: a stand-in for its WebSocket transport. */
  transport(from: string): ClientTransportFactory {
    return {
      name: "websocket",
      create: (url, sink, parts) => {
        const link = new MemoryLink(this, { from, to: url }, sink, parts, () => this.#links.delete(link));
        this.#links.add(link);
        return link;
      },
    };
  }

  /** Frames between the two are lost, both ways, and nobody is told. */
  cut(a: string, b: string): void {
    this.#cuts.add(`${a} ${b}`);
    this.#cuts.add(`${b} ${a}`);
  }

  heal(): void {
    this.#cuts.clear();
  }

  passes(from: string, to: string): boolean {
    return !this.#cuts.has(`${from} ${to}`);
  }

  /** The process at `url` is gone: its connections break, as a peer's kernel tells, and new ones are refused. */
  crash(url: string): void {
    this.#servers.delete(url);
    for (const link of [...this.#links]) if (link.route.from === url || link.route.to === url) link.break();
  }
}

class MemoryLink implements ClientTransport {
  readonly name = "websocket";
  readonly route: { readonly from: string; readonly to: string };
  readonly #network: MemoryNetwork;
  readonly #sink: ClientTransportSink;
  readonly #ended: () => void;
  #connection: StreamConnection | undefined;
  #isOpen = true;
  /** When the last frame of each direction arrives. */
  #arrivals = { there: 0, back: 0 };

  constructor(
    network: MemoryNetwork,
    route: { from: string; to: string },
    sink: ClientTransportSink,
    { options }: ClientTransportParts,
    ended: () => void,
  ) {
    this.#network = network;
    this.route = route;
    this.#sink = sink;
    this.#ended = ended;
    const opening = network.clock.schedule(options.connectTimeoutMs, () => this.#fail("did not open in time"));
    this.#travel("there", () => {
      const server = network.serverAt(route.to);
      this.#travel("back", () => {
        opening.cancel();
        if (server === undefined) this.#fail("refused");
      });
      if (server !== undefined) this.#connection = this.#accept(server);
    });
  }

  send(messages: readonly Message[]): void {
    const text = JSON.stringify(messages);
    this.#travel("there", () => this.#connection?.receive(text));
  }

  close(): void {
    this.abort();
  }

  abort(): void {
    if (!this.#isOpen) return;
    // The last frames and the end of the stream arrive as any frame does, unless the link is cut.
    this.#travel("there", () => this.#connection?.closed());
    this.#end();
  }

  /** Both ends learn that the connection is gone. */
  break(): void {
    this.#connection?.closed();
    this.#fail("broken");
  }

  #accept(server: BayeuxServer): StreamConnection {
    const write = (text: string) =>
      this.#travel("back", () => this.#isOpen && this.#sink.received(JSON.parse(text) as Message[]));
    return new StreamConnection(
      server,
      {
        canWrite: true,
        cork() {},
        uncork() {},
        limit() {},
        deliver: (publications) => write(`[${publications.map((publication) => publication.json).join(",")}]`),
        reply: (messages) => write(JSON.stringify(messages)),
        pause() {},
        resume() {},
        close: () => this.#travel("back", () => this.#fail("closed by the server")),
      },
      {
        transport: "websocket",
        offered: ["websocket", "long-polling"],
        context: { remoteAddress: undefined, headers: {} },
      },
    );
  }

  #travel(way: "there" | "back", arrive: () => void): void {
    const { clock, options } = this.#network;
    const { from, to } = this.route;
    this.#arrivals[way] = Math.max(this.#arrivals[way], clock.now() + options.delayMs());
    clock.schedule(this.#arrivals[way] - clock.now(), () => {
      if (way === "there" ? this.#network.passes(from, to) : this.#network.passes(to, from)) arrive();
    });
  }

  #fail(why: string): void {
    if (!this.#isOpen) return;
    this.#end();
    this.#sink.failed(new TransportError(why, { neverOpened: this.#connection === undefined }));
  }

  #end(): void {
    this.#isOpen = false;
    this.#ended();
  }
}
