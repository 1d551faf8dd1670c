import type { Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { FakeClock } from "../support/fake-clock.js";
import { FakeSocket } from "./fake-connection.js";

/** A client on a socket without a socket, that has shaken hands; time stands still while it waits. */
export class FakeClient {
  readonly socket: FakeSocket;
  readonly session: ServerSession;
  readonly clientId: string;
  readonly #clock: FakeClock;

  private constructor(socket: FakeSocket, session: ServerSession, clock: FakeClock) {
    this.socket = socket;
    this.session = session;
    this.clientId = session.id;
    this.#clock = clock;
  }

  /** @param fields - of the handshake, such as `ext` */
  static async login(server: BayeuxServer, clock: FakeClock, fields: object = {}): Promise<FakeClient> {
    const socket = new FakeSocket(server);
    socket.send({ id: "1", channel: "/meta/handshake", ...fields });
    await clock.settle();
    return new FakeClient(socket, server.getSession(String(socket.read()[0]?.clientId))!, clock);
  }

  /** Sends them together, with its clientId. @returns all that was written until everything was done */
  async send(...messages: readonly object[]): Promise<Message[]> {
    this.socket.send(...messages.map((message) => ({ clientId: this.clientId, ...message })));
    await this.#clock.settle();
    return this.socket.read();
  }

  /** Sends one. @returns its reply; what came beside it is passed over */
  async ask(message: object): Promise<Message> {
    return (await this.send({ id: "7", ...message })).find(({ id }) => id === "7")!;
  }
}
