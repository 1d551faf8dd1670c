import { BayeuxError, errorField } from "./bayeux-error.js";
import { isObject, type Message } from "./message.js";

/** Bounds on one payload; each is an option of the server or client that decodes. */
export interface CodecLimits {
  /** Longest text taken, in UTF-16 units; checked before parsing. */
  readonly maxMessageChars: number;
  /** Most messages in one array. */
  readonly maxBatchMessages: number;
  /** Deepest nesting of arrays and objects, the outer array counted. */
  readonly maxJsonDepth: number;
}

/**
 * Reads one Bayeux payload: a JSON object, or an array of them. Shape and size only; what the fields mean is checked
 * message by message in `server/dispatcher.ts`, so that each gets its own reply.
 * @returns the messages in order; an empty array stays empty, since each transport answers that in its own way
 * @throws BayeuxError 413 over a limit; 400 if it is not JSON, or an element is no object
 * @see spec/bayeux.md sections 14.2 and 16.2
 */
export function decode(text: string, limits: CodecLimits): Message[] {
  if (text.length > limits.maxMessageChars) {
    throw new BayeuxError(413, [String(limits.maxMessageChars)], "message_too_large");
  }
  if (isDeeperThan(text, limits.maxJsonDepth)) {
    throw new BayeuxError(413, [String(limits.maxJsonDepth)], "message_too_deep");
  }
  const value = parseJson(text);
  const messages: unknown[] = Array.isArray(value) ? value : [value];
  if (messages.length > limits.maxBatchMessages) {
    throw new BayeuxError(413, [String(limits.maxBatchMessages)], "batch_too_large");
  }
  if (!messages.every(isObject)) throw new BayeuxError(400, [], "message_not_an_object");
  return messages as Message[];
}

/** The text of one payload. */
export function encode(messages: readonly Message[]): string {
  return JSON.stringify(messages);
}

/**
 * The text of a payload of replies. What server code put into one of them may not be printable (a BigInt, a circle):
 * that one becomes an error, and the others are not lost with it.
 * @param onError - told of each that could not be printed
 */
export function encodeReplies(replies: readonly Message[], onError: (error: unknown) => void): string {
  try {
    return JSON.stringify(replies);
  } catch {
    return `[${replies.map((reply) => encodeReply(reply, onError)).join(",")}]`;
  }
}

function encodeReply(reply: Message, onError: (error: unknown) => void): string {
  try {
    return JSON.stringify(reply);
  } catch (error) {
    onError(error);
    const { channel, id } = reply;
    return JSON.stringify({ channel, id, successful: false, error: errorField(500, [], "internal_error") });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BayeuxError(400, [], "not_json", { cause });
  }
}

/** The value of a JSON text that need not be one. @returns undefined when it is none */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Whether arrays and objects nest deeper than `limit` in a JSON text. Brackets are counted on the text, before parsing:
 * printing a too deep value would overflow the stack.
 */
export function isDeeperThan(text: string, limit: number): boolean {
  // Most texts have few brackets, which the engine finds much faster than we do: so few cannot nest so deep.
  if (!hasMoreThan(text, "[", "{", limit)) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 93 || code === 125) {
      depth -= 1;
    }
  }
  return false;
}

/** Whether two characters occur in a text more often than `limit`. */
function hasMoreThan(text: string, one: string, other: string, limit: number): boolean {
  let count = 0;
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    count += 1;
    if (count > limit) return true;
  }
  for (let at = text.indexOf(other); at >= 0; at = text.indexOf(other, at + 1)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}
