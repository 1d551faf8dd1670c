import assert from "node:assert/strict";
import { test } from "node:test";
import { TransportError } from "../../core/client/transport/client-transport.js";
import { decode } from "../../core/message/codec.js";
import { extField, type Message } from "../../core/message/message.js";
import { assertSameForm, readTrace } from "../support/traces.js";
import { Replay } from "./trace-replay.js";

const URL_A = "http://127.0.0.1:9301/cometd";
const URL_B = "http://127.0.0.1:9302/cometd";
const URL_C = "http://127.0.0.1:9303/cometd";

/** Ours beside Java's: the extras by which our nodes know each other. */
const OURS = { ignore: ["ext.org.cometd.oort.oortbus"], opaque: [] };

/** The channels that Oort itself speaks on; Seti's and the objects' are not part of this. */
function isOorts({ channel }: Message): boolean {
  return channel.startsWith("/meta/") || channel === "/oort/cloud" || channel === "/service/oort";
}

function names(messages: readonly Message[]): string[] {
  return messages.map(
    ({ channel, subscription }) => `${channel}${subscription === undefined ? "" : ` ${subscription}`}`,
  );
}

/** What a Java node sent on links of its own, without its handshakes with itself. */
function recorded(story: string, from: string, to: string): Message[] {
  return readTrace(story)
    .select({ from, to })
    .filter((traced) => traced.opener === from)
    .map((traced) => traced.message);
}

function first(messages: readonly Message[], channel: string): Message {
  const found = messages.find((message) => message.channel === channel);
  assert.ok(found, `a message on ${channel}`);
  return found;
}

test("every payload that Java nodes exchanged is read by our codec as it was written", () => {
  const limits = { maxMessageChars: 1_000_000, maxBatchMessages: 100, maxJsonDepth: 32 };
  for (const story of ["01", "02", "02b", "03", "04a", "04b", "07", "09", "10a", "10b", "11", "12", "13", "15"]) {
    for (const batch of readTrace(story).batches({})) {
      const messages = batch.map((traced) => traced.message);
      assert.deepEqual(decode(JSON.stringify(messages), limits), messages);
    }
  }
});

