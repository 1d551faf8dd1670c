import { isObject } from "../core/message/message.js";
import type { HookReply } from "./post-hook.js";

/** What a hook said to a question. */
export type HookAnswer =
  | { readonly kind: "allowed"; readonly change: HookChange }
  | { readonly kind: "denied"; readonly reason: string };

/** What is to be otherwise than it was asked. */
export interface HookChange {
  /** In place of the message's data. */
  readonly data?: unknown;
  /** Whom the session is to speak for, and nobody else. */
  readonly user?: string;
}

const MAX_REASON_CHARS = 200;

/**
 * Reads an answer: 204 allows; 200 has `{"allow": true, "data"?, "user"?}` or `{"allow": false, "reason"?}`.
 * @throws Error saying what is wrong with it
 */
export function readAnswer({ status, body }: HookReply): HookAnswer {
  if (status === 204) return { kind: "allowed", change: {} };
  if (status !== 200) throw new Error(`answered with status ${status}`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Error("the answer is no JSON");
  }
  if (!isObject(value) || typeof value.allow !== "boolean") throw new Error('the answer has no "allow": true or false');
  if (!value.allow) return { kind: "denied", reason: shortText(value.reason) };
  if (value.user !== undefined && typeof value.user !== "string") throw new Error('the answer\'s "user" is no text');
  return {
    kind: "allowed",
    change: {
      ...(Object.hasOwn(value, "data") ? { data: value.data } : {}),
      ...(value.user === undefined ? {} : { user: value.user }),
    },
  };
}

/** What a client is told: one line, of a length that fits an error. */
function shortText(reason: unknown): string {
  if (typeof reason !== "string") return "denied";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const text = reason.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
  return text === "" ? "denied" : text.slice(0, MAX_REASON_CHARS);
}
