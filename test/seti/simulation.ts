import { silentLogger } from "../../core/logger.js";
import type { PresenceEvent } from "../../seti/presence-table.js";
import type { SendOptions, SendResult } from "../../seti/send-result.js";
import { SetiEngine } from "../../seti/seti-engine.js";
import {
  readSetiMessage,
  setiIdOf,
  type UserSend,
  writeAnswers,
  writeMarkQuestion,
  writeStatement,
  writeUserSend,
} from "../../seti/seti-message.js";
import { type SetiOptionsInput, setiOptions } from "../../seti/seti-options.js";
import { newSetiStats } from "../../seti/seti-stats.js";
import type { FakeClock } from "../support/fake-clock.js";
import { QueuedCloud, type QueuedLink } from "../support/queued-cloud.js";

/** A session of the simulation is its name; what it got stays in its node's `received`. */
export interface Received {
  readonly session: string;
  readonly data: unknown;
}

interface Link extends QueuedLink<SimNode, string> {
  subscribed: boolean;
}

const MAX_USER_ID_BYTES = 256;

/** The engines of several Setis, with queues instead of links. */
export class Simulation extends QueuedCloud<SimNode, string, Link> {
  readonly nodes: SimNode[] = [];

  /** Link messages that were sent, and their bytes. */
  readonly sent = { messages: 0, bytes: 0 };

  /** @param kinds - options of each node; those of the first for all that have none */
  constructor(names: readonly string[], ...kinds: SetiOptionsInput[]) {
    super();
    names.forEach((name, index) => {
      this.nodes.push(new SimNode(name, this, this.clock, kinds[index] ?? kinds[0] ?? {}));
    });
  }

  /** Opens one direction. When both are open, each side subscribes at the other, and the join follows. */
  open(dialler: SimNode, server: SimNode): void {
    if (this.link(dialler, server) !== undefined) return;
    this.add({ dialler, server, subscribed: false, down: [], up: [] });
    const pair = [this.link(dialler, server), this.link(server, dialler)];
    if (pair.some((link) => link === undefined)) return;
    for (const link of pair as Link[]) if (!link.subscribed) this.#openingBatch(link);
  }

  #openingBatch(link: Link): void {
    link.subscribed = true;
    for (const statement of link.server.engine.welcome(link.dialler.url)) {
      this.send(link.down, writeStatement(statement));
    }
    link.server.joined(link.dialler);
  }

  send(queue: string[], data: unknown): void {
    const json = JSON.stringify(data);
    this.sent.messages += 1;
    this.sent.bytes += json.length;
    queue.push(json);
  }

  /** The node dies and starts anew, with no users and no links. */
  restart(node: SimNode, options?: SetiOptionsInput): void {
    this.cutOff(node);
    node.restart(options);
  }

  /** Passes on what `from` sent to `to` next. @param ends - the turn ends with it, and answers leave */
  deliverNext(from: SimNode, to: SimNode, ends = true): boolean {
    const message = this.link(to, from)?.down.shift();
    if (message !== undefined) to.heard(message);
    if (ends) this.clock.runTurn();
    return message !== undefined;
  }

  /** Passes on everything, without time or promises. */
  drain(): void {
    this.clock.runTurn();
    while (this.deliverOne(0));
  }

  protected arrived(link: Link, way: "down" | "up", json: string): void {
    (way === "down" ? link.dialler : link.server).heard(json);
    this.clock.runTurn();
  }

  protected closed({ dialler, server }: Link): void {
    server.left(dialler);
  }

  protected mayGetLost(): boolean {
    return true;
  }

  protected lost(): void {}
}

export class SimNode {
  readonly url: string;
  readonly received: Received[] = [];
  /** What listeners were told, kept as the nodes of each user; must always equal the table. */
  readonly mirror = new Map<string, Set<string>>();
  /** First and last anywhere: `+ann`, `-ann`. */
  readonly edges: string[] = [];
  readonly counted: { readonly user: string; readonly nodes: number }[] = [];
  readonly stats = newSetiStats();
  engine: SetiEngine<string>;
  options: SetiOptionsInput;
  readonly #sim: Simulation;
  readonly #clock: FakeClock;
  #incarnation = 1;

