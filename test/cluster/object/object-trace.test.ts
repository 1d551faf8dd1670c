import assert from "node:assert/strict";
import { test } from "node:test";
import { OortMap } from "../../../cluster/object/oort-map.js";
import { isObject, type Message } from "../../../core/message/message.js";
import { readTrace } from "../../support/traces.js";
import { Replay } from "../trace-replay.js";

const URL_A = "http://127.0.0.1:9301/cometd";
const URL_B = "http://127.0.0.1:9302/cometd";
const CHANNEL = "/oort/objects/shared";
const SERVICE = "/service/oort/objects/shared";

type SharedMap = OortMap<string, unknown>;
interface Step {
  readonly atMs: number;
  readonly act: (map: SharedMap) => void;
}

/** What the application on each node did, by the notes of the story. */
const DEEDS: Readonly<Record<string, readonly Step[]>> = {
  A: [
    { atMs: 3_603.2, act: (map) => map.put("k1", "uno") },
    {
      atMs: 4_217.9,
      act: (map) => {
        assert.equal(map.putIfAbsent("k1", "never"), "uno");
        assert.equal(map.putIfAbsent("k4", 4), undefined);
      },
    },
    { atMs: 4_849.2, act: (map) => map.remove("k2") },
    { atMs: 5_177.5, act: (map) => map.put("k5", "lost") },
    { atMs: 5_698.4, act: (map) => map.put("k6", "six") },
  ],
  B: [
    { atMs: 3_294, act: (map) => map.put("k3", "three") },
    { atMs: 3_911.6, act: (map) => map.put("k1", "one at B") },
    { atMs: 4_536.7, act: (map) => map.remove("k2") },
  ],
  C: [],
};

/** Plays story 08 with our node and our map in the place of a Java one; compares what they hold whenever that was asked. */
async function replay(name: "A" | "B" | "C") {
  const trace = readTrace("08");
  const played = new Replay(trace, name);
  const map: SharedMap = new OortMap(played.oort, played.bayeux, "shared");
  if (name === "A") {
    map.put("k1", "one");
    map.put("k2", { n: 2, list: [1, 2.5, null, true] });
  }
  map.start();
  let compared = 0;
  const asked = trace.notes.flatMap(({ tMs, note, status }) => {
    if (note !== `GET /status at ${name}` || status === undefined) return [];
    const act = () => {
      const parts = map.infos.map(({ url, value }) => [url, Object.fromEntries(value)]);
      assert.deepEqual(Object.fromEntries(parts), status.mapParts, `${name} at ${tMs} ms`);
      compared += 1;
    };
    return [{ atMs: tMs, act }];
  });
  const dialled = trace.select({ from: name, to: "A", channel: "/meta/handshake" }).find((one) => one.opener === name);
  if (dialled !== undefined) asked.push({ atMs: dialled.tMs, act: () => played.oort.observe(URL_A) });
  let fromMs = 0;
  for (const { atMs, act } of [...DEEDS[name]!, ...asked].sort((a, b) => a.atMs - b.atMs)) {
    await played.play(fromMs, atMs - 0.05);
    await played.clock.settle();
    act(map);
    await played.clock.settle();
    fromMs = atMs;
  }
  await played.play(fromMs);
  return { played, map, compared, trace };
}

/** The data of messages, without what only our own kind understands. */
function dataOf(messages: readonly Message[], channel: string): Record<string, unknown>[] {
  return messages.flatMap(({ channel: name, data }) => {
    if (name !== channel || !isObject(data)) return [];
    return [Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith("oortbus.")))];
  });
}

test("08: our map in the place of A's: Java's parts are ours, and what we tell is what A told", async () => {
  const { played, map, compared, trace } = await replay("A");
  assert.equal(compared, 5);
  assert.equal(map.stats.malformed + map.stats.forged + map.stats.refused, 0);
  const recorded = (to: string, channel: string) =>
    dataOf(
      trace.select({ from: "A", to, channel }).map(({ message }) => message),
      channel,
    );
  const [toB] = [...played.links].filter(([name]) => name.startsWith("B>A")).map(([, link]) => link);
  assert.deepEqual(dataOf(toB!.sent, CHANNEL), recorded("B", CHANNEL), "the initial state, and each update");
  const pushes = dataOf(played.sentTo("B"), SERVICE);
  const javas = recorded("B", SERVICE);
  assert.deepEqual(pushes[0], javas[0], "who joins gets a push");
  assert.deepEqual(pushes[1], javas[1], "the push of who joined is answered");
  assert.deepEqual(pushes.at(-1), javas.at(-1), "the pull is answered");
  assert.equal(pushes.length <= javas.length, true, `${pushes.length} pushes`);
  assert.equal(map.merged.get("k6"), "six");
});

test("08: our map in the place of B's: a lost update is noticed and pulled", async () => {
  const { played, map, compared, trace } = await replay("B");
  assert.ok(compared >= 4, `${compared}`);
  assert.equal(map.stats.malformed + map.stats.forged + map.stats.refused, 0);
  const javas = trace.select({ from: "B", to: "A" }).map(({ message }) => message);
  const pulls = (messages: readonly Message[]) =>
    dataOf(messages, SERVICE).filter((data) => data["oort.info.action"] === "oort.object.pull");
  assert.deepEqual(pulls(played.sentTo("A")), pulls(javas));
  assert.equal(pulls(javas).length, 1);
  const [toA] = [...played.links].filter(([name]) => name.startsWith("A>B")).map(([, link]) => link);
  assert.deepEqual(dataOf(toA!.sent, CHANNEL), dataOf(javas, CHANNEL));
  assert.deepEqual(map.info(URL_B)?.version, 3);
});

test("08: our map in the place of C's, which joins two and sees one of them go", async () => {
  const { map, compared } = await replay("C");
  assert.equal(compared, 2);
  assert.deepEqual([...map.merged], [...map.infos[0]!.value], "of B nothing is left");
  assert.equal(map.stats.malformed + map.stats.forged + map.stats.refused, 0);
});
