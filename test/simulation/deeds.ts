import type { Oracle } from "./oracle.js";
import type { Deed, Plan } from "./plan.js";
import type { SimulatedCloud } from "./simulated-cloud.js";
import type { SimulatedNode } from "./simulated-node.js";
import { CHANNELS, type Traffic } from "./traffic.js";

/** A node that died without a word has left for all others by then, and a connection that broke in silence is given up. */
const DEATH_MS = 3_000;

/** Does what a plan has in store for a cloud: faults of links and nodes, and what users and applications do. */
export class Deeds {
  readonly #plan: Plan;
  readonly #cloud: SimulatedCloud;
  readonly #traffic: Traffic;
  readonly #oracle: Oracle;
  readonly #problem: (text: string) => void;
  #areOver = false;

  /** @param problem - told of a death that nobody notices in time */
  constructor(plan: Plan, cloud: SimulatedCloud, traffic: Traffic, oracle: Oracle, problem: (text: string) => void) {
    this.#plan = plan;
    this.#cloud = cloud;
    this.#traffic = traffic;
    this.#oracle = oracle;
    this.#problem = problem;
  }

  /** All faults are over: whatever is still to end, or to come back, has ended or come. */
  end(): void {
    this.#areOver = true;
  }

  does(deed: Deed): void {
    const { network } = this.#cloud;
    const url = (index: number) => this.#cloud.urlOf(index);
    const tell = (text: string) => this.#cloud.story.tell("network", text);
    switch (deed.kind) {
      case "break":
        this.#withNode(deed.to, (node) => this.#traffic.publish(node, CHANNELS[0]!));
        return this.#later(deed.after * this.#cloud.usualDelayMs, () => this.#break(deed));
      case "cut-way": {
        tell(`cuts n${deed.from} > n${deed.to} for ${Math.round(deed.forMs)} ms`);
        const [from, to] = [url(deed.from), url(deed.to)];
        network.cutWay(from, to);
        return this.#later(deed.forMs, () => network.mendWay(from, to));
      }
      case "partition":
        this.#cloud.partition(...deed.groups);
        return this.#later(deed.forMs, () => {
          tell("all cuts end");
          network.heal();
        });
      case "flap":
        return this.#flap(deed.from, deed.to, deed.spansMs);
      case "crash":
        return this.#withNode(deed.node, (node) => {
          this.#traffic.sendToUsersOf(node);
          this.#later(deed.inMs, () => this.#crash(node, deed));
        });
      case "restart":
        return this.#withNode(deed.node, (node) => {
          void node.stop().then(() => this.#returns(deed.node, deed.moves, deed.forMs + 10));
        });
      case "pause":
        return this.#withNode(deed.node, (node) => this.#pause(node, deed.breaks, deed.forMs));
      case "slow":
        tell(`is slow at n${deed.node}, by ${deed.byMs} ms`);
        this.#cloud.slowDown(deed.node, deed.byMs);
        return this.#later(deed.forMs, () => this.#cloud.slowDown(deed.node, 0));
      case "publish":
        return this.#withNode(deed.node, (node) => void this.#traffic.publish(node, deed.channel));
      case "listen":
        return this.#withNode(deed.node, (node) => this.#traffic.switchListener(node, deed.channel));
      case "put":
        return this.#withNode(deed.node, (node) => this.#traffic.put(node, deed.key));
      case "send":
        return this.#withNode(deed.node, (node) => this.#traffic.send(node, deed.users));
      case "login":
        return this.#withNode(deed.node, (node) => this.#traffic.login(node, deed.user));
      case "logout":
        return this.#withNode(deed.node, (node) => this.#traffic.logout(node, deed.user));
      case "move":
        return this.#move(deed);
      case "connect":
        if (this.#traffic.remotes.filter((remote) => remote.isPresent).length < this.#plan.nodes) {
          this.#traffic.connect(deed.node, deed.user);
        }
        return;
      default: {
        const present = this.#traffic.remotes.filter((remote) => remote.isPresent);
        const remote = present[deed.remote % Math.max(1, present.length)];
        if (deed.kind === "leave") remote?.leave();
        else if (deed.kind === "drop") remote?.drop();
        else remote?.vanish(deed.kind === "vanish-silently");
      }
    }
  }

  #break({ from, to, told }: Extract<Deed, { kind: "break" }>): void {
    const { story, network, clock } = this.#cloud;
    story.tell("network", `breaks what n${from} dialled to n${to}, tells ${told}`);
    const broken = network.break(this.#cloud.urlOf(from), this.#cloud.urlOf(to), told);
    const dialler = this.#cloud.nodes[from];
    const atMs = clock.now();
    if (dialler === undefined || !this.#isPrompt) return;
    this.#later(DEATH_MS, () => {
      if (dialler.state !== "running" || dialler.isFrozen || dialler.awakeSinceMs > atMs) return;
      if (broken.some((connection) => connection.isHalfOpen)) {
        this.#problem(`${dialler.name} has not noticed that its connection to n${to} broke ${DEATH_MS} ms ago`);
      }
    });
  }

  /** Whether nothing is slow in this story, so that what takes too long is a node's fault. */
  get #isPrompt(): boolean {
    return this.#plan.deeds.every(({ deed }) => deed.kind !== "slow");
  }

  #crash(node: SimulatedNode, { silently, moves, forMs }: Extract<Deed, { kind: "crash" }>): void {
    if (node.state !== "running" || node.isFrozen) return;
    node.crash(silently);
    this.#returns(node.index, moves, forMs);
    const atMs = this.#cloud.clock.now();
    if (this.#isPrompt) {
      this.#later(DEATH_MS, () => {
        for (const text of this.#oracle.deathProblems(node, atMs)) this.#problem(text);
      });
    }
  }

  /** Does it to the node if it is there and awake. */
  #withNode(index: number, act: (node: SimulatedNode) => void): void {
    const node = this.#cloud.nodes[index];
    if (node?.state === "running" && !node.isFrozen) act(node);
  }

  #later(ms: number, act: () => void): void {
    this.#cloud.clock.schedule(ms, () => {
      if (!this.#areOver) act();
    });
  }

  #returns(index: number, moves: boolean, afterMs: number): void {
    this.#later(afterMs, () => {
      this.#cloud.start(index, moves);
      this.leaveWhatMoved();
    });
  }

  /** Who was connected to an address that is no more will not come back there. */
  leaveWhatMoved(): void {
    for (const remote of this.#traffic.remotes) {
      if (remote.isPresent && remote.url !== this.#cloud.urlOf(remote.index)) remote.vanish(false);
    }
  }

  #pause(node: SimulatedNode, breaks: boolean, forMs: number): void {
    node.freeze();
    if (breaks) {
      this.#later(forMs / 2, () => {
        for (const { route } of this.#cloud.network.connections) {
          if (route.from === node.url || route.to === node.url) this.#cloud.network.break(route.from, route.to);
        }
      });
    }
    this.#later(forMs, () => node.thaw());
  }

  #flap(one: number, other: number, spansMs: readonly number[]): void {
    const [a, b] = [this.#cloud.urlOf(one), this.#cloud.urlOf(other)];
    this.#cloud.story.tell("network", `flaps between n${one} and n${other}`);
    let atMs = 0;
    for (const [index, spanMs] of spansMs.entries()) {
      this.#later(atMs, () => {
        if (index % 2 === 0) return this.#cloud.network.cut(a, b);
        this.#cloud.network.mendWay(a, b);
        this.#cloud.network.mendWay(b, a);
      });
      atMs += spanMs;
    }
  }

  #move({ node, to, writer, user, overlaps }: Extract<Deed, { kind: "move" }>): void {
    const leave = () => this.#withNode(node, (from) => this.#traffic.logout(from, user));
    const come = () => this.#withNode(to, (there) => this.#traffic.login(there, user));
    const write = () => this.#withNode(writer, (other) => this.#traffic.send(other, [user]));
    if (overlaps) {
      come();
      leave();
    } else {
      leave();
      come();
    }
    write();
    this.#later(5, write);
  }
}
