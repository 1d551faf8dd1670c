/**
 * Where one OortComet stands:
 * `dialling` handshake under way or being retried · `handshaken` the peer accepted us, its own handshake is awaited ·
 * `joining` the opening batch is sent · `open` the peer has confirmed our join · `suspended` as open, but the connection
 * is lost and the client tries to take the same session up again · `closed` for good.
 */
export type CometState = "dialling" | "handshaken" | "joining" | "open" | "suspended" | "closed";

/**
 * `accepted` a successful handshake reply, first or renewed · `opened` the opening batch was sent · `confirmed` and
 * `unconfirmed` the reply to the join, or none · `lost` and `recovered` the connection · `ended` refused, or told to go ·
 * `close` we do not want the link any more.
 */
export type CometEvent = "accepted" | "opened" | "confirmed" | "unconfirmed" | "lost" | "recovered" | "ended" | "close";

/**
 * Every legal move of one link to one peer (spec/oort-seti.md section 8, local state, with the reply to the join and the
 * state of the connection added). An empty cell is a bug, never a case to skip.
 */
const MOVES: Record<CometState, Partial<Record<CometEvent, CometState>>> = {
  dialling: { accepted: "handshaken", lost: "dialling", recovered: "dialling", ended: "closed", close: "closed" },
  handshaken: {
    accepted: "handshaken",
    opened: "joining",
    lost: "handshaken",
    recovered: "handshaken",
    ended: "closed",
    close: "closed",
  },
  joining: {
    accepted: "handshaken",
    opened: "joining",
    confirmed: "open",
    unconfirmed: "joining",
    lost: "joining",
    recovered: "joining",
    ended: "closed",
    close: "closed",
  },
  open: { accepted: "handshaken", lost: "suspended", recovered: "open", ended: "closed", close: "closed" },
  suspended: { accepted: "handshaken", lost: "suspended", recovered: "open", ended: "closed", close: "closed" },
  closed: {},
};

/** @throws Error on an empty cell: the driver let an event through that cannot happen there */
export function nextCometState(state: CometState, event: CometEvent): CometState {
  const next = MOVES[state][event];
  if (next === undefined) throw new Error(`an OortComet in state ${state} cannot have ${event}`);
  return next;
}
