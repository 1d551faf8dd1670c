import type { SocketWrap } from "../../cluster/link/framed-link.js";
import type { LinkTransports } from "../../cluster/link/link-transports.js";
import type { ClientTransportFactory } from "../../core/client/transport/client-transport.js";
import { type WebSocketLike, webSocketTransport } from "../../core/client/transport/websocket-client-transport.js";
import type { Clock } from "../../core/clock.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { MemoryConnection } from "./memory-connection.js";

/** How the network behaves; may be changed while it runs. */
export interface MemoryNetworkOptions {
  /** How long a frame is on its way, in ms; asked for each. Frames of one connection keep their order. */
  delayMs: (from: string, to: string) => number;
  /** How long after the end of a cut its victims' bytes are sent again, in ms. Default: at once. */
  resendMs?: (from: string, to: string, cutForMs: number) => number;
  /** Whether two frames that were written together arrive apart. Default: never. */
  splits?: () => boolean;
  /** Told of what is written to a connection, at either end, when it is written. */
  sent?: (from: string, to: string, frame: string | Uint8Array) => void;
}

/**
 * Bayeux servers that reach each other without sockets, in whatever time the clock says. Names stand for addresses: a
 * server's is its URL, a client has any other. Ways can be cut, silently; connections break; processes stop, freeze and
 * are gone.
 */
export class MemoryNetwork {
  readonly clock: Clock;
  readonly options: MemoryNetworkOptions;
  /** What has arrived at processes that stand still. */
  readonly #frozen = new Map<string, (() => void)[]>();
  readonly #servers = new Map<string, BayeuxServer>();
  /** Machines that are gone: nobody there says that nobody is there. */
  readonly #off = new Set<string>();
  readonly #connections = new Set<MemoryConnection>();
  /** Cut ways, and since when. */
  readonly #cuts = new Map<string, number>();
  /** Those whose bytes wait for a cut to end. */
  readonly #stalled = new Set<MemoryConnection>();

  constructor(clock: Clock, options: MemoryNetworkOptions) {
    this.clock = clock;
    this.options = options;
  }

  /** From now on `url` is answered by `server`. */
  listen(url: string, server: BayeuxServer): void {
    this.#servers.set(url, server);
    this.#off.delete(url);
    for (const connection of this.#touching(url)) connection.revive(url);
  }

  /** From now on `url` is answered by nobody; what is open stays so. */
  unlisten(url: string): void {
    this.#servers.delete(url);
  }

  serverAt(url: string): BayeuxServer | undefined {
    return this.#servers.get(url);
  }

  /** Connections that at least one end holds. */
  get connections(): readonly MemoryConnection[] {
    return [...this.#connections];
  }

  /** How a client at `from` opens connections: a stand-in for its WebSocket transport. */
  transport(from: string, wrap: SocketWrap = (socket) => socket as WebSocketLike): ClientTransportFactory {
    return webSocketTransport((webSocketUrl) => {
      const to = webSocketUrl.replace(/^ws/, "http");
      const connection = new MemoryConnection(this.#wire, { from, to });
      this.#connections.add(connection);
      return wrap(connection);
    });
  }

  /** How the node at `from` opens links, whatever these are written in. */
  linkTransports(from: string): LinkTransports {
    return (wrap) => [this.transport(from, wrap)];
  }

  /** Bytes between the two do not arrive, both ways, and nobody is told. */
  cut(a: string, b: string): void {
    this.cutWay(a, b);
    this.cutWay(b, a);
  }

  /** Bytes from the one do not arrive at the other, and nobody is told. */
  cutWay(from: string, to: string): void {
    const way = wayOf(from, to);
    if (!this.#cuts.has(way)) this.#cuts.set(way, this.clock.now());
  }

  /** Bytes from the one arrive at the other again; what waited is sent again, where both ends still want it. */
  mendWay(from: string, to: string): void {
    const since = this.#cuts.get(wayOf(from, to));
    if (since === undefined) return;
    this.#cuts.delete(wayOf(from, to));
    const victims = [...this.#stalled].filter(
      ({ route }) => (route.from === from && route.to === to) || (route.from === to && route.to === from),
    );
    for (const connection of victims) {
      const delayMs = this.options.resendMs?.(from, to, this.clock.now() - since) ?? 0;
      this.clock.schedule(delayMs, () => connection.resend());
    }
  }

  /** Every cut ends. */
  heal(): void {
    for (const way of [...this.#cuts.keys()]) {
      const [from = "", to = ""] = way.split(" ");
      this.mendWay(from, to);
    }
  }

  passes(from: string, to: string): boolean {
    return this.#cuts.size === 0 || !this.#cuts.has(wayOf(from, to));
  }

  /**
   * Connections of the two break.
   * @param told - who learns it at once; the other does when it next writes
   * @returns those that broke
   */
  break(from: string, to: string, told: "both" | "client" | "server" = "both"): MemoryConnection[] {
    const broken = [...this.#connections].filter(({ route }) => route.from === from && route.to === to);
    for (const connection of broken) connection.break(told);
    return broken;
  }

  /**
   * The process at `url` is gone: its kernel closes its connections, and refuses new ones.
   * @param silently - the machine is gone with it: nobody is told anything, until {@link listen} is called for the URL
   */
  crash(url: string, silently = false): void {
    this.#servers.delete(url);
    if (silently) this.#off.add(url);
    this.#frozen.delete(url);
    for (const connection of this.#touching(url)) connection.lose(url, silently);
  }

  /** The process at `url` stands still: what arrives waits, and opening a connection takes until {@link thaw}. */
  freeze(url: string): void {
    if (!this.#frozen.has(url)) this.#frozen.set(url, []);
  }

  /** The process goes on, and finds what came meanwhile, in order. Its timers, if any are due, should be first. */
  thaw(url: string): void {
    const waiting = this.#frozen.get(url) ?? [];
    this.#frozen.delete(url);
    for (const act of waiting) this.clock.schedule(0, () => this.#at(url, act));
  }

  #touching(url: string): MemoryConnection[] {
    return [...this.#connections].filter(({ route }) => route.from === url || route.to === url);
  }

  #at(url: string, act: () => void): void {
    const waiting = this.#frozen.get(url);
    if (waiting === undefined) act();
    else waiting.push(act);
  }

  readonly #wire = {
    serverAt: (url: string) => this.#servers.get(url),
    isOff: (url: string) => this.#off.has(url),
    passes: (from: string, to: string) => this.passes(from, to),
    delayMs: (from: string, to: string) => this.options.delayMs(from, to),
    splits: () => this.options.splits?.() ?? false,
    sent: (from: string, to: string, frame: string | Uint8Array) => this.options.sent?.(from, to, frame),
    schedule: (delayMs: number, arrive: () => void) => this.clock.schedule(delayMs, arrive),
    now: () => this.clock.now(),
    at: (url: string, act: () => void) => this.#at(url, act),
    stalled: (connection: MemoryConnection) => void this.#stalled.add(connection),
    ended: (connection: MemoryConnection) => {
      this.#connections.delete(connection);
      this.#stalled.delete(connection);
    },
  };
}

function wayOf(from: string, to: string): string {
  return `${from} ${to}`;
}
