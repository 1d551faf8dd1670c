import assert from "node:assert/strict";
import { once } from "node:events";
import { isObject } from "../../core/message/message.js";
import { type Cleanup, CONNECTION_TYPE, RawHttp, type RawRequest, RawSocket } from "../support/raw-client.js";
import { until, withinTime } from "../support/until.js";
import type {
  Ask,
  Cut,
  Delivered,
  Elapse,
  Framed,
  Held,
  Hold,
  Pushed,
  Raw,
  Repeat,
  Rule,
  Send,
  Step,
  Transport,
  Wire,
} from "./rule.js";
import { messagesIn, openRequest } from "./run-request.js";

/** A server under test: where it is, and what it can be asked. */
export interface Subject {
  readonly url: string;
  /** Whether it still knows a session; undefined where nobody can tell. */
  readonly knows?: (clientId: string) => boolean;
  /** What of a message is compared; all of it unless said. */
  readonly compared?: (message: Wire) => unknown;
}

/** Plays one rule against a server, over one transport. */
export async function runRule(t: Cleanup, subject: Subject, rule: Rule, transport: Transport): Promise<void> {
  const player = new Player(t, subject, transport);
  for (const [index, step] of rule.steps.entries()) {
    try {
      await player.play(step);
    } catch (error) {
      if (error instanceof Error) error.message = `step ${index + 1}: ${error.message}`;
      throw error;
    }
  }
  await player.expectSilence();
}

interface Actor {
  readonly http: RawHttp;
  readonly sockets: Map<string, RawSocket>;
}

interface HeldConnect {
  readonly socket?: RawSocket;
  readonly request?: RawRequest;
}

class Player {
  readonly #t: Cleanup;
  readonly #subject: Subject;
  readonly #transport: Transport;
  readonly #actors = new Map<string, Actor>();
  readonly #ids = new Map<string, string>();
  readonly #held = new Map<string, HeldConnect>();
  #probes = 0;

  constructor(t: Cleanup, subject: Subject, transport: Transport) {
    this.#t = t;
    this.#subject = subject;
    this.#transport = transport;
  }

  async play(step: Step): Promise<void> {
    if ("frames" in step) return this.#framed(step);
    if ("send" in step) return this.#send(step);
    if ("ask" in step) return this.#ask(step);
    if ("until" in step) return this.#repeat(step);
    if ("hold" in step) return this.#hold(step);
    if ("held" in step) return this.#answered(step);
    if ("delivered" in step) return this.#delivered(step);
    if ("pushed" in step) return this.#pushed(step);
    if ("raw" in step) return this.#raw(step);
    if ("cut" in step) return this.#cut(step);
    return this.#gone(step);
  }

  /** Nothing more than expected was sent: the answer to one more message is the next thing each socket brings. */
  async expectSilence(): Promise<void> {
    for (const { sockets } of this.#actors.values()) {
      for (const socket of sockets.values()) {
        if (socket.ws.readyState === socket.ws.OPEN) await this.#fence(socket);
      }
    }
    for (const [name, { request }] of this.#held) {
      assert.ok(request === undefined || !request.settled, `${name} was answered`);
    }
  }

