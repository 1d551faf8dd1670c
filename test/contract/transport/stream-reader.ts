import { strict as assert } from "node:assert";
import { runInNewContext } from "node:vm";
import type { Message } from "../../../core/message/message.js";

/** One payload of a stream: its messages, and its position where the form says it. */
export interface Payload {
  readonly messages: Message[];
  readonly position: number | undefined;
}

/** Reads a stream's text piece by piece, and is strict about its form. */
export interface StreamReader {
  /** @returns the payloads that are complete now */
  read(text: string): Payload[];
  /** Signs of life that came. */
  readonly heartbeats: number;
  /** The stream said that another is to follow, or that it is the last; only forms that can say so. */
  readonly ended: "renewal" | "farewell" | undefined;
}

/** Splits at a delimiter and keeps the rest for the next piece. */
abstract class DelimitedReader implements StreamReader {
  heartbeats = 0;
  ended: "renewal" | "farewell" | undefined;
  protected rest = "";
  protected abstract readonly delimiter: string;

  read(text: string): Payload[] {
    this.rest += text;
    const payloads: Payload[] = [];
    for (let end = this.rest.indexOf(this.delimiter); end >= 0; end = this.rest.indexOf(this.delimiter)) {
      const piece = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + this.delimiter.length);
      const payload = this.payloadOf(piece);
      if (payload !== undefined) payloads.push(payload);
    }
    return payloads;
  }

  protected abstract payloadOf(piece: string): Payload | undefined;
}

/** Server-sent events. */
export class EventReader extends DelimitedReader {
  protected readonly delimiter = "\n\n";
  retryMs: number | undefined;
  /** The position from which the stream goes on. */
  start: number | undefined;

  protected payloadOf(piece: string): Payload | undefined {
    if (piece === ":") {
      this.heartbeats += 1;
      return undefined;
    }
    const retry = /^retry: (\d+)$/.exec(piece);
    if (retry !== null) {
      this.retryMs = Number(retry[1]);
      return undefined;
    }
    const start = /^id: (\d+)$/.exec(piece);
    if (start !== null) {
      this.start = Number(start[1]);
      return undefined;
    }
    const event = /^id: (\d+)\ndata: (\[.*\])$/.exec(piece);
    assert.ok(event !== null, `no event: ${piece}`);
    return { position: Number(event[1]), messages: messagesOf(event[2]!) };
  }
}

/** A JSON array a line. */
export class LineReader extends DelimitedReader {
  protected readonly delimiter = "\n";

  protected payloadOf(piece: string): Payload | undefined {
    if (piece !== "") return { position: undefined, messages: messagesOf(piece) };
    this.heartbeats += 1;
    return undefined;
  }
}

/** A JSON array a part. */
export class PartReader extends DelimitedReader {
  protected readonly delimiter: string;
  #isBegun = false;

  constructor(contentType: string) {
    super();
    const boundary = /^multipart\/x-mixed-replace; boundary="([^"]+)"$/.exec(contentType)?.[1];
    assert.ok(boundary !== undefined, contentType);
    this.delimiter = `--${boundary}\r\n`;
  }

  override read(text: string): Payload[] {
    const payloads = super.read(text);
    if (this.rest === `\r\n\r\n${this.delimiter.slice(0, -2)}--\r\n`) this.ended = "farewell";
    return payloads;
  }

  protected payloadOf(piece: string): Payload | undefined {
    if (!this.#isBegun) {
      assert.equal(piece, "");
      this.#isBegun = true;
      return undefined;
    }
    if (piece === "\r\n\r\n") {
      this.heartbeats += 1;
      return undefined;
    }
    const part = /^Content-Type: application\/json\r\n\r\n(\[.*\])\r\n$/.exec(piece);
    assert.ok(part !== null, `no part: ${piece}`);
    return { position: undefined, messages: messagesOf(part[1]!) };
  }
}

/** Scripts in a page, each run as the browser would. */
export class ScriptReader extends DelimitedReader {
  protected readonly delimiter = "\n";
  readonly #callback: string;

  constructor(callback: string) {
    super();
    this.#callback = callback;
  }

  protected payloadOf(piece: string): Payload | undefined {
    if (piece.startsWith("<!doctype html>")) {
      assert.ok(piece.includes(`parent["${this.#callback}"]`), piece);
      return undefined;
    }
    if (piece.trim() === "") {
      this.heartbeats += 1; // or the padding at the start
      return undefined;
    }
    if (piece === "</body></html>") {
      this.ended ??= "farewell";
      return undefined;
    }
    const script = /^<script>(r\(.*\))<\/script>(<\/body><\/html>)?$/.exec(piece);
    assert.ok(script !== null && !script[1]!.includes("<"), `no script: ${piece}`);
    let given: unknown;
    runInNewContext(script[1]!, { r: (messages: unknown) => (given = messages) });
    if (given === null) {
      this.ended = "renewal";
      return undefined;
    }
    return { position: undefined, messages: messagesOf(JSON.stringify(given)) };
  }
}

function messagesOf(json: string): Message[] {
  const value: unknown = JSON.parse(json);
  assert.ok(Array.isArray(value) && value.length > 0, json);
  return value as Message[];
}
