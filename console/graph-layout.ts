export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GraphLayout extends Size {
  /** Centres of the cards, in the order of the nodes. */
  readonly places: readonly Point[];
}

export interface GraphOptions {
  /** Of one card. */
  readonly card: Size;
  /** Least space between two cards, beside or above each other. */
  readonly gap: Size;
  /** Width by height of the picture that is wanted; the ring is shaped after it. */
  readonly aspect: number;
}

/** Around all cards. */
const MARGIN = 6;
/** How much the ring grows when two cards are too near. */
const GROWTH = 1.04;

/**
 * Puts cards on a ring, the first on top, so that none touches another and every link is a straight line between two of
 * them. The picture is as small as that allows. Pure: the same number of nodes stand where they stood.
 */
export function layoutGraph(nodes: number, { card, gap, aspect }: GraphOptions): GraphLayout {
  let radius = Math.min(card.width, card.height);
  const ring = (): Point[] => ringOf(nodes, radius * Math.sqrt(aspect), radius / Math.sqrt(aspect));
  let centres = ring();
  while (anyTooNear(centres, card, gap)) {
    radius *= GROWTH;
    centres = ring();
  }
  const xs = centres.map(({ x }) => x);
  const ys = centres.map(({ y }) => y);
  const left = Math.min(0, ...xs) - card.width / 2 - MARGIN;
  const top = Math.min(0, ...ys) - card.height / 2 - MARGIN;
  return {
    width: Math.max(0, ...xs) + card.width / 2 + MARGIN - left,
    height: Math.max(0, ...ys) + card.height / 2 + MARGIN - top,
    places: centres.map(({ x, y }) => ({ x: x - left, y: y - top })),
  };
}

/** Points on an ellipse, equally far from each other along it. */
function ringOf(nodes: number, radiusX: number, radiusY: number): Point[] {
  if (nodes <= 1) return [{ x: 0, y: 0 }].slice(0, nodes);
  if (nodes === 2)
    return [
      { x: -radiusX, y: 0 },
      { x: radiusX, y: 0 },
    ]; // beside each other, not one on the other
  const STEPS = 720;
  const at = (step: number): Point => {
    const angle = (step / STEPS) * 2 * Math.PI - Math.PI / 2;
    return { x: radiusX * Math.cos(angle), y: radiusY * Math.sin(angle) };
  };
  const lengths = [0];
  for (let step = 1; step <= STEPS; step += 1) {
    const [from, to] = [at(step - 1), at(step)];
    lengths.push(lengths.at(-1)! + Math.hypot(to.x - from.x, to.y - from.y));
  }
  const whole = lengths.at(-1)!;
  let step = 0;
  return Array.from({ length: nodes }, (_, index) => {
    while (lengths[step]! < (index * whole) / nodes) step += 1;
    return at(step);
  });
}

function anyTooNear(centres: readonly Point[], card: Size, gap: Size): boolean {
  return centres.some((one, index) =>
    centres
      .slice(index + 1)
      .some(
        (other) =>
          Math.abs(one.x - other.x) < card.width + gap.width && Math.abs(one.y - other.y) < card.height + gap.height,
      ),
  );
}

/** Where a line from one centre to another leaves the first one's card, so that arrows and lines end at its edge. */
export function edgeOf(from: Point, to: Point, card: Size): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return from;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : card.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : card.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}
