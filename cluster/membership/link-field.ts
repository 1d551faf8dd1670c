import { z } from "zod";
import { extField, isObject, type Message } from "../../core/message/message.js";
import { type NodeIdentity, readIdentity } from "./join-message.js";

/** The key of the cluster's object in the ext of link handshakes and their replies. */
export const OORT_EXT = "org.cometd.oort";
/** The key inside that object under which our nodes tell each other more; Java peers ignore it. */
export const EXTRAS_KEY = "oortbus";
/** Version of the extras; a peer with another one is still a peer of ours. */
export const EXTRAS_VERSION = 1;
/** What stands among the extras only to prove who is speaking. */
export const PROOF_KEYS = ["nonce", "challenge", "proof"] as const;

/** What a node may have as its heartbeat, in milliseconds. Peers' timers depend on it. */
export const HEARTBEAT_MS = z.int().min(100).max(60_000);

/** What a node of our kind says beside CometD's fields. */
export interface NodeExtras {
  readonly version: number;
  /** Start time of the run in ms since the epoch: of two runs of one URL, the larger is the later. */
  readonly incarnation: number;
  /** Nodes of differently named clouds refuse each other, even when they share a secret. */
  readonly clusterName: string | undefined;
  /** How often the node, and who has a link to it, say that they live. */
  readonly heartbeatMs: number;
  /** What its clientIds begin with, so that a request for one of its sessions finds it (DESIGN decision 4). */
  readonly nodeTag: string | undefined;
}

/** A handshake by which another node opens a link to us. */
export interface LinkHandshake extends NodeIdentity {
  /** The name by which the peer reaches us; not necessarily our own URL. */
  readonly cometUrl: string | undefined;
  /** In a connect-back only: the name by which we ourselves reached the peer. */
  readonly aliasUrl: string | undefined;
  /** Absent for Java peers. */
  readonly extras: NodeExtras | undefined;
}

/** The reply's part of it. */
export interface LinkReply extends NodeIdentity {
  readonly extras: NodeExtras | undefined;
}

/** The cluster's object of a handshake message, of whatever type the sender gave it; undefined when there is none. */
export function linkField(message: Message): unknown {
  return extField(message, OORT_EXT);
}

/** The object of a handshake message under which our nodes say more; undefined when there is none, as from Java. */
export function extrasObject(message: Message): Readonly<Record<string, unknown>> | undefined {
  const field = linkField(message);
  const extras = isObject(field) && Object.hasOwn(field, EXTRAS_KEY) ? field[EXTRAS_KEY] : undefined;
  return isObject(extras) ? extras : undefined;
}

/** Reads a handshake reply; undefined when the other end is no Oort. */
export function readReply(reply: Message): LinkReply | undefined {
  const identity = readIdentity(linkField(reply));
  return identity === undefined ? undefined : { ...identity, extras: readExtras(extrasObject(reply)) };
}

/** What our nodes say in extras; undefined for none, or when they make no sense. */
export function readExtras(extras: Readonly<Record<string, unknown>> | undefined): NodeExtras | undefined {
  if (extras === undefined) return undefined;
  const { version, incarnation, clusterName, heartbeatMs, nodeTag } = extras;
  const heartbeat = HEARTBEAT_MS.safeParse(heartbeatMs);
  if (!isCount(version) || !isCount(incarnation) || !heartbeat.success) return undefined;
  return {
    version,
    incarnation,
    heartbeatMs: heartbeat.data,
    clusterName: readText(clusterName),
    nodeTag: readText(nodeTag),
  };
}

/** A text that is not empty and of sane length. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 1_024 ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
