import assert from "node:assert/strict";
import { test } from "node:test";
import { extField, type Message } from "../../core/message/message.js";
import { assertSameForm, readTrace, type TracedMessage } from "../support/traces.js";
import { Replay } from "./trace-replay.js";

// Story 14: an idle link between two Java nodes, in which ours takes the place of A, after the join of story 01. Nothing
// travels but one connect and its reply each way, whenever the time is over that a server holds them.

/** Time-outs are looked at by and by. */
const LATE_MS = 500;
/** A while in which nothing may happen, beside those in which something has to. */
const ALMOST_MS = 1_000;

const IDLE = readTrace("14");
/** What A sent and B, on the link that each of them opened. */
const FROM_A = IDLE.select({ from: "A", to: "B" });
const FROM_B = IDLE.select({ from: "B", to: "A" });

function openedBy(messages: readonly TracedMessage[], opener: string): TracedMessage[] {
  return messages.filter((traced) => traced.opener === opener);
}

/** Ours in the place of A, after B has joined and all that follows is done: a connect is held on each link. */
async function joined(): Promise<Replay> {
  const replay = new Replay(readTrace("01"), "A");
  await replay.play();
  assert.equal(replay.events.length, 1);
  return replay;
}

function numberOf(message: Message): number {
  return Number(extField(message, "ack"));
}

/** How long a server said that it holds connects. */
function heldMs(handshakeReply: Message): number {
  const { timeout } = handshakeReply.advice ?? {};
  assert.equal(typeof timeout, "number");
  return timeout as number;
}

test("14: a Java node's connects are held for the advised time, and answered one by one, with nothing beside them", async () => {
  const replay = await joined();
  const [link] = [...replay.links.values()];
  const { connection, sent, clientId } = link!;
  const ours = heldMs(sent.find(({ channel }) => channel === "/meta/handshake")!);
  const connects = openedBy(FROM_B, "B");
  const replies = openedBy(FROM_A, "B");
  let ack = numberOf(sent.findLast((message) => message.ext?.ack !== undefined)!);
  for (const [index, { message: recorded }] of replies.entries()) {
    const seen = sent.length;
    await replay.clock.advance(ours - ALMOST_MS);
    assert.equal(sent.length, seen, "held");
    await replay.clock.advance(ALMOST_MS + LATE_MS);
    assert.equal(sent.length, seen + 1, "answered, and nothing else");
    const reply = sent.at(-1)!;
    assertSameForm(reply, recorded);
    assert.equal(reply.id, recorded.id, "the join took as many messages in both recordings");
    assert.equal(numberOf(reply), ack + 1, "the number grows by one each time");
    ack += 1;
    connection.receive(JSON.stringify([{ ...connects[index]!.message, clientId, ext: { ack } }]));
    await replay.clock.settle();
    assert.equal(sent.length, seen + 1, "the next is held again");
  }
  // Java held them just as long as it had said.
  const tookMs = replies[1]!.tMs - connects[0]!.tMs;
  assert.ok(Math.abs(tookMs - 30_000) < LATE_MS, `${tookMs}`);
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`]);
});

test("14: ours waits as long as a Java node holds its connect, and sends the next at once", async () => {
  const replay = await joined();
  const [dial] = replay.dials;
  const { frames, sink } = dial!;
  const handshake = readTrace("01")
    .select({ from: "B", to: "A", channel: "/meta/handshake" })
    .find(({ message }) => message.successful === true)!;
  const theirs = heldMs(handshake.message);
  const replies = openedBy(FROM_B, "A");
  const connects = openedBy(FROM_A, "A");
  // Meanwhile B goes on connecting to us, or it would be taken for dead.
  const { connection, clientId } = [...replay.links.values()][0]!;
  const alive = openedBy(FROM_B, "B")[0]!.message;
  for (const [index, { message, tMs }] of replies.entries()) {
    const waiting = frames.flat().at(-1)!;
    assert.equal(waiting.channel, "/meta/connect");
    const seen = frames.length;
    await replay.clock.advance(theirs + LATE_MS);
    connection.receive(JSON.stringify([{ ...alive, clientId }]));
    assert.equal(frames.length, seen, "no ping, no second connect, no new link");
    sink.received([{ ...message, id: waiting.id! }]);
    await replay.clock.settle();
    assert.equal(frames.length, seen + 1, "one frame, at once");
    const [next, ...others] = frames.at(-1)!;
    assert.deepEqual(others, []);
    const recorded = connects[index]!;
    assert.ok(recorded.tMs - tMs < LATE_MS, "as Java did");
    assertSameForm(next, recorded.message);
    assert.deepEqual(next!.ext, recorded.message.ext, "which carries the number of the reply");
    assert.equal(Number(next!.id), Number(waiting.id) + 1);
  }
  assert.equal(replay.dials.length, 1);
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`]);
});
