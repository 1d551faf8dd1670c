import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Takes what has come, before the stream has it. */
export interface BytesTaker {
  /**
   * @param shared - is read into again when this returns
   * @param length - of what has come
   * @returns how many bytes it took; the stream gets the others
   */
  take(shared: Buffer, length: number): number;
}

/** What Node keeps of a socket that was opened with the option `onread`, and its types do not tell. */
interface Readable extends Socket {
  _handle?: { useUserBuffer?(buffer: Uint8Array): void } | null;
  [index: symbol]: unknown;
}

/** As long as what libuv reads at most at a time. */
const SHARED = Buffer.allocUnsafeSlow(65_536);
const TAKER = Symbol("taker");

/** Node's own names, which every socket has. */
const names = Object.getOwnPropertySymbols(new Socket());
const BUFFER = names.find(({ description }) => description === "kBuffer");
const CALLBACK = names.find(({ description }) => description === "kBufferCb");

/**
 * Lets all sockets be read into one buffer. For each read Node takes 64 KB from the allocator, gives most of it back, and makes an
 * `ArrayBuffer` of the rest, which the collector has to sweep: for a small message that is more than to read it. Node can do
 * otherwise (`onread` of `net.connect`), but has no option for sockets that were accepted.
 *
 * While the stream flows, nothing waits in it and somebody listens to its data, the taker has the first look. All that it does not
 * take is copied to the stream. Sockets that are not plain TCP, or not what is known here, are read as ever.
 */
export function readIntoShared(socket: Duplex, taker: BytesTaker): void {
  if (BUFFER === undefined || CALLBACK === undefined || Object.getPrototypeOf(socket) !== Socket.prototype) return;
  const readable = socket as Readable;
  const handle = readable._handle;
  if (typeof handle?.useUserBuffer !== "function" || readable[BUFFER] !== null || readable[CALLBACK] !== null) return;
  readable[TAKER] = taker;
  readable[CALLBACK] = cameIn;
  readable[BUFFER] = SHARED;
  handle.useUserBuffer(SHARED);
}

/** Called by Node as a method of the socket. @returns false where reading is to stop until the stream wants more */
function cameIn(this: Readable, length: number): boolean {
  const isNext = this.readableFlowing === true && this.readableLength === 0 && this.listenerCount("data") > 0;
  const taken = isNext ? (this[TAKER] as BytesTaker).take(SHARED, length) : 0;
  return taken === length || this.push(Buffer.from(SHARED.subarray(taken, length)));
}
