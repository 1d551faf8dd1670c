import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { RAW_TRANSPORTS, type RawSession, shakeHands } from "../../support/raw-client.js";

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, Map.prototype];

/** What a bad request must not harm: well-behaved clients over both transports, the process, and the prototypes. */
export class Unharmed {
  readonly #bystanders: readonly RawSession[];
  readonly #prototypes = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);
  readonly #rejections: unknown[] = [];
  #rounds = 0;

  private constructor(bystanders: readonly RawSession[]) {
    this.#bystanders = bystanders;
  }

  static async watch(t: TestContext, url: string): Promise<Unharmed> {
    const bystanders: RawSession[] = [];
    for (const transport of RAW_TRANSPORTS) {
      const session = await shakeHands(t, url, transport);
      const reply = await session.ask({ channel: "/meta/subscribe", subscription: "/bystander" });
      assert.equal(reply.successful, true);
      bystanders.push(session);
    }
    const unharmed = new Unharmed(bystanders);
    const note = (reason: unknown) => unharmed.#rejections.push(reason);
    process.on("unhandledRejection", note);
    t.after(() => process.off("unhandledRejection", note));
    return unharmed;
  }

  /** Everybody still gets what is published, and nothing was left behind. */
  async check(): Promise<void> {
    this.#rounds += 1;
    for (const session of this.#bystanders) {
      const data = `round ${this.#rounds} of ${session.clientId}`;
      const reply = await session.ask({ channel: "/bystander", data });
      assert.deepEqual([reply.successful, reply.error], [true, undefined]);
      assert.ok(
        session.deliveries.some((delivery) => delivery.data === data),
        "its own publish comes back",
      );
      for (const { channel } of session.deliveries.splice(0)) assert.equal(channel, "/bystander");
    }
    assert.deepEqual(
      PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length),
      this.#prototypes,
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(this.#rejections, []);
  }
}
