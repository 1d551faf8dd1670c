import assert from "node:assert/strict";
import { test } from "node:test";
import { type Extension, ExtensionPipeline } from "../../../core/message/extension.js";
import type { Message } from "../../../core/message/message.js";

function pipelineOf(...extensions: Extension<string>[]) {
  const errors: unknown[] = [];
  const pipeline = new ExtensionPipeline<string>((error) => errors.push(error));
  for (const extension of extensions) pipeline.add(extension);
  return { pipeline, errors };
}

/** Writes its name into the message's data. */
function scribe(name: string): Extension<string> {
  const write = (message: Message) => {
    message.data = `${message.data ?? ""}${name}`;
  };
  return { incoming: (_session, message) => write(message), outgoing: (message) => write(message) };
}

const CONTEXT = { sender: "ann", receiver: "bob", request: undefined };

test("incoming runs in the order of registration, outgoing in reverse", () => {
  const { pipeline } = pipelineOf(scribe("1"), scribe("2"), scribe("3"));
  const message: Message = { channel: "/a" };
  assert.equal(pipeline.incoming("ann", message), true);
  assert.equal(message.data, "123");
  assert.equal(pipeline.outgoing({ channel: "/a" }, CONTEXT)?.data, "321");
});

test("false drops the message, and the later ones do not see it; so does null of plain JavaScript", async () => {
  const seen: string[] = [];
  const witness: Extension<string> = { incoming: () => void seen.push("in"), outgoing: () => void seen.push("out") };
  const none = null as unknown as false;
  for (const verdict of [false, none]) {
    const first = pipelineOf({ incoming: () => verdict }, witness).pipeline;
    assert.equal(first.incoming("ann", { channel: "/a" }), false);
    const later = pipelineOf({ incoming: async () => verdict }, witness).pipeline;
    assert.equal(await later.incoming("ann", { channel: "/a" }), false);
    const last = pipelineOf(witness, { outgoing: () => verdict }).pipeline;
    assert.equal(last.outgoing({ channel: "/a" }, CONTEXT), undefined);
  }
  assert.deepEqual(seen, []);
});

test("undefined and true go on; an outgoing extension may give another message", () => {
  const { pipeline } = pipelineOf(
    { incoming: () => undefined, outgoing: (message) => ({ ...message, data: `${message.data}!` }) },
    { incoming: () => true, outgoing: () => true },
  );
  const message = { channel: "/a", data: "x" };
  assert.equal(pipeline.incoming("ann", message), true);
  assert.deepEqual(pipeline.outgoing(message, CONTEXT), { channel: "/a", data: "x!" });
  assert.equal(message.data, "x");
});

test("an extension that throws or rejects is told of and passed over", async () => {
  const fault = () => {
    throw new Error("my fault");
  };
  const { pipeline, errors } = pipelineOf({ incoming: fault, outgoing: fault }, scribe("ok"));
  const message: Message = { channel: "/a" };
  assert.equal(pipeline.incoming("ann", message), true);
  assert.equal(pipeline.outgoing({ channel: "/a" }, CONTEXT)?.data, "ok");
  const slow = pipelineOf({ incoming: async () => fault() }, scribe("ok"));
  assert.equal(await slow.pipeline.incoming("ann", message), true);
  assert.equal(message.data, "okok");
  assert.equal(errors.length + slow.errors.length, 3);
});

test("all are waited for, in order, when one takes its time", async () => {
  const { pipeline } = pipelineOf(
    scribe("1"),
    {
      async incoming(_session, message) {
        await Promise.resolve();
        scribe("2").incoming?.("ann", message);
      },
    },
    scribe("3"),
  );
  const message: Message = { channel: "/a" };
  const kept = pipeline.incoming("ann", message);
  assert.equal(message.data, "1");
  assert.equal(await kept, true);
  assert.equal(message.data, "123");
});

test("adding and removing while a message passes does not disturb it", () => {
  const { pipeline } = pipelineOf();
  const removed = scribe("removed");
  pipeline.add({
    incoming: () => {
      pipeline.add(scribe("added"));
      pipeline.remove(removed);
    },
  });
  pipeline.add(removed);
  const first: Message = { channel: "/a" };
  pipeline.incoming("ann", first);
  assert.equal(first.data, "removed");
  const second: Message = { channel: "/a" };
  pipeline.incoming("ann", second);
  assert.equal(second.data, "added");
});

test("who cares for meta messages alone is not shown others, and can be passed over where all are so", () => {
  const asked: string[] = [];
  const ack: Extension<string> = {
    metaOnly: true,
    incoming: (_session, { channel }) => void asked.push(`in ${channel}`),
    outgoing: ({ channel }) => void asked.push(`out ${channel}`),
  };
  const { pipeline } = pipelineOf(ack);
  assert.ok(pipeline.isMetaOnly && !pipeline.isEmpty);
  for (const channel of ["/meta/connect", "/a", "/service/meta/"]) {
    pipeline.incoming("ann", { channel });
    pipeline.outgoing({ channel }, CONTEXT);
  }
  assert.deepEqual(asked, ["in /meta/connect", "out /meta/connect"]);
  const curious = scribe("1");
  pipeline.add(curious);
  assert.ok(!pipeline.isMetaOnly);
  const message: Message = { channel: "/a" };
  pipeline.incoming("ann", message);
  assert.equal(message.data, "1");
  assert.equal(asked.length, 2, "and still is not shown others");
  pipeline.remove(curious);
  assert.ok(pipeline.isMetaOnly);
});
