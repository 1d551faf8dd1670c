import { Deeds } from "./deeds.js";
import { Oracle } from "./oracle.js";
import { type Plan, type PlanOptions, planOf } from "./plan.js";
import { SeededRandom } from "./seeded-random.js";
import { SimulatedCloud } from "./simulated-cloud.js";
import { CHANNELS, Traffic } from "./traffic.js";

/** From the end of all faults: by then every node knows every member, every user, and no others. */
export const SETTLE_BOUND_MS = 20_000;
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
  readonly #deeds: Deeds;
  readonly #startMs: number;
  readonly #problems: string[] = [];
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
    this.#deeds = new Deeds(plan, this.#cloud, this.#traffic, this.#oracle, (text) => this.problem(text));
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
    for (const { atMs, deed } of this.#plan.deeds) clock.schedule(atMs, () => this.#deeds.does(deed));
    await this.#cloud.run(Math.min(this.#plan.calmMs, this.#plan.healMs));
    if (this.#plan.calmMs > 0) this.#formedCalmly();
    await this.#cloud.run(this.#plan.healMs - clock.now() + this.#startMs);
    this.#deeds.end();
    this.#cloud.heal();
    // What was about to stop has a few seconds, and then everybody is back.
    await this.#cloud.until(() => this.#cloud.nodes.every((node) => node?.state !== "stopping"), 10_000);
    this.#cloud.startAll();
    this.#deeds.leaveWhatMoved();
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
}

function textOfLinks({ links }: Plan): string {
  const kinds = new Set(links.map(({ linkEncoding, forwarding }) => `${linkEncoding}/${forwarding}`));
  return [...kinds].join(" and ");
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
