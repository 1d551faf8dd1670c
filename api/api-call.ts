/** What a method knows of its call beside the request. */
export interface ApiCall {
  /** Aborted when the caller hangs up or its time is over; whatever comes of the call then goes nowhere. */
  readonly signal: AbortSignal;
  /** What the caller showed to be let in, as it was; empty where nothing is asked for. Limits and keys are by caller. */
  readonly caller: string;
  /** Where the call came from; empty where that is not known. */
  readonly address: string;
  /** Of the caller's own trace, as in W3C Trace Context: nobody has checked that yet. */
  readonly traceparent: string | undefined;
  /** How long the caller waits, in ms from its call on, if it said so. */
  readonly timeoutMs: number | undefined;
}

/** A call of this process itself, without a limit of time. */
export const OWN_CALL: ApiCall = {
  signal: new AbortController().signal,
  caller: "",
  address: "",
  traceparent: undefined,
  timeoutMs: undefined,
};
