import assert from "node:assert/strict";
import { test } from "node:test";
import { LinkInterest } from "../../../cluster/interest/link-interest.js";
import { ClientError } from "../../../core/client/client-error.js";
import { parseChannel } from "../../../core/message/channel-id.js";

/** A link whose peer answers when the test says so. */
function link() {
  const sent: { readonly text: string; readonly answer: (error?: ClientError) => Promise<void> }[] = [];
  const told: string[] = [];
  const targets = new Set<string>();
  const interest = new LinkInterest(
    ({ channel, subscription }) =>
      new Promise((resolve, reject) => {
        const answer = async (error?: ClientError): Promise<void> => {
          if (error === undefined) resolve({ channel, successful: true });
          else reject(error);
          await new Promise(setImmediate);
        };
        const sign = channel === "/meta/subscribe" ? "+" : "-";
        sent.push({ text: `${sign}${[subscription].flat().join(" ")}`, answer });
      }),
    {
      confirmed: (names) => void told.push(`confirmed ${names.join(" ")}`),
      reset: () => void told.push("reset"),
      refused: (names) => void told.push(`refused ${names.join(" ")}`),
      closed: () => void told.push("closed"),
      counted() {},
    },
  );
  /** Says what is wanted now. */
  const want = (...names: string[]): void => {
    const changed = new Set([...targets, ...names]);
    targets.clear();
    for (const name of names) targets.add(name);
    interest.update(changed, (name) => targets.has(name));
  };
  const covers = (name: string): boolean => interest.covers(parseChannel(name)!);
  return { interest, sent, told, want, covers, texts: () => sent.map(({ text }) => text) };
}

test("what replaces a wildcard is confirmed before the wildcard is given back, whatever is asked for afterwards", async () => {
  const { interest, sent, want, covers, texts } = link();
  interest.open([["/a/**"]]);
  want("/a/**");
  assert.equal(covers("/a/x"), false, "asked for, and not confirmed");
  await sent[0]!.answer();
  assert.equal(covers("/a/x"), true);
  want("/a/x");
  assert.deepEqual(texts(), ["+/a/**", "+/a/x"]);
  assert.equal(covers("/a/y"), false, "still subscribed, but about to go");
  want("/a/x", "/b");
  want("/a/x", "/b", "/c");
  await sent[1]!.answer();
  assert.deepEqual(texts(), ["+/a/**", "+/a/x", "+/b", "+/c", "-/a/**"], "later questions do not hold it up");
});

test("who is wanted again before it was given back is kept, and not asked for again", async () => {
  const { interest, sent, want, covers, texts } = link();
  interest.open([["/a"], ["/b"]]);
  for (const { answer } of [...sent]) await answer();
  want("/a", "/b", "/c");
  want("/b", "/c");
  want("/a", "/b", "/c");
  await sent[2]!.answer();
  assert.deepEqual(texts(), ["+/a", "+/b", "+/c"]);
  assert.equal(covers("/a"), true);
  want("/b", "/c");
  assert.deepEqual(texts().slice(3), ["-/a"], "nothing is under way, so it goes at once");
});

test("an answer to an older session means nothing; the next opening batch asks for everything anew", async () => {
  const { interest, sent, told, want, covers, texts } = link();
  interest.open([["/a"]]);
  interest.reset();
  want("/a", "/b");
  assert.deepEqual(texts(), ["+/a"], "nothing is sent before the batch");
  await sent[0]!.answer();
  assert.deepEqual(told, ["reset"]);
  interest.open([["/a", "/b"]]);
  assert.equal(covers("/a"), false);
  await sent[1]!.answer();
  assert.deepEqual([covers("/a"), covers("/b")], [true, true]);
  // An unconfirmed join: the batch is sent again, as Java does, what was subscribed being given back first.
  interest.open([["/a", "/b"]]);
  assert.deepEqual(texts().slice(2), ["-/a /b", "+/a /b"]);
  interest.close();
  assert.deepEqual(told, ["reset", "confirmed /a /b", "closed"]);
});

test("a refusal is told; that the session is gone, or the connection, is none", async () => {
  const { interest, sent, told, want, texts } = link();
  interest.open([["/a"]]);
  await sent[0]!.answer();
  want("/a", "/b");
  await sent[1]!.answer(
    new ClientError("refused", "no", { reply: { channel: "/meta/subscribe", error: "402::session_unknown" } }),
  );
  want("/a", "/b", "/c");
  await sent[2]!.answer(new ClientError("session", "gone"));
  assert.deepEqual(told, ["confirmed /a"]);
  want("/a", "/b", "/c", "/d");
  await sent[3]!.answer(new ClientError("refused", "no", { reply: { channel: "/meta/subscribe", error: "403::x" } }));
  assert.deepEqual(told.slice(1), ["refused /d"]);
  interest.coarsen(["/**"], (name) => name === "/**");
  assert.deepEqual(texts().slice(4), ["-/a", "-/b", "-/c", "-/d", "+/**"], "those that are not sure go alone");
  assert.equal(interest.isCoarse, true);
});

test("many names go in messages that fit into a frame of 64 KiB", () => {
  const { interest, sent, want } = link();
  interest.open([]);
  want(...Array.from({ length: 1_200 }, (_, index) => `/room/${index}`));
  const long = Array.from({ length: 100 }, (_, index) => `/${"x".repeat(500)}/${index}`);
  want(...long);
  assert.deepEqual(
    sent.map(({ text }) => text.split(" ").length),
    [500, 500, 200, 31, 31, 31, 7],
  );
  assert.ok(sent.every(({ text }) => text.length < 20_000));
});
