import type { ObjectCloud } from "./object-cloud.js";

/** What is done when a node becomes a member, and when it is one no more. */
export interface MembersHost {
  joined?(url: string, incarnation: number | undefined): void;
  left(url: string): void;
}

/** The other members of the cloud by URL, kept up to date, and which of them are of our own kind. */
export class Members {
  readonly #cloud: ObjectCloud;
  readonly #host: MembersHost;
  /** Whether each is of our own kind. */
  readonly #members = new Map<string, boolean>();
  #detach: (() => void) | undefined;

  constructor(cloud: ObjectCloud, host: MembersHost) {
    this.#cloud = cloud;
    this.#host = host;
  }

  /** Tells of those that are members already, then of those that come. */
  start(): void {
    this.#detach = this.#cloud.addListener({
      joined: ({ url, kind, incarnation }) => this.#joined(url, kind, incarnation),
      left: ({ url }) => {
        this.#members.delete(url);
        this.#host.left(url);
      },
    });
    for (const { url, state, kind, incarnation } of this.#cloud.peers) {
      if (state === "joined" || state === "suspected") this.#joined(url, kind, incarnation);
    }
  }

  stop(): void {
    this.#detach?.();
    this.#members.clear();
  }

  has(url: string): boolean {
    return this.#members.has(url);
  }

  isOwnKind(url: string): boolean {
    return this.#members.get(url) === true;
  }

  #joined(url: string, kind: string, incarnation: number | undefined): void {
    this.#members.set(url, kind === "oortbus");
    this.#host.joined?.(url, incarnation);
  }
}
