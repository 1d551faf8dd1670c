import { Oracle } from "./oracle.js";
import { type Deed, type Plan, type PlanOptions, planOf } from "./plan.js";
import { SeededRandom } from "./seeded-random.js";
import { SimulatedCloud } from "./simulated-cloud.js";
import type { SimulatedNode } from "./simulated-node.js";
import { CHANNELS, Traffic } from "./traffic.js";

/** From the end of all faults: by then every node knows every member, every user, and no others. */
export const SETTLE_BOUND_MS = 20_000;
/** A node that died without a word has left for all others by then, and a connection that broke in silence is given up. */
const DEATH_MS = 3_000;
/** Longest time in which a link that is silently dead may look alive, with some to spare. */
const SILENCE_MS = 5_000;
const STEP_MS = 250;
/** After that, nothing is told of members for so long. */
const QUIET_MS = 8_000;
/** Sends of users have their result by then: four rounds of waiting, for the place that is known, two owners, and all. */
const ANSWER_MS = 9_000;
/** Who has come has his messages by then, also where the first owner is dead and the second has to notice. */
const HANDOVER_MS = 30_000;
/** A client that vanished in silence is noticed after the time its connect may be held, and its session after the other. */
const CLIENT_TIMES = { timeoutMs: 3_000, maxIntervalMs: 3_000 };
/** More of these say nothing new. */
const MAX_PROBLEMS = 8;

/** What became of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly nodes: number;
  readonly problems: readonly string[];
  /** How long after the end of all faults everything was right, in ms; undefined when it never was. */
  readonly settledMs: number | undefined;
  /** The same for two runs that did the same. */
  readonly hash: string;
  readonly story: readonly string[];
  /** Virtual time, in ms, and frames sent in it. */
  readonly virtualMs: number;
  readonly frames: number;
}

/** Runs the story of a seed to its end, or to its first impossibility. Never rejects. */
export async function runSeed(seed: number, options: PlanOptions = {}): Promise<Outcome> {
  return runPlan(planOf(new SeededRandom(seed).fork("plan"), options), seed);
}

async function runPlan(plan: Plan, seed: number): Promise<Outcome> {
  const run = new StoryRun(plan, seed);
  const rejected = (reason: unknown): void =>
    run.problem(`a promise was rejected and nobody looked: ${textOf(reason)}`);
  process.on("unhandledRejection", rejected);
  try {
    await run.play();
  } catch (error) {
    run.problem(`a node threw: ${textOf(error)}`);
  } finally {
    process.off("unhandledRejection", rejected);
  }
  return run.outcome();
}

class StoryRun {
  readonly #plan: Plan;
  readonly #seed: number;
  readonly #cloud: SimulatedCloud;
  readonly #traffic: Traffic;
  readonly #oracle: Oracle;
  readonly #startMs: number;
  readonly #problems: string[] = [];
  /** Set once all faults are over: whatever is still to end, or to come back, has ended or come. */
  #isHealed = false;
  #settledMs: number | undefined;

