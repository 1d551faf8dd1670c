import type { Identity } from "../auth/identity.js";
import { ChannelPattern, patternProblem, targetOf } from "./channel-pattern.js";
import type { Question } from "./rule.js";

/** More patterns than this in one claim are not read. */
const MAX_PATTERNS = 256;
/** A session must be able to show a new token, whatever the old one says. */
const ALWAYS = "/service/auth";

/** What a token itself says of a question. */
export interface TokenVerdict {
  readonly allowed: boolean;
  /** The claim that was asked. */
  readonly claim: "pub" | "sub";
  /** Its pattern that takes the channel. */
  readonly pattern: string | undefined;
}

/**
 * What the token of one identity grants. A token without the claim says nothing; one that has it grants what its patterns take,
 * and nothing else. A pattern that is not legal takes nothing.
 */
export class TokenRights {
  readonly #user: string | undefined;
  readonly #pub: readonly ChannelPattern[] | undefined;
  readonly #sub: readonly ChannelPattern[] | undefined;

  constructor({ user, pub, sub }: Pick<Identity, "user" | "pub" | "sub">) {
    this.#user = user;
    this.#pub = pub && patternsOf(pub);
    this.#sub = sub && patternsOf(sub);
  }

  /** The token says nothing of channels. */
  get areSilent(): boolean {
    return this.#pub === undefined && this.#sub === undefined;
  }

  /** @returns undefined when it says nothing. Who sends or watches has published on a service first, which is asked about then */
  decide(question: Question): TokenVerdict | undefined {
    switch (question.operation) {
      case "publish":
        return this.#ask("pub", this.#pub, question.channel);
      case "subscribe":
        return this.#ask("sub", this.#sub, question.channel);
      case "create":
        return this.#create(question.channel);
      default:
        return undefined;
    }
  }

  /** Whoever creates a channel is about to publish or to subscribe: one that he may do neither with is none of his. */
  #create(channel: string): TokenVerdict | undefined {
    const pub = this.#ask("pub", this.#pub, channel);
    const sub = this.#ask("sub", this.#sub, channel);
    if (pub === undefined || sub === undefined) return undefined;
    return pub.allowed ? pub : sub;
  }

  #ask(
    claim: TokenVerdict["claim"],
    patterns: readonly ChannelPattern[] | undefined,
    channel: string,
  ): TokenVerdict | undefined {
    if (patterns === undefined || channel === ALWAYS) return undefined;
    const target = targetOf(channel);
    const pattern = patterns.find((candidate) => candidate.takes(target, this.#user))?.text;
    return { allowed: pattern !== undefined, claim, pattern };
  }
}

function patternsOf(texts: readonly string[]): ChannelPattern[] {
  return texts
    .slice(0, MAX_PATTERNS)
    .filter((text) => patternProblem(text) === undefined)
    .map((text) => new ChannelPattern(text));
}
