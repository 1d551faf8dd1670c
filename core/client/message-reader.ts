import type { Message } from "../message/message.js";

/**
 * What a message from the server is to the client.
 * - `handshake`, `connect`: a reply to one, perhaps to an older one
 * - `reply`: an answer to a subscribe, unsubscribe, disconnect or publish; of another session perhaps, or of none
 * - `disconnect`: the server's own, that the client did not ask for
 * - `result`: what a remote call is answered with (spec 8.4)
 */
export type MessageKind = "handshake" | "connect" | "reply" | "disconnect" | "delivery" | "result";

/**
 * Tells replies from deliveries (spec sections 8 and 16.6). A server may send anything: no field is trusted to be of its
 * type.
 * @param id - see {@link idOf}
 * @returns undefined when nothing can be done with it
 */
export function kindOf(message: Message, id: string | undefined): MessageKind | undefined {
  const channel: unknown = message.channel;
  if (typeof channel !== "string") return undefined;
  if (channel.startsWith("/meta/")) {
    const name = channel.slice(6);
    if (name === "disconnect" && message.id === undefined) return name;
    if (id === undefined) return undefined;
    return name === "handshake" || name === "connect" ? name : "reply";
  }
  // A delivery may have an id, which is the publisher's (spec 8.2).
  if (typeof message.successful !== "boolean") return "delivery";
  if (message.data === undefined) return id === undefined ? undefined : "reply";
  return id !== undefined && channel.startsWith("/service/") ? "result" : "delivery";
}

/** An id as we sent it, a string; some servers echo a number. */
export function idOf(message: Message): string | undefined {
  const id: unknown = message.id;
  return typeof id === "string" || typeof id === "number" ? `${id}` : undefined;
}
