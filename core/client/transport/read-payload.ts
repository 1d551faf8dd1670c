import { isObject, type Message } from "../../message/message.js";
import { type ClientTransportParts, TransportError } from "./client-transport.js";

/**
 * Reads one frame, response or part of a stream: a JSON object, or an array of them.
 * @throws TransportError when it is none, or over `maxMessageChars` or `maxJsonDepth`
 */
export function readPayload(text: string, { options }: ClientTransportParts): Message[] {
  checkLength(text, options.maxMessageChars);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no object either.
  }
  const messages = Array.isArray(value) ? value : [value];
  if (messages.every(isObject) && !isDeeperThan(value, options.maxJsonDepth)) return messages as Message[];
  throw new TransportError("not Bayeux");
}

/** @throws TransportError when a text, or the part of it that is here, is longer than `limit` in UTF-16 units */
export function checkLength(text: string, limit: number): void {
  if (text.length > limit) throw new TransportError("maxMessageChars");
}

/** Whether arrays and objects nest deeper than `limit`. Parsing copes with any depth, but few who use the value do. */
function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return limit === 0 || Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}
