import { Connection, type Reader } from "./connection.js";

const HEAD_END = Buffer.from("\r\n\r\n");
const LINE_END = Buffer.from("\r\n");

interface Waiting {
  readonly resolve: (body: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** A kept-alive HTTP connection: one request after the other, answers of known length or in chunks. Keeps cookies. */
export class HttpConnection implements Reader {
  readonly #url: URL;
  /** None before the first request, and after the server closed one that it found idle. */
  #connection: Connection | undefined;
  readonly #waiting: Waiting[] = [];
  /** Of both connections of a client. */
  readonly #cookies: Cookies;

  constructor(url: URL, cookies: Cookies) {
    this.#url = url;
    this.#cookies = cookies;
  }

  /**
   * @param body - of ASCII characters; without one it is a GET
   * @returns the answer's body
   * @throws Error when the answer is not 200, or the connection breaks
   */
  request(path: string, body: string | undefined, contentType: string): Promise<Buffer> {
    const lines = [`${body === undefined ? "GET" : "POST"} ${path} HTTP/1.1`, `Host: ${this.#url.host}`];
    if (body !== undefined) lines.push(`Content-Type: ${contentType}`, `Content-Length: ${body.length}`);
    if (this.#cookies.text !== "") lines.push(`Cookie: ${this.#cookies.text}`);
    this.#connection ??= new Connection(this.#url, this);
    this.#connection.write(`${lines.join("\r\n")}\r\n\r\n${body ?? ""}`);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  close(): void {
    this.#end();
  }

  #end(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  read(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const headEnd = bytes.indexOf(HEAD_END, at);
      if (headEnd < 0) return at;
      const head = bytes.toString("latin1", at, headEnd);
      const answer = bodyOf(head, bytes, headEnd + HEAD_END.length);
      if (answer === undefined) return at;
      at = answer.end;
      const cookie = /^set-cookie: *([^;\r]*)/im.exec(head)?.[1];
      if (cookie !== undefined) this.#cookies.text = cookie;
      if (/^connection: *close/im.test(head)) this.#end();
      const waiting = this.#waiting.shift();
      if (head.startsWith("HTTP/1.1 200")) waiting?.resolve(answer.body);
      else waiting?.reject(new Error(`${head.slice(0, head.indexOf("\r\n"))}: ${answer.body}`));
    }
  }

  closed(reason: string): void {
    this.#connection = undefined;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(reason));
  }
}

/** What a server wants to be told with each request. */
export interface Cookies {
  text: string;
}

/** @returns undefined while it is not complete */
function bodyOf(head: string, bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) return chunksOf(bytes, start);
  const end = start + Number(length);
  return end > bytes.length ? undefined : { body: Buffer.from(bytes.subarray(start, end)), end };
}

function chunksOf(bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const chunkStart = lineEnd + LINE_END.length;
    const end = chunkStart + length + LINE_END.length;
    if (end > bytes.length) return undefined;
    if (length === 0) return { body: Buffer.concat(chunks), end };
    chunks.push(bytes.subarray(chunkStart, chunkStart + length));
    at = end;
  }
}
