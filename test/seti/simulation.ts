import { Inbox } from "../../seti/inbox.js";
import { MessageSender, type SendResult } from "../../seti/message-sender.js";
import { PresenceSync } from "../../seti/presence-sync.js";
import { type PresenceEvent, PresenceTable } from "../../seti/presence-table.js";
import { readSetiMessage, setiIdOf, writeAnswers, writeStatement, writeUserMessage } from "../../seti/seti-message.js";
import { setiOptions } from "../../seti/seti-options.js";
import { newSetiStats } from "../../seti/seti-stats.js";
import { FakeClock } from "../support/fake-clock.js";

/** A session of the simulation is its name; what it got stays in its node's `received`. */
export interface Received {
  readonly session: string;
  readonly data: unknown;
}

/**
 * One connection that `dialler` opened to `server`. What `server` publishes goes down it, what `dialler` publishes goes
 * up; each direction keeps its order, and nothing is ordered between them or between two links (spec section 14).
 */
interface Link {
  readonly dialler: SimNode;
  readonly server: SimNode;
  subscribed: boolean;
  readonly down: string[];
  readonly up: string[];
}

const OPTIONS = setiOptions.parse({ presenceChunkUsers: 2 });

/** The pure parts of Seti wired together, with queues instead of links. Nothing moves unless a test says so. */
export class Simulation {
  readonly clock = new FakeClock();
  readonly nodes: SimNode[] = [];
  readonly #links: Link[] = [];

  constructor(names: readonly string[]) {
    for (const name of names) this.nodes.push(new SimNode(name, this, this.clock));
  }

  node(index: number): SimNode {
    return this.nodes[index % this.nodes.length] as SimNode;
  }

  link(dialler: SimNode, server: SimNode): Link | undefined {
    return this.#links.find((link) => link.dialler === dialler && link.server === server);
  }

  /** The sessions of peers at `server`. */
  linksAt(server: SimNode): Link[] {
    return this.#links.filter((link) => link.server === server);
  }

  /** Opens one direction. When both are open, each side subscribes at the other, and the join follows. */
  open(dialler: SimNode, server: SimNode): void {
    if (dialler === server || this.link(dialler, server) !== undefined) return;
    this.#links.push({ dialler, server, subscribed: false, down: [], up: [] });
    const pair = [this.link(dialler, server), this.link(server, dialler)];
    if (pair.some((link) => link === undefined)) return;
    for (const link of pair as Link[]) if (!link.subscribed) this.#openingBatch(link);
  }

  #openingBatch(link: Link): void {
    link.subscribed = true;
    for (const statement of link.server.sync.setOnSubscription(link.dialler.url)) {
      link.down.push(JSON.stringify(writeStatement(statement)));
    }
    link.server.joined(link.dialler);
  }

  /** Breaks one direction: what was on its way is lost, and the server's session of the dialler is gone. */
  close(dialler: SimNode, server: SimNode): void {
    const link = this.link(dialler, server);
    if (link === undefined) return;
    this.#links.splice(this.#links.indexOf(link), 1);
    server.left(dialler);
  }

  openAll(): void {
    for (const one of this.nodes) for (const other of this.nodes) this.open(one, other);
  }

  /** The node dies and starts anew, with no users and no links. */
  restart(node: SimNode): void {
    for (const other of this.nodes) {
      this.close(node, other);
      this.close(other, node);
    }
    node.restart();
  }

  /** Passes on one message of one queue. @returns false when it was empty */
  deliverOne(queue: number): boolean {
    const queues = this.#links.flatMap((link) => [
      { messages: link.down, to: link.dialler },
      { messages: link.up, to: link.server },
    ]);
    const chosen = queues[queue % Math.max(1, queues.length)];
    const message = chosen?.messages.shift();
    if (chosen === undefined || message === undefined) return false;
    chosen.to.heard(message);
    this.clock.runTurn();
    return true;
  }

  /** One message gets lost, and the link lives on. */
  loseOne(queue: number): void {
    const queues = this.#links.flatMap((link) => [link.down, link.up]);
    queues[queue % Math.max(1, queues.length)]?.shift();
  }

  drain(): void {
    this.clock.runTurn();
    for (let moved = true; moved; ) {
      moved = false;
      for (let queue = 0; queue < this.#links.length * 2; queue += 1) {
        while (this.deliverOne(queue)) moved = true;
      }
    }
  }

  /** Lets time pass in steps, passing on everything after each. */
  async settle(totalMs: number, stepMs = 250): Promise<void> {
    this.drain();
    for (let passed = 0; passed < totalMs; passed += stepMs) {
      await this.clock.advance(stepMs);
      this.drain();
    }
  }
}

