import type { Clock, Timer } from "../../../core/clock.js";
import { isObject } from "../../../core/message/message.js";
import type { Random } from "../../../core/random.js";
import { advance, type Game, newGame, nextGame, SIDES, type Side, type Steering, steer } from "./game.js";

/** Between two pictures of a game that is played: 30 a second. */
const TICK_MS = 1_000 / 30;
/** When nothing flies: while one waits for the other, and when it is over. */
const IDLE_TICK_MS = 500;
/** A player of whom nothing is heard for so long is gone, or his node is. Pages say something every second. */
export const SILENCE_MS = 6_000;
/** A game that nobody joins ends. */
export const MAX_WAIT_MS = 600_000;

/** What a player's node tells the game's node. `player` is a key that the former made up for him. */
export type FromPlayer =
  | { readonly type: "join"; readonly player: string }
  | { readonly type: "quit" | "again"; readonly player: string }
  | { readonly type: "steer"; readonly player: string; readonly steering: Steering }
  | { readonly type: "ping"; readonly player: string; readonly at: number };

/** What the game's node tells the players' nodes; without `to`, it is for both. */
export type FromGame =
  | { readonly type: "seated"; readonly to: string; readonly side: Side }
  | { readonly type: "refused"; readonly to: string; readonly reason: "full" }
  | { readonly type: "pong"; readonly to: string; readonly at: number }
  | ({ readonly type: "state" } & Picture)
  | { readonly type: "over"; readonly reason: EndReason; readonly side?: Side };

/** `quit`: the player at `side` left; `silent`: nothing is heard of him; `unjoined`: nobody came. */
export type EndReason = "quit" | "silent" | "unjoined";

/** A game as pages draw it. Lists have the left side first. */
export interface Picture {
  /** Milliseconds since the game began, by the clock of its node. */
  readonly t: number;
  /** x, y, and speed. */
  readonly ball: readonly [x: number, y: number, vx: number, vy: number];
  readonly pads: readonly number[];
  readonly score: readonly number[];
  readonly rally: number;
  readonly serveInMs: number;
  readonly winner: Side | null;
}

export interface HostedGameParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly tell: (news: FromGame) => void;
  /** Called once, after the players were told. */
  readonly ended: () => void;
}

interface Player {
  readonly key: string;
  heardAtMs: number;
}

/** One game on the node that keeps it: who plays at which side, time that passes, and what players are told. */
export class HostedGame {
  readonly #parts: HostedGameParts;
  readonly #startedAtMs: number;
  readonly #players = new Map<Side, Player>();
  #game: Game;
  #tickedAtMs: number;
  #timer: Timer | undefined;
  #hasEnded = false;

  constructor(parts: HostedGameParts) {
    this.#parts = parts;
    this.#game = newGame(parts.random.fraction() < 0.5 ? "left" : "right");
    this.#startedAtMs = this.#tickedAtMs = parts.clock.now();
    this.#tickLater();
  }

  /** What a player's node says. Players who do not play here are not heard. */
  hear(message: FromPlayer): void {
    if (this.#hasEnded) return;
    if (message.type === "join") return this.#join(message.player);
    const side = this.#sideOf(message.player);
    if (side === undefined) return;
    this.#players.get(side)!.heardAtMs = this.#parts.clock.now();
    switch (message.type) {
      case "steer":
        this.#game = steer(this.#game, side, message.steering);
        return;
      case "ping":
        return this.#parts.tell({ type: "pong", to: message.player, at: message.at });
      case "again":
        if (this.#game.winner !== undefined) this.#game = nextGame(this.#game);
        return;
      case "quit":
        return this.#end("quit", side);
    }
  }

  /** The first to come plays left, the second right. Who comes again has his place. */
  #join(key: string): void {
    const side = this.#sideOf(key) ?? SIDES.find((free) => !this.#players.has(free));
    if (side === undefined) return this.#parts.tell({ type: "refused", to: key, reason: "full" });
    this.#players.set(side, { key, heardAtMs: this.#parts.clock.now() });
    this.#parts.tell({ type: "seated", to: key, side });
    if (this.#players.size === SIDES.length) this.#tickLater();
  }

  #sideOf(key: string): Side | undefined {
    return SIDES.find((side) => this.#players.get(side)?.key === key);
  }

  #tickLater(): void {
    this.#timer?.cancel();
    const isPlayed = this.#players.size === SIDES.length && this.#game.winner === undefined;
    this.#timer = this.#parts.clock.schedule(isPlayed ? TICK_MS : IDLE_TICK_MS, () => this.#tick());
  }

  #tick(): void {
    const nowMs = this.#parts.clock.now();
    const elapsedMs = nowMs - this.#tickedAtMs;
    this.#tickedAtMs = nowMs;
    const silent = SIDES.find((side) => nowMs - (this.#players.get(side)?.heardAtMs ?? nowMs) > SILENCE_MS);
    if (silent !== undefined) return this.#end("silent", silent);
    if (this.#players.size === SIDES.length) {
      this.#game = advance(this.#game, elapsedMs, this.#parts.random.fraction());
      this.#parts.tell({ type: "state", ...pictureOf(this.#game, nowMs - this.#startedAtMs) });
    } else if (nowMs - this.#startedAtMs > MAX_WAIT_MS) {
      return this.#end("unjoined");
    }
    this.#tickLater();
  }

  #end(reason: EndReason, side?: Side): void {
    this.#hasEnded = true;
    this.#timer?.cancel();
    this.#parts.tell({ type: "over", reason, ...(side === undefined ? {} : { side }) });
    this.#parts.ended();
  }
}

function pictureOf(game: Game, t: number): Picture {
  const { ball, pads, score, rally, serveInMs, winner } = game;
  return {
    t: rounded(t),
    ball: [rounded(ball.x), rounded(ball.y), rounded(ball.vx), rounded(ball.vy)],
    pads: SIDES.map((side) => rounded(pads[side].y)),
    score: SIDES.map((side) => score[side]),
    rally,
    serveInMs: Math.ceil(serveInMs),
    winner: winner ?? null,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** @returns undefined when it is none */
export function readSteering(value: unknown): Steering | undefined {
  if (!isObject(value)) return undefined;
  const { direction, target } = value;
  if (direction === -1 || direction === 0 || direction === 1) return { direction };
  return typeof target === "number" && Number.isFinite(target) ? { target } : undefined;
}

/** What came from a peer. @returns undefined when it is of no use */
export function readFromPlayer(data: unknown): FromPlayer | undefined {
  if (!isObject(data) || typeof data.player !== "string") return undefined;
  const { type, player } = data;
  switch (type) {
    case "join":
    case "quit":
    case "again":
      return { type, player };
    case "steer": {
      const steering = readSteering(data.steering);
      return steering && { type, player, steering };
    }
    case "ping":
      return typeof data.at === "number" ? { type, player, at: data.at } : undefined;
    default:
      return undefined;
  }
}
