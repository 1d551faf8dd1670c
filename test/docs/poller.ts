import assert from "node:assert/strict";
import type { Message } from "../../core/message/message.js";

/** Logs a user in whose other sessions, of stories before, have ended. */
export async function onlySession(port: number, user: string): Promise<Poller> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/DisconnectUser`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user }),
  });
  assert.equal(response.status, 200);
  return Poller.login(port, { channel: "/meta/handshake", version: "1.0", ext: { authentication: { user } } });
}

/** The plainest client there is: one request after the other. */
export class Poller {
  readonly #url: string;
  #clientId = "";
  #cookie = "";
  #id = 0;
  #received: Message[] = [];

  private constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}/cometd`;
  }

  /** @param handshake - the whole message */
  static async login(port: number, handshake: Message): Promise<Poller> {
    const poller = new Poller(port);
    const { clientId } = await poller.#post(handshake);
    poller.#clientId = String(clientId);
    await poller.send({ channel: "/meta/connect", connectionType: "long-polling", advice: { timeout: 0 } });
    return poller;
  }

  /** @returns the successful reply */
  send(message: Message): Promise<Message> {
    return this.#post({ ...message, clientId: this.#clientId });
  }

  /** The next message on a channel; connects until there is one. */
  async next(channel: string): Promise<Message> {
    for (;;) {
      const index = this.#received.findIndex((message) => message.channel === channel);
      if (index >= 0) return this.#received.splice(index, 1)[0]!;
      await this.send({ channel: "/meta/connect", connectionType: "long-polling", advice: { timeout: 5_000 } });
    }
  }

  async #post(message: Message): Promise<Message> {
    const id = String(++this.#id);
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: this.#cookie },
      body: JSON.stringify([{ ...message, id }]),
      signal: AbortSignal.timeout(15_000),
    });
    this.#cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.#cookie;
    const messages = (await response.json()) as Message[];
    const reply = messages.find((candidate) => candidate.id === id && candidate.successful !== undefined);
    assert.equal(reply?.successful, true, JSON.stringify(messages));
    this.#received.push(...messages.filter((candidate) => candidate !== reply));
    return reply!;
  }
}
