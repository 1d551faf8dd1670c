import type { Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { Connection } from "../../core/server/exchange.js";
import { StreamConnection, type StreamWriter } from "../../core/transport/stream-connection.js";

/** One HTTP request without HTTP: what was answered is in `answers`. */
export class FakeRequest implements Connection {
  readonly transport = "long-polling";
  readonly pushes = false;
  readonly offered = ["long-polling"];
  readonly context = { remoteAddress: "192.0.2.1", headers: {} };
  session: Connection["session"];
  pending = 0;
  isAnswered = false;
  answers: Message[] = [];
  wasSuperseded = false;

  constructor(session?: Connection["session"]) {
    this.session = session;
  }

  answer(replies: readonly Message[]): void {
    const taken = this.session?.take(replies.find(({ channel }) => channel === "/meta/connect")) ?? [];
    this.isAnswered = true;
    this.answers = [...taken.map(({ message }) => message), ...replies];
  }

  superseded(): void {
    this.wasSuperseded = true;
  }

  wake(): void {}
  drain(): void {}
  settled(): void {}
  sessionEnded(): void {}
}

/** A socket without a socket: what was written is in `frames`; a test may say that the peer does not read. */
export class FakeSocket implements StreamWriter {
  canWrite = true;
  readonly frames: Message[][] = [];
  readonly connection: StreamConnection;
  corked = 0;
  isPaused = false;
  closed: { code: number; reason: string } | undefined;
  maxMessageBytes: number | undefined;

  constructor(server: BayeuxServer, maxUnboundMs?: number) {
    this.connection = new StreamConnection(server, this, {
      ...(maxUnboundMs === undefined ? {} : { maxUnboundMs }),
      transport: "websocket",
      offered: ["websocket"],
      context: { remoteAddress: "192.0.2.1", headers: {} },
    });
  }

  send(...messages: unknown[]): void {
    this.connection.receive(JSON.stringify(messages));
  }

  /** What was written since the last call. */
  read(): Message[] {
    return this.frames.splice(0).flat();
  }

  deliver(publications: Parameters<StreamWriter["deliver"]>[0]): void {
    this.frames.push(publications.map(({ json }) => JSON.parse(json) as Message));
  }

  reply(messages: readonly Message[]): void {
    this.frames.push(JSON.parse(JSON.stringify(messages)) as Message[]);
  }

  cork(): void {
    this.corked += 1;
  }

  uncork(): void {
    this.corked -= 1;
  }

  limit(maxMessageBytes: number): void {
    this.maxMessageBytes = maxMessageBytes;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }
}
