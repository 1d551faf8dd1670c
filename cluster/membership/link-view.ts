import type { CometState } from "../comet/comet-state.js";
import type { RemoteState } from "./membership.js";

/** Both directions of the link with one peer, as an operator sees them. */
export interface LinkView {
  /** Our comet; `none` when the peer is not dialled. */
  readonly out: CometState | "none";
  /** The peer's session here. */
  readonly in: RemoteState | "none";
  /** From a message of ours to the peer's reply to it, when that was last measured on this link; in ms. */
  readonly roundTripMs: number | undefined;
  /** What waits here for the peer, or is not acknowledged yet. */
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  /** Times that messages of the peer may have been lost, for as long as the peer is remembered. */
  readonly gaps: number;
  /** Channels and wildcards that the peer asks us to send; undefined while it has no session here. */
  readonly interest: number | undefined;
  /** Of what our nodes tell each other in handshakes; undefined for Java peers. */
  readonly version: number | undefined;
  /** Messages sent to the peer on this link so far; undefined for Java peers, whose links number nothing. */
  readonly sent?: number | undefined;
}
