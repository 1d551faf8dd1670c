import { createHash } from "node:crypto";
import type { Clock } from "../../core/clock.js";
import { isObject, type Message } from "../../core/message/message.js";
import type { Random } from "../../core/random.js";
import { type NodeIdentity, readIdentity } from "./join-message.js";
import {
  EXTRAS_KEY,
  EXTRAS_VERSION,
  extrasObject,
  type LinkHandshake,
  linkField,
  type NodeExtras,
  PROOF_KEYS,
  readExtras,
  readText,
} from "./link-field.js";
import { Challenges, canonical, isSame, type LinkTranscript, proofOf } from "./link-proof.js";

/**
 * Why a handshake that claims to be a peer's is refused: it `malformed`, holds `no_proof`, one made with a `wrong_secret`,
 * one that was `replayed`, or is that of another cluster's node.
 */
export type LinkRefusal = "malformed" | "no_proof" | "wrong_secret" | "replayed" | "wrong_cluster";

/** `absent`: an ordinary client. `challenged`: to be refused with our nonce, and the leave to come back at once. */
export type LinkVerdict =
  | { readonly kind: "absent" | "challenged" }
  /** @property proof - ours, for the reply; undefined for Java, which asks for none */
  | { readonly kind: "accepted"; readonly handshake: LinkHandshake; readonly proof: string | undefined }
  | { readonly kind: LinkRefusal };

const ABSENT: LinkVerdict = { kind: "absent" };

export interface NodeSecrets {
  /** Shared by all nodes of the cloud, in clear. */
  readonly secret: string;
  /** Others with which peers may prove themselves: those of before and after a rotation. */
  readonly acceptedSecrets: readonly string[];
  /** Links with Java nodes, which show a digest of the secret instead of a proof. */
  readonly java: boolean;
}

/** The secret as Java shows it: Base64 of the SHA-512 of its UTF-8 bytes (CometD 4.0.5 and later). */
export function encodeSecret(secret: string): string {
  return createHash("sha512").update(secret, "utf8").digest("base64");
}

/**
 * Makes and checks what nodes show each other when a link opens. A node of ours that dials says who it is; the answer is
 * a refusal with a nonce; it proves, in a second handshake, that it knows the secret, and the reply proves the same of
 * the node that was dialled. Java nodes show and are shown the digest of the secret, only where that is configured.
 * @see spec/oort-seti.md sections 3 and 4, and README.md, "Trust"
 */
export class NodeAuth {
  readonly #self: NodeIdentity;
  readonly #secrets: readonly string[];
  readonly #java: boolean;
  readonly #extras: Readonly<Record<string, unknown>>;
  readonly #challenges: Challenges;
  readonly #random: Random;
  /** A handshake is judged by the policy and again for the reply; a challenge can be answered once. */
  readonly #verdicts = new WeakMap<Message, LinkVerdict>();

  constructor(
    self: NodeIdentity,
    { secret, acceptedSecrets, java }: NodeSecrets,
    extras: Omit<NodeExtras, "version">,
    { clock, random }: { readonly clock: Clock; readonly random: Random },
  ) {
    this.#self = self;
    this.#secrets = [...new Set([secret, ...acceptedSecrets])];
    this.#java = java;
    const entries = Object.entries({ version: EXTRAS_VERSION, ...extras }).filter(([, value]) => value !== undefined);
    this.#extras = Object.fromEntries(entries);
    this.#challenges = new Challenges(clock, random);
    this.#random = random;
  }

  /** Whether nodes without a proof may be linked with, if they are Java's. */
  get acceptsJava(): boolean {
    return this.#java;
  }

  /**
   * The object for our first handshake with `cometUrl`: who we are, and nothing that proves it, but for Java.
   * @param aliasUrl - when it answers the peer's own handshake: how the peer knows us
   */
  hello(cometUrl: string, aliasUrl: string | undefined): Record<string, unknown> {
    return this.#requestField(cometUrl, aliasUrl, { version: EXTRAS_VERSION });
  }

