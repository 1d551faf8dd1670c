import type { Line, Report } from "./report.js";

const WIDTH = 760;
const LABEL = 250;
const BAR = 14;
const GAP = 6;
const SPACE = 26;

/** The CPU time of each contender as bars, by scenario: an SVG that needs nothing else. */
export function chartOf({ lines }: Report): string {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = `${line.contest}, ${line.pattern}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  const parts: string[] = [];
  let y = SPACE;
  for (const [name, group] of groups) {
    parts.push(`<text x="8" y="${y}" class="title">${escaped(name)}: CPU µs</text>`);
    y += GAP + 4;
    const most = Math.max(...group.map(({ cpuMicros }) => cpuMicros.median));
    for (const { contender, cpuMicros } of group) {
      const width = Math.max(1, ((WIDTH - LABEL - 90) * cpuMicros.median) / most);
      const kind = /node|link/.test(contender) && !contender.includes("CometD") ? "ours" : "other";
      parts.push(
        `<text x="${LABEL - 8}" y="${y + BAR - 3}" text-anchor="end">${escaped(contender)}</text>`,
        `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" class="${kind}"/>`,
        `<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + BAR - 3}">${cpuMicros.median}</text>`,
      );
      y += BAR + GAP;
    }
    y += SPACE;
  }
  const style =
    "text{font:12px sans-serif;fill:#222}.title{font-weight:600}.ours{fill:#2563eb}.other{fill:#9ca3af}rect.back{fill:#fff}";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img">`,
    "<title>CPU time for one delivery or login, by scenario and server</title>",
    `<style>${style}</style><rect class="back" width="${WIDTH}" height="${y}"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
