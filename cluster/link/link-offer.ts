import { extField, isObject, type Message } from "../../core/message/message.js";

/**
 * The key in the ext of a link's handshake and its reply under which both ends say that they know frames, and in the ext
 * of its connects, under which the client says what it has. Java passes over it.
 */
export const LINK_EXT = "oortbus.link";
/** Version of the frames. An end that names another one is answered in JSON. */
const VERSION = 1;
/** Version of what is in envelopes (`seti.proto`). An end that names another one, or none, gets messages without. */
const ENVELOPES = 1;
/** Version of heartbeats by frames. An end that names another one, or none, sends and answers connects for it. */
const BEATS = 1;

/** What one end of a link says that it takes. */
export interface LinkOffer {
  /** Longest frame. */
  readonly maxFrameBytes: number;
  /** Messages of the cluster's own channels may come in envelopes. */
  readonly takesEnvelopes: boolean;
  /** A frame each heartbeat, be it empty, tells that its sender lives. */
  readonly beats: boolean;
}

export function writeOffer(maxFrameBytes: number): Record<string, unknown> {
  return { version: VERSION, maxFrameBytes, envelopes: ENVELOPES, beats: BEATS };
}

/** @returns undefined when the sender does not know these frames */
export function readOffer(message: Message): LinkOffer | undefined {
  const offer = extField(message, LINK_EXT);
  if (!isObject(offer) || offer.version !== VERSION || !isCount(offer.maxFrameBytes)) return undefined;
  const { maxFrameBytes, envelopes, beats } = offer;
  if (maxFrameBytes === 0) return undefined;
  return { maxFrameBytes, takesEnvelopes: envelopes === ENVELOPES, beats: beats === BEATS };
}

export function writeReceived(received: number): Record<string, unknown> {
  return { received };
}

/** @returns number of the last delivery that has arrived; undefined when the connect does not say */
export function readReceived(message: Message): number | undefined {
  const said = extField(message, LINK_EXT);
  return isObject(said) && isCount(said.received) ? said.received : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
