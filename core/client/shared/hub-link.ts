import { type LifeLock, whenReleased } from "./life-lock.js";
import { PortWriter } from "./port-writer.js";
import type { HubMessage, SharedPort, TabMessage } from "./shared-messages.js";

/** The module that {@link serveOwn} loads, as far as it is needed. */
interface HubModule {
  serveTab(port: SharedPort): void;
}

/** How a tab gets to a hub. */
export interface HubOpener {
  /** Begins with a SharedWorker; `failed` is called when it cannot run. Undefined where there are none. */
  openShared(failed: () => void): SharedPort | undefined;
  /** Begins with a hub of the page's own. `failed` is called when it cannot be loaded. */
  openOwn(failed: (cause: unknown) => void): SharedPort;
  /** Of the tab, for as long as it has a link. */
  takeLock(): Promise<LifeLock | undefined>;
}

export interface HubLinkSink {
  /** The hub is there: what waits can be sent. */
  opened(): void;
  received(message: HubMessage): void;
  /** The hub is gone, with all it knew. Another link has to be made. */
  lost(): void;
  /** There is no hub to be had. */
  failed(cause: unknown): void;
}

/** A tab's connection to a hub: the shared one, or its own where there is none to share. */
export class HubLink {
  readonly #opener: HubOpener;
  readonly #hello: (lock: string | undefined) => TabMessage;
  readonly #sink: HubLinkSink;
  readonly #endOfTurn: (callback: () => void) => void;
  #port: SharedPort | undefined;
  #writer: PortWriter<TabMessage> | undefined;
  readonly #lock: Promise<LifeLock | undefined>;
  #unwatch: () => void = () => {};

  constructor(
    opener: HubOpener,
    hello: (lock: string | undefined) => TabMessage,
    endOfTurn: (callback: () => void) => void,
    sink: HubLinkSink,
  ) {
    this.#opener = opener;
    this.#hello = hello;
    this.#sink = sink;
    this.#endOfTurn = endOfTurn;
    this.#lock = opener.takeLock();
    const shared = opener.openShared(() => {
      if (this.#port !== shared || this.#writer !== undefined) return;
      shared?.close();
      this.#own();
    });
    if (shared === undefined) this.#own();
    else this.#use(shared);
  }

  /** @param message - plain data; dropped while the link is not open */
  write(message: TabMessage): void {
    this.#writer?.write(message);
  }

  /** Lets it go, after what was written. */
  close(): void {
    this.#unwatch();
    this.#writer?.flush();
    if (this.#port !== undefined) this.#port.onmessage = null;
    this.#port?.close();
    this.#port = this.#writer = undefined;
    void this.#lock.then((lock) => lock?.release());
  }

  #own(): void {
    this.#use(
      this.#opener.openOwn((cause) => {
        this.close();
        this.#sink.failed(cause);
      }),
    );
  }

  #use(port: SharedPort): void {
    this.#port = port;
    port.onmessage = ({ data }) => {
      for (const message of data as HubMessage[]) {
        if (this.#port !== port) return;
        if (message.kind === "welcome") this.#welcome(port, message.lock);
        else this.#sink.received(message);
      }
    };
    void this.#lock.then((lock) => {
      if (this.#port === port) port.postMessage([this.#hello(lock?.name)]);
    });
  }

  #welcome(port: SharedPort, lock: string | undefined): void {
    const lost = (): void => {
      if (this.#port !== port) return;
      this.close();
      this.#sink.lost();
    };
    if (lock !== undefined) this.#unwatch = whenReleased(lock, lost);
    this.#writer = new PortWriter(port, this.#endOfTurn);
    this.#sink.opened();
  }
}

/** Loads the hub's module into this page, and has it serve one end of a channel. @returns the other end */
export function serveOwn(load: () => Promise<unknown>, failed: (cause: unknown) => void): SharedPort {
  const { port1, port2 } = new MessageChannel();
  load().then((module) => (module as HubModule).serveTab(port2 as SharedPort), failed);
  return port1 as SharedPort;
}
