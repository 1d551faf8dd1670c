import type { BinarySocket } from "../../cluster/link/framed-link.js";
import type { Timer } from "../../core/clock.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { StreamConnection } from "../../core/transport/stream-connection.js";

/** Which way bytes go: from who dialled, or to him. */
type Way = "there" | "back";

/** Who dialled whom. */
export interface ConnectionRoute {
  readonly from: string;
  readonly to: string;
}

/** What a connection needs of its network. */
export interface ConnectionWire {
  serverAt(url: string): BayeuxServer | undefined;
  /** No machine is there that could refuse. */
  isOff(url: string): boolean;
  passes(from: string, to: string): boolean;
  /** How long a frame that leaves now is on its way, in ms. */
  delayMs(from: string, to: string): number;
  /** Whether this frame leaves apart from the one before, although both were written together. */
  splits(): boolean;
  /** Told of each frame that is written. */
  sent(from: string, to: string, frame: string | Uint8Array): void;
  schedule(delayMs: number, arrive: () => void): Timer;
  now(): number;
  /** Runs what has arrived, once the process at `url` takes it. */
  at(url: string, act: () => void): void;
  /** Something waits until bytes from the one pass to the other again. */
  stalled(connection: MemoryConnection): void;
  ended(connection: MemoryConnection): void;
}

/** One direction of a connection: what is written arrives in order, or waits while the way is cut, as TCP does it. */
interface Lane {
  /** When the last frame arrives. */
  arrivesAtMs: number;
  /** Arrived at the cut; sent again when it is mended. */
  readonly waiting: (() => void)[];
}

/** Open; closed by its process or kernel; or its machine is gone, so that nobody there says anything. */
type End = "open" | "closed" | "off";

/**
 * A WebSocket of a Bayeux client to a server, without the net. The rules of the transport are the real ones at both ends
 * (StreamConnection here), only the wire is timers. It behaves as TCP: order is kept, a cut makes bytes wait, what reaches
 * a closed end is answered with a reset, and who is not told of an end does not know it.
 */
