/** What the tests use of stock clients that bring no types. */

declare module "faye" {
  /** Durations in seconds. */
  interface ClientOptions {
    readonly timeout?: number;
    readonly retry?: number;
  }

  interface FayeMessage {
    readonly channel: string;
    readonly data?: unknown;
    ext?: Record<string, unknown>;
  }

  interface Subscription extends PromiseLike<void> {
    withChannel(callback: (channel: string, data: unknown) => void): Subscription;
    cancel(): void;
  }

  class Client {
    constructor(url: string, options?: ClientOptions);
    disable(feature: string): void;
    addWebsocketExtension(extension: object): void;
    on(event: "transport:up" | "transport:down", listener: () => void): void;
    connect(): void;
    subscribe(channel: string | string[], callback?: (data: unknown) => void): Subscription;
    publish(channel: string, data: unknown): PromiseLike<void>;
    /** Undefined when it is not connected. */
    disconnect(): PromiseLike<void> | undefined;
    addExtension(extension: {
      incoming?(message: FayeMessage, callback: (message: FayeMessage) => void): void;
      outgoing?(message: FayeMessage, callback: (message: FayeMessage) => void): void;
    }): void;
  }

  const faye: { Client: typeof Client };
  export default faye;
}

declare module "permessage-deflate" {
  const deflate: object;
  export default deflate;
}
