import type { Measured } from "./measure.js";
import type { PresenceMode } from "./measured-cloud.js";
import type { PrivateMessages } from "./private-messages.js";
import { FORMULAS } from "./scaling-report.js";

const PANEL = { width: 400, height: 300, left: 56, right: 70, top: 40, bottom: 44 };
const COLOURS: Readonly<Record<PresenceMode, string>> = { flood: "#c2571a", shard: "#1f6fb2" };

/** Panels in a row. */
const COLUMNS = 3;

interface Point {
  readonly presence: PresenceMode;
  readonly nodes: number;
  readonly value: number;
  readonly formula?: number | undefined;
}

interface Panel {
  readonly title: string;
  readonly points: readonly Point[];
}

function panelsOf(measured: readonly Measured[], sent: readonly PrivateMessages[]): Panel[] {
  type Count = (one: Measured) => number | undefined;
  const counted = (title: string, value: Count, formula?: Count): Panel => ({
    title,
    points: measured.flatMap((one) => {
      const count = value(one);
      return count === undefined ? [] : [{ ...one, value: count, formula: formula?.(one) }];
    }),
  });
  const timed = (title: string, value: (one: PrivateMessages) => number): Panel => ({
    title,
    points: sent.map((one) => ({ ...one, value: value(one) })),
  });
  const panels = [
    counted("Link messages a login, mean", ({ loginMessages }) => loginMessages.mean, FORMULAS.loginMessages),
    counted("Bytes on links a login, mean", ({ loginBytes }) => loginBytes.mean),
    counted("Presence entries a node, mean", ({ entries }) => entries.mean, FORMULAS.entries),
    counted("Link messages to a user who has moved", ({ justMoved }) => justMoved?.messages.mean),
    counted("Bytes on links to a user who has moved", ({ justMoved }) => justMoved?.bytes.mean),
    counted("Link messages to a user who is nowhere", ({ nobodyThere }) => nobodyThere.messages.mean),
    timed("CPU a private message, µs, all nodes", ({ bus }) => bus.cpuMicros),
    timed("p99 of it over p99 of an echo", ({ bus }) => bus.ratio.median),
  ];
  return panels.filter(({ points }) => points.length > 0);
}

/** What was measured, over the number of nodes, as SVG: points and lines; the formulas are dashed. */
export function chartOf(measured: readonly Measured[], sent: readonly PrivateMessages[]): string {
  const drawings = panelsOf(measured, sent);
  const width = PANEL.width * COLUMNS;
  const height = PANEL.height * Math.ceil(drawings.length / COLUMNS);
  const panels = drawings.map((panel, index) => {
    const [x, y] = [(index % COLUMNS) * PANEL.width, Math.floor(index / COLUMNS) * PANEL.height];
    return `<g transform="translate(${x} ${y})">\n${drawn(panel)}\n</g>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`;
  const ground = `<title>Flood against shard, by the number of nodes</title>\n<rect width="100%" height="100%" fill="#fff"/>`;
  return `${head}\n${ground}\n${panels.join("\n")}\n</svg>\n`;
}

function drawn({ title, points }: Panel): string {
  const right = PANEL.width - PANEL.right;
  const bottom = PANEL.height - PANEL.bottom;
  const sizes = [...new Set(points.map(({ nodes }) => nodes))].sort((one, other) => one - other);
  const mostNodes = Math.max(...sizes);
  const top = ceiling(Math.max(...points.map(({ value, formula = 0 }) => Math.max(value, formula))));
  const x = (nodes: number): number => round(PANEL.left + ((right - PANEL.left) * nodes) / mostNodes);
  const y = (height: number): number => round(bottom - ((bottom - PANEL.top) * height) / top);
  const parts = [text(PANEL.left, 22, title, 'font-weight="bold"')];
  for (let part = 0; part <= 4; part += 1) {
    const at = (top * part) / 4;
    parts.push(`<path d="M${PANEL.left} ${y(at)}H${right}" stroke="#ddd"/>`);
    parts.push(text(PANEL.left - 6, y(at) + 4, String(round(at)), 'text-anchor="end"'));
  }
  // Small sizes are too close to each other for a number each.
  const labelled = sizes.filter((nodes, index) => index === 0 || x(nodes) - x(sizes[index - 1]!) > 14);
  for (const nodes of labelled) parts.push(text(x(nodes), bottom + 16, String(nodes), 'text-anchor="middle"'));
  parts.push(text((PANEL.left + right) / 2, bottom + 34, "nodes", 'text-anchor="middle"'));
  for (const mode of ["flood", "shard"] as const) {
    const colour = COLOURS[mode];
    const own = points.filter(({ presence }) => presence === mode).sort((one, other) => one.nodes - other.nodes);
    if (own.length === 0) continue;
    const line = (of: (one: Point) => number | undefined) => {
      const drawable = own.filter((one) => of(one) !== undefined);
      return drawable.map((one, index) => `${index === 0 ? "M" : "L"}${x(one.nodes)} ${y(of(one)!)}`).join("");
    };
    const formula = line((one) => one.formula);
    if (formula !== "") parts.push(`<path d="${formula}" fill="none" stroke="${colour}" stroke-dasharray="2 4"/>`);
    parts.push(`<path d="${line(({ value }) => value)}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const one of own) parts.push(`<circle cx="${x(one.nodes)}" cy="${y(one.value)}" r="3" fill="${colour}"/>`);
    parts.push(text(right + 8, y(own.at(-1)!.value) + 4, mode, `fill="${colour}"`));
  }
  return parts.join("\n");
}

/** The next number that is easy to divide by four. */
function ceiling(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([1, 2, 4, 6, 8, 10].find((step) => step * unit >= value) ?? 10);
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${content}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
