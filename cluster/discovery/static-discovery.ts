import { z } from "zod";
import { type Clock, systemClock, type Timer } from "../../core/clock.js";
import { readOptions } from "../../core/options.js";
import { isNodeUrl } from "../membership/node-url.js";
import type { Discovery } from "./discovery.js";

/** Nodes that are known beforehand. The own URL may be among them, so that every node can have the same list. */
export const staticDiscoveryOptions = z
  .strictObject({
    urls: z
      .array(z.string().refine(isNodeUrl, "must be an absolute http or https URL with a host"))
      .describe("nodes to link with; their peers are learnt from them"),
    announceMs: z.int().positive().default(3_000).describe("how often they are named again, in ms"),
  })
  .readonly();

export type StaticDiscoveryOptionsInput = z.input<typeof staticDiscoveryOptions>;

/** A fixed list, named over and over. So a listed node that left politely, and returns, is dialled again. */
export class StaticDiscovery implements Discovery {
  readonly #options: z.output<typeof staticDiscoveryOptions>;
  readonly #clock: Clock;
  #timer: Timer | undefined;

  /** @throws ConfigError naming every wrong option */
  constructor(options: StaticDiscoveryOptionsInput, parts: { readonly clock?: Clock } = {}) {
    this.#options = readOptions(staticDiscoveryOptions, options, "discovery.");
    this.#clock = parts.clock ?? systemClock;
  }

  start(found: (url: string) => void): void {
    this.stop();
    const announce = () => {
      this.#timer = this.#clock.schedule(this.#options.announceMs, announce);
      for (const url of this.#options.urls) found(url);
    };
    announce();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}