  constructor(name: string, sim: Simulation, clock: FakeClock, options: SetiOptionsInput) {
    this.url = `http://${name}.example:8080/cometd`;
    this.#sim = sim;
    this.#clock = clock;
    this.options = options;
    this.engine = this.#build();
    this.engine.start(this.#incarnation);
  }

  get table() {
    return this.engine.table;
  }

  get sender() {
    return this.engine.sender;
  }

  /** @param options - of the new run; those of the old one if there are none */
  restart(options: SetiOptionsInput = this.options): void {
    this.options = options;
    this.engine.sender.close();
    this.engine.stop();
    this.received.length = 0;
    this.mirror.clear();
    this.#incarnation = this.#clock.now() + this.#incarnation;
    this.engine = this.#build();
    this.engine.start(this.#incarnation);
  }

  #build(): SetiEngine<string> {
    const write = (send: UserSend) => writeUserSend(send, this.url, setiIdOf(this.url));
    const say = (data: Record<string, unknown>) => ({ oortURL: this.url, ...data });
    return new SetiEngine<string>(
      this.url,
      {
        deliver: (session, _channel, data) => {
          this.received.push({ session, data });
          return true;
        },
        flood: (statement) => this.#flood(writeStatement(statement)),
        tell: (node, statement) => void this.#toOne(node, writeStatement(statement)),
        push: (node, statement) => this.#push(node, writeStatement(statement)),
        toNode: (node, send) => this.#toOne(node, write(send)),
        toAll: (send) => this.#flood(write(send)),
        answer: (node, answers) => void this.#toOne(node, writeAnswers({ node: this.url, answers })),
        find: (node, find) => this.#toOne(node, say({ find })),
        locate: (node, locations) => void this.#toOne(node, say({ locations })),
        askNames: (node, question) => void this.#toOne(node, say(writeMarkQuestion(question))),
        tellNames: (node, request, names) => void this.#toOne(node, say({ request, names })),
        listeners: () => this.#subscribers().map((link) => link.dialler.url),
        peers: () => this.#subscribers().map(({ dialler }) => ({ url: dialler.url, kind: "oortbus", state: "joined" })),
        isPeer: (node) => this.#sim.linksAt(this).some((link) => link.dialler.url === node),
        told: (event, edge) => this.#told(event, edge),
        counted: (user, nodes) => void this.counted.push({ user, nodes }),
      },
      setiOptions.parse({ presenceChunkUsers: 2, ...this.options }),
      {
        ...{ clock: this.#clock, stats: this.stats, logger: silentLogger },
        // Small clouds try what large ones do.
        minMarkedUsers: this.options.presenceChunkUsers === undefined ? 1 : undefined,
      },
    );
  }

  login(user: string, session: string): void {
    if (this.table.addSession(user, session) === "first") this.engine.localChanged(user, true);
  }

  logout(user: string, session: string): void {
    if (this.table.removeSession(user, session) === "last") this.engine.localChanged(user, false);
  }

  send(user: string | readonly string[], data: unknown, options?: SendOptions): Promise<SendResult> {
    return this.sender.send(typeof user === "string" ? [user] : user, "/inbox", data, options);
  }

  joined(peer: SimNode): void {
    this.engine.joined({ url: peer.url, kind: "oortbus" });
  }

  left(peer: SimNode): void {
    this.engine.left(peer.url);
  }

  heard(json: string): void {
    const message = readSetiMessage(JSON.parse(json), MAX_USER_ID_BYTES);
    switch (message?.kind) {
      case "user":
        return this.engine.inbox.received(message.message);
      case "users":
        return this.engine.inbox.receivedAll(message.messages);
      case "answers":
        return this.engine.sender.answered(message.answers.node, message.answers.answers);
      case "presence":
        return this.engine.heard(message.statement);
      case "finds":
        return this.engine.directory.asked(message.node, message.users);
      case "locations":
        return this.engine.directory.located(message.node, message.locations);
      case "marks":
        return this.engine.marksAsked(message.node, message.question);
      case "names":
        return this.engine.names(message.node, message.request, message.users);
      default:
        throw new Error(`not understood: ${json}`);
    }
  }

  #told({ user, node, present }: PresenceEvent, edge: boolean): void {
    const nodes = this.mirror.get(user) ?? new Set();
    if (nodes.has(node) === present) throw new Error(`told twice: ${user} ${present} at ${node}`);
    if (present) nodes.add(node);
    else nodes.delete(node);
    if (nodes.size === 0) this.mirror.delete(user);
    else this.mirror.set(user, nodes);
    if (edge) this.edges.push(`${present ? "+" : "-"}${user}`);
  }

  #subscribers(): Link[] {
    return this.#sim.linksAt(this).filter((link) => link.subscribed);
  }

  #flood(data: unknown): void {
    for (const link of this.#subscribers()) this.#sim.send(link.down, data);
  }

  #toOne(node: string, data: unknown): boolean {
    const link = this.#subscribers().find((other) => other.dialler.url === node);
    if (link !== undefined) this.#sim.send(link.down, data);
    return link !== undefined;
  }

  #push(node: string, data: unknown): void {
    const server = this.#sim.nodes.find((other) => other.url === node);
    const link = server === undefined ? undefined : this.#sim.link(this, server);
    if (link?.subscribed) this.#sim.send(link.up, data);
  }
}
