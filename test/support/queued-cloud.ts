import { FakeClock } from "./fake-clock.js";

/**
 * One connection that `dialler` opened to `server`. What the server says goes down it, what the dialler says goes up; each
 * direction keeps its order, and nothing is ordered between them or between two links (spec section 14).
 */
export interface QueuedLink<Node, Frame> {
  readonly dialler: Node;
  readonly server: Node;
  readonly down: Frame[];
  readonly up: Frame[];
}

/** Nodes with queues instead of connections, in virtual time. Nothing moves unless a test says so. */
export abstract class QueuedCloud<Node, Frame, Link extends QueuedLink<Node, Frame> = QueuedLink<Node, Frame>> {
  readonly clock = new FakeClock();
  abstract readonly nodes: readonly Node[];
  #links: Link[] = [];

  /** Opens one direction, unless it is open. */
  abstract open(dialler: Node, server: Node): void;
  /** A frame came to the end of its queue: of `server` where it went up. */
  protected abstract arrived(link: Link, way: "down" | "up", frame: Frame): void;
  /** The link is gone, with what was on its way. */
  protected abstract closed(link: Link): void;
  /** Whether it may get lost on a link that lives on. */
  protected abstract mayGetLost(frame: Frame): boolean;
  protected abstract lost(frame: Frame): void;

  node(index: number): Node {
    return this.nodes[index % this.nodes.length]!;
  }

  link(dialler: Node, server: Node): Link | undefined {
    return this.#links.find((link) => link.dialler === dialler && link.server === server);
  }

  /** The sessions of peers at `server`. */
  linksAt(server: Node): Link[] {
    return this.#links.filter((link) => link.server === server);
  }

  openAll(): void {
    for (const one of this.nodes) for (const other of this.nodes) if (one !== other) this.open(one, other);
  }

  /** Breaks one direction: what was on its way is lost, and so is the server's session of the dialler. */
  close(dialler: Node, server: Node): void {
    const link = this.link(dialler, server);
    if (link === undefined) return;
    this.#links = this.#links.filter((other) => other !== link);
    this.drop(link);
    this.closed(link);
  }

  /** Passes on one message of one of the queues that have some. @returns false when there is none */
  deliverOne(queue: number): boolean {
    const chosen = this.#busy(queue);
    if (chosen === undefined) return false;
    this.arrived(chosen.link, chosen.way, chosen.link[chosen.way].shift()!);
    return true;
  }

  /** One message gets lost, and the link lives on. */
  loseOne(queue: number): void {
    const chosen = this.#busy(queue);
    if (chosen === undefined) return;
    const frames = chosen.link[chosen.way];
    if (this.mayGetLost(frames[0]!)) this.lost(frames.shift()!);
  }

  /** Lets time pass in steps, passing on everything after each. */
  async settle(totalMs: number, stepMs = 250): Promise<void> {
    await this.#passAll();
    for (let passed = 0; passed < totalMs; passed += stepMs) {
      await this.clock.advance(stepMs);
      await this.#passAll();
    }
  }

  protected add(link: Link): void {
    this.#links.push(link);
  }

  /** Loses what is on its way. */
  protected drop(link: Link): void {
    for (const frame of [...link.down.splice(0), ...link.up.splice(0)]) this.lost(frame);
  }

  /** The process of a node is gone. */
  protected cutOff(node: Node): void {
    for (const other of this.nodes) {
      this.close(node, other);
      this.close(other, node);
    }
  }

  async #passAll(): Promise<void> {
    await this.clock.settle();
    for (let moved = true; moved; ) {
      moved = false;
      while (this.deliverOne(0)) moved = true;
      await this.clock.settle();
    }
  }

  #busy(index: number): { readonly link: Link; readonly way: "down" | "up" } | undefined {
    const ways = this.#links.flatMap((link) => [{ link, way: "down" } as const, { link, way: "up" } as const]);
    const busy = ways.filter(({ link, way }) => link[way].length > 0);
    return busy[index % Math.max(1, busy.length)];
  }
}
