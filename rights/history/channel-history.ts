import type { ServerChannel } from "../../core/channel/server-channel.js";
import { matches } from "../../core/message/channel-id.js";
import { isObject, type Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { Namespace, Namespaces } from "../namespaces/namespaces.js";
import { HistoryLog, type KeptMessage } from "./history-log.js";

/** What a message from the history says of itself in `ext.history`. */
export interface HistoryMark {
  /** When a node of the cluster took it: milliseconds since the epoch, by that node's clock. */
  readonly at: number;
}

/** Of the room in a session's queue so much may be filled with history: the rest is for what comes meanwhile. */
const SHARE_OF_QUEUE = 0.5;

/**
 * Keeps what is published in the namespaces that have a history, and gives it to each client that subscribes: before anything
 * that is published afterwards, in order, nothing twice and nothing left out between the two.
 *
 * The node hears these channels itself, as a subscriber, so in a cluster it gets all that is published on any node.
 */
export class ChannelHistory {
  /** By the namespace's `channels`. */
  readonly logs: ReadonlyMap<string, HistoryLog>;
  /** Messages given to clients that subscribed. */
  replayed = 0;
  readonly #server: BayeuxServer;
  readonly #namespaces: Namespaces;
  #undo: readonly (() => void)[] = [];

  constructor(server: BayeuxServer, namespaces: Namespaces) {
    this.#server = server;
    this.#namespaces = namespaces;
    this.logs = new Map(
      namespaces.all.flatMap(({ options: { channels, history } }) =>
        history === undefined ? [] : [[channels, new HistoryLog(history)] as const],
      ),
    );
  }

  get messages(): number {
    return [...this.logs.values()].reduce((total, log) => total + log.size, 0);
  }

  get bytes(): number {
    return [...this.logs.values()].reduce((total, log) => total + log.bytes, 0);
  }

  start(): void {
    if (this.logs.size === 0 || this.#undo.length > 0) return;
    const kept = this.#namespaces.all.filter(({ options }) => this.logs.has(options.channels));
    this.#undo = [
      ...kept.map((namespace) =>
        this.#server.subscribe(namespace.template.covering, (message) => this.#keep(namespace, message)),
      ),
      this.#server.addListener({ subscribed: (session, channel) => this.#replay(session, channel) }),
    ];
  }

  stop(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  #keep(namespace: Namespace, { channel, data, ext }: Message): void {
    if (this.#namespaces.of(channel) !== namespace) return;
    const json = JSON.stringify(ext === undefined ? { data } : { data, ext });
    this.logs.get(namespace.options.channels)!.add(channel, json, this.#server.clock.now());
  }

  /** Called in the turn of the subscription: what is offered to the session from now on is newer. */
  #replay(session: ServerSession, subscribed: ServerChannel): void {
    if (session.isLocal || session.isTrusted || !session.isHandshaken) return;
    const others = [...session.subscriptions].filter((channel) => channel !== subscribed);
    const messages = this.#for(subscribed).filter(({ channel }) => !others.some(({ name }) => matches(name, channel)));
    const fitting = latestThatFit(messages, session);
    if (fitting.length === 0) return;
    session.batch(() => {
      for (const { channel, json, atMs } of fitting) {
        const { data, ext } = JSON.parse(json) as { data: unknown; ext?: unknown };
        const mark: HistoryMark = { at: Math.round(atMs) };
        session.deliver(undefined, channel, data, { ext: { ...(isObject(ext) ? ext : {}), history: mark } });
      }
    });
    this.replayed += fitting.length;
  }

  /** Of a wildcard as many messages as of one channel, the latest of all that it takes. */
  #for({ id, name }: ServerChannel): readonly KeptMessage[] {
    const nowMs = this.#server.clock.now();
    const found: KeptMessage[] = [];
    for (const { options } of this.#namespaces.all) {
      const log = this.logs.get(options.channels);
      if (log === undefined) continue;
      const count = options.history!.messages;
      if (id.wildcard === "none") found.push(...log.latestOf(name, count, nowMs));
      else found.push(...log.latest((channel) => matches(name, channel), count, nowMs));
    }
    return found.sort((a, b) => a.atMs - b.atMs);
  }
}

/** A history must not be what fills the queue of a session, and ends it. */
function latestThatFit(messages: readonly KeptMessage[], { mailbox, queue }: ServerSession): readonly KeptMessage[] {
  let room = Math.floor((mailbox.maxQueuedMessages - queue.length) * SHARE_OF_QUEUE);
  let bytes = Math.floor((mailbox.maxQueuedBytes - queue.bytes) * SHARE_OF_QUEUE);
  let first = messages.length;
  while (first > 0 && room > 0) {
    const { channel, json } = messages[first - 1]!;
    bytes -= channel.length + json.length * 3; // no text has more bytes than this
    if (bytes < 0) break;
    room -= 1;
    first -= 1;
  }
  return messages.slice(first);
}
