import type { Measured } from "./measure.js";
import type { PresenceMode } from "./measured-cloud.js";
import { FORMULAS } from "./scaling-report.js";

const PANEL = { width: 400, height: 300, left: 56, right: 70, top: 40, bottom: 44 };
const COLOURS: Readonly<Record<PresenceMode, string>> = { flood: "#c2571a", shard: "#1f6fb2" };

interface Panel {
  readonly title: string;
  readonly value: (one: Measured) => number;
  readonly formula?: (one: Measured) => number;
}

const PANELS: readonly Panel[] = [
  {
    title: "Link messages a login, mean",
    value: ({ loginMessages }) => loginMessages.mean,
    formula: FORMULAS.loginMessages,
  },
  { title: "Bytes on links a login, mean", value: ({ loginBytes }) => loginBytes.mean },
  { title: "Presence entries a node, mean", value: ({ entries }) => entries.mean, formula: FORMULAS.entries },
];

/** What was measured, over the number of nodes, as SVG: points and lines; the formulas are dashed. */
export function chartOf(measured: readonly Measured[]): string {
  const width = PANEL.width * PANELS.length;
  const panels = PANELS.map((panel, index) => {
    return `<g transform="translate(${index * PANEL.width} 0)">\n${drawn(panel, measured)}\n</g>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL.height}" font-family="sans-serif" font-size="12" role="img">`;
  const ground = `<title>Flood against shard, by the number of nodes</title>\n<rect width="100%" height="100%" fill="#fff"/>`;
  return `${head}\n${ground}\n${panels.join("\n")}\n</svg>\n`;
}

function drawn({ title, value, formula }: Panel, measured: readonly Measured[]): string {
  const right = PANEL.width - PANEL.right;
  const bottom = PANEL.height - PANEL.bottom;
  const sizes = [...new Set(measured.map(({ nodes }) => nodes))].sort((one, other) => one - other);
  const mostNodes = Math.max(...sizes);
  const top = ceiling(Math.max(...measured.map((one) => Math.max(value(one), formula?.(one) ?? 0))));
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
    const own = measured.filter(({ presence }) => presence === mode).sort((one, other) => one.nodes - other.nodes);
    if (own.length === 0) continue;
    const line = (of: (one: Measured) => number) => `M${own.map((one) => `${x(one.nodes)} ${y(of(one))}`).join("L")}`;
    if (formula) parts.push(`<path d="${line(formula)}" fill="none" stroke="${colour}" stroke-dasharray="2 4"/>`);
    parts.push(`<path d="${line(value)}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const one of own) parts.push(`<circle cx="${x(one.nodes)}" cy="${y(value(one))}" r="3" fill="${colour}"/>`);
    parts.push(text(right + 8, y(value(own.at(-1)!)) + 4, mode, `fill="${colour}"`));
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
