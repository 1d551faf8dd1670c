import type { Report } from "./report.js";

const COLUMN = 470;
const LABEL = 130;
const VALUE = 70;
const BAR = 14;
const GAP = 5;
const TITLE = 18;
const SPACE = 14;
const TOP = 44;

/** What is compared, and how much of it each takes. */
interface Group {
  readonly title: string;
  readonly bars: readonly { readonly name: string; readonly isOurs: boolean; readonly value: number }[];
}

/** What each contender takes as bars, by scenario, in two columns: an SVG that needs nothing else, for light pages and dark. */
export function chartOf(report: Report): string {
  const parts: string[] = [];
  const bottoms = [TOP, TOP];
  for (const group of groupsOf(report)) {
    const column = bottoms[0]! <= bottoms[1]! ? 0 : 1;
    parts.push(...drawn(group, column * COLUMN, bottoms[column]!));
    bottoms[column]! += TITLE + group.bars.length * (BAR + GAP) + SPACE;
  }
  const [width, height] = [2 * COLUMN, Math.max(...bottoms)];
  const title = "What a delivery, a login and an idle session take, by scenario and server";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${title}</title>`,
    `<style>${STYLE}</style><rect class="back" width="${width}" height="${height}"/>`,
    `<rect x="8" y="14" width="${BAR}" height="${BAR}" class="ours"/><text x="28" y="25">Oortbus</text>`,
    `<rect x="96" y="14" width="${BAR}" height="${BAR}" class="other"/><text x="116" y="25">others and yardsticks; less is better</text>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const STYLE = [
  "text{font:12px sans-serif;fill:#1f2328}.title{font-weight:600}.back{fill:#fff}.ours{fill:#2563eb}.other{fill:#9ca3af}",
  "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.back{fill:#0d1117}.ours{fill:#60a5fa}.other{fill:#6b7280}}",
].join("");

function groupsOf({ lines, idle }: Report): Group[] {
  const groups = new Map<string, Group["bars"]>();
  const add = (title: string, name: string, isOurs: boolean, value: number): void => {
    groups.set(title, [...(groups.get(title) ?? []), { name, isOurs, value }]);
  };
  for (const { contest, pattern, contender, isOurs, cpuMicros } of lines) {
    add(`${contest}, ${pattern}: CPU µs`, contender, isOurs, cpuMicros.median);
  }
  for (const { contest, contender, isOurs, kbPerSession } of idle) {
    add(`${contest} sessions: KB of memory for each`, contender, isOurs, kbPerSession);
  }
  for (const { contest, contender, isOurs, cpuMsPerSecond } of idle) {
    add(`${contest} sessions: CPU ms a second`, contender, isOurs, cpuMsPerSecond);
  }
  return [...groups].map(([title, bars]) => ({ title, bars }));
}

function drawn({ title, bars }: Group, left: number, top: number): string[] {
  const most = Math.max(...bars.map(({ value }) => value));
  const parts = [`<text x="${left + 8}" y="${top + 10}" class="title">${escaped(title)}</text>`];
  for (const [index, { name, isOurs, value }] of bars.entries()) {
    const y = top + TITLE + index * (BAR + GAP);
    const width = Math.max(1, ((COLUMN - LABEL - VALUE) * value) / most);
    const start = left + LABEL;
    parts.push(
      `<text x="${start - 8}" y="${y + BAR - 3}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${start}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" class="${isOurs ? "ours" : "other"}"/>`,
      `<text x="${(start + width + 6).toFixed(1)}" y="${y + BAR - 3}">${value < 10 ? value.toFixed(2) : value.toFixed(1)}</text>`,
    );
  }
  return parts;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
