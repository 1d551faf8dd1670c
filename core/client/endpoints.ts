import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/**
 * Which URL and which transport to try: moves to the next URL after repeated failures, and to the next transport when
 * one never opened. A choice only changes with a handshake, since a session belongs to its server, and over HTTP to its
 * cookie.
 */
export class Endpoints {
  readonly #options: BayeuxClientOptions;
  readonly #factories: readonly ClientTransportFactory[];
  #urls: readonly string[];
  /** Transports that did not open since the last full round. */
  readonly #blocked = new Set<string>();
  #hosts: readonly string[] = [];
  #index = 0;
  #failures = 0;

  /** @param factories - at least one */
  constructor(options: BayeuxClientOptions, factories: readonly ClientTransportFactory[]) {
    this.#options = options;
    this.#factories = factories;
    this.#urls = options.urls;
  }

  get url(): string {
    return this.#urls[this.#index]!;
  }

  /** The transport to handshake on. */
  get factory(): ClientTransportFactory {
    const open = this.#open();
    return open.find((factory) => !factory.needsSession) ?? open[0]!;
  }

  /** The connection types to offer in a handshake. */
  get names(): string[] {
    return this.#open().map((factory) => factory.name);
  }

  /** @returns the best transport that the server offers too; undefined if there is none */
  agree(offered: readonly unknown[]): ClientTransportFactory | undefined {
    return this.#open().find((factory) => offered.includes(factory.name));
  }

  /** From the next handshake on these hosts are tried first, in their order; then all that were known before. */
  prefer(hosts: readonly string[]): void {
    if (hosts.length > 0) this.#hosts = hosts;
  }

  /** A handshake is about to be made: takes up what {@link prefer} was given since the last. */
  follow(): void {
    if (this.#hosts.length === 0) return;
    const { url } = this;
    // A URL keeps its port where the new host has none.
    const advised = this.#hosts.map((host) => Object.assign(new URL(url), { host }).href);
    this.#urls = [...new Set([...advised, ...this.#options.urls])];
    this.#hosts = [];
    this.#index = 0;
    this.#failures = 0;
  }

  /** The next handshake starts with the best transport again. */
  startOver(): void {
    this.#blocked.clear();
  }

  /** A connection stands. */
  succeeded(): void {
    this.#failures = 0;
  }

  /** A transport's connection never opened. @returns whether another is left to try on this URL, which needs no wait */
  block(transport: string): boolean {
    this.#blocked.add(transport);
    return this.#blocked.size < this.#factories.length;
  }

  /** An attempt failed. @returns whether that makes it another URL's turn */
  failed(): boolean {
    this.#failures += 1;
    if (this.#urls.length < 2 || this.#failures < this.#options.attemptsPerUrl) return false;
    this.#failures = 0;
    this.startOver();
    this.#index = (this.#index + 1) % this.#urls.length;
    return true;
  }

  #open(): ClientTransportFactory[] {
    return this.#factories.filter((factory) => !this.#blocked.has(factory.name));
  }
}
