import { ensureExt, extField, isObject, type Message } from "../../message/message.js";
import type { ClientTransport, ClientTransportFactory, ClientTransportSink } from "../transport/client-transport.js";

/** Where a session waits for the next page: `sessionStorage`, in a browser. */
export type ReloadStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What is kept of a session. */
interface Kept {
  readonly url: string;
  readonly transport: string;
  /** The handshake reply that made it. */
  readonly reply: Message;
}

/**
 * Takes a session along when a page is loaded anew: the next page's first handshake is answered from what the page before
 * has kept, with `ext.reload: true`, and the client goes on with the same session; if the server has forgotten it, with a
 * new one. Wrap the client's transports with it:
 *
 * ```ts
 * const reload = new Reload();
 * const client = new BayeuxClient({ url }, { transports: reload.wrap(pageTransports()) });
 * ```
 * @see spec/bayeux.md section 21.6
 */
export class Reload {
  readonly #storage: ReloadStorage;
  readonly #key: string;
  #kept: Kept | undefined;

  /**
   * @param storage - default: the page's `sessionStorage`
   * @param key - under which the session waits; one for each client of a page
   */
  constructor(storage: ReloadStorage = sessionStorage, key = "oortbus.session") {
    this.#storage = storage;
    this.#key = key;
    // Not before: a tab that is duplicated while the page lives would take the session as well.
    globalThis.addEventListener?.("pagehide", () => this.save());
  }

  /** Keeps the present session for the next page. Called by itself when the page goes. */
  save(): void {
    if (this.#kept !== undefined) this.#storage.setItem(this.#key, JSON.stringify(this.#kept));
  }

  /** The same transports, whose sessions are kept. */
  wrap(factories: readonly ClientTransportFactory[]): ClientTransportFactory[] {
    return factories.map((factory) => ({
      ...factory,
      create: (url, sink, parts) => {
        const spy = this.#spyOn(factory.name, url, sink);
        const transport = factory.create(url, spy, parts);
        return this.#wrapped(transport, url, sink, factories);
      },
    }));
  }

  #wrapped(
    transport: ClientTransport,
    url: string,
    sink: ClientTransportSink,
    factories: readonly ClientTransportFactory[],
  ): ClientTransport {
    return {
      name: transport.name,
      send: (messages) => {
        const [{ channel, id }] = messages as [Message];
        if (channel === "/meta/disconnect") this.#kept = undefined;
        const kept = channel === "/meta/handshake" ? this.#take(url, factories) : undefined;
        if (kept === undefined) {
          transport.send(messages);
          return;
        }
        this.#kept = structuredClone(kept);
        const reply: Message = { ...kept.reply, id: id!, supportedConnectionTypes: [kept.transport] };
        ensureExt(reply).reload = true;
        queueMicrotask(() => sink.received([reply]));
      },
      close: () => transport.close(),
      abort: () => transport.abort(),
    };
  }

  /** What the page before has left, once, if it fits. */
  #take(url: string, factories: readonly ClientTransportFactory[]): Kept | undefined {
    const text = this.#storage.getItem(this.#key);
    this.#storage.removeItem(this.#key);
    if (text === null) return undefined;
    let kept: unknown;
    try {
      kept = JSON.parse(text);
    } catch {
      return undefined;
    }
    const fits = isObject(kept) && kept.url === url && isObject(kept.reply);
    return fits && factories.some(({ name }) => name === (kept as unknown as Kept).transport)
      ? (kept as unknown as Kept)
      : undefined;
  }

  /** Sees what makes a session, and how far it is acknowledged. */
  #spyOn(transport: string, url: string, sink: ClientTransportSink): ClientTransportSink {
    const received = (messages: Message[]): void => {
      for (const message of messages) {
        if (message.channel === "/meta/handshake" && message.successful === true) {
          this.#kept = { url, transport, reply: structuredClone(message) };
        } else if (message.channel === "/meta/connect" && message.successful === true && this.#kept !== undefined) {
          const batch = extField(message, "ack");
          this.#kept = { ...this.#kept, transport };
          if (typeof batch === "number") ensureExt(this.#kept.reply).ack = { enabled: true, batch };
        } else if (message.channel === "/meta/connect") {
          this.#kept = undefined;
        }
      }
      sink.received(messages);
    };
    return { ...sink, received };
  }
}
