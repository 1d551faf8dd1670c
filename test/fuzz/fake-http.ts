import { EventEmitter } from "node:events";
import { type IncomingMessage, type ServerResponse, validateHeaderName, validateHeaderValue } from "node:http";

/** A request without a socket. */
export class FakeIncoming extends EventEmitter {
  complete = false;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly socket = { remoteAddress: "192.0.2.7", encrypted: false };
  #unread: Buffer | null = null;

  constructor(method: string, url: string, headers: Readonly<Record<string, string>>) {
    super();
    this.method = method;
    this.url = url;
    this.headers = headers;
  }

  resume(): this {
    return this;
  }

  pause(): this {
    return this;
  }

  /** The body comes, whole or until it breaks off. */
  arrive(chunks: readonly Uint8Array[], breaksOff: boolean): void {
    for (const chunk of chunks) this.emit("data", Buffer.from(chunk));
    if (!breaksOff) {
      this.complete = true;
      this.emit("end");
    }
    this.emit("close");
  }

  /** The body comes in the same turn as the head; it waits to be read. */
  arriveWithHead(chunks: readonly Uint8Array[]): void {
    if (chunks.length > 0) this.#unread = Buffer.concat(chunks);
  }

  get readableLength(): number {
    return this.#unread?.length ?? 0;
  }

  /** All that has come and was not taken yet. */
  read(): Buffer | null {
    const bytes = this.#unread;
    this.#unread = null;
    return bytes;
  }

  get asRequest(): IncomingMessage {
    return this as unknown as IncomingMessage;
  }
}

/** A response without a socket, as strict as Node's about when what may be said. */
export class FakeResponse extends EventEmitter {
  readonly headers = new Map<string, string>();
  status = 0;
  /** Of a head that is written with the first bytes. */
  statusCode = 200;
  body = "";
  headersSent = false;
  writableEnded = false;
  destroyed = false;
  /** Bytes that the peer has not read; it reads at once unless told otherwise. */
  writableLength = 0;
  reads = true;
  #isOver = false;

  setHeader(name: string, value: string | number | readonly string[]): this {
    if (this.headersSent) throw new Error(`${name} was set after the head had been written`);
    for (const one of [value].flat()) {
      validateHeaderName(name);
      validateHeaderValue(name, String(one));
    }
    this.headers.set(name.toLowerCase(), String(value));
    return this;
  }

  hasHeader(name: string): boolean {
    return this.headers.has(name.toLowerCase());
  }

  getHeader(name: string): string | undefined {
    return this.headers.get(name.toLowerCase());
  }

  writeHead(status: number, headers: Readonly<Record<string, string | number>> | readonly string[] = {}): this {
    if (Array.isArray(headers)) {
      for (let index = 0; index < headers.length; index += 2) this.setHeader(headers[index], headers[index + 1]);
    } else for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    if (this.headersSent) throw new Error("a second head");
    this.headersSent = true;
    this.status = status;
    return this;
  }

  flushHeaders(): void {}
  cork(): void {}
  uncork(): void {}

  write(chunk: string | Uint8Array): boolean {
    if (this.writableEnded) throw new Error("written after the end");
    if (!this.headersSent) this.writeHead(this.statusCode);
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    this.body += text;
    if (!this.reads) this.writableLength += text.length;
    return this.reads;
  }

  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.write(chunk);
    if (this.writableEnded) throw new Error("a second end");
    if (!this.headersSent) this.writeHead(this.statusCode);
    this.writableEnded = true;
    if (this.reads) queueMicrotask(() => this.#close());
    return this;
  }

  destroy(): this {
    this.destroyed = true;
    queueMicrotask(() => this.#close());
    return this;
  }

  /** The peer reads what waits, and goes on reading. */
  read(): void {
    this.reads = true;
    this.writableLength = 0;
    if (this.writableEnded) this.#close();
    else this.emit("drain");
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  #close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.emit("close");
  }

  get asResponse(): ServerResponse {
    return this as unknown as ServerResponse;
  }
}
