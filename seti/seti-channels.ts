import type { Logger } from "../core/logger.js";
import { readJson } from "../core/message/codec.js";
import type { DeliveryReceipt } from "../core/message/delivery-rules.js";
import { isObject, type Message } from "../core/message/message.js";
import { type PrintedMessage, utf8Length } from "../core/message/publication.js";
import { RawJson } from "../core/message/raw-json.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { LocalSession } from "../core/session/local-session.js";
import { ServerSession } from "../core/session/server-session.js";
import { logIdOf } from "../core/session/session-registry.js";
import type { DeliveryWatch } from "./delivery-confirmation.js";
import type { SetiCloud } from "./seti-cloud.js";
import { openSealed, readSealed, sealAnswers, sealUserSend } from "./seti-envelope.js";
import {
  type Answers,
  type Location,
  type MarkQuestion,
  type PresenceStatement,
  readSetiMessage,
  SETI_ALL,
  type SetiMessage,
  setiChannelOf,
  setiIdOf,
  type UserMessage,
  type UserSend,
  writeAnswers,
  writeMarkQuestion,
  writeStatement,
  writeUserSend,
} from "./seti-message.js";
import type { SetiOptions } from "./seti-options.js";
import type { SetiStats } from "./seti-stats.js";
import type { UserCall } from "./user-calls.js";

/** What is heard on Seti's channels, from members of the cloud and about nobody but themselves. */
export interface SetiHearer {
  statement(statement: PresenceStatement): void;
  /** What came in one message of a link. */
  userMessages(messages: readonly UserMessage[]): void;
  /** A node wants to know where users are. */
  finds(node: string, users: readonly string[]): void;
  /** An owner says where users are. */
  locations(node: string, locations: readonly Location[]): void;
  /** A node does not know whom these marks stand for; or says whom. */
  marksAsked(node: string, question: MarkQuestion): void;
  names(node: string, request: number, users: readonly string[]): void;
  answers(answers: Answers): void;
  call(call: UserCall): void;
  /** A peer subscribed to `/seti/all`. */
  welcome(session: ServerSession, node: string): void;
}

export interface SetiChannelsParts {
  readonly options: SetiOptions;
  readonly stats: SetiStats;
  readonly logger: Logger;
}

/**
 * Seti's own channels, `/seti/all` and `/seti/<seti id>`: reads what comes there, writes what goes there, and lets nobody
 * but members of the cloud be heard.
 * @see spec/oort-seti.md sections 19 to 21
 */
export class SetiChannels {
  readonly setiId: string;
  readonly #server: BayeuxServer;
  readonly #cloud: SetiCloud;
  readonly #names: readonly string[];
  readonly #hearer: SetiHearer;
  readonly #parts: SetiChannelsParts;
  #local: LocalSession | undefined;
  #undo: (() => void)[] = [];

  constructor(server: BayeuxServer, cloud: SetiCloud, hearer: SetiHearer, parts: SetiChannelsParts) {
    this.setiId = setiIdOf(cloud.url);
    this.#server = server;
    this.#cloud = cloud;
    this.#names = [SETI_ALL, setiChannelOf(cloud.url)];
    this.#hearer = hearer;
    this.#parts = parts;
  }