  async #send({ send, bare, get, from = "ann", via = this.#transport, names = from }: Send): Promise<void> {
    const array = this.#fill(send, via);
    const request = bare === true ? array[0]! : array;
    let received: Wire[];
    if (via === "http") {
      const response = await this.#actor(from).http.post(request);
      assert.equal(response.status, 200, response.body);
      assert.match(response.headers["content-type"] ?? "", /^application\/json/);
      received = response.messages;
    } else {
      const socket = await this.#socket(from, via);
      socket.send(request);
      received = await socket.messages(get.length);
    }
    this.#learn(received, names);
    this.#same(received, this.#fill(get, via));
  }

  #learn(received: readonly Wire[], names: string): void {
    for (const message of received) {
      if (message.channel !== "/meta/handshake" || message.successful !== true) continue;
      assert.match(String(message.clientId), /^[A-Za-z0-9]{20,}$/);
      this.#ids.set(names, String(message.clientId));
    }
  }

  #same(received: readonly Wire[], expected: readonly Wire[]): void {
    const { compared = (message: Wire) => message } = this.#subject;
    const actual = received.map(compared);
    assert.deepEqual(actual, settled(expected.map(compared), actual));
  }

  async #framed({ send, frames, from = "ann", via = this.#transport }: Framed): Promise<void> {
    const socket = await this.#socket(from, via);
    socket.send(this.#fill(send, via));
    for (const expected of frames) this.#same(await socket.frame(), this.#fill(expected, via));
  }

  async #ask({ ask, status, headers = {}, body, get, from = "ann" }: Ask): Promise<void> {
    const messages = ask.messages && this.#fill(ask.messages, "http");
    const response = await withinTime(openRequest(this.#actor(from).http, ask, messages), "an HTTP response");
    if (![status].flat().includes(response.status)) {
      assert.fail(`status ${response.status} instead of ${status}: ${response.body}`);
    }
    for (const [name, expected] of Object.entries(headers)) {
      const value = response.headers[name];
      if (expected === null) assert.equal(value, undefined, name);
      else assert.match(String(value), expected, name);
    }
    if (body !== undefined) assert.match(response.body, body);
    if (get === undefined) return;
    const received = messagesIn(response, ask);
    this.#learn(received, from);
    this.#same(received, this.#fill(get, "http"));
  }

  async #repeat({ until: request, get, from = "ann", via = this.#transport }: Repeat): Promise<void> {
    let cause: unknown;
    const answered = async (): Promise<boolean> => {
      try {
        await this.#send({ send: [request], get, from, via });
        return true;
      } catch (error) {
        cause = error;
        return false;
      }
    };
    await until(answered, "the answer is as expected").catch((error: Error) => {
      throw new Error(error.message, { cause });
    });
  }

  async #hold({ hold, as, from = "ann", via = this.#transport }: Hold): Promise<void> {
    const request = this.#fill([hold], via);
    if (via !== "http") {
      const socket = await this.#socket(from, via);
      socket.send(request);
      await this.#fence(socket);
      this.#held.set(as, { socket });
      return;
    }
    const { http } = this.#actor(from);
    const started = http.start(request);
    await once(started.request, "finish");
    // Its bytes are with the server's kernel now; after two more requests the server has read them.
    await http.post([{ channel: "/probe" }]);
    await http.post([{ channel: "/probe" }]);
    assert.ok(!started.settled, `${as} is held`);
    this.#held.set(as, { request: started });
  }

  async #answered({ held, get }: Held): Promise<void> {
    const { socket, request } = this.#held.get(held)!;
    this.#held.delete(held);
    if (socket !== undefined) {
      assert.ok(typeof get !== "number");
      this.#same(await socket.messages(get.length), this.#fill(get, "ws"));
      return;
    }
    const response = await withinTime(request!.response, `the answer to ${held}`);
    if (typeof get === "number") assert.equal(response.status, get);
    else this.#same(response.messages, this.#fill(get, "http"));
  }

  async #delivered({ delivered, from = "ann", via = this.#transport }: Delivered): Promise<void> {
    const expected = this.#fill(delivered, via);
    if (via !== "http") return this.#pushed({ pushed: delivered, from, via });
    const connect = {
      channel: "/meta/connect",
      id: "poll",
      clientId: `$${from}`,
      connectionType: "$type",
      advice: { timeout: 0 },
    };
    const { messages } = await this.#actor(from).http.post(this.#fill([connect], via));
    const reply = messages.pop();
    assert.equal(reply?.id, "poll");
    assert.equal(reply?.successful, true);
    this.#same(messages, expected);
  }

  async #pushed({ pushed, from = "ann", via = this.#transport }: Pushed): Promise<void> {
    const socket = await this.#socket(from, via);
    this.#same(await socket.messages(pushed.length), this.#fill(pushed, via));
  }

  async #raw({ raw, status, close, from = "ann", via = this.#transport }: Raw): Promise<void> {
    if (via === "http") {
      const response = await this.#actor(from).http.post(raw);
      if (status !== undefined) assert.equal(response.status, status, response.body);
      return;
    }
    const socket = await this.#socket(from, via);
    socket.send(raw);
    if (close === 0) return this.#fence(socket);
    const closed = await socket.close();
    if (close !== undefined) assert.equal(closed.code, close, closed.reason);
  }

  async #cut({ cut, from = "ann" }: Cut): Promise<void> {
    const held = this.#held.get(cut);
    if (held?.request !== undefined) {
      this.#held.delete(cut);
      held.request.request.destroy();
    } else {
      await this.#actor(from).sockets.get(cut)?.cut();
      this.#actor(from).sockets.delete(cut);
    }
    // A loss is noticed when the server reads it, which is before it reads the next two requests.
    const { http } = this.#actor(from);
    await http.post([{ channel: "/probe" }]);
    await http.post([{ channel: "/probe" }]);
  }

  async #gone({ untilGone }: Elapse): Promise<void> {
    const clientId = this.#ids.get(untilGone)!;
    const { knows } = this.#subject;
    assert.ok(knows !== undefined, "the server can be asked");
    await until(() => !knows(clientId), `${untilGone} has expired`);
  }

  async #fence(socket: RawSocket): Promise<void> {
    this.#probes += 1;
    const id = `probe${this.#probes}`;
    socket.send([{ channel: "/probe", id }]);
    const answer = [{ channel: "/probe", id, successful: false, error: "402::session_unknown" }];
    const frame = await socket.frame();
    this.#same(
      frame.map(({ timestamp: _, ...rest }) => rest), // which a server may put on everything
      answer,
    );
  }

  #actor(name: string): Actor {
    let actor = this.#actors.get(name);
    if (actor === undefined) {
      actor = { http: new RawHttp(this.#t, this.#subject.url), sockets: new Map() };
      this.#actors.set(name, actor);
    }
    return actor;
  }

  async #socket(from: string, via: string): Promise<RawSocket> {
    const { sockets } = this.#actor(from);
    let socket = sockets.get(via);
    if (socket === undefined) {
      socket = await RawSocket.open(this.#t, this.#subject.url);
      sockets.set(via, socket);
    }
    return socket;
  }

  /** Puts clientIds and the connection type in the place of their names. */
  #fill(messages: readonly Wire[], via: string): Wire[] {
    const type = CONNECTION_TYPE[via === "http" ? "http" : "ws"];
    return JSON.parse(JSON.stringify(messages), (_key, value: unknown) => {
      if (typeof value !== "string" || !value.startsWith("$")) return value;
      return value === "$type" ? type : (this.#ids.get(value.slice(1)) ?? value);
    }) as Wire[];
  }
}

/** What was expected, with what came in the place of `$number` and `$string` where that is one. */
function settled(expected: unknown, actual: unknown): unknown {
  if (expected === `$${typeof actual}`) return actual;
  if (Array.isArray(expected)) {
    return expected.map((one, index) => settled(one, Array.isArray(actual) ? actual[index] : undefined));
  }
  if (!isObject(expected)) return expected;
  const fields = isObject(actual) ? actual : {};
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, settled(value, fields[key])]));
}
