/** As in game.ts, which decides; here they serve to draw. */
const COURT = { width: 160, height: 90 };
const PAD = { width: 3, height: 18, x: 7, speed: 100 };
const BALL_RADIUS = 1.8;

/** Pictures are drawn a little late, so that there is one before and one after. Grows where they come unevenly. */
const LEAST_DELAY_MS = 50;
const MOST_DELAY_MS = 400;
/** A ball of which nothing is heard flies on for so long. */
const MAX_GUESS_MS = 120;
const MAX_PICTURES = 60;
const TAIL_MS = 180;
/** What we are told of our own pad is that much behind. */
const REST_MS = 300;

/** Draws a game on a canvas, smoothly, however unevenly the pictures come. */
export class Court {
  #canvas;
  #context;
  #colours;
  /** @type {import("./tennis-connection.js").Side | undefined} */
  #side;
  /** @type {import("./tennis-connection.js").Picture[]} */
  #pictures = [];
  /** Our clock minus the game's, at the fastest delivery. */
  #offsetMs;
  #delayMs = LEAST_DELAY_MS;
  /** Our own pad answers at once: it is moved here, and follows the game's when at rest. */
  #own = COURT.height / 2;
  #steering = { direction: 0 };
  #restingMs = 0;
  #drawnAt = 0;
  #tail = [];
  #frame;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#readColours();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#readColours());
  }

  /** @param {import("./tennis-connection.js").Side} side - ours */
  start(side) {
    this.stop();
    this.#side = side;
    this.#pictures = [];
    this.#offsetMs = undefined;
    this.#own = COURT.height / 2;
    this.#steering = { direction: 0 };
    this.#drawnAt = performance.now();
    const draw = (now) => {
      this.#draw(now);
      this.#frame = requestAnimationFrame(draw);
    };
    this.#frame = requestAnimationFrame(draw);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
  }

  /** @param {{ direction: number } | { target: number }} steering - as it is sent */
  steer(steering) {
    this.#steering = steering;
  }

  /** @returns {number} where on the court a point of the screen is */
  heightAt(clientY) {
    const { top, height } = this.#canvas.getBoundingClientRect();
    return ((clientY - top) / height) * COURT.height;
  }

  /** @param {import("./tennis-connection.js").Picture} picture */
  add(picture) {
    const offset = performance.now() - picture.t;
    // The fastest one counts; clocks drift, so it is forgotten slowly.
    this.#offsetMs = this.#offsetMs === undefined ? offset : Math.min(this.#offsetMs + 0.2, offset);
    const lateness = offset - this.#offsetMs + 40;
    this.#delayMs = Math.max(LEAST_DELAY_MS, Math.min(MOST_DELAY_MS, Math.max(lateness, this.#delayMs * 0.99)));
    this.#pictures.push(picture);
    if (this.#pictures.length > MAX_PICTURES) this.#pictures.shift();
    // For tests and for whoever looks into the page; what is seen is drawn.
    const { dataset } = this.#canvas;
    [dataset.leftPad, dataset.rightPad] = picture.pads;
    dataset.ball = picture.ball.slice(0, 2).join();
  }

  #draw(now) {
    const elapsedMs = Math.min(100, now - this.#drawnAt);
    this.#drawnAt = now;
    this.#fit();
    this.#drawCourt();
    const seen = this.#seenAt(now - (this.#offsetMs ?? 0) - this.#delayMs);
    if (seen === undefined) return this.#drawPads([COURT.height / 2, COURT.height / 2]);
    const own = this.#side === "left" ? 0 : 1;
    this.#moveOwn(elapsedMs, this.#pictures.at(-1).pads[own]);
    const pads = [...seen.pads];
    pads[own] = this.#own;
    this.#drawPads(pads);
    this.#drawBall(seen, now);
  }

  /** The game at a time of its own: between two pictures, or a little after the last. */
  #seenAt(t) {
    while (this.#pictures.length > 2 && this.#pictures[1].t <= t) this.#pictures.shift();
    const [before, after] = this.#pictures;
    if (before === undefined) return undefined;
    if (after === undefined || before.rally !== after.rally) {
      if (after !== undefined && t >= after.t) return after;
      const seconds = Math.min(Math.max(0, t - before.t), MAX_GUESS_MS) / 1_000;
      const [x, y, vx, vy] = before.ball;
      return { ...before, ball: [x + vx * seconds, inside(y + vy * seconds, BALL_RADIUS), vx, vy] };
    }
    const part = Math.min(1 + MAX_GUESS_MS / (after.t - before.t), Math.max(0, (t - before.t) / (after.t - before.t)));
    const between = (list, other) => list.map((value, index) => value + (other[index] - value) * part);
    const [x, y, ...speed] = between(before.ball, after.ball);
    return {
      ...after,
      ball: [x, inside(y, BALL_RADIUS), ...speed],
      pads: between(before.pads, after.pads).map((pad) => inside(pad, PAD.height / 2)),
    };
  }

  #moveOwn(elapsedMs, told) {
    const reach = (PAD.speed * elapsedMs) / 1_000;
    const { direction, target } = this.#steering;
    const way = target === undefined ? direction * reach : Math.max(-reach, Math.min(reach, target - this.#own));
    this.#own = inside(this.#own + way, PAD.height / 2);
    this.#restingMs = Math.abs(way) < 0.01 ? this.#restingMs + elapsedMs : 0;
    if (this.#restingMs > REST_MS) this.#own += (told - this.#own) * Math.min(1, elapsedMs / 150);
  }

  /** The canvas has as many pixels as the screen gives it. */
  #fit() {
    const scale = devicePixelRatio || 1;
    const width = Math.max(160, Math.round(this.#canvas.clientWidth * scale));
    const height = Math.round((width * COURT.height) / COURT.width);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context.setTransform(width / COURT.width, 0, 0, width / COURT.width, 0, 0);
  }

  #drawCourt() {
    const pen = this.#context;
    const { court, line } = this.#colours;
    pen.fillStyle = court;
    pen.fillRect(0, 0, COURT.width, COURT.height);
    pen.strokeStyle = line;
    pen.lineWidth = 0.5;
    pen.strokeRect(3, 3, COURT.width - 6, COURT.height - 6);
    pen.setLineDash([2.4, 2]);
    pen.beginPath();
    pen.moveTo(COURT.width / 2, 3);
    pen.lineTo(COURT.width / 2, COURT.height - 3);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.arc(COURT.width / 2, COURT.height / 2, 13, 0, 2 * Math.PI);
    pen.stroke();
  }

  #drawPads([left, right]) {
    const pen = this.#context;
    const [x, y] = [PAD.width / 2, PAD.height / 2];
    for (const [side, padX, padY] of [
      ["left", PAD.x, left],
      ["right", COURT.width - PAD.x, right],
    ]) {
      pen.fillStyle = this.#colours[side];
      pen.beginPath();
      if (pen.roundRect) pen.roundRect(padX - x, padY - y, PAD.width, PAD.height, x);
      else pen.rect(padX - x, padY - y, PAD.width, PAD.height);
      pen.fill();
    }
  }

  /** A ball with a tail, as a comet has. */
  #drawBall({ ball: [x, y], rally, serveInMs, winner }, now) {
    if (winner !== null) return;
    if (serveInMs > 0 || this.#tail.at(-1)?.rally !== rally) this.#tail = [];
    this.#tail = this.#tail.filter(({ at }) => now - at < TAIL_MS);
    this.#tail.push({ x, y, at: now, rally });
    const pen = this.#context;
    pen.fillStyle = pen.strokeStyle = this.#colours.ball;
    pen.lineCap = "butt";
    for (const [index, point] of this.#tail.entries()) {
      const next = this.#tail[index + 1];
      if (next === undefined) break;
      const part = (index + 1) / this.#tail.length;
      pen.globalAlpha = 0.35 * part * part;
      pen.lineWidth = 2 * BALL_RADIUS * part;
      pen.beginPath();
      pen.moveTo(point.x, point.y);
      pen.lineTo(next.x, next.y);
      pen.stroke();
    }
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(x, y, BALL_RADIUS, 0, 2 * Math.PI);
    pen.fill();
  }

  #readColours() {
    const style = getComputedStyle(this.#canvas);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    this.#colours = Object.fromEntries(
      ["court", "line", "left", "right", "ball"].map((name) => [name, colour(name === "line" ? "court-line" : name)]),
    );
  }
}

function inside(y, margin) {
  return Math.max(margin, Math.min(COURT.height - margin, y));
}