  constructor(plan: Plan, seed: number) {
    this.#plan = plan;
    this.#seed = seed;
    this.#cloud = new SimulatedCloud({
      seed,
      nodes: plan.nodes,
      discovery: plan.discovery,
      // In JSON a batch is confirmed by a frame behind it: whoever loses that alone gets the batch again.
      splitsWrites: plan.links.every(({ linkEncoding }) => linkEncoding === "protobuf"),
      options: (index) => ({
        bayeux: CLIENT_TIMES,
        oort: plan.links[index] ?? {},
        seti: {
          presenceChunkUsers: 2,
          presence: plan.presence[index] ?? "flood",
          inbox: { maxMessages: plan.keeps ? 1_000 : 0 },
        },
      }),
      setup: (node) => this.#traffic.attend(node),
      fault: (text) => this.problem(text),
    });
    this.#startMs = this.#cloud.clock.now();
    this.#traffic = new Traffic(this.#cloud);
    this.#oracle = new Oracle(this.#cloud, this.#traffic);
    this.#cloud.story.tell(
      "seed",
      `${seed}: ${plan.nodes} nodes, found by ${plan.discovery}, links ${textOfLinks(plan)}, presence ${[...new Set(plan.presence)].join(" and ")}${plan.keeps ? ", messages are kept" : ""}`,
    );
  }

  problem(text: string): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push(text);
    this.#cloud.story.tell("PROBLEM", text);
  }

  outcome(): Outcome {
    const { story, frames, clock } = this.#cloud;
    return {
      seed: this.#seed,
      nodes: this.#plan.nodes,
      problems: this.#problems,
      settledMs: this.#settledMs,
      hash: story.hash,
      story: story.lines,
      virtualMs: clock.now() - this.#startMs,
      frames,
    };
  }

  async play(): Promise<void> {
    await this.#faults();
    if (!(await this.#settles())) return;
    await this.#staysQuiet();
    await this.#carriesEverything();
    for (const text of [
      ...this.#oracle.broadcastProblems(),
      ...this.#oracle.greetingProblems(this.#startMs + this.#plan.calmMs),
    ])
      this.problem(text);
    if (this.#plan.keeps) await this.#handsOver();
    for (const text of this.#oracle.userProblems()) this.problem(text);
    if (this.#problems.length > 0) return;
    await this.#leavesNothing();
  }

  async #faults(): Promise<void> {
    const { clock } = this.#cloud;
    for (const [index, atMs] of this.#plan.startsMs.entries())
      clock.schedule(atMs, () => void this.#cloud.start(index));
    for (const { atMs, deed } of this.#plan.deeds) clock.schedule(atMs, () => this.#does(deed));
    await this.#cloud.run(Math.min(this.#plan.calmMs, this.#plan.healMs));
    if (this.#plan.calmMs > 0) this.#formedCalmly();
    await this.#cloud.run(this.#plan.healMs - clock.now() + this.#startMs);
    this.#isHealed = true;
    this.#cloud.heal();
    // What was about to stop has a few seconds, and then everybody is back.
    await this.#cloud.until(() => this.#cloud.nodes.every((node) => node?.state !== "stopping"), 10_000);
    this.#cloud.startAll();
    this.#leaveWhatMoved();
  }

  /** Before the first fault nothing is lost: nobody is told anything but who joined, and all have. */
  #formedCalmly(): void {
    const unsettled = this.#cloud.memberProblem();
    if (unsettled !== undefined) this.problem(`not formed after ${this.#plan.calmMs} ms without faults: ${unsettled}`);
    for (const node of this.#cloud.alive) {
      const other = node.news.find((news) => news.what !== "joined");
      if (other !== undefined) this.problem(`${node.name} was told ${other.what} of ${other.url} before any fault`);
    }
  }

  /** Right, and right to stay: what had broken silently just before the end is noticed only later. */
  async #settles(): Promise<boolean> {
    const { clock, story } = this.#cloud;
    const healedMs = clock.now();
    let rightSinceMs = healedMs;
    const news = () => this.#cloud.alive.reduce((sum, node) => sum + node.news.length, 0);
    let heard = news();
    const isSettled = (): boolean => {
      if (this.#oracle.unsettled() !== undefined || news() !== heard) rightSinceMs = clock.now() + STEP_MS;
      heard = news();
      return clock.now() - rightSinceMs >= SILENCE_MS;
    };
    if ((await this.#cloud.until(isSettled, SETTLE_BOUND_MS + SILENCE_MS, STEP_MS)) === undefined) {
      this.problem(`not settled after ${SETTLE_BOUND_MS} ms: ${this.#oracle.unsettled() ?? "events go on"}`);
      return false;
    }
    this.#settledMs = rightSinceMs - healedMs;
    story.tell("all", `was right ${this.#settledMs} ms after the end of all faults`);
    return true;
  }

  async #staysQuiet(): Promise<void> {
    const news = () => this.#cloud.alive.reduce((sum, node) => sum + node.news.length, 0);
    const before = news();
    await this.#cloud.run(QUIET_MS);
    if (news() !== before) this.problem("members were told of although nothing happened any more");
    const unsettled = this.#oracle.unsettled();
    if (unsettled !== undefined) this.problem(`was right, and is not any more: ${unsettled}`);
  }

  async #carriesEverything(): Promise<void> {
    const since = this.#traffic.broadcasts.at(-1)?.number ?? 0;
    const last = Math.max(since, this.#traffic.sends.at(-1)?.number ?? 0);
    const users = [...this.#traffic.truth().keys(), "nobody"];
    for (const node of this.#cloud.alive) {
      for (const channel of CHANNELS) this.#traffic.publish(node, channel);
      this.#traffic.send(node, users);
    }
    await this.#cloud.run(ANSWER_MS);
    for (const text of this.#oracle.quietProblems(last)) this.problem(text);
  }

  /** Whoever has mail comes for it; and an owner dies just when somebody comes. */
  async #handsOver(): Promise<void> {
    const { alive } = this.#cloud;
    for (const [index, user] of this.#traffic.keptFor().entries())
      this.#traffic.login(alive[index % alive.length]!, user);
    await this.#cloud.until(() => this.#oracle.keptProblems().length === 0, HANDOVER_MS);
    for (const text of this.#oracle.keptProblems()) this.problem(text);

    const user = "absent";
    for (let count = 0; count < 5; count += 1) {
      this.#traffic.send(alive[(this.#seed + count) % alive.length]!, [user]);
      await this.#cloud.until(() => this.#traffic.sends.at(-1)?.result !== undefined, ANSWER_MS);
    }
    const owners = alive[0]!.seti.ownersOf(user); // one alone, where the others flood
    const owner = owners[this.#seed % owners.length];
    const dying = alive.find(({ url }) => url === owner)!;
    const others = alive.filter((node) => node !== dying);
    this.#traffic.login(others[this.#seed % others.length]!, user);
    await this.#cloud.run((this.#seed % 7) * this.#cloud.usualDelayMs);
    dying.crash(this.#seed % 3 === 0);
    await this.#cloud.until(() => this.#oracle.orderProblems(user).length === 0, HANDOVER_MS);
    for (const text of this.#oracle.orderProblems(user)) this.problem(text);
    this.#cloud.start(dying.index);
    await this.#cloud.until(() => this.#oracle.unsettled() === undefined, SETTLE_BOUND_MS);
  }

  async #leavesNothing(): Promise<void> {
    this.#traffic.everybodyLeaves();
    await this.#cloud.run(ANSWER_MS);
    for (const text of this.#oracle.growthProblems()) this.problem(text);
    await Promise.all([...this.#cloud.alive.map((node) => node.stop()), this.#cloud.run(6_000)]);
    for (const node of this.#cloud.nodes) {
      if (node?.state !== "stopped") this.problem(`${node?.name} did not stop`);
      else if (node.leftTimers > 0) this.problem(`${node.name} left ${node.leftTimers} timers behind`);
    }
    for (const remote of this.#traffic.remotes) {
      if (!remote.isPresent && remote.pendingTimers > 0) this.problem(`${remote.name} left timers behind`);
    }
  }

  // --- Deeds ------------------------------------------------------------------------------------------------------

  #does(deed: Deed): void {
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
        this.problem(`${dialler.name} has not noticed that its connection to n${to} broke ${DEATH_MS} ms ago`);
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
        for (const text of this.#oracle.deathProblems(node, atMs)) this.problem(text);
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
      if (!this.#isHealed) act();
    });
  }

  #returns(index: number, moves: boolean, afterMs: number): void {
    this.#later(afterMs, () => {
      this.#cloud.start(index, moves);
      this.#leaveWhatMoved();
    });
  }

  /** Who was connected to an address that is no more will not come back there. */
  #leaveWhatMoved(): void {
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

function textOfLinks({ links }: Plan): string {
  const kinds = new Set(links.map(({ linkEncoding, forwarding }) => `${linkEncoding}/${forwarding}`));
  return [...kinds].join(" and ");
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