export class MemoryConnection implements BinarySocket {
  readonly bufferedAmount = 0;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly route: ConnectionRoute;
  readonly #wire: ConnectionWire;
  readonly #lanes: Record<Way, Lane> = {
    there: { arrivesAtMs: 0, waiting: [] },
    back: { arrivesAtMs: 0, waiting: [] },
  };
  #connection: StreamConnection | undefined;
  #isClosing = false;
  /** Somewhere between the two; what is written now is answered with a reset. */
  #isBroken = false;
  #client: End = "open";
  #server: End = "open";
  #corked = 0;
  #isFirstOfCork = true;

  constructor(wire: ConnectionWire, route: ConnectionRoute) {
    this.#wire = wire;
    this.route = route;
    this.#travel("there", () => this.#accept());
  }

  /** Its client believes in a connection that is none any more. */
  get isHalfOpen(): boolean {
    return this.#isBroken && this.#client === "open";
  }

  send(data: string | Uint8Array): void {
    if (this.#client !== "open" || this.#isClosing) return;
    this.#wire.sent(this.route.from, this.route.to, data);
    if (typeof data === "string") this.#travel("there", () => this.#connection?.receive(data));
    else this.#travel("there", () => this.#connection?.receiveEncoded(data));
  }

  /** In good form: what was written still arrives, and the other end answers that it closes too. */
  close(): void {
    if (this.#client !== "open" || this.#isClosing) return;
    this.#isClosing = true;
    this.#travel("there", () => this.#serverTold());
  }

  /** What was written before still arrives, and behind it the end of the stream. Nobody here is told. */
  terminate(): void {
    if (this.#client !== "open") return;
    this.#endClient("closed");
    this.#travel("there", () => this.#serverTold());
  }

  /**
   * The connection breaks between the two.
   * @param told - who learns it now; the other one does when it writes
   */
  break(told: "both" | "client" | "server" = "both"): void {
    for (const lane of [this.#lanes.there, this.#lanes.back]) lane.waiting.length = 0;
    this.#isBroken = true;
    if (this.#connection === undefined) this.#server = "closed";
    if (told !== "server") this.#wire.at(this.route.from, () => this.#fail("broken"));
    if (told !== "client") this.#wire.at(this.route.to, () => this.#serverTold());
    this.#endIfOver();
  }

  /** The process at `url` is gone. @param silently - and its machine too, so that nobody tells the other end */
  lose(url: string, silently: boolean): void {
    const isClient = this.route.from === url;
    if (silently) this.#lanes[isClient ? "there" : "back"].waiting.length = 0;
    if (silently && isClient && this.#connection === undefined) this.#server = "closed"; // it never gets there
    if (isClient && this.#client === "open") {
      this.#endClient(silently ? "off" : "closed");
      if (!silently) this.#travel("there", () => this.#serverTold());
    } else if (!isClient && this.#server === "open") {
      this.#server = silently ? "off" : "closed";
      if (!silently) this.#travel("back", () => this.#fail("closed by the server"));
    }
    this.#endIfOver();
  }

  /** The machine at `url` runs again, and knows nothing of this: whoever writes to it is told so. */
  revive(url: string): void {
    if (this.route.from === url && this.#client === "off") this.#client = "closed";
    if (this.route.to === url && this.#server === "off") this.#server = "closed";
    this.#endIfOver();
  }

  /** Sends again what waits, as far as it passes. */
  resend(): void {
    for (const way of ["there", "back"] as const) {
      const { waiting } = this.#lanes[way];
      while (waiting.length > 0 && this.#passes(way)) this.#arrived(way, waiting.shift()!);
    }
  }

  #accept(): void {
    const server = this.#wire.serverAt(this.route.to);
    if (server === undefined) this.#server = this.#wire.isOff(this.route.to) ? "off" : "closed";
    else this.#connection = this.#connectionTo(server);
    this.#endIfOver();
    if (this.#server === "off") return;
    this.#travel("back", () => {
      if (server === undefined) this.#fail("refused");
      else tell(this.onopen, {});
    });
  }

  #connectionTo(server: BayeuxServer): StreamConnection {
    const write = (data: string | Uint8Array) => {
      if (this.#server !== "open") return;
      this.#wire.sent(this.route.to, this.route.from, data);
      this.#travel("back", () => tell(this.onmessage, { data }));
    };
    return new StreamConnection(
      server,
      {
        canWrite: true,
        cork: () => {
          this.#corked += 1;
          this.#isFirstOfCork = true;
        },
        uncork: () => {
          this.#corked -= 1;
        },
        limit() {},
        deliver: (publications) => write(`[${publications.map((publication) => publication.json).join(",")}]`),
        reply: (messages) => write(JSON.stringify(messages)),
        writeEncoded: (encoding, publications, replies) =>
          write(Buffer.from(encoding.encode(publications, replies, 0))),
        pause() {},
        resume() {},
        close: () => {
          if (this.#server !== "open") return;
          this.#travel("back", () => this.#fail("closed by the server"));
          this.#wire.at(this.route.to, () => this.#serverTold());
        },
      },
      {
        transport: "websocket",
        offered: ["websocket", "long-polling"],
        context: { remoteAddress: undefined, headers: {} },
        maxUnboundMs: 5_000,
      },
    );
  }

  #travel(way: Way, arrive: () => void): void {
    const { from, to } = way === "there" ? this.route : { from: this.route.to, to: this.route.from };
    const lane = this.#lanes[way];
    const now = this.#wire.now();
    const isTogether = way === "back" && this.#corked > 0 && !this.#isFirstOfCork && !this.#wire.splits();
    this.#isFirstOfCork = false;
    if (!isTogether) lane.arrivesAtMs = Math.max(lane.arrivesAtMs, now + this.#wire.delayMs(from, to));
    this.#wire.schedule(lane.arrivesAtMs - now, () => {
      if (lane.waiting.length === 0 && this.#passes(way)) return this.#arrived(way, arrive);
      lane.waiting.push(arrive);
      this.#wire.stalled(this);
    });
  }

  #passes(way: Way): boolean {
    const { from, to } = this.route;
    return way === "there" ? this.#wire.passes(from, to) : this.#wire.passes(to, from);
  }

  #arrived(way: Way, arrive: () => void): void {
    this.#wire.at(way === "there" ? this.route.to : this.route.from, () => {
      const end = way === "there" ? this.#server : this.#client;
      if (end === "open" && !this.#isBroken) arrive();
      else if (end !== "off") this.#reset(way);
    });
  }

  /** What came is for nobody: who sent it is told, if the way back is open. */
  #reset(way: Way): void {
    if (!this.#passes(way === "there" ? "back" : "there")) return;
    if (way === "there") this.#wire.at(this.route.from, () => this.#fail("reset"));
    else this.#wire.at(this.route.to, () => this.#serverTold());
  }

  #serverTold(): void {
    if (this.#server !== "open") return;
    this.#server = "closed";
    this.#connection?.closed();
    if (this.#client === "open") this.#travel("back", () => this.#fail("closed by the server"));
    this.#endIfOver();
  }

  #fail(why: string): void {
    if (this.#client !== "open") return;
    this.#endClient("closed");
    if (this.#server === "open") this.#travel("there", () => this.#serverTold());
    tell(this.onclose, { code: 1006, reason: why });
  }

  #endClient(end: End): void {
    this.#client = end;
    this.#endIfOver();
  }

  #endIfOver(): void {
    if (this.#client !== "open" && this.#server !== "open") this.#wire.ended(this);
  }
}

function tell(listener: ((event: never) => void) | null, event: object): void {
  (listener as ((event: object) => void) | null)?.(event);
}
