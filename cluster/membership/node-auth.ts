import { createHash, timingSafeEqual } from "node:crypto";
import { extField, isObject, type Message } from "../../core/message/message.js";
import { type NodeIdentity, readIdentity } from "./join-message.js";

/** The key of the cluster's object in the ext of link handshakes and their replies. */
export const OORT_EXT = "org.cometd.oort";
/** The key inside that object under which our nodes tell each other more; Java peers ignore it. */
const EXTRAS_KEY = "oortbus";
/** Version of the extras; a peer with another one is still a peer of ours. */
const EXTRAS_VERSION = 1;

/** What a node of our kind says beside CometD's fields. */
export interface NodeExtras {
  readonly version: number;
  /** Start time of the run in ms since the epoch: of two runs of one URL, the larger is the later. */
  readonly incarnation: number;
  /** Nodes of differently named clouds refuse each other, even when they share a secret. */
  readonly clusterName: string | undefined;
  /** How long the node's server holds the connect of a link between our nodes. */
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

/** `absent`: an ordinary client. The last three are to be refused. */
export type LinkVerdict =
  | { readonly kind: "absent" }
  | { readonly kind: "accepted"; readonly handshake: LinkHandshake }
  | { readonly kind: "malformed" | "wrong_secret" | "wrong_cluster" };

/** The secret as it stands on the wire: Base64 of the SHA-512 of its UTF-8 bytes (CometD 4.0.5 and later). */
export function encodeSecret(secret: string): string {
  return createHash("sha512").update(secret, "utf8").digest("base64");
}

/** Makes and checks what nodes show each other when a link opens (spec/oort-seti.md sections 3 and 4). */
export class NodeAuth {
  readonly #self: NodeIdentity;
  readonly #secret: string;
  readonly #extras: NodeExtras;

  /** @param secret - shared by all nodes of the cloud, in clear */
  constructor(self: NodeIdentity, secret: string, extras: Omit<NodeExtras, "version">) {
    this.#self = self;
    this.#secret = encodeSecret(secret);
    this.#extras = { version: EXTRAS_VERSION, ...extras };
  }

  /** The object for a handshake request to `cometUrl`; `aliasUrl` when it answers the peer's own handshake. */
  requestField(cometUrl: string, aliasUrl?: string): Record<string, unknown> {
    return {
      oortURL: this.#self.url,
      oortId: this.#self.id,
      oortSecret: this.#secret,
      cometURL: cometUrl,
      ...(aliasUrl === undefined ? {} : { oortAliasURL: aliasUrl }),
      [EXTRAS_KEY]: this.#printExtras(),
    };
  }

  /** The object for a handshake reply. Never holds the secret. @param toOurs - the peer showed extras of its own */
  replyField(toOurs: boolean): Record<string, unknown> {
    const field = { oortURL: this.#self.url, oortId: this.#self.id };
    return toOurs ? { ...field, [EXTRAS_KEY]: this.#printExtras() } : field;
  }

  /**
   * Judges a handshake request. `cometURL` need not be our URL: a peer may know us by another name, and refusing that
   * would only make links depend on how an address is spelt.
   */
  judge(message: Message): LinkVerdict {
    const field = linkField(message);
    if (field === undefined) return { kind: "absent" };
    const identity = readIdentity(field);
    if (identity === undefined || !isObject(field)) return { kind: "malformed" };
    if (!sameSecret(field.oortSecret, this.#secret)) return { kind: "wrong_secret" };
    const extras = readExtras(field);
    if (!this.#sameCluster(extras)) return { kind: "wrong_cluster" };
    return {
      kind: "accepted",
      handshake: { ...identity, cometUrl: text(field.cometURL), aliasUrl: text(field.oortAliasURL), extras },
    };
  }

  /** Whether a peer that answered our handshake may be a member of our cloud. */
  accepts(reply: LinkReply): boolean {
    return this.#sameCluster(reply.extras);
  }

  /** A peer without a name, such as every Java node, goes with any. */
  #sameCluster(extras: NodeExtras | undefined): boolean {
    const [mine, theirs] = [this.#extras.clusterName, extras?.clusterName];
    return mine === undefined || theirs === undefined || mine === theirs;
  }

  #printExtras(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.#extras).filter(([, value]) => value !== undefined));
  }
}

/** The cluster's object of a handshake message, of whatever type the sender gave it; undefined when there is none. */
export function linkField(message: Message): unknown {
  return extField(message, OORT_EXT);
}

/** Reads a handshake reply; undefined when the other end is no Oort. */
export function readReply(reply: Message): LinkReply | undefined {
  const field = linkField(reply);
  const identity = readIdentity(field);
  return identity === undefined ? undefined : { ...identity, extras: readExtras(field) };
}

/** The extras of a cluster object; undefined when it has none, as from Java, or when they make no sense. */
export function readExtras(field: unknown): NodeExtras | undefined {
  const extras = isObject(field) && Object.hasOwn(field, EXTRAS_KEY) ? field[EXTRAS_KEY] : undefined;
  if (!isObject(extras)) return undefined;
  const { version, incarnation, clusterName, heartbeatMs, nodeTag } = extras;
  if (!isCount(version) || !isCount(incarnation) || !isCount(heartbeatMs)) return undefined;
  return { version, incarnation, heartbeatMs, clusterName: text(clusterName), nodeTag: text(nodeTag) };
}

/** Compares digests of equal length, so that the time taken tells nothing about how much of a guess was right. */
function sameSecret(given: unknown, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value, "utf8").digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(expected));
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 1024 ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
