import { DIALECTS, type DialectName, type Speech } from "./dialect.js";
import { LoadSocket, type SocketHandler } from "./load-socket.js";
import type { Receiver } from "./streams.js";

/** What marks one message of ours in a frame; the number behind it is its place in its stream. */
const SEQ = Buffer.from('"seq":');

/** Told of what a client saw. */
export interface FrameSink {
  frame(frame: Buffer, client: LoadClient): void;
  /** A connection that broke, or a message that is missing, came twice or out of order. */
  failed(problem: string): void;
}

export interface ClientInput {
  readonly url: string;
  readonly dialect: DialectName;
  readonly channels?: readonly string[];
  readonly user?: string | undefined;
}

/**
 * A client that does as little as a client can: it looks for marks in the bytes, parses no JSON once it is set up, and
 * keeps nothing.
 */
export class LoadClient implements Receiver {
  readonly #socket: LoadSocket;
  readonly #speech: Speech;
  readonly #sink: FrameSink;
  #isClosing = false;
  nextSeq = 0;

  private constructor(socket: LoadSocket, speech: Speech, sink: FrameSink) {
    this.#socket = socket;
    this.#speech = speech;
    this.#sink = sink;
    socket.handler = {
      frame: (payload) => this.#read(payload),
      closed: (reason) => this.#isClosing || sink.failed(`a connection was ${reason}`),
    };
    if (speech.first !== undefined) socket.send(speech.first);
  }

  /** Connects, logs in, subscribes. */
  static async open({ url, dialect: name, channels = [], user }: ClientInput, sink: FrameSink): Promise<LoadClient> {
    const dialect = DIALECTS[name];
    const inbox = new Inbox();
    const socket = await LoadSocket.open(dialect.urlOf(url, user), inbox);
    const ask = (text?: string): Promise<string> => {
      if (text !== undefined) socket.send(text);
      return inbox.next();
    };
    return new LoadClient(socket, await dialect.open(ask, channels, user), sink);
  }

  /** Publishes one message; its data has the mark. */
  publish(channel: string, data: string): void {
    this.#socket.send(this.#speech.publish(channel, data));
  }

  /** Publishes several at once, as a batch where the server knows batches. */
  publishAll(channel: string, data: readonly string[]): void {
    this.cork();
    for (const text of this.#speech.publishAll(channel, data)) this.#socket.send(text);
    this.uncork();
  }

  sendTo(user: string, data: string): void {
    this.#socket.send(this.#speech.sendTo(user, data));
  }

  /** What is sent from now on waits, and leaves in one go. */
  cork(): void {
    this.#socket.cork();
  }

  uncork(): void {
    this.#socket.uncork();
  }

  restart(): void {
    this.nextSeq = 0;
  }

  freeze(): void {
    this.#socket.pause();
  }

  thaw(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.close();
  }

  #read(frame: Buffer): void {
    this.#sink.frame(frame, this);
    const answer = this.#speech.answer(frame);
    if (answer !== undefined) this.#socket.send(answer);
  }
}

/** What comes while a client logs in: one text after the other. */
class Inbox implements SocketHandler {
  readonly #texts: string[] = [];
  #waiting: { resolve: (text: string) => void; reject: (error: Error) => void } | undefined;

  next(): Promise<string> {
    const text = this.#texts.shift();
    if (text !== undefined) return Promise.resolve(text);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  frame(payload: Buffer): void {
    const text = payload.toString();
    if (this.#waiting === undefined) this.#texts.push(text);
    else this.#waiting.resolve(text);
    this.#waiting = undefined;
  }

  closed(reason: string): void {
    this.#waiting?.reject(new Error(`a connection was ${reason}`));
  }
}

/** Where the number of the next message stands in a frame; below 0 where there is none. @param from - look behind this */
export function nextMark(frame: Buffer, from: number): number {
  const at = frame.indexOf(SEQ, from);
  return at < 0 ? at : at + SEQ.length;
}

export function numberAt(frame: Buffer, start: number): number {
  let number = 0;
  for (let at = start; ; at += 1) {
    const digit = frame[at]! - 48;
    if (!(digit >= 0 && digit <= 9)) return number;
    number = number * 10 + digit;
  }
}
