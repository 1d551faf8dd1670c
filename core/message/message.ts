import type { Advice } from "./advice.js";

export type { Awaitable } from "../awaitable.js";

/**
 * A Bayeux message as it is on the wire: the known fields, and whatever else its sender put beside them.
 * @see Bayeux 1.0, "Bayeux protocol elements"
 */
export interface Message {
  channel: string;
  id?: string;
  clientId?: string;
  version?: string;
  minimumVersion?: string;
  supportedConnectionTypes?: string[];
  connectionType?: string;
  subscription?: string | string[];
  data?: unknown;
  successful?: boolean;
  /** `code:arguments:text`. */
  error?: string;
  advice?: Advice;
  ext?: Ext;
  [field: string]: unknown;
}

/** The extension fields of a message, keyed by extension. */
export type Ext = Record<string, unknown>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The message's `ext` field under `key`, if `ext` is an object that has it. Never throws, whatever a peer sent. */
export function extField(message: Message, key: string): unknown {
  const ext: unknown = message.ext;
  return isObject(ext) && Object.hasOwn(ext, key) ? ext[key] : undefined;
}

/** The message's `ext` object, made if missing or of a wrong type. For replies and other messages of our own. */
export function ensureExt(message: Message): Ext {
  if (!isObject(message.ext)) message.ext = {};
  return message.ext;
}
