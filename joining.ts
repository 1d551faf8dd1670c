import type { Discovery } from "./cluster/discovery/discovery.js";
import { DnsDiscovery } from "./cluster/discovery/dns-discovery.js";
import { MulticastDiscovery } from "./cluster/discovery/multicast-discovery.js";
import { StaticDiscovery } from "./cluster/discovery/static-discovery.js";
import type { Oort } from "./cluster/oort.js";
import type { NodeConfig } from "./config.js";
import type { Clock, Timer } from "./core/clock.js";
import type { Logger } from "./core/logger.js";

/**
 * Looks for peers, and knows when the first round of that is over: everyone found is joined, or the time is up. A node
 * that has nobody to look for is done at once. Oort goes on looking after that, until it stops.
 */
export class Joining {
  readonly #oort: Oort;
  readonly #config: NodeConfig;
  readonly #clock: Clock;
  readonly #discoveries: readonly Discovery[];
  /** URLs found so far, our own left out. */
  readonly #found = new Set<string>();
  readonly #members = new Set<string>();
  #timer: Timer | undefined;
  #over: () => void = () => {};

  constructor(oort: Oort, config: NodeConfig, parts: { readonly clock: Clock; readonly logger: Logger }) {
    this.#oort = oort;
    this.#config = config;
    this.#clock = parts.clock;
    this.#discoveries = discoveriesOf(config, parts);
    oort.addListener({
      joined: ({ url }) => {
        this.#members.add(url);
        this.#check();
      },
      left: ({ url }) => this.#members.delete(url),
    });
  }

  /** Oort must run, and the node must listen: peers answer at once. @returns a promise for the end of the first round */
  start(): Promise<void> {
    if (this.#discoveries.length === 0) return Promise.resolve();
    const over = new Promise<void>((resolve) => {
      this.#over = resolve;
    });
    this.#timer = this.#clock.schedule(this.#config.joiningTimeoutMs, () => this.stop());
    for (const discovery of this.#discoveries) this.#oort.addDiscovery(this.#noting(discovery));
    if (this.#found.size > 0) this.#check(); // they may have found us first
    return over;
  }

  /** Waits no longer. */
  stop(): void {
    this.#timer?.cancel();
    this.#over();
  }

  #check(): void {
    if ([...this.#found].every((url) => this.#members.has(url))) this.stop();
  }

  #noting(discovery: Discovery): Discovery {
    return {
      start: (found, gone) =>
        discovery.start(
          (url) => {
            if (url !== this.#config.url) this.#found.add(url);
            found(url);
          },
          (url) => {
            this.#found.delete(url);
            gone?.(url);
          },
        ),
      stop: () => discovery.stop(),
    };
  }
}

function discoveriesOf(
  { peer, dns, multicast, port, url, oort }: NodeConfig,
  parts: { clock: Clock; logger: Logger },
): Discovery[] {
  const discoveries: Discovery[] = [];
  if (peer.length > 0) discoveries.push(new StaticDiscovery({ urls: [...peer] }, parts));
  const { name, port: peersPort = port, ...rest } = dns;
  if (name !== undefined) {
    discoveries.push(new DnsDiscovery({ ...rest, name, port: peersPort, ownPort: port }, parts));
  }
  const { enabled, ...group } = multicast;
  if (enabled) discoveries.push(new MulticastDiscovery({ ...group, url, clusterName: oort.clusterName }, parts));
  return discoveries;
}
