import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What Node keeps of a socket, and its types do not tell. */
interface WithHandle {
  readonly _handle?: { readonly fd?: number } | null;
}

/**
 * The name of `_handle` that Node itself uses: a symbol, behind a getter that all kinds of sockets share, and that is slow
 * for it. Where there is none, the getter does.
 */
const HANDLE = (Object.getOwnPropertySymbols(new Socket()).find(({ description }) => description === "kHandle") ??
  "_handle") as "_handle";

/**
 * The writing end of a socket. Where nothing waits to be written, bytes are handed to the kernel by one system call, past
 * the stream, which makes objects and looks at state for each write. What the kernel does not take at once is the stream's,
 * and all that comes behind it.
 *
 * The number of the file is the socket's own as long as `_handle` is the one it was read of: Node takes the handle from the
 * socket in the step in which it closes the file. So a number that was given to somebody else in the meantime is never
 * written to; tests hold this in place.
 */
export class SocketOutput {
  readonly #socket: Duplex & WithHandle;
  readonly #handle: WithHandle["_handle"];
  /** -1: only the stream may write. */
  readonly #fd: number;
  /** Nothing waits in the stream, and it is not corked. Looked up anew once it was false: its objects are far in the memory. */
  #isClear = false;
  #isOver = false;

  constructor(socket: Duplex) {
    this.#socket = socket;
    this.#handle = isPlain(socket) ? (socket as WithHandle)[HANDLE] : undefined;
    this.#fd = this.#handle?.fd ?? -1;
  }

  /** What waits to be written, in bytes. */
  get unsentBytes(): number {
    return this.#isClear ? 0 : this.#socket.writableLength;
  }

  /** Reads what {@link write} will read. */
  look(): number {
    return this.#isClear && this.#socket[HANDLE] === this.#handle ? 1 : 0;
  }

  /** Does nothing once the socket has ended, or {@link end} was said. */
  write(bytes: Uint8Array): void {
    if (!this.#isClear || this.#socket[HANDLE] !== this.#handle) this.#lookAndWrite(bytes);
    else this.#writeNow(bytes);
  }

  /**
   * The same of a part of what is used again when this returns.
   * @param end - behind its last byte
   */
  writeLent(memory: Uint8Array, start: number, end: number): void {
    if (!this.#isClear || this.#socket[HANDLE] !== this.#handle) this.#lookAndWrite(ownOf(memory, start, end));
    else this.#writeLentNow(memory, start, end);
  }

  /** What is written until `uncork` leaves together. */
  cork(): void {
    this.#isClear = false;
    this.#socket.cork();
  }

  uncork(): void {
    this.#socket.uncork();
  }

  /** Whoever writes to the stream itself, or corks it, says so first: or what comes next might get into the middle of that. */
  streamIsUsed(): void {
    this.#isClear = false;
  }

  /** Nothing is to be written any more. */
  end(): void {
    this.#isClear = false;
    this.#isOver = true;
  }

  #lookAndWrite(bytes: Uint8Array): void {
    const socket = this.#socket;
    if (this.#isOver || !socket.writable) return;
    const isOwn = this.#fd >= 0 && socket[HANDLE] === this.#handle;
    this.#isClear = isOwn && socket.writableLength === 0 && socket.writableCorked === 0;
    if (this.#isClear) this.#writeNow(bytes);
    else socket.write(bytes);
  }

  /** Why the kernel takes no more, the stream finds out for itself. */
  #writeNow(bytes: Uint8Array): void {
    let taken = 0;
    try {
      taken = writeSync(this.#fd, bytes);
    } catch {}
    if (taken === bytes.length) return;
    this.#goOnByStream(taken === 0 ? bytes : bytes.subarray(taken));
  }

  #writeLentNow(memory: Uint8Array, start: number, end: number): void {
    let taken = 0;
    try {
      taken = writeSync(this.#fd, memory, start, end - start);
    } catch {}
    if (taken < end - start) this.#goOnByStream(ownOf(memory, start + taken, end));
  }

  #goOnByStream(bytes: Uint8Array): void {
    this.#isClear = false;
    if (this.#socket.writable) this.#socket.write(bytes);
  }
}

function ownOf(memory: Uint8Array, start: number, end: number): Buffer {
  return Buffer.from(memory.subarray(start, end));
}

/** A TLS socket has the number of the file as well, and must not be written to by it: what Node makes of TCP alone is plain. */
function isPlain(socket: Duplex): boolean {
  return Object.getPrototypeOf(socket) === Socket.prototype;
}
