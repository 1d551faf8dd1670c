import type { Awaitable } from "../awaitable.js";
import { isObject, type Message } from "../message/message.js";

/** Where the server says that a token is about to expire, and takes the next one. */
const AUTH_CHANNEL = "/service/auth";

/** What is needed of a BayeuxClient. */
export interface TokenClient {
  handshake(fields: () => Promise<Record<string, unknown>>): Promise<Message>;
  addListener(channel: string, listener: (message: { readonly data?: unknown }) => void): () => void;
  publish(channel: string, data: unknown): Promise<unknown>;
}

export interface TokenLoginOptions {
  /** Other parts of the handshake's `ext`. */
  readonly ext?: Readonly<Record<string, unknown>>;
  /** Told of a token that could not be had, or was refused, while the session lives. It goes on until its token expires. */
  readonly onRefreshFailed?: (error: unknown) => void;
}

/**
 * Logs a client in by tokens, and keeps it logged in: asks for a token at each handshake, also those after a lost session, and
 * whenever the server says that the present one is about to expire. A module of its own, beside the bundles: most who
 * need no tokens need none of this.
 */
export class TokenLogin {
  readonly #client: TokenClient;
  readonly #token: () => Awaitable<string>;
  readonly #options: TokenLoginOptions;
  readonly #stop: () => void;
  #refreshing = false;

  /** @param token - gives one that is good for a while, from wherever the application has it; asked each time anew */
  constructor(client: TokenClient, token: () => Awaitable<string>, options: TokenLoginOptions = {}) {
    this.#client = client;
    this.#token = token;
    this.#options = options;
    this.#stop = client.addListener(AUTH_CHANNEL, ({ data }) => {
      if (isObject(data) && data.event === "expiring") void this.#refresh();
    });
  }

  /** Starts the client. @returns as its own `handshake` */
  handshake(): Promise<Message> {
    return this.#client.handshake(async () => ({
      ext: { ...this.#options.ext, authentication: { token: await this.#token() } },
    }));
  }

  /** Shows no more tokens to a session that lives; the client's later handshakes still ask for one. */
  close(): void {
    this.#stop();
  }

  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      await this.#client.publish(AUTH_CHANNEL, { token: await this.#token() });
    } catch (error) {
      this.#options.onRefreshFailed?.(error);
    } finally {
      this.#refreshing = false;
    }
  }
}
