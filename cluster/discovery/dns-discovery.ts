import { lookup, resolveSrv } from "node:dns/promises";
import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { z } from "zod";
import { type Clock, systemClock, type Timer } from "../../core/clock.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import { readOptions } from "../../core/options.js";
import type { Discovery } from "./discovery.js";

/** A name that stands for all nodes, as a compose service or a headless Kubernetes service does. */
export const dnsDiscoveryOptions = z
  .strictObject({
    name: z.string().min(1).max(253).describe("name with a record for each node"),
    record: z
      .enum(["address", "srv"])
      .default("address")
      .describe("address: A and AAAA, all nodes on one port; srv: SRV, which tell a host name and a port for each"),
    port: z.int().min(1).max(65_535).describe("port at which every node listens for its peers; srv records tell it"),
    ownPort: z.int().min(1).max(65_535).optional().describe("this node's port, if it differs from `port`"),
    path: z.string().regex(/^\//, "must begin with /").default("/cometd").describe("path of the Bayeux endpoint"),
    scheme: z.enum(["http", "https"]).default("http"),
    resolveMs: z.int().positive().default(3_000).describe("how often the name is asked for, in ms"),
    maxAddresses: z.int().positive().default(256).describe("addresses taken of one answer; what is beyond is left out"),
  })
  .readonly();

export type DnsDiscoveryOptionsInput = z.input<typeof dnsDiscoveryOptions>;

/** A target of an SRV record. */
export interface ServiceRecord {
  /** Host name, with or without a dot at its end. */
  readonly name: string;
  readonly port: number;
}

/** Handed in, so that tests need no name server. */
export interface DnsDiscoveryParts {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** @returns IPv4 and IPv6 addresses; rejects when there are none or nobody answers */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** @returns the SRV records; rejects when there are none or nobody answers */
  readonly resolveService?: (name: string) => Promise<readonly ServiceRecord[]>;
  /** The addresses of this machine. */
  readonly ownAddresses?: () => ReadonlySet<string>;
}

/**
 * Asks the name service every few seconds. Each address becomes a node URL; addresses of this machine with the node's
 * own port are left out, since they are this node. Each SRV record becomes a node URL too, made of the names as they
 * stand there: nodes found so should have such a URL for their own. A failed question changes nothing and is asked again.
 */
export class DnsDiscovery implements Discovery {
  readonly #options: z.output<typeof dnsDiscoveryOptions>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #resolve: (name: string) => Promise<readonly string[]>;
  readonly #resolveService: (name: string) => Promise<readonly ServiceRecord[]>;
  readonly #ownAddresses: () => ReadonlySet<string>;
  #urls: ReadonlySet<string> = new Set();
  #timer: Timer | undefined;
  /** Counts starts, so that an answer to an earlier one is dropped. */
  #run = 0;

  /** @throws ConfigError naming every wrong option */
  constructor(options: DnsDiscoveryOptionsInput, parts: DnsDiscoveryParts = {}) {
    this.#options = readOptions(dnsDiscoveryOptions, options, "discovery.");
    this.#clock = parts.clock ?? systemClock;
    this.#logger = parts.logger ?? silentLogger;
    this.#resolve = parts.resolve ?? resolveAll;
    this.#resolveService = parts.resolveService ?? resolveSrv;
    this.#ownAddresses = parts.ownAddresses ?? machineAddresses;
  }

  start(found: (url: string) => void, gone: (url: string) => void = () => {}): void {
    this.stop();
    const run = this.#run;
    const ask = async () => {
      const urls = await this.#ask();
      if (run !== this.#run) return;
      this.#timer = this.#clock.schedule(this.#options.resolveMs, () => void ask());
      if (urls === undefined) return;
      for (const url of this.#urls) if (!urls.has(url)) gone(url);
      this.#urls = urls;
      for (const url of urls) found(url);
    };
    void ask();
  }

  stop(): void {
    this.#run += 1;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#urls = new Set();
  }

  async #ask(): Promise<ReadonlySet<string> | undefined> {
    const { name, record, path, scheme, maxAddresses } = this.#options;
    try {
      const places = record === "srv" ? await this.#services() : await this.#addresses();
      return new Set(places.slice(0, maxAddresses).map((place) => `${scheme}://${place}${path}`));
    } catch (err) {
      this.#logger.debug({ err, name, record }, "name not resolved");
      return undefined;
    }
  }

  async #addresses(): Promise<string[]> {
    const { name, port, ownPort } = this.#options;
    const addresses = await this.#resolve(name);
    const own = port === (ownPort ?? port) ? this.#ownAddresses() : new Set<string>();
    return addresses.filter((address) => !own.has(address)).map((address) => `${host(address)}:${port}`);
  }

  async #services(): Promise<string[]> {
    const records = await this.#resolveService(this.#options.name);
    return records.map((record) => `${record.name.replace(/\.$/, "")}:${record.port}`).sort();
  }
}

function host(address: string): string {
  return isIPv6(address) ? `[${address}]` : address;
}

/** As the machine resolves names, so search domains and its hosts file count. */
async function resolveAll(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map((answer) => answer.address);
}

function machineAddresses(): ReadonlySet<string> {
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return new Set(interfaces.map((one) => one.address));
}
