import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { systemRandom } from "../../core/random.js";
import {
  type FromGame,
  HostedGame,
  MAX_WAIT_MS,
  readFromPlayer,
  SILENCE_MS,
} from "../../scripts/demo/tennis/hosted-game.js";
import { FakeClock } from "../support/fake-clock.js";

/** A game with nobody in it, and what it tells. */
function host(t: TestContext): { clock: FakeClock; game: HostedGame; told: FromGame[]; ended: () => number } {
  const clock = new FakeClock();
  const told: FromGame[] = [];
  let ends = 0;
  const game = new HostedGame({
    clock,
    random: { ...systemRandom, fraction: () => 0.5 }, // straight serves, to the right
    tell: (news) => told.push(news),
    ended: () => {
      ends += 1;
    },
  });
  t.after(() => assert.ok(clock.pending <= 1));
  return { clock, game, told, ended: () => ends };
}

async function keepPlaying(clock: FakeClock, game: HostedGame, players: string[], seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    for (const player of players) game.hear({ type: "ping", player, at: second });
    await clock.advance(1_000);
  }
}

test("two are seated, a third is not, and pictures come 30 a second once both are there", async (t) => {
  const { clock, game, told } = host(t);
  game.hear({ type: "join", player: "alice" });
  await clock.advance(3_000);
  assert.deepEqual(told, [{ type: "seated", to: "alice", side: "left" }], "nothing is drawn for one");
  told.length = 0;
  game.hear({ type: "join", player: "bob" });
  game.hear({ type: "join", player: "bob" });
  game.hear({ type: "join", player: "carol" });
  assert.deepEqual(told, [
    { type: "seated", to: "bob", side: "right" },
    { type: "seated", to: "bob", side: "right" },
    { type: "refused", to: "carol", reason: "full" },
  ]);
  told.length = 0;
  await clock.advance(1_000);
  assert.ok(told.length >= 29 && told.length <= 31, `${told.length} pictures`);
  assert.ok(told.every(({ type }) => type === "state"));
});

test("only who plays can steer, ask for the time, or end the game", async (t) => {
  const { clock, game, told, ended } = host(t);
  game.hear({ type: "join", player: "alice" });
  game.hear({ type: "join", player: "bob" });
  game.hear({ type: "steer", player: "mallory", steering: { direction: -1 } });
  game.hear({ type: "quit", player: "mallory" });
  told.length = 0;
  game.hear({ type: "ping", player: "mallory", at: 1 });
  game.hear({ type: "ping", player: "bob", at: 7 });
  assert.deepEqual(told, [{ type: "pong", to: "bob", at: 7 }]);
  game.hear({ type: "steer", player: "alice", steering: { direction: -1 } });
  await clock.advance(200);
  const last = told.at(-1)!;
  assert.ok(last.type === "state" && last.pads[0]! < 30 && last.pads[1] === 45);
  game.hear({ type: "quit", player: "bob" });
  assert.deepEqual(told.at(-1), { type: "over", reason: "quit", side: "right" });
  assert.equal(ended(), 1);
  const { length } = told;
  game.hear({ type: "join", player: "carol" });
  await clock.advance(5_000);
  assert.equal(told.length, length);
  assert.equal(clock.pending, 0);
});

test("a player of whom nothing is heard ends the game; so does nobody who comes", async (t) => {
  const { clock, game, told, ended } = host(t);
  game.hear({ type: "join", player: "alice" });
  game.hear({ type: "join", player: "bob" });
  await keepPlaying(clock, game, ["alice"], SILENCE_MS / 1_000 + 1);
  assert.deepEqual(told.at(-1), { type: "over", reason: "silent", side: "right" });
  assert.equal(ended(), 1);

  const lonely = host(t);
  lonely.game.hear({ type: "join", player: "alice" });
  await keepPlaying(lonely.clock, lonely.game, ["alice"], MAX_WAIT_MS / 1_000 + 2);
  assert.deepEqual(lonely.told.at(-1), { type: "over", reason: "unjoined" });
  assert.equal(lonely.ended(), 1);
});

test("after a win the game rests, and begins anew when somebody asks for it", async (t) => {
  const { clock, game, told } = host(t);
  game.hear({ type: "join", player: "alice" });
  game.hear({ type: "join", player: "bob" });
  for (const player of ["alice", "bob"]) game.hear({ type: "steer", player, steering: { target: 0 } });
  game.hear({ type: "again", player: "alice" });
  await keepPlaying(clock, game, ["alice", "bob"], 40);
  const won = told.at(-1)!;
  assert.ok(won.type === "state" && won.winner !== null && Math.max(...won.score) === 7);
  told.length = 0;
  await keepPlaying(clock, game, ["alice", "bob"], 4);
  assert.ok(told.filter(({ type }) => type === "state").length <= 9, "a game that is over is told twice a second");
  game.hear({ type: "again", player: "bob" });
  await clock.advance(1_000);
  const next = told.at(-1)!;
  assert.ok(next.type === "state" && next.winner === null && Math.max(...next.score) === 0);
});

test("what is no message of a player's node is passed over", () => {
  const useless = [
    null,
    7,
    [],
    {},
    { type: "join" },
    { type: "join", player: 7 },
    { type: "steer", player: "a" },
    { type: "steer", player: "a", steering: { direction: 2 } },
    { type: "steer", player: "a", steering: { target: "1" } },
    { type: "steer", player: "a", steering: { target: Number.NaN } },
    { type: "ping", player: "a", at: "now" },
    { type: "fly", player: "a" },
  ];
  for (const data of useless) assert.equal(readFromPlayer(data), undefined, JSON.stringify(data));
  const steering = { target: 3 };
  assert.deepEqual(readFromPlayer({ type: "steer", player: "a", steering, more: 1 }), {
    type: "steer",
    player: "a",
    steering,
  });
});
