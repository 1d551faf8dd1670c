import { readFrame } from "../../cluster/link/link-frame.js";
import type { PrintedMessage } from "../../core/message/publication.js";
import { openSealed } from "../../seti/seti-envelope.js";
import type { MemoryNetwork } from "../support/memory-link.js";

/** What crossed the links of a cloud because something happened. */
export interface Traffic {
  /** Messages, each counted on every link it crossed. */
  messages: number;
  /** Those of them that are messages for users, or answers to such. */
  userMessages: number;
  /** Of the frames that these messages were in. */
  bytes: number;
  /** Frames without such a message, as heartbeats and acknowledgements. */
  idleFrames: number;
}

const LIMITS = { maxJsonDepth: 1_000 };

/** Reads every frame on the links of a network, and counts the messages in them; those of heartbeats are left out. */
export class LinkTally {
  #traffic: Traffic = nothing();

  constructor(network: MemoryNetwork) {
    network.options.sent = (_from, _to, frame) => this.#count(frame);
  }

  /** What was written since it was last asked. */
  take(): Traffic {
    const traffic = this.#traffic;
    this.#traffic = nothing();
    return traffic;
  }

  #count(frame: string | Uint8Array): void {
    const { deliveries, messages } =
      typeof frame === "string" ? { deliveries: [], messages: frame } : readFrame(frame, LIMITS);
    const spoken = messages === "" ? [] : (JSON.parse(messages) as { channel: string; data?: unknown }[]);
    const data = [
      ...deliveries.map((delivery) => JSON.parse(jsonOf(delivery)) as unknown),
      ...spoken.filter(({ channel }) => channel !== "/meta/connect").map((message) => message.data),
    ];
    if (data.length === 0) {
      this.#traffic.idleFrames += 1;
      return;
    }
    this.#traffic.messages += data.length;
    this.#traffic.userMessages += data.filter(isForUser).length;
    this.#traffic.bytes += typeof frame === "string" ? Buffer.byteLength(frame) : frame.length;
  }
}

/** Seti's messages for users, and answers, come in envelopes. */
function jsonOf(delivery: PrintedMessage): string {
  return delivery.envelope === undefined ? delivery.data : openSealed(delivery)!;
}

/** As Seti writes them: `{userId | batch, channel, data, …}` and `{oortURL, answers}`. */
function isForUser(data: unknown): boolean {
  return typeof data === "object" && data !== null && ("answers" in data || "channel" in data);
}

function nothing(): Traffic {
  return { messages: 0, userMessages: 0, bytes: 0, idleFrames: 0 };
}
