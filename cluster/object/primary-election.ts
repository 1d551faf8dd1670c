import type { Clock, Timer } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { type Candidate, decide, electableOf, nextFence, type Primary, primaryOf, readClaim } from "./election.js";
import type { OortObject } from "./oort-object.js";
import type { PrimaryOptions } from "./primary-options.js";
import { ringOwner } from "./ring-owner.js";

/** Where the nodes say whether they are primary. */
export type ElectionObject = Pick<OortObject<boolean>, "name" | "infos" | "set" | "start" | "stop" | "addListener">;

/** Told of what an election brings. */
export interface ElectionHost {
  /** This node is the primary from now on. @param state - what the last one left, if it is known */
  promoted(state: unknown): void;
  /** Somebody else is, or nobody, or the number has changed. */
  changed(primary: Primary | undefined): void;
}

/**
 * Makes one of the nodes the primary, by the rules of election.ts, over an OortObject of booleans: each node says there
 * whether it is, and, to its own kind, with what number.
 * @see spec/oort-seti.md section 27
 */
export class PrimaryElection {
  readonly #object: ElectionObject;
  readonly #url: string;
  readonly #options: PrimaryOptions;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #host: ElectionHost;
  #highestFence = 0;
  #primary: Primary | undefined;
  /** What primaries shared, and the number of the one whose word it is. */
  #state: unknown;
  #written = 0;
  /** The ring is made anew only for other nodes: it takes a millisecond. */
  #ring: { readonly nodes: string; readonly owner: string | undefined } | undefined;
  #promotion: Timer | undefined;
  #isRunning = false;
  #isEvaluating = false;
  #isDirty = false;

  constructor(
    object: ElectionObject,
    url: string,
    options: PrimaryOptions,
    host: ElectionHost,
    parts: { readonly clock: Clock; readonly logger: Logger },
  ) {
    this.#object = object;
    this.#url = url;
    this.#options = options;
    this.#host = host;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
    object.addListener({ updated: () => this.#evaluate(), removed: () => this.#evaluate() });
  }

  get primary(): Primary | undefined {
    return this.#primary;
  }

  get isPrimary(): boolean {
    return this.#primary?.url === this.#url;
  }

  /** The highest number that this node has seen. */
  get highestFence(): number {
    return this.#highestFence;
  }

  start(): void {
    this.#isRunning = true;
    if (this.#options.primary === "elected") this.#say(false, this.#highestFence);
    else this.#object.set(this.#options.primary === "here");
    this.#object.start();
    this.#evaluate();
  }

  stop(): void {
    this.#isRunning = false;
    this.#promotion?.cancel();
    this.#promotion = undefined;
    this.#object.set(false); // Java nodes keep the part until this node leaves
    this.#object.stop();
    this.#tell(undefined);
  }

  /** Somebody has seen this number: who has a lower one is not the primary any more. */
  seen(fence: number): void {
    if (fence <= this.#highestFence) return;
    this.#highestFence = fence;
    this.#evaluate();
  }

  /** Lets the others know what a successor must know. Only as the primary. */
  share(state: unknown): void {
    const { fence } = this.#primary ?? { fence: 0 };
    if (this.#options.primary !== "elected" || !this.isPrimary) return;
    this.#state = state;
    this.#written = fence;
    this.#say(true, fence);
  }

  /** What is said here is heard here, too: once it has come to rest, it is looked at again. */
  #evaluate(): void {
    this.#isDirty = true;
    if (this.#isEvaluating) return;
    this.#isEvaluating = true;
    try {
      while (this.#isDirty && this.#isRunning) {
        this.#isDirty = false;
        this.#decide(this.#candidates());
        this.#tell(primaryOf(this.#candidates(), this.#highestFence));
      }
    } finally {
      this.#isEvaluating = false;
    }
  }

  #candidates(): Candidate[] {
    const candidates = this.#object.infos.map(({ url, value, note }) => ({
      url,
      isPrimary: value,
      claim: readClaim(note),
    }));
    for (const { claim, url } of candidates) {
      this.#highestFence = Math.max(this.#highestFence, claim?.fence ?? 0);
      if (claim?.written !== undefined && url !== this.#url) this.#learn(claim.written, claim.state, url);
    }
    return candidates;
  }

  /** The word of a later primary counts before that of an earlier one, also when that one still speaks. */
  #learn(written: number, state: unknown, url: string): void {
    if (written < this.#written || (written === this.#written && url !== this.#primary?.url)) return;
    this.#state = state;
    this.#written = written;
  }

  #ownerOf(urls: readonly string[]): string | undefined {
    const nodes = urls.join(" ");
    if (this.#ring?.nodes !== nodes) this.#ring = { nodes, owner: ringOwner(this.#object.name, urls) };
    return this.#ring.owner;
  }

  #decide(candidates: readonly Candidate[]): void {
    if (this.#options.primary !== "elected") return;
    const owner = this.#ownerOf(electableOf(candidates));
    const decision = decide(owner, this.#url, candidates, this.#highestFence, this.#options.minNodes);
    if (decision !== "promote") {
      this.#promotion?.cancel();
      this.#promotion = undefined;
    }
    switch (decision) {
      case "promote":
        this.#promotion ??= this.#clock.schedule(this.#delayMs(candidates), () => this.#promote());
        return;
      case "renew":
        if (this.#written > (this.#primary?.fence ?? 0)) this.#host.promoted(this.#state);
        return this.#claim();
      case "step-down":
        return this.#say(false, this.#highestFence);
      case "follow":
      case "wait":
        return this.#correct(candidates);
      case "stay":
        return;
    }
  }

  /** Whose predecessor says by itself that it is primary no more need not wait to see whether that one comes back. */
  #delayMs(candidates: readonly Candidate[]): number {
    const isHandedOver = candidates.some(({ url, isPrimary }) => url === this.#primary?.url && !isPrimary);
    return isHandedOver ? 0 : this.#options.electionDelayMs;
  }

  /** Whoever claims to be the primary by a number that is not the highest must learn of that one. */
  #correct(candidates: readonly Candidate[]): void {
    const own = candidates.find(({ url }) => url === this.#url)?.claim?.fence ?? 0;
    if (own >= this.#highestFence) return;
    const isStale = ({ isPrimary, claim }: Candidate) =>
      isPrimary && claim !== undefined && claim.fence < this.#highestFence;
    if (candidates.some(isStale)) this.#say(false, this.#highestFence);
  }

  #promote(): void {
    this.#promotion = undefined;
    this.#host.promoted(this.#state);
    this.#claim();
  }

  #claim(): void {
    this.#highestFence = nextFence(this.#highestFence, this.#clock.now());
    this.#logger.info({ object: this.#object.name, fence: this.#highestFence }, "this node is the primary");
    this.#say(true, this.#highestFence);
  }

  #say(isPrimary: boolean, fence: number): void {
    const known = this.#state === undefined ? {} : { state: this.#state, written: this.#written };
    this.#object.set(isPrimary, { fence, ...known });
  }

  #tell(primary: Primary | undefined): void {
    if (primary?.url === this.#primary?.url && primary?.fence === this.#primary?.fence) return;
    this.#primary = primary;
    this.#host.changed(primary);
  }
}
