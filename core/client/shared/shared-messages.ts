import type { Message } from "../../message/message.js";
import { ClientError, type ClientErrorCode } from "../client-error.js";
import type { BayeuxClientOptionsInput } from "../client-options.js";
import type { ClientState } from "../client-state.js";
import type { Gap } from "../gap-watch.js";

// What goes over the port between a tab and the hub: arrays of these, one array a turn and direction. Both ends are of
// one origin and one release; what is unknown is passed over all the same, since an old worker may outlive a new page.

/** From a tab to the hub. `id` is the tab's own, and comes back with the answer. */
export type TabMessage =
  /** The first of all. `lock` is held by the tab as long as it lives; without one it says `ping` from time to time. */
  | { readonly kind: "hello"; readonly options: BayeuxClientOptionsInput; readonly lock: string | undefined }
  /** Starts the session, or takes part in it. Answered with the handshake's reply. */
  | { readonly kind: "handshake"; readonly id: number }
  /** Answers `fields`; without `fields` the tab cannot make them. */
  | { readonly kind: "fields"; readonly id: number; readonly fields?: Record<string, unknown> }
  /** A publish, or any other message but a subscribe and its like. Answered. */
  | { readonly kind: "request"; readonly id: number; readonly message: Message }
  /** Answered with its result, as a `reply` with `data`. */
  | {
      readonly kind: "call";
      readonly id: number;
      readonly target: string;
      readonly data: unknown;
      readonly timeoutMs: number | undefined;
    }
  /** Answered when the session's subscription stands, or has been refused. */
  | { readonly kind: "subscribe"; readonly id: number; readonly channel: string }
  | { readonly kind: "unsubscribe"; readonly id: number; readonly channel: string }
  /** The tab wants, or not any more, what comes there without a subscription. Not answered. */
  | { readonly kind: "listen" | "unlisten"; readonly channel: string }
  /** So many deliveries were heard since the last word of it. */
  | { readonly kind: "heard"; readonly count: number }
  | { readonly kind: "ping" }
  /** The tab leaves; with `all` it ends the session for all tabs, and is answered. */
  | { readonly kind: "bye"; readonly id: number; readonly all: boolean };

/** From the hub to a tab. */
export type HubMessage =
  /** The answer to `hello`. The hub holds `lock` as long as it lives. */
  | { readonly kind: "welcome"; readonly lock: string | undefined }
  | { readonly kind: "state"; readonly status: SharedStatus; readonly cause: WireError | undefined }
  | { readonly kind: "fields"; readonly id: number }
  | { readonly kind: "reply"; readonly id: number; readonly reply: Message }
  | { readonly kind: "error"; readonly id: number; readonly error: WireError }
  | { readonly kind: "delivery"; readonly message: Message }
  | { readonly kind: "gap"; readonly gap: Gap };

/** How the session of all tabs is. */
export interface SharedStatus {
  readonly state: ClientState;
  readonly clientId: string | undefined;
  readonly url: string | undefined;
  readonly transportName: string | undefined;
}

export const AT_REST: SharedStatus = {
  state: "disconnected",
  clientId: undefined,
  url: undefined,
  transportName: undefined,
};

/** A ClientError, as plain data. */
export interface WireError {
  readonly code: ClientErrorCode;
  readonly text: string;
  readonly reply: Message | undefined;
}

/** What is no ClientError is the hub's own refusal of a message it cannot send. */
export function toWire(error: unknown): WireError {
  if (error instanceof ClientError) return { code: error.code, text: error.message, reply: error.reply };
  return { code: "refused", text: String(error), reply: undefined };
}

export function fromWire({ code, text, reply }: WireError): ClientError {
  return new ClientError(code, text, reply === undefined ? {} : { reply });
}

/** One end of a message channel. Sets `onmessage` to begin. */
export interface SharedPort {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
  addEventListener(type: "close", listener: () => void): void;
}
