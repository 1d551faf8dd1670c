import type { Message } from "../message/message.js";

/**
 * Why a request of the client did not succeed.
 * - `refused`: the server answered `successful: false`; see {@link ClientError.reply}
 * - `transport`: the transport failed before the answer came; whether the server acted on it is unknown
 * - `timeout`: no answer within `maxNetworkDelayMs`, or a remote call's result did not come in its time
 * - `session`: the session ended on the server, or was replaced, before the answer came
 * - `closed`: the client is or was disconnected, by the application or by the server
 * - `overflow`: a limit of the client was reached; nothing was sent
 * - `too_large`: the message exceeds `maxBatchBytes`, or cannot be printed as JSON; nothing was sent
 * - `deleted`: one of the client's own extensions dropped the message
 * - `invalid`: the result of a typed call is not of its type
 * - `no_transport`: client and server have no connection type in common
 */
export type ClientErrorCode =
  | "refused"
  | "transport"
  | "timeout"
  | "session"
  | "closed"
  | "overflow"
  | "too_large"
  | "deleted"
  | "invalid"
  | "no_transport";

/** What the client's promises reject with. Its message is the code, and in most cases what it is about. */
export class ClientError extends Error {
  override readonly name: string = "ClientError";
  readonly code: ClientErrorCode;
  /** The server's answer, if it was the server that refused. Its `error` and `ext` may say why. */
  readonly reply: Message | undefined;

  constructor(code: ClientErrorCode, about?: string, options?: ErrorOptions & { reply?: Message }) {
    super(about === undefined ? code : `${code}: ${about}`, options);
    this.code = code;
    this.reply = options?.reply;
  }
}

/** A reply with `successful: false`, as an error. */
export function refusal(reply: Message): ClientError {
  return new ClientError("refused", `${reply.channel} ${errorText(reply)}`, { reply });
}

/** Whether a reply says that the server does not know the session. */
export function isSessionUnknown(reply: Message): boolean {
  return errorText(reply).startsWith("402:");
}

/** The numeric code at the start of a reply's `error`; 0 if there is none. */
export function errorCode(reply: Message): number {
  return Number.parseInt(errorText(reply), 10) || 0;
}

/** A reply's `error` field: `code:arguments:text`. */
function errorText(reply: Message): string {
  const error: unknown = reply.error;
  return typeof error === "string" ? error : "";
}
