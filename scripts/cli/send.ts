import { z } from "zod";
import { defineCommand } from "./command.js";
import { NodeApi } from "./node-api.js";
import { payloadOf } from "./payload.js";
import { print } from "./print.js";
import { viaOptions } from "./via.js";

interface Sent {
  readonly delivered: number;
  readonly unknown: readonly string[];
  readonly unconfirmed: readonly string[];
  readonly stored?: number;
}

export const sendCommand = defineCommand({
  name: "send",
  summary: "send a message to users, wherever they are connected",
  words: [
    { name: "users", help: "who gets it: alice, or alice,bob" },
    { name: "channel", help: "the channel their clients get it on, such as /inbox" },
    { name: "data", help: "any JSON" },
  ],
  schema: z.strictObject({
    ...viaOptions,
    text: z.boolean().default(false).describe("data is text, not JSON"),
    key: z.string().optional().describe("idempotency key: the same again, at any node, sends nothing twice"),
  }),
  async run({ own, words: [users = "", channel, data = ""] }) {
    const request = { users: users.split(","), channel, data: payloadOf(data, own.text) };
    const key = own.key === undefined ? {} : { idempotencyKey: own.key };
    const sent = await new NodeApi(own).call<Sent>("SendToUsers", { ...request, ...key });
    print(own, sent, ({ delivered, unknown, unconfirmed, stored }) => [
      `delivered to ${delivered} session${delivered === 1 ? "" : "s"}`,
      ...(unknown.length === 0 ? [] : [`nobody is logged in as ${unknown.join(", ")}`]),
      ...(unconfirmed.length === 0 ? [] : [`a node did not answer: not known of ${unconfirmed.join(", ")}`]),
      ...(stored === undefined ? [] : [`kept for the next login of ${stored}`]),
    ]);
    if (sent.unknown.length + sent.unconfirmed.length > 0) process.exitCode = 1;
  },
});
