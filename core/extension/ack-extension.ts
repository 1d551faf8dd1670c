import type { Extension } from "../message/extension.js";
import { ensureExt, extField, isObject, type Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import { type MessageQueue, PlainQueue } from "../session/message-queue.js";
import type { ServerSession } from "../session/server-session.js";

/**
 * Acknowledged delivery, server end: what is queued for a session that asked for it is kept until the session's client
 * says that it has it, and sent again when a response was lost.
 * @see spec/bayeux.md section 21.1
 */
export class AckExtension implements Extension<ServerSession> {
  readonly metaOnly = true;
  incoming(session: ServerSession | undefined, message: Message): void {
    const queue = session?.queue;
    if (message.channel !== "/meta/connect" || !(queue instanceof AckQueue)) return;
    const batch = extField(message, "ack");
    if (typeof batch === "number") session?.mailbox.acked(queue.acknowledge(batch));
    if (!queue.hasLost) return;
    queue.resend();
    session?.mailbox.urge();
    // Answer at once, unless the client itself said how long to wait.
    const advice = isObject(message.advice) ? message.advice : {};
    message.advice = { timeout: 0, ...advice };
  }

  outgoing(
    message: Message,
    { receiver, request }: { receiver: ServerSession | undefined; request: Message | undefined },
  ): void {
    if (receiver === undefined || request === undefined || message.successful !== true) return;
    if (message.channel === "/meta/handshake") {
      // A queue that is no plain one knows already what arrived: this one's, where the extension is registered twice, or a
      // link's own.
      if (extField(request, "ack") !== true || !(receiver.queue instanceof PlainQueue)) return;
      const queue = new AckQueue();
      for (const publication of receiver.queue.take()) queue.push(publication);
      receiver.queue = queue;
      receiver.metaConnectDeliveryOnly = true;
      const leavesNow = receiver.mailbox.opensWithHandshake && queue.hasPending;
      ensureExt(message).ack = leavesNow ? { enabled: true, batch: queue.nextBatch() } : true;
    } else if (message.channel === "/meta/connect" && receiver.queue instanceof AckQueue) {
      if (extField(message, "ack") !== undefined) return;
      ensureExt(message).ack = receiver.queue.nextBatch();
    }
  }
}

const EMPTY: readonly Publication[] = [];

/** The number of the messages that travel with a reply. */
function batchOf(reply: Message): number | undefined {
  const ack = extField(reply, "ack");
  const batch = isObject(ack) ? ack.batch : ack;
  return typeof batch === "number" ? batch : undefined;
}

interface Kept {
  readonly publication: Publication;
  readonly batch: number;
}

/** Keeps what was sent, by the number of the reply that carried it, until that number is acknowledged. */
export class AckQueue implements MessageQueue {
  readonly acknowledges = true;
  #kept: Kept[] = [];
  /** How many of the kept were sent already; the rest is pending. */
  #sent = 0;
  #batch = 1;
  bytes = 0;

  get length(): number {
    return this.#kept.length;
  }

  get hasPending(): boolean {
    return this.#sent < this.#kept.length;
  }

  /** Something was sent and not acknowledged by a client that had the chance to. */
  get hasLost(): boolean {
    return this.#sent > 0;
  }

  push(publication: Publication): void {
    this.bytes += publication.bytes; // first: what cannot be printed throws here, and must not be left in the queue
    this.#kept.push({ publication, batch: this.#batch });
  }

  dropPending(wanted: (publication: Publication) => boolean): Publication | undefined {
    return this.#dropFrom(this.#sent, wanted);
  }

  dropOldest(wanted: (publication: Publication) => boolean): Publication | undefined {
    return this.#dropFrom(0, wanted);
  }

  /** What is dropped is not sent again either, and no acknowledgement is expected for it. */
  #dropFrom(start: number, wanted: (publication: Publication) => boolean): Publication | undefined {
    for (let index = start; index < this.#kept.length; index += 1) {
      const { publication } = this.#kept[index]!;
      if (!wanted(publication)) continue;
      this.#kept.splice(index, 1);
      this.bytes -= publication.bytes;
      if (index < this.#sent) this.#sent -= 1;
      return publication;
    }
    return undefined;
  }

  /** Numbers the reply to a connect or handshake; what comes after it belongs to the next. */
  nextBatch(): number {
    this.#batch += 1;
    return this.#batch - 1;
  }

  /**
   * The client has everything up to this batch. A number that is too old, or was never given, drops nothing it should not.
   * @returns what is not kept any more
   */
  acknowledge(batch: number): readonly Kept[] {
    let confirmed = 0;
    while (confirmed < this.#sent && this.#kept[confirmed]!.batch <= batch) {
      this.bytes -= this.#kept[confirmed]!.publication.bytes;
      confirmed += 1;
    }
    this.#sent -= confirmed;
    return this.#kept.splice(0, confirmed);
  }

  /** What was sent is pending again. */
  resend(): void {
    this.#sent = 0;
  }

  take(reply: Message | undefined): readonly Publication[] {
    const batch = reply === undefined ? Number.POSITIVE_INFINITY : batchOf(reply);
    if (batch === undefined) return EMPTY;
    const taken: Publication[] = [];
    while (this.#sent < this.#kept.length && this.#kept[this.#sent]!.batch <= batch) {
      taken.push(this.#kept[this.#sent]!.publication);
      this.#sent += 1;
    }
    return taken;
  }
}
