import { createSocket, type Socket } from "node:dgram";
import { isIP, isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { z } from "zod";
import { type Clock, systemClock, type Timer } from "../../core/clock.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import { readOptions } from "../../core/options.js";
import { isNodeUrl } from "../membership/node-url.js";
import { type Advertisement, accepts, printAdvertisements, readAdvertisement } from "./advertisement.js";
import type { Discovery } from "./discovery.js";

const address = z.string().refine((text) => isIP(text) !== 0, "must be an IP address");

/** Nodes of one network segment that tell each other by UDP where they are. Cloud networks rarely carry it. */
export const multicastDiscoveryOptions = z
  .strictObject({
    url: z.string().refine(isNodeUrl, "must be an absolute http or https URL with a host").describe("what is told"),
    clusterName: z.string().min(1).max(256).optional().describe("only nodes that tell the same name are found"),
    java: z
      .boolean()
      .default(false)
      .describe("also find, and be found by, Java CometD nodes, which tell no cluster name"),
    group: address.default("239.255.0.1").describe("multicast group; with an IPv6 group the socket is an IPv6 one"),
    port: z.int().min(1).max(65_535).default(5_577).describe("UDP port of the group"),
    interface: address
      .optional()
      .describe("address of the network interface to use; default: every one that reaches other machines"),
    ttl: z.int().min(0).max(255).default(1).describe("routers that a datagram may pass, and one more"),
    advertiseMs: z.int().min(100).default(2_000).describe("how often the node tells its URL, in ms"),
    maxUrls: z.int().positive().default(256).describe("nodes remembered at a time; those beyond are not found"),
  })
  .readonly();

export type MulticastDiscoveryOptionsInput = z.input<typeof multicastDiscoveryOptions>;

/** Handed in, so that tests need no network. */
export interface MulticastDiscoveryParts {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** A node that was not heard for this many periods is gone. */
const MISSED_PERIODS = 4;

/**
 * Tells this node's URL to a multicast group, and finds who else does. Anybody on the network can send such a datagram:
 * it makes a node dial, and nothing more, since a link still needs the secret.
 * @see spec/oort-seti.md section 15; the datagram's form is in advertisement.ts
 */
export class MulticastDiscovery implements Discovery {
  readonly #options: z.output<typeof multicastDiscoveryOptions>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  /** When each URL was heard last, in ms. */
  readonly #heardAtMs = new Map<string, number>();
  #socket: Socket | undefined;
  #timer: Timer | undefined;

  /** @throws ConfigError naming every wrong option */
  constructor(options: MulticastDiscoveryOptionsInput, parts: MulticastDiscoveryParts = {}) {
    this.#options = readOptions(multicastDiscoveryOptions, options, "discovery.");
    this.#clock = parts.clock ?? systemClock;
    this.#logger = parts.logger ?? silentLogger;
  }

  start(found: (url: string) => void, gone: (url: string) => void = () => {}): void {
    this.stop();
    const { group, port } = this.#options;
    const socket = createSocket({ type: isIPv6(group) ? "udp6" : "udp4", reuseAddr: true });
    this.#socket = socket;
    // A network that comes and goes fails a send; the next one is tried all the same.
    socket.on("error", (err) => this.#logger.warn({ err, group, port }, "multicast discovery: the socket failed"));
    socket.on("message", (datagram) => {
      const news = readAdvertisement(datagram);
      if (news === undefined) this.#logger.debug({ bytes: datagram.length }, "multicast discovery: not for us");
      else if (this.#remember(news)) found(news.url);
    });
    socket.bind(port, () => {
      if (socket !== this.#socket) return;
      this.#join(socket);
      this.#advertise(socket, gone);
    });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#socket?.close();
    this.#socket = undefined;
    this.#heardAtMs.clear();
  }

  #join(socket: Socket): void {
    const { group, ttl } = this.#options;
    socket.setMulticastTTL(ttl);
    socket.setMulticastLoopback(true); // several nodes on one machine find each other
    let joined = 0;
    for (const local of this.#interfaces()) {
      try {
        socket.addMembership(group, local);
        joined += 1;
      } catch (err) {
        this.#logger.debug({ err, interface: local }, "multicast discovery: interface not joined");
      }
    }
    if (joined === 0) this.#logger.warn({ group }, "multicast discovery: no interface could join the group");
  }

  /** Addresses of the interfaces to listen on and to send from; scoped for IPv6, as the group needs it. */
  #interfaces(): string[] {
    const { group, interface: only } = this.#options;
    if (only !== undefined) return [only];
    const family = isIPv6(group) ? "IPv6" : "IPv4";
    return Object.entries(networkInterfaces()).flatMap(([name, addresses]) => {
      const usable = (addresses ?? []).find((one) => one.family === family && !one.internal);
      return usable === undefined ? [] : [family === "IPv6" ? `::%${name}` : usable.address];
    });
  }

  #advertise(socket: Socket, gone: (url: string) => void): void {
    const { group, port, advertiseMs } = this.#options;
    this.#timer = this.#clock.schedule(advertiseMs, () => {
      this.#expire(gone);
      this.#advertise(socket, gone);
    });
    for (const local of this.#interfaces()) {
      for (const datagram of printAdvertisements(this.#options)) {
        try {
          socket.setMulticastInterface(local);
          socket.send(datagram, port, group, (err) => {
            if (err) this.#logger.debug({ err, interface: local }, "multicast discovery: not sent");
          });
        } catch (err) {
          this.#logger.debug({ err, interface: local }, "multicast discovery: interface not usable");
        }
      }
    }
  }

  /** @returns whether the node may be one of ours */
  #remember(news: Advertisement): boolean {
    if (news.url === this.#options.url || !accepts(this.#options, news)) return false;
    if (!this.#heardAtMs.has(news.url) && this.#heardAtMs.size >= this.#options.maxUrls) return false;
    this.#heardAtMs.set(news.url, this.#clock.now());
    return true;
  }

  #expire(gone: (url: string) => void): void {
    const deadline = this.#clock.now() - MISSED_PERIODS * this.#options.advertiseMs;
    for (const [url, heardAtMs] of this.#heardAtMs) {
      if (heardAtMs >= deadline) continue;
      this.#heardAtMs.delete(url);
      gone(url);
    }
  }
}
