import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import type { Message } from "../../core/message/message.js";
import { Program } from "../support/program.js";
import { assertAllTaken, compiled, Guide, oortbus, portOf, program, ready, shell, shifted } from "./guide.js";
import { Poller } from "./poller.js";

const services = new Guide("docs/guides/services.md");
const channels = new Guide("docs/guides/channels.md");
const users = new Guide("docs/guides/users.md");
const discovery = new Guide("docs/guides/discovery.md");

test("the services of the guide compile, and answer as it says", async (t) => {
  const names = ["functions.ts", "chat.ts", "game.ts"];
  const files = await compiled(...names.map((name) => services.block(`// ${name}`)));
  const port = portOf(8080);
  const alice = async (file = ""): Promise<{ alice: Poller; node: Program }> => {
    const node = oortbus(t, `npx oortbus node --port 8080 --app ${file}`);
    await ready(node, port);
    const authentication = { user: "alice" };
    const login: Message = { channel: "/meta/handshake", version: "1.0", ext: { authentication } };
    return { alice: await Poller.login(port, login), node };
  };

  const functions = await alice(files[0]);
  await functions.alice.send({ channel: "/service/echo/loud", data: "hi" });
  assert.equal((await functions.alice.next("/echo")).data, "hi!");
  assert.deepEqual((await functions.alice.send({ channel: "/service/price/apples", data: {} })).data, { price: 3 });
  await assert.rejects(functions.alice.send({ channel: "/service/price/pears", data: {} }), /no such fruit/);
  await functions.node.stop();

  const chat = await alice(files[1]);
  await chat.alice.send({ channel: "/chat/lobby", data: "hi" });
  await assert.rejects(chat.alice.send({ channel: "/chat/lobby", data: "HI!" }), /message_deleted/);
  assert.equal((await chat.alice.send({ channel: "/service/chat/lobby/count", data: {} })).data, 1);
  await chat.node.stop();

  const game = await alice(files[2]);
  await game.alice.send({ channel: "/service/game", data: "left" });
  assert.deepEqual((await game.alice.next("/service/game")).data, { move: 1, went: "left" });
  await game.alice.send({ channel: "/service/desk", data: "time?" });
  assert.equal(typeof (await game.alice.next("/service/desk")).data, "number");
  await game.alice.send({ channel: "/meta/subscribe", subscription: "/desk" });
  await game.alice.send({ channel: "/service/desk", data: "hello" });
  assert.equal((await game.alice.next("/desk")).data, "hello");
  await game.alice.send({ channel: "/meta/disconnect" });
  await game.node.says("a player went: disconnected");
});

test("channels do as their guide says", async (t) => {
  const [file = ""] = await compiled(channels.block("// channels.ts"));
  const shown = Program.start(t, [process.execPath, file]);
  const lines = ["acme 3", "set up /chat/blue", "blue: &lt;b&gt;hi&lt;/b&gt;", "400:data.text:data_invalid"];
  for (const line of lines) await shown.says(line);
  assert.equal(await shown.ends(), 0);
});

