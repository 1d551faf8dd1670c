import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import type { ClientError } from "../../../core/client/client-error.js";
import { typedCall, typedChannel } from "../../../core/client/typed-client-channel.js";
import type { SchemaIssue, StandardSchema } from "../../../core/message/standard-schema.js";
import { ClientBench } from "./fake-transport.js";

const chatLine = z.object({ text: z.string(), at: z.string().transform((text) => new Date(text)) });
const at = "2024-03-05T10:00:00.000Z";

test("a typed channel takes and gives data of its type, and tells what is not", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const got: string[] = [];
  const invalid: [string, readonly SchemaIssue[]][] = [];
  const chat = typedChannel(bench.client, "/chat/*", chatLine, ({ channel }, issues) =>
    invalid.push([channel, issues]),
  );
  chat.subscribe(({ channel, data }) => {
    const when: Date = data.at;
    // @ts-expect-error a line has no subject
    assert.equal(data.subject, undefined);
    got.push(`${channel} ${data.text} ${when.getTime()}`);
  });
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  transport.receive(
    { channel: "/chat/lobby", data: { text: "hello", at } },
    { channel: "/chat/lobby", data: { text: 7, at } },
    { channel: "/chat/lobby" },
    { channel: "/chat/den", data: { text: "again", at } },
  );
  assert.deepEqual(got, [`/chat/lobby hello ${Date.parse(at)}`, `/chat/den again ${Date.parse(at)}`]);
  assert.deepEqual(
    invalid.map(([channel, issues]) => [channel, issues[0]?.path?.[0]]),
    [
      ["/chat/lobby", "text"],
      ["/chat/lobby", undefined],
    ],
  );
  assert.equal(bench.client.state, "connected");
});

test("what is published is typed as the schema takes it, before it is transformed", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const chat = typedChannel(bench.client, "/chat/lobby", chatLine);
  void chat.publish({ text: "hello", at }, { ext: { colour: "red" } });
  // @ts-expect-error the text is missing
  void chat.publish({ at });
  // @ts-expect-error a date is what listeners get
  void chat.publish({ text: "hello", at: new Date(at) });
  bench.clock.runTurn();
  const { data, ext } = transport.take("/chat/lobby");
  assert.deepEqual([data, ext], [{ text: "hello", at }, { colour: "red" }]);
});

test("typed messages can be read one by one", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const messages = typedChannel(bench.client, "/chat/lobby", chatLine).messages();
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  transport.receive(
    { channel: "/chat/lobby", data: "no line" },
    { channel: "/chat/lobby", data: { text: "hello", at } },
  );
  for await (const { data } of messages) {
    const text: string = data.text;
    assert.equal(text, "hello");
    break;
  }
  bench.clock.runTurn();
  transport.accept("/meta/unsubscribe");
});

test("a schema that takes its time keeps the order; one that throws finds nothing valid", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const checks: (() => void)[] = [];
  const slow: StandardSchema<number> = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value) => {
        if (value === "boom") throw new Error("no schema for this");
        if (value !== 1) return { value: value as number };
        return new Promise((resolve) => {
          checks.push(() => resolve({ value }));
        });
      },
    },
  };
  const heard: unknown[] = [];
  const failed: string[] = [];
  typedChannel(bench.client, "/numbers", slow, (_message, [issue]) => failed.push(issue!.message)).subscribe(
    ({ data }) => void heard.push(data),
  );
  transport.receive(...[0, 1, 2, "boom", 3].map((data) => ({ channel: "/numbers", data })));
  assert.deepEqual(heard, [0]);
  checks[0]?.();
  await bench.clock.settle();
  assert.deepEqual(heard, [0, 1, 2, 3]);
  assert.deepEqual(failed, ["Error: no schema for this"]);
  transport.receive({ channel: "/numbers", data: 4 });
  assert.deepEqual(heard, [0, 1, 2, 3, 4], "at once again");
});

test("a typed call gives a typed result, or rejects", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const price = typedCall(bench.client, "price", { input: z.object({ item: z.string() }), result: z.number() });
  const answer = (data: unknown): void => {
    bench.clock.runTurn();
    const { id } = transport.take("/service/price");
    transport.receive({ channel: "/service/price", id, successful: true, data });
  };
  const vase: Promise<number> = price({ item: "vase" });
  answer(12);
  assert.equal(await vase, 12);
  const urn = price({ item: "urn" });
  answer("much");
  await assert.rejects(urn, ({ code }: ClientError) => code === "invalid");
  // @ts-expect-error there is no such item
  void price({ thing: "vase" }).catch(() => {});
});
