import type { Logger } from "../core/logger.js";
import { readJson } from "../core/message/codec.js";
import { isObject, type Message } from "../core/message/message.js";
import { type PrintedMessage, utf8Length } from "../core/message/publication.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import { deliveryOf } from "../core/server/publish.js";
import type { LocalSession } from "../core/session/local-session.js";
import type { ServerSession } from "../core/session/server-session.js";
import { type Forwarding, fieldsToRepublish } from "./forwarding.js";
import type { OortStats } from "./oort-stats.js";

/** What is known of who wants a message. */
export interface RepublishedInterest {
  /** Messages that nobody here wants are published all the same, as on Java nodes. */
  readonly isStatic: boolean;
  isWanted(channel: string): boolean;
}

/** Who takes what comes on a channel of the cluster's own. */
export interface ChannelOwner {
  /** Subscribed to the channel. */
  readonly session: ServerSession;
  /** What came is his to read, in an envelope or without. */
  hear(printed: PrintedMessage): void;
  /** @returns the data of what came in an envelope, as who knows no envelopes gets it: JSON text; undefined when it is none */
  open(printed: PrintedMessage): string | undefined;
}

/** Publishes here what comes from peers. */
export class Republisher {
  readonly #forwarding: Forwarding;
  readonly #interest: RepublishedInterest;
  readonly #server: BayeuxServer;
  readonly #session: LocalSession;
  readonly #stats: OortStats;
  readonly #logger: Logger;
  readonly #owners = new Map<string, ChannelOwner>();

  /** @param session - the `oort` session */
  constructor(
    forwarding: Forwarding,
    interest: RepublishedInterest,
    server: BayeuxServer,
    session: LocalSession,
    stats: OortStats,
    logger: Logger,
  ) {
    this.#forwarding = forwarding;
    this.#interest = interest;
    this.#server = server;
    this.#session = session;
    this.#stats = stats;
    this.#logger = logger;
  }

  /** See `Oort.ownChannel`. */
  own(channel: string, owner: ChannelOwner): () => void {
    this.#owners.set(channel, owner);
    return () => void (this.#owners.get(channel) === owner && this.#owners.delete(channel));
  }

  /** Once per delivery, as the `oort` session: that passes this node's own policy, and every link stops it. */
  received(message: Message): void {
    if (this.#takes(message.channel)) this.#publish(message.channel, message.data, message);
  }

  /** The same for what came in a frame: it is read only if somebody here has to see it before the subscribers do. */
  receivedPrinted(printed: PrintedMessage): void {
    const { channel } = printed;
    const owner = this.#owners.get(channel);
    if (owner !== undefined && this.#handsOver(printed, owner)) return owner.hear(printed);
    if (printed.envelope !== undefined) return this.#receivedEnveloped(printed, owner);
    if (!this.#takes(channel)) return;
    if (printed.fields === "" && this.#server.dispatcher.relay(this.#session.session, printed)) return;
    const fields = printed.fields === "" ? {} : readJson(printed.fields);
    if (!isObject(fields)) return this.#unreadable(channel);
    const text = printFields(channel, fields);
    if (this.#server.dispatcher.relay(this.#session.session, { ...printed, fields: text })) return;
    const data = readJson(printed.data);
    if (data === undefined) return this.#unreadable(channel);
    this.#publish(channel, data, fields);
  }

  /** Somebody else is to have it as well. */
  #receivedEnveloped(printed: PrintedMessage, owner: ChannelOwner | undefined): void {
    const data = owner?.open(printed);
    if (data === undefined) return this.#unreadable(printed.channel);
    this.receivedPrinted({ ...printed, data, dataBytes: utf8Length(data), envelope: undefined });
  }

  #handsOver({ channel, fields }: PrintedMessage, { session }: ChannelOwner): boolean {
    if (fields !== "" || !this.#server.dispatcher.handsOver(this.#session.session, channel, session)) return false;
    this.#stats.republished += 1;
    return true;
  }

  #takes(channel: string): boolean {
    if (!this.#forwarding.takes(channel)) return false;
    if (!this.#interest.isWanted(channel)) {
      this.#stats.hopsWithoutInterest += 1;
      if (!this.#interest.isStatic) return false;
    }
    this.#stats.republished += 1;
    return true;
  }

  #publish(channel: string, data: unknown, fields: Readonly<Record<string, unknown>>): void {
    const reply = this.#session.publish(channel, data, fieldsToRepublish(fields));
    if (reply instanceof Promise) void reply.then((later) => this.#done(later));
    else this.#done(reply);
  }

  #unreadable(channel: string): void {
    this.#stats.republishesStopped += 1;
    this.#logger.warn({ channel }, "a peer's message is no JSON");
  }

  #done({ successful, channel, error }: Message): void {
    if (successful === true) return;
    this.#stats.republishesStopped += 1;
    this.#logger.debug({ channel, error }, "a peer's message was stopped here");
  }
}

/** What `received` leaves of the fields, printed; nothing where nothing is left. */
function printFields(channel: string, fields: Readonly<Record<string, unknown>>): string {
  const { channel: _channel, data: _data, ...left } = deliveryOf({ ...fieldsToRepublish(fields), channel }, channel);
  const text = JSON.stringify(left);
  return text === "{}" ? "" : text;
}