  /** @param local - Seti's own session, handshaken */
  open(local: LocalSession): void {
    this.#local = local;
    // Seti need not hear itself.
    local.session.broadcastToPublisher = false;
    local.session.addFilter((sender, message) => this.#mayHear(sender, message));
    for (const name of this.#names) {
      this.#server.createChannel(name).persistent = true;
      local.subscribe(name, ({ data }) => this.#heard(name, readSetiMessage(data, this.#parts.options.maxUserIdBytes)));
      this.#cloud.addExactChannel(name);
      const disown = this.#cloud.ownChannel?.(name, {
        session: local.session,
        hear: (printed) => this.#heardPrinted(printed),
        open: (printed) => openSealed(printed),
      });
      if (disown !== undefined) this.#undo.push(disown);
    }
    const remove = this.#server.addListener({
      subscribed: (session, channel) => {
        const peer = channel.name === SETI_ALL ? this.#cloud.peerOf(session) : undefined;
        if (peer !== undefined) this.#hearer.welcome(session, peer.url);
      },
    });
    this.#undo.push(remove);
  }

  /** From now on every link brings what is said there. */
  observe(): void {
    for (const name of this.#names) this.#cloud.observeChannel(name);
  }

  close(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    for (const name of this.#names) {
      this.#cloud.deobserveChannel(name);
      const channel = this.#server.getChannel(name);
      if (channel !== undefined) channel.persistent = false;
    }
    this.#local?.disconnect();
    this.#local = undefined;
  }

  get isOpen(): boolean {
    return this.#local !== undefined;
  }

  /** Gives a user's session a message, as Seti. @param watch - settled where it was taken @returns whether it was */
  deliver(session: ServerSession, channel: string, data: unknown, watch?: DeliveryWatch): boolean {
    const receipt = watch === undefined ? undefined : receiptOf(session, watch);
    const isTaken = session.deliver(this.#local?.session, channel, data, undefined, receipt);
    if (isTaken && watch !== undefined && receipt === undefined) watch.settled(session.isLocal);
    return isTaken;
  }

  /** To every node, Java's included. */
  stateToAll(statement: PresenceStatement): void {
    this.#publish(SETI_ALL, writeStatement(statement));
  }

  /** To one peer, by its own session here: on the path that changes take. */
  stateToSession(session: ServerSession, statement: PresenceStatement): void {
    this.deliver(session, SETI_ALL, writeStatement(statement));
  }

  /** To one node, over our own link: it need not have subscribed yet. */
  stateToNode(node: string, statement: PresenceStatement): void {
    const sent = this.#cloud.publishTo(node, setiChannelOf(node), writeStatement(statement));
    if (sent instanceof Promise) {
      sent.catch((err: unknown) => this.#parts.logger.debug({ err, peer: node }, "presence was not pushed"));
    }
  }

  /** To one node, on the channel it has for itself. */
  stateOnChannel(node: string, statement: PresenceStatement): void {
    this.#publish(setiChannelOf(node), writeStatement(statement));
  }

  /** @returns false when that node does not listen */
  sendToNode(node: string, send: UserSend): boolean {
    return this.#send(setiChannelOf(node), send) > 0;
  }

  sendToAll(send: UserSend): void {
    this.#send(SETI_ALL, send);
  }

  /** @returns false when that node does not listen */
  find(node: string, users: readonly string[]): boolean {
    return this.#publish(setiChannelOf(node), { oortURL: this.#cloud.url, find: users }) > 0;
  }

  locate(node: string, locations: readonly Location[]): void {
    this.#publish(setiChannelOf(node), { oortURL: this.#cloud.url, locations });
  }

  askNames(node: string, question: MarkQuestion): void {
    this.#publish(setiChannelOf(node), { oortURL: this.#cloud.url, ...writeMarkQuestion(question) });
  }

  tellNames(node: string, request: number, names: readonly string[]): void {
    this.#publish(setiChannelOf(node), { oortURL: this.#cloud.url, request, names });
  }

  answer(node: string, answers: Answers["answers"]): void {
    const said = { node: this.#cloud.url, answers };
    const channel = setiChannelOf(node);
    const sealed = { channel, data: "", dataBytes: 0, fields: "", envelope: sealAnswers(said) };
    this.#publishSealed(sealed) ?? this.#publish(channel, writeAnswers(said));
  }

  /** @returns false when that node does not listen */
  callNode(node: string, data: unknown): boolean {
    return this.#publish(setiChannelOf(node), data) > 0;
  }

  /** The nodes that hear what goes to all. */
  listeners(): string[] {
    const nodes: string[] = [];
    for (const subscriber of this.#server.getChannel(SETI_ALL)?.subscribers ?? []) {
      const peer = subscriber instanceof ServerSession ? this.#cloud.peerOf(subscriber) : undefined;
      if (peer !== undefined) nodes.push(peer.url);
    }
    return nodes;
  }

  /** @returns sessions reached */
  #send(channel: string, send: UserSend): number {
    const node = this.#cloud.url;
    const { text, bytes } = printed(send.data);
    const sealed = { channel, data: text, dataBytes: bytes, fields: "", envelope: sealUserSend(send, node) };
    return this.#publishSealed(sealed) ?? this.#publish(channel, writeUserSend(send, node, this.setiId));
  }

  /** In an envelope to those who know it. @returns sessions reached; undefined, and nothing is done, where somebody has to read it */
  #publishSealed(sealed: PrintedMessage): number | undefined {
    return this.#local === undefined ? 0 : this.#server.publishEnveloped(this.#local.session, sealed, openSealed);
  }

  /** @returns sessions reached */
  #publish(channel: string, data: unknown): number {
    return this.#local === undefined ? 0 : this.#server.publish(this.#local.session, channel, data);
  }

  /**
   * Only members of the cloud speak on Seti's channels, and over their own session only for themselves. Authorizers
   * keep everybody else out; this holds also where somebody took these off.
   */
  #mayHear(sender: ServerSession | undefined, message: Message): boolean {
    const peer = sender === undefined ? undefined : this.#cloud.peerOf(sender);
    const speaker = isObject(message.data) ? message.data.oortURL : undefined;
    const isForged =
      sender === undefined ||
      !this.#cloud.isOort(sender) ||
      (peer !== undefined && typeof speaker === "string" && speaker !== peer.url);
    if (!isForged) return true;
    this.#parts.stats.forged += 1;
    if (sender !== undefined) this.#cloud.fault?.(sender);
    this.#parts.logger.warn(
      { session: logIdOf(sender?.id), channel: message.channel, speaker },
      "forged seti message ignored",
    );
    return false;
  }

  /** What a link brought, which is for Seti alone. */
  #heardPrinted(printed: PrintedMessage): void {
    const { maxUserIdBytes } = this.#parts.options;
    const { channel, data, envelope } = printed;
    const isSealed = envelope !== undefined;
    this.#heard(
      channel,
      isSealed ? readSealed(printed, maxUserIdBytes) : readSetiMessage(readJson(data), maxUserIdBytes),
    );
  }

  #heard(channel: string, parsed: SetiMessage | undefined): void {
    const { stats, logger } = this.#parts;
    switch (parsed?.kind) {
      case "presence":
        stats.refusedUsers += parsed.refusedUsers;
        return this.#hearer.statement(parsed.statement);
      case "user":
        return this.#hearer.userMessages([parsed.message]);
      case "users":
        return this.#hearer.userMessages(parsed.messages);
      case "finds":
        return this.#hearer.finds(parsed.node, parsed.users);
      case "locations":
        return this.#hearer.locations(parsed.node, parsed.locations);
      case "marks":
        return this.#hearer.marksAsked(parsed.node, parsed.question);
      case "names":
        return this.#hearer.names(parsed.node, parsed.request, parsed.users);
      case "answers":
        return this.#hearer.answers(parsed.answers);
      case "call":
        return this.#hearer.call(parsed.call);
      default:
        stats.malformed += 1;
        logger.debug({ channel }, "malformed seti message ignored");
    }
  }
}

/** As somebody else has printed it, or printed now. What cannot be printed throws. */
function printed(data: unknown): RawJson {
  if (data instanceof RawJson) return data;
  const text = JSON.stringify(data) ?? "null";
  return new RawJson(text, utf8Length(text));
}

/** What tells how far a message has come; undefined: a local session has it at once, and who cannot acknowledge never does. */
function receiptOf(session: ServerSession, { until, settled }: DeliveryWatch): DeliveryReceipt | undefined {
  if (session.isLocal || (until === "acked" && !session.queue.acknowledges)) return undefined;
  return {
    written: () => until === "written" && settled(true),
    acked: () => settled(true),
    lost: () => settled(false),
  };
}
