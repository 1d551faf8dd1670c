import type { Publication } from "../message/publication.js";

/** How a transport prints a stream of payloads into one HTTP response. */
export interface StreamForm {
  readonly headers: Readonly<Record<string, string>>;
  /** Around one payload: the JSON text of an array, which has no line ends in it. The same for every reader. */
  readonly payload: (json: string) => string;
  /** Stands before a payload and says which it is; missing where readers cannot name the last one they have. */
  readonly position?: (position: number) => string;
  /** Means nothing, and keeps what is between from closing a silent connection. */
  readonly heartbeat: string;
  /** The last of a response that the reader should follow with another request. */
  readonly renewal: string;
  /** The last of a response when the session has ended. */
  readonly farewell: string;
}

/** No proxy may keep, change or collect a stream; nor may a browser guess what it is. */
export const STREAM_HEADERS = {
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
} as const;

/** A form and the bytes that were made with it: each publication's once, for all its readers. */
export class StreamFormat {
  readonly form: StreamForm;
  readonly #single = new WeakMap<Publication, Uint8Array>();
  #batch: readonly Publication[] = [];
  #batchChunk: Uint8Array = new Uint8Array();

  constructor(form: StreamForm) {
    this.form = form;
  }

  /** One payload with all of them. */
  chunkOf(publications: readonly Publication[]): Uint8Array {
    if (publications.length === 1) return this.#chunkOfOne(publications[0]!);
    // Subscribers of the same channels have the same messages at the end of a turn: one chunk serves them all.
    if (!sameItems(publications, this.#batch)) {
      this.#batch = publications;
      this.#batchChunk = this.chunkOfText(`[${publications.map(({ json }) => json).join(",")}]`);
    }
    return this.#batchChunk;
  }

  /** A payload that is written once. */
  chunkOfText(json: string): Uint8Array {
    return Buffer.from(this.form.payload(json));
  }

  #chunkOfOne(publication: Publication): Uint8Array {
    const made = this.#single.get(publication);
    if (made !== undefined) return made;
    const chunk = this.chunkOfText(`[${publication.json}]`);
    this.#single.set(publication, chunk);
    return chunk;
  }
}

function sameItems<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
