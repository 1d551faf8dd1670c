import type { Message } from "../../core/message/message.js";
import type { NodeIdentity } from "./join-message.js";
import { extrasObject, type LinkReply, readReply, readText } from "./link-field.js";
import type { LinkTranscript } from "./link-proof.js";
import type { NodeAuth } from "./node-auth.js";

/**
 * What a handshake reply means to the node that dialled: `challenged` the next handshake proves who we are; `refused`;
 * `no_oort` the other end is none; `no_proof` it did not prove the secret; `wrong_cluster` it is another cluster's.
 */
export type LoginOutcome =
  | { readonly kind: "challenged" | "refused" | "no_oort" | "no_proof" | "wrong_cluster" }
  | { readonly kind: "accepted"; readonly peer: LinkReply };

/** The dialling end of one link, from its first word to the peer's proof. */
export class LinkLogin {
  readonly #auth: NodeAuth;
  readonly #cometUrl: string;
  readonly #aliasUrl: string | undefined;
  /** The challenge that the next handshake answers. */
  #challenge: { readonly server: NodeIdentity; readonly nonce: string } | undefined;
  /** What the reply to the handshake under way has to prove; undefined after a first one. */
  #transcript: LinkTranscript | undefined;

  constructor(auth: NodeAuth, cometUrl: string, aliasUrl: string | undefined) {
    this.#auth = auth;
    this.#cometUrl = cometUrl;
    this.#aliasUrl = aliasUrl;
  }

  /** Another handshake is about to be sent, which will be accepted if the secret is right. */
  get isChallenged(): boolean {
    return this.#challenge !== undefined;
  }

  /** The cluster's object for the next handshake. */
  request(): Record<string, unknown> {
    const challenge = this.#challenge;
    this.#challenge = undefined;
    this.#transcript = undefined;
    if (challenge === undefined) return this.#auth.hello(this.#cometUrl, this.#aliasUrl);
    const { field, transcript } = this.#auth.answer(this.#cometUrl, this.#aliasUrl, challenge.server, challenge.nonce);
    this.#transcript = transcript;
    return field;
  }

  read(reply: Message): LoginOutcome {
    const peer = readReply(reply);
    if (reply.successful !== true) {
      const nonce = readText(extrasObject(reply)?.nonce);
      if (peer === undefined || nonce === undefined) return { kind: "refused" };
      this.#challenge = { server: { url: peer.url, id: peer.id }, nonce };
      return { kind: "challenged" };
    }
    if (peer === undefined) return { kind: "no_oort" };
    const transcript = this.#transcript;
    const isJava = transcript === undefined && extrasObject(reply) === undefined;
    if (isJava && this.#auth.acceptsJava) return { kind: "accepted", peer };
    if (transcript === undefined || peer.extras === undefined || !this.#auth.isProven(reply, transcript)) {
      return { kind: "no_proof" };
    }
    return this.#auth.isSameCluster(peer.extras) ? { kind: "accepted", peer } : { kind: "wrong_cluster" };
  }
}