test("01: a Java node joins ours", async () => {
  const replay = new Replay(readTrace("01"), "A");
  await replay.play();
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`]);
  assert.deepEqual(replay.oort.knownUrls, [URL_B]);
  assert.equal(replay.oort.peers[0]?.kind, "java");

  const java = recorded("01", "A", "B");
  const sent = replay.sentTo("B");
  const handshake = first(sent, "/meta/handshake");
  assertSameForm(handshake, first(java, "/meta/handshake"), OURS);
  const field = extField(handshake, "org.cometd.oort") as Record<string, unknown>;
  assert.equal(field.oortAliasURL, URL_A, "a connect-back names us as the peer knows us");
  assert.equal(field.cometURL, URL_B);

  const batch = replay.dials[0]!.frames.find((frame) => frame.length > 1)!;
  const javas = readTrace("01")
    .batches({ from: "A", to: "B" })
    .find((one) => one.length === 8)!;
  assert.deepEqual(names(batch), names(javas.map((traced) => traced.message)), "one frame, in Java's order");
  for (const [index, message] of batch.entries()) assertSameForm(message, javas[index]!.message, { opaque: [] });
  assert.deepEqual(first(batch, "/oort/cloud").data, [URL_B]);
  assert.deepEqual(first(batch, "/service/oort").data, { oortId: replay.oort.id, oortURL: URL_A });
  assertSameForm(first(sent, "/meta/connect"), first(java, "/meta/connect"), OURS);

  const [link] = [...replay.links.values()];
  const replies = readTrace("01")
    .select({ from: "A", to: "B" })
    .filter((traced) => traced.opener === "B");
  assertSameForm(link!.sent[0], replies[0]!.message, { opaque: [] });
  assert.deepEqual(Object.keys(extField(link!.sent[0]!, "org.cometd.oort") as object).sort(), ["oortId", "oortURL"]);
  for (const channel of ["/meta/subscribe", "/oort/cloud", "/service/oort"]) {
    const reply = first(link!.sent, channel);
    assertSameForm(
      reply,
      first(
        replies.map((traced) => traced.message),
        channel,
      ),
      { ignore: ["ext"], opaque: [] },
    );
    assert.equal(reply.successful, true);
  }
});

test("01: ours joins a Java node", async () => {
  const replay = new Replay(readTrace("01"), "B");
  await replay.playDialling(URL_A);
  const [handshake] = replay.sentTo("A");
  const javas = recorded("01", "B", "A").filter(isOorts);
  assertSameForm(handshake, javas[0], OURS);
  assert.equal("oortAliasURL" in (extField(handshake!, "org.cometd.oort") as object), false, "not a connect-back");
  assert.deepEqual(replay.events, [`+${replay.idOf("A")}`]);
  const ours = replay.sentTo("A").filter(isOorts);
  assert.deepEqual(names(ours).slice(0, 7), names(javas).slice(0, 7), "handshake, then the opening batch");
  assert.equal(replay.dials.length, 1, "one link in each direction");
});

for (const story of ["02", "02b"]) {
  for (const name of ["A", "B"]) {
    test(`${story}: both know each other, ours in the place of ${name}`, async () => {
      const replay = new Replay(readTrace(story), name);
      const peer = name === "A" ? "B" : "A";
      // In 02b A dials first; in 02 B does, and A learns of it by B's handshake.
      if (story === "02b" || name === "B") await replay.playDialling(name === "A" ? URL_B : URL_A);
      else await replay.play();
      assert.deepEqual(replay.events, [`+${replay.idOf(peer)}`]);
      assert.equal(replay.dials.length, 1);
      const [javas] = readTrace(story)
        .batches({ from: name, to: peer })
        .filter((one) => one.at(-1)?.message.channel === "/service/oort");
      const batches = replay.dials[0]!.frames.filter((frame) => frame.at(-1)?.channel === "/service/oort");
      assert.equal(batches.length, 1, "the opening batch is sent once");
      assert.deepEqual(names(batches[0]!), names(javas!.map((traced) => traced.message)));
    });
  }
}

test("03: the third node learns of the second by the gossip of the first", async () => {
  const replay = new Replay(readTrace("03"), "C");
  await replay.playDialling(URL_A);
  assert.deepEqual(replay.events.sort(), [`+${replay.idOf("A")}`, `+${replay.idOf("B")}`].sort());
  assert.deepEqual([...replay.oort.knownUrls].sort(), [URL_A, URL_B]);
});

test("03: ours is the first, and tells the third of the second", async () => {
  const replay = new Replay(readTrace("03"), "A");
  await replay.play();
  assert.ok(replay.events.includes(`+${replay.idOf("C")}`));
  const clouds = replay.sentTo("C").filter((message) => message.channel === "/oort/cloud");
  const javas = recorded("03", "A", "C").filter((message) => message.channel === "/oort/cloud");
  assert.equal(clouds.length, javas.length);
  assert.ok((clouds[0]!.data as string[]).includes(URL_C));
});

test("04a: a Java node with a wrong secret is refused as Java refuses it", async () => {
  const replay = new Replay(readTrace("04a"), "A");
  await replay.play();
  const [link] = [...replay.links.values()];
  const [refusal] = readTrace("04a").select({ from: "A", to: "B", channel: "/meta/handshake" });
  assertSameForm(link!.sent[0], refusal!.message, { ignore: ["ext.ack"] });
  assert.equal(link!.sent[0]!.error, refusal!.message.error);
  assert.deepEqual(link!.sent[0]!.advice, refusal!.message.advice);
  assert.deepEqual(replay.dials, [], "nothing is dialled on a stranger's word");
  assert.equal(replay.oort.stats.linksRefused.wrong_secret, 1);
});

test("04a: ours with a wrong secret takes Java's refusal as final", async () => {
  const replay = new Replay(readTrace("04a"), "B", { secret: "wrong" });
  await replay.playDialling(URL_A);
  await replay.clock.advance(9_000);
  assert.equal(replay.dials.length, 1);
  assert.deepEqual(replay.oort.peers, []);
});

test("04b: a Java node that knows ours by an alias joins all the same", async () => {
  const replay = new Replay(readTrace("04b"), "A");
  await replay.play();
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`]);
  const field = extField(first(replay.sentTo("B"), "/meta/handshake"), "org.cometd.oort") as Record<string, unknown>;
  assert.equal(field.oortAliasURL, "http://localhost:9301/cometd", "the name under which B knows us");
});

