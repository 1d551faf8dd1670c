import { readJson } from "./codec.js";

/** A JSON value that somebody has printed already: it is read only if asked for. `JSON.stringify` takes it for its value. */
export class RawJson {
  /** One JSON value; whoever makes this vouches for that. */
  readonly text: string;
  /** Size of {@link text} in UTF-8 bytes. */
  readonly bytes: number;
  #value: unknown;

  constructor(text: string, bytes: number) {
    this.text = text;
    this.bytes = bytes;
  }

  /** undefined when it was no JSON, which no value of JSON is. */
  get value(): unknown {
    this.#value ??= readJson(this.text);
    return this.#value;
  }

  toJSON(): unknown {
    return this.value;
  }
}
