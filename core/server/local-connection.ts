import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";
import type { Connection } from "./exchange.js";

/** The connection of a LocalSession: everything is answered by the call itself. */
export class LocalConnection implements Connection {
  readonly transport = "local";
  readonly pushes = true;
  readonly offered: readonly string[] = ["local"];
  readonly context = { remoteAddress: undefined, headers: {} };
  readonly local: NonNullable<Connection["local"]>;
  session: ServerSession | undefined;
  pending = 0;

  constructor(hint: string, receive: (message: Message) => void) {
    this.local = { hint, receive };
  }

  wake(): void {}
  drain(): void {}
  answer(): void {}
  superseded(): void {}
  settled(): void {}
  sessionEnded(): void {}
}