export class SimNode {
  readonly url: string;
  readonly received: Received[] = [];
  /** What listeners were told, kept as the nodes of each user; must always equal the table. */
  readonly mirror = new Map<string, Set<string>>();
  readonly stats = newSetiStats();
  table: PresenceTable<string>;
  sync: PresenceSync;
  sender: MessageSender<string>;
  inbox: Inbox<string>;
  readonly #sim: Simulation;
  readonly #clock: FakeClock;
  #incarnation = 1;

  constructor(name: string, sim: Simulation, clock: FakeClock) {
    this.url = `http://${name}.example:8080/cometd`;
    this.#sim = sim;
    this.#clock = clock;
    ({ table: this.table, sync: this.sync, sender: this.sender, inbox: this.inbox } = this.#build());
    this.sync.start(this.#incarnation);
  }

  restart(): void {
    this.sender.close();
    this.received.length = 0;
    this.mirror.clear();
    this.#incarnation = this.#clock.now() + this.#incarnation;
    ({ table: this.table, sync: this.sync, sender: this.sender, inbox: this.inbox } = this.#build());
    this.sync.start(this.#incarnation);
  }

  #build() {
    const parts = { clock: this.#clock, stats: this.stats };
    const table = new PresenceTable<string>(this.url, OPTIONS);
    const deliver = (session: string, _channel: string, data: unknown) => {
      this.received.push({ session, data });
      return true;
    };
    const sync = new PresenceSync(
      this.url,
      table,
      {
        flood: (statement) => this.#flood(writeStatement(statement)),
        push: (node, statement) => this.#push(node, writeStatement(statement)),
      },
      () => true,
      OPTIONS,
      parts,
    );
    const outlet = {
      deliver,
      toNode: (node: string, message: Parameters<typeof writeUserMessage>[0]) =>
        this.#toOne(node, writeUserMessage(message, this.url, setiIdOf(this.url))),
      toAll: (message: Parameters<typeof writeUserMessage>[0]) =>
        this.#flood(writeUserMessage(message, this.url, setiIdOf(this.url))),
      audience: () => this.#subscribers().map((link) => link.dialler.url),
    };
    const sender = new MessageSender<string>(table, outlet, OPTIONS, parts);
    const inbox = new Inbox<string>(
      {
        sessionsOf: (user) => table.sessionsOf(user),
        deliver,
        answer: (node, answers) => void this.#toOne(node, writeAnswers({ node: this.url, answers })),
        isPeer: (node) => this.#sim.linksAt(this).some((link) => link.dialler.url === node),
      },
      parts,
    );
    return { table, sync, sender, inbox };
  }

  login(user: string, session: string): void {
    if (this.table.addSession(user, session) === "first") this.#changed(user, true);
  }

  logout(user: string, session: string): void {
    if (this.table.removeSession(user, session) === "last") this.#changed(user, false);
  }

  send(user: string, data: unknown): Promise<SendResult> {
    return this.sender.send([user], "/inbox", data);
  }

  joined(peer: SimNode): void {
    this.table.joined(peer.url, undefined);
    this.sync.pushSoon(peer.url);
  }

  left(peer: SimNode): void {
    this.sync.left(peer.url);
    this.sender.nodeLeft(peer.url);
    this.#tell(this.table.left(peer.url));
  }

  heard(json: string): void {
    const message = readSetiMessage(JSON.parse(json), OPTIONS.maxUserIdBytes);
    if (message?.kind === "user") this.inbox.received(message.message);
    else if (message?.kind === "answers") this.sender.answered(message.answers.node, message.answers.answers);
    else if (message?.kind === "presence") {
      const { statement } = message;
      const isConnected = this.#sim.linksAt(this).some((link) => link.dialler.url === statement.node);
      this.#tell(this.table.apply(statement, isConnected).events);
      if (isConnected) this.sync.heard(statement);
    }
  }

  #changed(user: string, present: boolean): void {
    this.sync.changed(user, present);
    this.#tell([{ user, node: this.url, present }]);
  }

  #tell(events: readonly PresenceEvent[]): void {
    for (const { user, node, present } of events) {
      const nodes = this.mirror.get(user) ?? new Set();
      if (nodes.has(node) === present) throw new Error(`told twice: ${user} ${present} at ${node}`);
      if (present) nodes.add(node);
      else nodes.delete(node);
      if (nodes.size === 0) this.mirror.delete(user);
      else this.mirror.set(user, nodes);
    }
  }

  #subscribers(): Link[] {
    return this.#sim.linksAt(this).filter((link) => link.subscribed);
  }

  #flood(data: unknown): void {
    for (const link of this.#subscribers()) link.down.push(JSON.stringify(data));
  }

  #toOne(node: string, data: unknown): boolean {
    const link = this.#subscribers().find((other) => other.dialler.url === node);
    link?.down.push(JSON.stringify(data));
    return link !== undefined;
  }

  #push(node: string, data: unknown): void {
    const server = this.#sim.nodes.find((other) => other.url === node);
    const link = server === undefined ? undefined : this.#sim.link(this, server);
    if (link?.subscribed) link.up.push(JSON.stringify(data));
  }
}
