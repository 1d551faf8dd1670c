/** Plain counters since the client was made. */
export interface ClientStats {
  messagesOut: number;
  messagesIn: number;
  deliveries: number;
  /** Messages from the server that nothing could be done with: malformed, late, or an answer to nothing. */
  ignored: number;
  handshakes: number;
  /** Transports that failed, and answers that did not come in time. */
  failures: number;
}

export function newClientStats(): ClientStats {
  return { messagesOut: 0, messagesIn: 0, deliveries: 0, ignored: 0, handshakes: 0, failures: 0 };
}
