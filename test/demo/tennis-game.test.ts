import assert from "node:assert/strict";
import { test } from "node:test";
import {
  advance,
  BALL,
  COURT,
  type Game,
  newGame,
  nextGame,
  other,
  PAD,
  POINTS_TO_WIN,
  SERVE_PAUSE_MS,
  SIDES,
  steer,
} from "../../scripts/demo/tennis/game.js";

const STRAIGHT = 0.5;

/** Lets much time pass, in ticks as a node does. */
function play(game: Game, ms: number, chance = STRAIGHT): Game {
  let next = game;
  for (let left = ms; left > 0; left -= 33) next = advance(next, Math.min(33, left), chance);
  return next;
}

test("the ball waits, is then served to the side whose turn it is, and flies evenly", () => {
  for (const side of SIDES) {
    const waiting = play(newGame(side), SERVE_PAUSE_MS - 10);
    assert.deepEqual(waiting.ball, { x: 80, y: 45, vx: 0, vy: 0 });
    const flying = play(waiting, 10 + 500);
    const way = (BALL.serveSpeed * 500) / 1_000;
    assert.ok(Math.abs(flying.ball.x - (80 + (side === "left" ? -way : way))) < 1);
    assert.equal(flying.ball.y, 45);
  }
});

test("the same time in any pieces gives the same game, but for rounding", () => {
  const start = play(newGame("left"), SERVE_PAUSE_MS, 0.9);
  const whole = advance(start, 240, 0.9);
  let pieces = start;
  for (let piece = 0; piece < 30; piece += 1) pieces = advance(pieces, 8, 0.9);
  assert.ok(Math.abs(whole.ball.x - pieces.ball.x) < 1e-9 && Math.abs(whole.ball.y - pieces.ball.y) < 1e-9);
});

test("a pad goes where it is steered, no faster than it can, and stays on the court", () => {
  const up = advance(steer(newGame("left"), "left", { direction: -1 }), 100, STRAIGHT);
  assert.ok(Math.abs(up.pads.left.y - (45 - PAD.speed / 10)) < 1e-9);
  assert.equal(up.pads.right.y, 45);
  assert.equal(play(up, 2_000).pads.left.y, PAD.height / 2);
  assert.equal(
    play(steer(up, "left", { direction: 1 }), 3_000).pads.left.y,
    COURT.height - PAD.height / 2,
    "and the other way",
  );
  const aimed = steer(newGame("left"), "right", { target: 60 });
  assert.ok(advance(aimed, 50, STRAIGHT).pads.right.y < 51);
  assert.equal(play(aimed, 400).pads.right.y, 60);
});

test("a ball that meets a pad comes back faster, the steeper the farther from the pad's middle", () => {
  const straight = play(newGame("left"), SERVE_PAUSE_MS + 1_200);
  assert.ok(straight.ball.vx > BALL.serveSpeed && straight.ball.vy === 0);
  const aside = steer(newGame("left"), "left", { target: 45 + 6 });
  const steep = play(aside, SERVE_PAUSE_MS + 1_200);
  assert.ok(steep.ball.vx > 0 && steep.ball.vy < -20, "it hit the upper part, so it goes up");
  assert.deepEqual(steep.score, { left: 0, right: 0 });
});

test("a ball bounces off the long walls and never leaves them", () => {
  let game = play(newGame("left"), SERVE_PAUSE_MS, 0.999);
  let turns = 0;
  for (let tick = 0; tick < 600; tick += 1) {
    const next = advance(game, 16, 0.999);
    if (next.rally === game.rally && Math.sign(next.ball.vy) !== Math.sign(game.ball.vy)) turns += 1;
    game = next;
    assert.ok(game.ball.y >= 0 && game.ball.y <= COURT.height);
  }
  assert.ok(turns > 0);
});

test("a ball that passes a pad is a point, and the one who lost it gets the next serve", () => {
  const away = steer(newGame("left"), "left", { target: 0 });
  const after = play(away, SERVE_PAUSE_MS + 1_300);
  assert.deepEqual(after.score, { left: 0, right: 1 });
  assert.equal(after.serveTo, "left");
  assert.equal(after.rally, 1);
  assert.ok(after.serveInMs > 0);
});

test("seven points win; then nothing moves but pads, until the next game", () => {
  const won = play(steer(newGame("left"), "left", { target: 0 }), POINTS_TO_WIN * (SERVE_PAUSE_MS + 1_400));
  assert.equal(won.winner, "right");
  assert.deepEqual(won.score, { left: 0, right: POINTS_TO_WIN });
  assert.deepEqual(play(won, 5_000).ball, won.ball);
  const next = nextGame(won);
  assert.deepEqual([next.score, next.winner, next.serveTo], [{ left: 0, right: 0 }, undefined, "left"]);
  assert.equal(next.rally, won.rally + 1);
});

test("two who follow the ball play on, with a ball that is never too fast nor tunnels through a pad", () => {
  let game = newGame("right");
  for (let tick = 0; tick < 6_000; tick += 1) {
    for (const side of SIDES) game = steer(game, side, { target: game.ball.y });
    game = advance(game, 33, 0.7);
    assert.ok(Math.hypot(game.ball.vx, game.ball.vy) <= BALL.maxSpeed + 1e-9);
  }
  assert.deepEqual(game.score, { left: 0, right: 0 });
});

test("a process that slept does not make a player lose by it", () => {
  const before = play(newGame("left"), SERVE_PAUSE_MS + 300);
  const after = advance(before, 60_000, STRAIGHT);
  assert.ok(Math.abs(after.ball.x - before.ball.x) < 25);
  assert.equal(advance(before, -5, STRAIGHT), before);
  assert.equal(other(other("left")), "left");
});
