import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import { readOptions } from "../core/options.js";
import type { Random } from "../core/random.js";
import type { SecurityPolicy } from "../core/security/security-policy.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import { ChannelFilter } from "./channel-filter.js";
import { EventDelivery } from "./event-delivery.js";
import { EventSource, type HookCloud, type HookEvent, type HookUsers } from "./event-source.js";
import { HookAsker } from "./hook-asker.js";
import { type HookOptions, type HooksOptionsInput, hooksOptions } from "./hook-options.js";
import { HookPolicy } from "./hook-policy.js";
import { HookStats } from "./hook-stats.js";
import { type PostHook, postByFetch } from "./post-hook.js";

export interface HooksParts {
  readonly bayeux: BayeuxServer;
  readonly oort: HookCloud;
  readonly seti: HookUsers;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Whether the answer to a connect may say which user it is; not where a login proves it. */
  readonly mayNameUsers: boolean;
  /** @default over HTTP */
  readonly post?: PostHook;
}

/** What is left when a node stops has so long to be delivered. */
const CLOSE_GRACE_MS = 2_000;

/** One configured hook: asked, told, or both. */
interface Hook {
  readonly options: HookOptions;
  readonly channels: ChannelFilter;
  readonly asker: HookAsker;
  readonly delivery: EventDelivery;
  readonly stats: HookStats;
}

/** What there is to know of a hook, for metrics. */
export interface HookView {
  readonly name: string;
  readonly stats: HookStats;
  readonly isOpen: boolean;
  readonly waitingQuestions: number;
  readonly queuedEvents: number;
  readonly queuedBytes: number;
}

/**
 * The hooks of a node: backends that are asked before clients connect, subscribe and publish, and told afterwards what
 * became of sessions, users and channels.
 */
export class Hooks {
  /** Asks the hooks. For clients only: peers and server code are not theirs to decide on. undefined: nobody wants to be asked. */
  readonly policy: SecurityPolicy | undefined;
  readonly #hooks: readonly Hook[];
  readonly #source: EventSource;

  /** @throws ConfigError naming every option that is wrong */
  constructor(options: HooksOptionsInput, parts: HooksParts) {
    const { endpoints } = readOptions(hooksOptions, options, "hooks.");
    const { oort, seti, clock } = parts;
    const node = { id: oort.id, url: oort.url, incarnation: oort.incarnation };
    this.#hooks = endpoints.map((endpoint) => {
      const stats = new HookStats();
      const own = { ...parts, post: parts.post ?? postByFetch, stats };
      return {
        options: endpoint,
        channels: new ChannelFilter(endpoint.channels),
        asker: new HookAsker(endpoint, own),
        delivery: new EventDelivery(endpoint, node, own),
        stats,
      };
    });
    this.#source = new EventSource(parts, (event) => this.#tell(event, clock));
    const asked = this.#hooks.filter((hook) => hook.options.before.length > 0);
    if (asked.length === 0) return;
    this.policy = new HookPolicy(asked, {
      describe: (session) => ({ node, at: isoOf(clock), ...this.#source.describe(session) }),
      mayNameUsers: parts.mayNameUsers,
      setUser: (session, user) => {
        for (const other of seti.usersOf(session)) if (other !== user) seti.disassociate(other, session);
        seti.associate(user, session);
      },
    });
  }

  /** Begins to tell. After Seti has started. */
  start(): void {
    const wanted = new Set(this.#hooks.flatMap(({ options }) => options.after));
    if (wanted.size > 0) this.#source.start(wanted);
  }

  /** The node leaves the cloud now. Before Seti stops. */
  leave(): void {
    this.#source.leave();
  }

  /** Delivers what is left, for a moment at most. After the last session has ended. */
  async close(): Promise<void> {
    await Promise.all(this.#hooks.map(({ delivery }) => delivery.close(CLOSE_GRACE_MS)));
  }

  get views(): HookView[] {
    return this.#hooks.map(({ options, stats, asker, delivery }) => ({
      name: options.name,
      stats,
      isOpen: asker.isOpen,
      waitingQuestions: asker.waiting,
      queuedEvents: delivery.queuedEvents,
      queuedBytes: delivery.queuedBytes,
    }));
  }

  #tell({ type, channel, fields }: HookEvent, clock: Clock): void {
    let event: Readonly<Record<string, unknown>> | undefined;
    for (const { options, channels, delivery } of this.#hooks) {
      if (!options.after.includes(type) || (channel !== undefined && !channels.takes(channel))) continue;
      event ??= { type, at: isoOf(clock), ...fields };
      delivery.add(event);
    }
  }
}

function isoOf(clock: Clock): string {
  return new Date(Math.round(clock.now())).toISOString();
}
