/**
 * What a server asks a client to do next. Times in milliseconds.
 * @see Bayeux 1.0, "advice"; `maxInterval` and `multiple-clients` are CometD's
 */
export interface Advice {
  /** `retry`: connect again; `handshake`: the session is gone, start anew; `none`: stop. */
  reconnect?: Reconnect;
  /** Pause between a connect reply and the next connect. */
  interval?: number;
  /** How long the server holds a connect. */
  timeout?: number;
  /** How long the server keeps the session beyond `interval` without a connect. */
  maxInterval?: number;
  "multiple-clients"?: boolean;
}

export type Reconnect = "retry" | "handshake" | "none";
