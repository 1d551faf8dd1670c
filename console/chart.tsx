import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { ChartData } from "./chart-series.js";

export interface ChartProps {
  readonly title: string;
  readonly data: ChartData;
  /** A value as it stands at the axis and in the legend. */
  format(value: number): string;
}

const HEIGHT = 150;
/** As many as the style sheet has colours for lines; more lines begin again. */
const COLOURS = 8;

/** Lines over time. Drawn on a canvas; the last values stand beside their names in text. */
export function Chart({ title, data, format }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const key = data.lines.join(" ");

  useEffect(() => {
    const target = place.current!;
    const { width } = target.getBoundingClientRect();
    const chart = new uPlot(optionsOf(data.lines, Math.max(120, width), format), aligned(data), target);
    plot.current = chart;
    const observer = new ResizeObserver(([entry]) =>
      chart.setSize({ width: Math.max(120, entry!.contentRect.width), height: HEIGHT }),
    );
    observer.observe(target);
    // A canvas does not follow the style sheet by itself.
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const redraw = (): void => chart.redraw(false, true);
    scheme.addEventListener("change", redraw);
    const root = new MutationObserver(redraw);
    root.observe(document.documentElement, { attributeFilter: ["style"] });
    return () => {
      observer.disconnect();
      root.disconnect();
      scheme.removeEventListener("change", redraw);
      chart.destroy();
    };
  }, [key]);

  useEffect(() => plot.current?.setData(aligned(data)), [data]);

  const last = (line: number): number | null => data.columns[line + 1]?.at(-1) ?? null;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <div ref={place} class="plot" aria-hidden="true" />
      <ul class="legend" aria-label={`${title}: last values`}>
        {data.lines.map((line, index) => (
          <li key={line}>
            <span class={`swatch line-${index % COLOURS}`} aria-hidden="true" />
            <bdi>{line}</bdi> <b>{last(index) === null ? "–" : format(last(index)!)}</b>
          </li>
        ))}
        {data.lines.length === 0 && <li class="soft">nothing yet</li>}
      </ul>
    </figure>
  );
}

function aligned({ columns }: ChartData): uPlot.AlignedData {
  return columns as uPlot.AlignedData;
}

function optionsOf(lines: readonly string[], width: number, format: (value: number) => string): uPlot.Options {
  const axis = { stroke: () => colourOf("axis"), font: "11px system-ui, sans-serif", ticks: { show: false } };
  const grid = { stroke: () => colourOf("grid"), width: 1 };
  return {
    width,
    height: HEIGHT,
    cursor: { y: false, points: { size: 5 } },
    legend: { show: false },
    padding: [8, 26, 0, 0],
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(4, high * 1.1)] } },
    series: [
      {},
      ...lines.map((_, index) => ({
        stroke: () => colourOf(`line-${index % COLOURS}`),
        width: 1.5,
        points: { show: false },
        spanGaps: false,
      })),
    ],
    axes: [
      { ...axis, grid: { show: false }, space: 70, size: 26, values: (_chart, times) => times.map(timeOfDay) },
      { ...axis, grid, size: 52, values: (_chart, values) => values.map(format) },
    ],
  };
}

function timeOfDay(seconds: number): string {
  return new Date(seconds * 1_000).toLocaleTimeString("en-GB");
}

/** What the style sheet says just now: the computed colour of a probe, since variables are not computed. */
function colourOf(name: string): string {
  let probe = document.getElementById("colour-probe");
  if (probe === null) {
    probe = document.createElement("span");
    probe.id = "colour-probe";
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.className = name;
  return getComputedStyle(probe).color;
}
