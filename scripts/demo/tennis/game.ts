/** Lengths are in units of the court, speeds in units a second. Left is 0, top is 0. */
export const COURT = { width: 160, height: 90 } as const;
/** `x` is how far a pad's middle is from its end of the court. */
export const PAD = { width: 3, height: 18, x: 7, speed: 100 } as const;
export const BALL = { radius: 1.8, serveSpeed: 75, maxSpeed: 160, speedUp: 1.06 } as const;
export const POINTS_TO_WIN = 7;
/** The ball lies still for so long before each serve. */
export const SERVE_PAUSE_MS = 1_200;

/** Small enough that the fastest ball moves by less than its radius. */
const STEP_MS = 8;
/** More than this is not caught up with: the process was asleep. */
const MAX_ELAPSED_MS = 250;
/** Of the angle to the horizontal. */
const MAX_SERVE_ANGLE = Math.PI / 5;
const MAX_BOUNCE_ANGLE = Math.PI / 3.2;

export type Side = "left" | "right";
export const SIDES: readonly Side[] = ["left", "right"];

/** What a player wants of his pad: to go up (-1) or down (1) or stay (0), or to be at a height. */
export type Steering = { readonly direction: -1 | 0 | 1 } | { readonly target: number };

export interface Pad {
  /** Of its middle. */
  readonly y: number;
  readonly steering: Steering;
}

export interface Ball {
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
}

/** A game of two at one moment. It changes by the functions below only, which give the next one. */
export interface Game {
  readonly ball: Ball;
  readonly pads: Readonly<Record<Side, Pad>>;
  readonly score: Readonly<Record<Side, number>>;
  /** Grows with each serve: between two rallies the ball jumps. */
  readonly rally: number;
  /** The next serve goes to this side. */
  readonly serveTo: Side;
  /** Milliseconds until the serve; 0: the ball is in play. */
  readonly serveInMs: number;
  readonly winner: Side | undefined;
}

const CENTRE: Ball = { x: COURT.width / 2, y: COURT.height / 2, vx: 0, vy: 0 };
const RESTING: Pad = { y: COURT.height / 2, steering: { direction: 0 } };

/** A game before its first serve. */
export function newGame(serveTo: Side): Game {
  return {
    ball: CENTRE,
    pads: { left: RESTING, right: RESTING },
    score: { left: 0, right: 0 },
    rally: 0,
    serveTo,
    serveInMs: SERVE_PAUSE_MS,
    winner: undefined,
  };
}

/** The next game of the same two: the loser gets the first serve, pads stay where they are. */
export function nextGame(game: Game): Game {
  const first = newGame(game.winner === undefined ? game.serveTo : other(game.winner));
  return { ...first, pads: game.pads, rally: game.rally + 1 };
}

export function other(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** Takes what a player wants of his pad; the pad then moves with time. */
export function steer(game: Game, side: Side, steering: Steering): Game {
  return { ...game, pads: { ...game.pads, [side]: { ...game.pads[side], steering } } };
}

/**
 * Lets time pass: pads move, the ball flies, bounces, is served, or makes a point.
 * @param elapsedMs - since the last call; a very long time counts as a short one
 * @param chance - at least 0, below 1: the angle of a serve, if there is one
 */
export function advance(game: Game, elapsedMs: number, chance: number): Game {
  let left = Math.min(Math.max(0, elapsedMs), MAX_ELAPSED_MS);
  let next = game;
  while (left > 0) {
    const stepMs = Math.min(left, STEP_MS);
    next = step(next, stepMs, chance);
    left -= stepMs;
  }
  return next;
}

function step(game: Game, stepMs: number, chance: number): Game {
  const pads = { left: moved(game.pads.left, stepMs), right: moved(game.pads.right, stepMs) };
  const next = { ...game, pads };
  if (game.winner !== undefined) return next;
  if (game.serveInMs > 0) {
    const serveInMs = Math.max(0, game.serveInMs - stepMs);
    return { ...next, serveInMs, ball: serveInMs > 0 ? game.ball : served(game.serveTo, chance) };
  }
  return judge({ ...next, ball: flown(game.ball, pads, stepMs) });
}

function moved(pad: Pad, stepMs: number): Pad {
  const reach = (PAD.speed * stepMs) / 1_000;
  const { steering } = pad;
  const way = "target" in steering ? clamp(steering.target - pad.y, -reach, reach) : steering.direction * reach;
  return way === 0 ? pad : { ...pad, y: clamp(pad.y + way, PAD.height / 2, COURT.height - PAD.height / 2) };
}

function served(to: Side, chance: number): Ball {
  const angle = (2 * chance - 1) * MAX_SERVE_ANGLE;
  return { ...CENTRE, ...velocity(to, angle, BALL.serveSpeed) };
}

function flown(ball: Ball, pads: Game["pads"], stepMs: number): Ball {
  let { vy } = ball;
  const x = ball.x + (ball.vx * stepMs) / 1_000;
  let y = ball.y + (vy * stepMs) / 1_000;
  const [top, bottom] = [BALL.radius, COURT.height - BALL.radius];
  if (y < top || y > bottom) {
    y = y < top ? 2 * top - y : 2 * bottom - y;
    vy = -vy;
  }
  const next = { x, y, vx: ball.vx, vy };
  const side = ball.vx < 0 ? "left" : "right";
  return meets(next, pads[side], side) ? returned(next, pads[side], side) : next;
}

/** Whether a ball that flies towards a side touches the pad there. */
function meets(ball: Ball, pad: Pad, side: Side): boolean {
  const padX = side === "left" ? PAD.x : COURT.width - PAD.x;
  return (
    Math.abs(ball.x - padX) <= PAD.width / 2 + BALL.radius && Math.abs(ball.y - pad.y) <= PAD.height / 2 + BALL.radius
  );
}

/** The farther from the pad's middle, the steeper; and a little faster each time. */
function returned(ball: Ball, pad: Pad, side: Side): Ball {
  const offset = clamp((ball.y - pad.y) / (PAD.height / 2), -1, 1);
  const speed = Math.min(BALL.maxSpeed, Math.hypot(ball.vx, ball.vy) * BALL.speedUp);
  return { ...ball, ...velocity(other(side), offset * MAX_BOUNCE_ANGLE, speed) };
}

function velocity(towards: Side, angle: number, speed: number): { vx: number; vy: number } {
  return { vx: Math.cos(angle) * speed * (towards === "left" ? -1 : 1), vy: Math.sin(angle) * speed };
}

/** A ball that is behind an end of the court is a point for the other side. */
function judge(game: Game): Game {
  const { x } = game.ball;
  if (x >= -BALL.radius && x <= COURT.width + BALL.radius) return game;
  const loser = x < 0 ? "left" : "right";
  const scorer = other(loser);
  const score = { ...game.score, [scorer]: game.score[scorer] + 1 };
  return {
    ...game,
    score,
    ball: CENTRE,
    rally: game.rally + 1,
    serveTo: loser,
    serveInMs: SERVE_PAUSE_MS,
    winner: score[scorer] >= POINTS_TO_WIN ? scorer : undefined,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
