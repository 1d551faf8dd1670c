import { randomBytes } from "node:crypto";
import { Connection, type Reader } from "./connection.js";

const HEAD_END = Buffer.from("\r\n\r\n");
const TEXT = 0x81;
const PING = 0x89;
const PONG = 0x8a;
const CLOSE = 0x88;

/** Told of what comes. A frame's bytes are there only until it returns. */
export interface SocketHandler {
  frame(payload: Buffer): void;
  closed(reason: string): void;
}

/** The client's end of a WebSocket that does as little as it may: whole frames of text, no extensions, a mask of zeros. */
export class LoadSocket implements Reader {
  handler: SocketHandler;
  readonly #connection: Connection;
  readonly #opened: () => void;
  #isOpen = false;

  private constructor(url: URL, handler: SocketHandler, opened: () => void) {
    this.handler = handler;
    this.#opened = opened;
    this.#connection = new Connection(url, this);
    const lines = [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      "Upgrade: websocket",
      "Connection: Upgrade",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      "Sec-WebSocket-Version: 13",
    ];
    this.#connection.write(`${lines.join("\r\n")}\r\n\r\n`);
  }

  /** @throws Error when the server does not take it */
  static open(address: string, handler: SocketHandler): Promise<LoadSocket> {
    return new Promise((resolve, reject) => {
      const refused = { frame: () => {}, closed: (reason: string) => reject(new Error(`no WebSocket: ${reason}`)) };
      const socket: LoadSocket = new LoadSocket(new URL(address), refused, () => {
        socket.handler = handler;
        resolve(socket);
      });
    });
  }

  send(text: string): void {
    this.#connection.write(frameOf(TEXT, text));
  }

  cork(): void {
    this.#connection.cork();
  }

  uncork(): void {
    this.#connection.uncork();
  }

  pause(): void {
    this.#connection.pause();
  }

  resume(): void {
    this.#connection.resume();
  }

  close(): void {
    this.#connection.close();
  }

  read(bytes: Buffer): number {
    let at = this.#isOpen ? 0 : this.#readHead(bytes);
    if (!this.#isOpen) return at;
    for (;;) {
      const head = headOf(bytes, at);
      if (head === undefined || head.end > bytes.length) return at;
      this.#took(bytes[at]!, bytes.subarray(head.start, head.end));
      at = head.end;
    }
  }

  closed(reason: string): void {
    this.handler.closed(reason);
  }

  /** @returns its length, once it is complete */
  #readHead(bytes: Buffer): number {
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) return 0;
    const line = bytes.toString("latin1", 0, bytes.indexOf("\r\n"));
    if (line.startsWith("HTTP/1.1 101")) {
      this.#isOpen = true;
      this.#opened();
    } else {
      this.handler.closed(line);
      this.close();
    }
    return end + HEAD_END.length;
  }

  #took(kind: number, payload: Buffer): void {
    if (kind === TEXT) this.handler.frame(payload);
    else if (kind === PING) this.#connection.write(frameOf(PONG, payload.toString("latin1")));
    else if (kind === CLOSE) this.handler.closed(`closed by the server with ${payload.toString("hex")}`);
    else this.handler.closed(`a frame began with ${kind.toString(16)}: neither text, ping nor close`);
  }
}

function headOf(bytes: Buffer, at: number): { start: number; end: number } | undefined {
  if (bytes.length < at + 2) return undefined;
  const short = bytes[at + 1]!;
  if (short < 126) return { start: at + 2, end: at + 2 + short };
  const start = at + (short === 126 ? 4 : 10);
  if (bytes.length < start) return undefined;
  return { start, end: start + (short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6)) };
}

/** @param text - of ASCII characters */
function frameOf(kind: number, text: string): Buffer {
  const { length } = text;
  const start = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = kind;
  frame[1] = 0x80 | (start === 6 ? length : start === 8 ? 126 : 127);
  if (start === 8) frame.writeUInt16BE(length, 2);
  if (start === 14) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.fill(0, start - 4, start);
  frame.write(text, start, "latin1");
  return frame;
}
