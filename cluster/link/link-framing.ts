import type { Logger } from "../../core/logger.js";
import type { OutgoingContext } from "../../core/message/extension.js";
import { ensureExt, type Message } from "../../core/message/message.js";
import type { Publication } from "../../core/message/publication.js";
import type { ServerExtension } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { logIdOf } from "../../core/session/session-registry.js";
import type { OortOptions } from "../oort-options.js";
import type { OortStats } from "../oort-stats.js";
import { LinkEncoding } from "./link-encoding.js";
import { LINK_EXT, type LinkOffer, readOffer, readReceived, writeOffer } from "./link-offer.js";
import { LinkQueue } from "./link-queue.js";

export interface LinkFramingParts {
  readonly options: OortOptions;
  readonly stats: OortStats;
  readonly logger: Logger;
  /** True for the session of a peer that has proved who it is. */
  readonly isPeer: (session: ServerSession) => boolean;
  /** A peer has sent a frame. */
  readonly heard: (session: ServerSession) => void;
}

/**
 * The server's half of the negotiation: gives the session of a peer that offers frames in its handshake a queue of
 * frames, and says so in the reply; and, when the peer comes back on a new socket, goes on where it was. As an extension
 * it has its turn when the handshake was accepted, and before the ack extension, which is of no use then.
 */
export class LinkFraming implements ServerExtension {
  readonly metaOnly = true;
  readonly #parts: LinkFramingParts;

  constructor(parts: LinkFramingParts) {
    this.#parts = parts;
  }

  incoming(session: ServerSession | undefined, message: Message): void {
    const queue = session?.queue;
    if (message.channel !== "/meta/connect" || session === undefined || !(queue instanceof LinkQueue)) return;
    const received = readReceived(message);
    if (received === undefined) return;
    if (!queue.isSuspended) return queue.acknowledge(received);
    this.#parts.stats.linkMessagesRepeated += queue.resume(received);
    if (queue.hasPending) session.outlet?.wake();
  }

  outgoing(message: Message, { receiver, request }: OutgoingContext<ServerSession>): void {
    if (message.channel !== "/meta/handshake" || message.successful !== true || receiver === undefined) return;
    const offer = request === undefined ? undefined : readOffer(request);
    const carries = receiver.outlet?.carriesEncodings === true;
    if (offer === undefined || !carries || !this.#parts.isPeer(receiver)) return;
    const { linkEncoding, maxLinkMessageBytes } = this.#parts.options;
    if (linkEncoding !== "protobuf") return;
    this.#frame(receiver, { ...offer, maxFrameBytes: Math.min(offer.maxFrameBytes, maxLinkMessageBytes) });
    if (offer.beats) this.#holdLong(receiver, message);
    ensureExt(message)[LINK_EXT] = writeOffer(maxLinkMessageBytes);
  }

  /** Frames are its heartbeat, so its connects may wait as long as those of clients. */
  #holdLong(session: ServerSession, reply: Message): void {
    session.timeoutMs = undefined;
    reply.advice = { ...reply.advice, timeout: session.lifetime.times.timeoutMs };
  }

  #frame(session: ServerSession, offer: LinkOffer): void {
    const { options, stats, logger, heard } = this.#parts;
    const { maxLinkQueuedMessages: maxMessages, maxLinkQueuedBytes: maxBytes } = options;
    const queue = new LinkQueue(
      { maxMessages, maxBytes, ...offer },
      {
        drain: () => session.outlet?.drain(),
        dropped: (publications) => this.#dropped(session, publications),
        overflow: () => session.end("overflow", { reconnect: "handshake" }),
      },
    );
    queue.encoding = new LinkEncoding(
      queue,
      () => heard(session),
      (err) => logger.error({ err }, "a reply to a peer cannot be printed"),
      (err) => {
        stats.linkMalformed += 1;
        logger.warn({ err, session: logIdOf(session.id) }, "a peer sent what is no frame: link ended");
        session.end("expired", { reconnect: "handshake" });
      },
    );
    for (const publication of session.queue.take(undefined)) queue.push(publication);
    session.queue = queue;
    // The queue itself knows what to do when it is full, and messages leave as soon as they can.
    session.mailbox.maxQueuedMessages = Number.POSITIVE_INFINITY;
    session.mailbox.maxQueuedBytes = Number.POSITIVE_INFINITY;
    session.metaConnectDeliveryOnly = false;
  }

  #dropped(session: ServerSession, publications: readonly Publication[]): void {
    const { stats, logger } = this.#parts;
    stats.linkMessagesDropped += publications.length;
    const { length, bytes } = session.queue;
    logger.warn(
      { session: logIdOf(session.id), dropped: publications.length, length, bytes },
      "too much waits for a peer",
    );
  }
}