test("04b: ours dials a Java node by an alias, and knows it by its own name", async () => {
  const replay = new Replay(readTrace("04b"), "B");
  await replay.playDialling("http://localhost:9301/cometd");
  assert.deepEqual(replay.events, [`+${replay.idOf("A")}`]);
  assert.deepEqual(replay.oort.knownUrls, [URL_A]);
  assert.equal(replay.dials.length, 1);
});

/** Ours in the place of A, with the Java node B as a member, by the join of story 01. */
async function joinedAsA(): Promise<{
  replay: Replay;
  link: { sent: Message[]; receive: (message: Message) => Promise<void> };
}> {
  const replay = new Replay(readTrace("01"), "A");
  await replay.play(0, 3_640);
  assert.equal(replay.events.length, 1);
  const [raw] = [...replay.links.values()];
  return {
    replay,
    link: {
      sent: raw!.sent,
      receive: async (message) => {
        raw!.connection.receive(JSON.stringify([{ ...message, clientId: raw!.clientId }]));
        await replay.clock.settle();
      },
    },
  };
}

test("07: what a Java node forwards reaches our clients whole, and goes back to nobody", async () => {
  const { replay } = await joinedAsA();
  const heard: Message[] = [];
  const local = replay.bayeux.newLocalSession("alice");
  await local.handshake();
  local.subscribe("/chat/x", (message) => heard.push({ ...message }));
  const deliveries = readTrace("07")
    .select({ from: "B", to: "A", channel: "/chat/x" })
    .map((traced) => traced.message);
  const before = [...replay.links.values()].map((one) => one.sent.length);
  replay.dials[0]!.sink.received(structuredClone(deliveries));
  await replay.clock.settle();
  assert.deepEqual(heard, deliveries, "data, ext and the application's field");
  assert.deepEqual(
    [...replay.links.values()].map((one) => one.sent.length),
    before,
  );
});

test("07, 09: what our clients publish goes to a Java node with the connect replies, and again if it was lost", async () => {
  const { replay, link } = await joinedAsA();
  const connect = (id: string, ack: number, more = {}) =>
    link.receive({ channel: "/meta/connect", id, connectionType: "websocket", ext: { ack }, ...more });
  const publish = async (n: number) => {
    replay.bayeux.publish(undefined, "/chat/x", { n });
    await replay.clock.settle();
  };
  await connect("90", 1);
  let seen = link.sent.length;
  await publish(1);
  const [delivery, reply] = link.sent.slice(seen);
  const [javas] = readTrace("07").select({ from: "A", to: "B", channel: "/chat/x" });
  assertSameForm(delivery, javas!.message, { opaque: [] });
  const javasReply = readTrace("07").select({ from: "A", to: "B", channel: "/meta/connect" });
  assertSameForm(reply, javasReply.find((traced) => traced.message.id === "49")!.message, { opaque: [] });

  const batch = extField(reply!, "ack") as number;
  seen = link.sent.length;
  await connect("91", batch);
  await publish(2); // leaves, and is lost
  await publish(3); // waits
  await connect("92", batch, { advice: { timeout: 0 } });
  const data = link.sent.slice(seen).map((message) => (message.data as { n?: number } | undefined)?.n);
  assert.deepEqual(data, [2, undefined, 2, 3, undefined]);
});

