import { z } from "zod";
import { CliError, defineCommand } from "./command.js";
import { NodeApi } from "./node-api.js";
import { payloadOf, payloadsOfInput } from "./payload.js";
import { print } from "./print.js";
import { viaOptions } from "./via.js";

interface Outcome {
  readonly published?: { readonly sessions: number };
  readonly problem?: { readonly detail: string };
  readonly ended?: { readonly reason: string };
}

export const publishCommand = defineCommand({
  name: "publish",
  summary: "publish a message to the subscribers of a channel, on all nodes; or each line of standard input",
  words: [
    { name: "channel", help: "a broadcast channel such as /chat/lobby" },
    { name: "data", help: "any JSON; without it, standard input has a message on each line", required: false },
  ],
  schema: z.strictObject({
    ...viaOptions,
    text: z.boolean().default(false).describe("data is text, not JSON"),
    key: z.string().optional().describe("idempotency key: the same again, at any node, publishes nothing twice"),
  }),
  async run({ own, words: [channel = "", data] }) {
    const api = new NodeApi(own);
    if (data === undefined || data === "-") return publishLines(api, channel, own);
    const key = own.key === undefined ? {} : { idempotencyKey: own.key };
    const request = { channel, data: payloadOf(data, own.text), ...key };
    const published = await api.call<{ sessions: number }>("Publish", request);
    print(own, published, ({ sessions }) => [`queued for ${sessions} on this node, links to other nodes included`]);
  },
});

async function publishLines(api: NodeApi, channel: string, own: { json: boolean; text: boolean }): Promise<void> {
  const messages = (async function* () {
    for await (const data of payloadsOfInput(own.text)) yield { channel, data };
  })();
  let count = 0;
  let refused = 0;
  for await (const outcome of api.lines<Outcome>("PublishStream", messages)) {
    if (own.json) console.log(JSON.stringify(outcome));
    if (outcome.ended !== undefined) throw new CliError(`stopped after ${count} messages: ${outcome.ended.reason}`);
    count += 1;
    if (outcome.problem === undefined) continue;
    refused += 1;
    if (!own.json) console.error(`oortbus: message ${count}: ${outcome.problem.detail}`);
  }
  if (!own.json) console.log(`${count - refused} messages published${refused === 0 ? "" : `, ${refused} refused`}`);
  if (refused > 0) process.exitCode = 1;
}