  /** The object for the second handshake, and what the reply to it has to prove. */
  answer(
    cometUrl: string,
    aliasUrl: string | undefined,
    server: NodeIdentity,
    serverNonce: string,
  ): { field: Record<string, unknown>; transcript: LinkTranscript } {
    const clientNonce = this.#random.token(128);
    const transcript: LinkTranscript = {
      client: this.#self,
      server,
      cometUrl,
      aliasUrl,
      clientNonce,
      serverNonce,
      clientExtras: canonical(this.#extras),
      serverExtras: "",
    };
    const proof = proofOf(this.#secrets[0]!, "client", transcript);
    const extras = { ...this.#extras, nonce: clientNonce, challenge: serverNonce, proof };
    return { field: this.#requestField(cometUrl, aliasUrl, extras), transcript };
  }

  /** Whether a reply proves that the node we proved ourselves to knows the secret as well, and is who it said. */
  isProven(reply: Message, transcript: LinkTranscript): boolean {
    const extras = extrasObject(reply);
    const identity = readIdentity(linkField(reply));
    if (extras === undefined || identity?.id !== transcript.server.id || identity.url !== transcript.server.url) {
      return false;
    }
    const serverExtras = canonical(extras, PROOF_KEYS);
    return isSame(extras.proof, proofOf(this.#secrets[0]!, "server", { ...transcript, serverExtras }));
  }

  /** The object for a handshake reply. Never holds the secret; says more than who we are only to those that may know. */
  replyField(verdict: LinkVerdict): Record<string, unknown> {
    const field = { oortURL: this.#self.url, oortId: this.#self.id };
    if (verdict.kind === "challenged") {
      return { ...field, [EXTRAS_KEY]: { version: EXTRAS_VERSION, nonce: this.#challenges.issue() } };
    }
    if (verdict.kind !== "accepted" || verdict.proof === undefined) return field;
    return { ...field, [EXTRAS_KEY]: { ...this.#extras, proof: verdict.proof } };
  }

  /**
   * Judges a handshake request. `cometURL` need not be our URL: a peer may know us by another name, and refusing that
   * would only make links depend on how an address is spelt.
   */
  judge(message: Message): LinkVerdict {
    if (linkField(message) === undefined) return ABSENT; // as all clients' are: nothing to remember
    const known = this.#verdicts.get(message);
    if (known !== undefined) return known;
    const verdict = this.#judge(message);
    this.#verdicts.set(message, verdict);
    return verdict;
  }

  /** A peer without a name is another cluster's, but for Java's, which have none. */
  isSameCluster(extras: NodeExtras | undefined): boolean {
    return extras === undefined || extras.clusterName === this.#extras.clusterName;
  }

  #judge(message: Message): LinkVerdict {
    const field = linkField(message);
    const identity = readIdentity(field);
    if (identity === undefined || !isObject(field)) return { kind: "malformed" };
    const names = { cometUrl: readText(field.cometURL), aliasUrl: readText(field.oortAliasURL) };
    const object = extrasObject(message);
    if (object === undefined) return this.#judgeJava(field.oortSecret, { ...identity, ...names, extras: undefined });
    if (object.proof === undefined) return { kind: "challenged" };
    const extras = readExtras(object);
    const [clientNonce, serverNonce] = [readText(object.nonce), readText(object.challenge)];
    const { cometUrl } = names;
    if (!extras || !clientNonce || !serverNonce || !cometUrl) return { kind: "malformed" };
    // Too old, or another run's: who is no stranger will answer the next one.
    if (!this.#challenges.isFresh(serverNonce)) return { kind: "challenged" };
    const transcript = {
      client: identity,
      server: this.#self,
      cometUrl,
      aliasUrl: names.aliasUrl,
      clientNonce,
      serverNonce,
      clientExtras: canonical(object, PROOF_KEYS),
      serverExtras: "",
    };
    // All are compared, so that the time taken does not tell which one matched.
    const [secret] = this.#secrets.filter((one) => isSame(object.proof, proofOf(one, "client", transcript)));
    if (secret === undefined) return { kind: "wrong_secret" };
    if (!this.#challenges.spend(serverNonce)) return { kind: "replayed" };
    if (!this.isSameCluster(extras)) return { kind: "wrong_cluster" };
    const proof = proofOf(secret, "server", { ...transcript, serverExtras: canonical(this.#extras) });
    return { kind: "accepted", handshake: { ...identity, ...names, extras }, proof };
  }

  #judgeJava(digest: unknown, handshake: LinkHandshake): LinkVerdict {
    if (!this.#java || digest === undefined) return { kind: "no_proof" };
    const [secret] = this.#secrets.filter((one) => isSame(digest, encodeSecret(one)));
    return secret === undefined ? { kind: "wrong_secret" } : { kind: "accepted", handshake, proof: undefined };
  }

  #requestField(
    cometUrl: string,
    aliasUrl: string | undefined,
    extras: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    return {
      oortURL: this.#self.url,
      oortId: this.#self.id,
      ...(this.#java ? { oortSecret: encodeSecret(this.#secrets[0]!) } : {}),
      cometURL: cometUrl,
      ...(aliasUrl === undefined ? {} : { oortAliasURL: aliasUrl }),
      [EXTRAS_KEY]: extras,
    };
  }
}