test("10b: a Java node says goodbye: left at once, and ours disconnects its own link", async () => {
  const { replay, link } = await joinedAsA();
  const [goodbye] = readTrace("10b").select({ from: "B", to: "A", channel: "/meta/disconnect" });
  await link.receive(goodbye!.message);
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`, `-${replay.idOf("B")}`]);
  const answer = first(link.sent, "/meta/disconnect");
  assertSameForm(
    answer,
    readTrace("10b")
      .select({ from: "A", to: "B", channel: "/meta/disconnect" })
      .find((one) => one.opener === "B")!.message,
    { ignore: ["ext"] },
  );
  const ours = replay.sentTo("B").at(-1);
  assert.equal(ours?.channel, "/meta/disconnect");
  assertSameForm(
    ours,
    recorded("10b", "A", "B").find((message) => message.channel === "/meta/disconnect"),
  );
  await replay.clock.advance(9_000);
  assert.equal(replay.dials.length, 1, "who said goodbye is not dialled again at once");
  await replay.clock.advance(50_000);
  assert.ok(replay.dials.length >= 2 && replay.dials.length <= 6, `but tried now and then: ${replay.dials.length}`);
  assert.deepEqual(replay.oort.peers, [], "of which nobody hears");
});

test("11, 12: a Java node that was killed and is back: 402, a new handshake, left(old), joined(new)", async () => {
  const { replay, link } = await joinedAsA();
  const old = replay.idOf("B");
  const story = readTrace("12");
  // B's sockets close; ours tries its session again, and hears that B does not know it.
  replay.dials[0]!.sink.failed(new TransportError("tcp-end"));
  await replay.clock.advance(1_000);
  const dial = replay.dials.at(-1)!;
  const connect = dial.frames.flat().find((message) => message.channel === "/meta/connect")!;
  assertSameForm(
    connect,
    recorded("12", "A", "B").find((message) => message.channel === "/meta/connect"),
  );
  const unknown = story.messages.find(({ from, message }) => from === "B" && String(message.error).startsWith("402"))!;
  dial.sink.received([{ ...unknown.message, id: connect.id! }]);
  await replay.clock.settle();
  const renewed = dial.frames.flat().find((message) => message.channel === "/meta/handshake")!;
  const javas = recorded("12", "A", "B").find((message) => message.channel === "/meta/handshake");
  // Java repeats the id of the session that is gone; it means nothing (bayeux.md section 5.1).
  assertSameForm(renewed, javas, { ...OURS, ignore: [...OURS.ignore, "clientId"] });
  // The new run of B shakes hands, answers, and joins.
  const handshakes = story.select({ from: "B", to: "A", channel: "/meta/handshake" });
  const request = handshakes.find((traced) => traced.message.successful === undefined)!;
  await link.receive(request.message);
  const accepted = handshakes.find((traced) => traced.message.successful === true)!;
  dial.sink.received([{ ...accepted.message, id: renewed.id! }]);
  await replay.clock.settle();
  const join = story.select({ from: "B", to: "A", channel: "/service/oort" })[0]!;
  const [raw] = [...replay.links.values()];
  raw!.connection.receive(JSON.stringify([{ ...join.message, clientId: raw!.clientId }]));
  await replay.clock.settle();
  const { oortId: newId } = extField(request.message, "org.cometd.oort") as { oortId: string };
  assert.deepEqual(replay.events, [`+${old}`, `-${old}`, `+${newId}`]);
});

test("13: a Java node that falls silent is given the time that Java nodes have, and is dialled on", async () => {
  const { replay } = await joinedAsA();
  await replay.clock.advance(15_000);
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`], "a Java peer is not held to our heartbeat");
  await replay.clock.advance(60_000);
  assert.deepEqual(replay.events, [`+${replay.idOf("B")}`, `-${replay.idOf("B")}`]);
  const dials = replay.dials.length;
  await replay.clock.advance(60_000);
  assert.ok(replay.dials.length > dials, "it goes on dialling");
  assert.equal(replay.oort.peers[0]?.state, "lost");
});

test("15: over long-polling a Java node's messages come with the connect reply in one array", async () => {
  const { replay } = await joinedAsA();
  const heard: unknown[] = [];
  const local = replay.bayeux.newLocalSession("seti");
  await local.handshake();
  local.subscribe("/seti/all", (message) => heard.push(message.data));
  const batch = readTrace("15")
    .batches({ from: "B", to: "A" })
    .find((one) => one.length === 3 && one.at(-1)?.message.channel === "/meta/connect")!
    .map((traced) => traced.message);
  const dial = replay.dials[0]!;
  const connect = dial.unanswered.findLast((message) => message.channel === "/meta/connect")!;
  dial.sink.received(structuredClone(batch).map((one) => (one.id === undefined ? one : { ...one, id: connect.id! })));
  await replay.clock.settle();
  assert.deepEqual(heard, [batch[0]!.data]);
  const next = dial.frames.flat().at(-1)!;
  assert.equal(next.channel, "/meta/connect");
  assert.deepEqual(next.ext, { ack: 1 });
});
