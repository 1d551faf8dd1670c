/** Counters of the streams of one transport since the server started. */
export class StreamStats {
  /** Responses that began. */
  opened = 0;
  /** Responses that ended because of their age, so that the next one goes on. */
  renewed = 0;
  /** Readers that came back, said what they have, and got what they missed from the stream's history. */
  replayed = 0;
  /** Readers that missed more than the history keeps: their sessions ended. */
  gaps = 0;
}

/** The counters of each transport that has streams. */
export type StreamStatsByTransport = ReadonlyMap<string, StreamStats>;