test("users are watched, kept messages for and sent away as their guide says", async (t) => {
  const [file = ""] = await compiled(users.block("// users.ts"));
  const program = Program.start(t, [process.execPath, file]);
  for (const line of [
    "bob is away",
    "stored for 1, unknown 0",
    "bob is here",
    "bob got 1 kept message",
    "/inbox { text: 'are you there?' }",
    "1 session by websocket, 0 nodes did not answer",
    "/service/seti/disconnected { reason: 'good night' }",
    "1 session ended",
  ]) {
    await program.says(line);
  }
  assert.equal(await program.ends(), 0);

  const node = oortbus(t, users.block("npx oortbus node"));
  const port = portOf(8080);
  await ready(node, port);
  const as = (user: string): Message => ({
    channel: "/meta/handshake",
    version: "1.0",
    ext: { authentication: { user } },
  });
  const alice = await Poller.login(port, as("alice"));
  const send = JSON.parse(users.block('"to"')) as { channel: string; data: unknown };
  const reply = await alice.send({ channel: "/service/seti", data: send });
  assert.deepEqual(reply.ext?.seti, JSON.parse(users.block('"stored"')));
  await alice.send({ channel: "/service/presence", data: JSON.parse(users.block('"counts"')) as unknown });
  assert.deepEqual((await alice.next("/service/presence")).data, { present: 0, watched: 2 });

  const bob = await Poller.login(port, as("bob"));
  assert.deepEqual((await bob.next(send.channel)).data, { from: "alice", data: send.data });
  assert.deepEqual((await alice.next("/service/presence")).data, JSON.parse(users.block('"watched"')));
  const watch = Program.start(t, ["bash", "-c", shifted(users.block("WatchPresence"))]);
  for (const line of shifted(users.block('"started"')).split("\n")) await watch.says(line);
  const [list = "", disconnect = ""] = users.block("ListUserSessions").replaceAll("\\\n", " ").split("\n");
  assert.equal(((await shell(list)) as { total: number }).total, 1);
  assert.equal(((await shell(disconnect)) as { disconnected: number }).disconnected, 1);
  await watch.says('{"change":{"user":"bob","present":false,"nodes":0}}');
});

test("a sender waits until both clients of a user have acknowledged, as the guide says", async (t) => {
  const [file = ""] = await compiled(`// sure.ts
import { BusNode } from "oortbus";
import { AckClientExtension, BayeuxClient } from "oortbus/client";

const bus = new BusNode({ port: 8080, log: { level: "warn" } });
await bus.start();
const { seti } = bus;
for (const _ of [1, 2]) {
  const bob = new BayeuxClient({ url: bus.url });
  bob.addExtension(new AckClientExtension());
  await bob.handshake({ ext: { authentication: { user: "bob" } } });
}
${users.block('until: "acked"')}
console.log(unconfirmed);
await bus.stop();
`);
  const program = Program.start(t, [process.execPath, file]);
  await program.says("{ sessions: 2, nodes: 1 }\n[]");
});

test("a discovery of one's own finds the nodes of its file", async (t) => {
  const app = program(discovery.block("// discovery.mjs"));
  const command = /^PEERS_FILE=(\S+) (npx oortbus node .*) --app \S+$/.exec(discovery.block("PEERS_FILE=peers.txt"));
  const file = join(dirname(app), command![1]!);
  writeFileSync(file, `http://127.0.0.1:${portOf(8081)}/cometd\n`);
  const found = oortbus(t, "npx oortbus node --port 8081 --secret S");
  const finder = oortbus(t, `${command![2]} --app ${app}`, { PEERS_FILE: file });
  await Promise.all([ready(found, portOf(8081)), ready(finder, portOf(8082))]);
  await finder.says("peer joined");
});

test("the client's own README connects, and hears what it says", async (t) => {
  const node = oortbus(t, "npx oortbus node --port 8081");
  await ready(node, portOf(8081));
  const text = new Guide("core/client/README.md").block("AckClientExtension, BayeuxClient } from");
  const [file = ""] = await compiled(`// client.ts\n${text}`);
  const client = Program.start(t, [process.execPath, file]);
  for (const line of ["connected", "/chat/lobby hello"]) await client.says(line);
});

test("a cloud is simulated as its document says", async (t) => {
  const text = new Guide("docs/simulation.md").block("SimulatedCloud");
  const [file = ""] = await compiled(`// simulated.ts\n${text}`);
  const simulated = Program.start(t, [process.execPath, file]);
  assert.equal(await simulated.ends(), 0, simulated.output);
  assert.match(simulated.output, /^\d+ /, "so long it took to heal, and the story");
});

test("every block of code in these documents is taken by a test", () =>
  assertAllTaken(services, channels, users, discovery));
