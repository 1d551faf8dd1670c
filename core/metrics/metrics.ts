import { Counter, collectDefaultMetrics, Gauge, type Metric, type MetricObjectWithValues, Registry } from "prom-client";
import type { Histogram } from "../histogram.js";
import { METRICS, type MetricFamily, type MetricName } from "./metric-families.js";

/** One time series of a family: its labels and its present value. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The same of a family of durations. */
export interface HistogramSample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly histogram: Histogram;
}

/** Families whose values are numbers; and those that are durations. */
export type NumberMetric = Exclude<MetricName, DurationMetric>;
export type DurationMetric = {
  [Name in MetricName]: (typeof METRICS)[Name]["type"] extends "histogram" ? Name : never;
}[MetricName];

/** A node's metrics, read when somebody asks and at no other time. */
export class Metrics {
  readonly #registry = new Registry();

  get contentType(): string {
    return this.#registry.contentType;
  }

  /**
   * Says where a family's values come from.
   * @param read - called at each scrape; its samples have the family's labels
   * @throws Error when the family has a source already
   */
  bind(name: NumberMetric, read: () => number | readonly Sample[]): void {
    const samples = (): readonly Sample[] => {
      const value = read();
      return typeof value === "number" ? [{ value }] : value;
    };
    const { type, help, labels: labelNames = [] }: MetricFamily = METRICS[name];
    const common = { name, help, labelNames: [...labelNames], registers: [this.#registry] };
    if (type === "counter") {
      new Counter({
        ...common,
        collect() {
          this.reset();
          for (const { labels, value } of samples()) this.inc({ ...labels }, value);
        },
      });
    } else {
      new Gauge({
        ...common,
        collect() {
          this.reset();
          for (const { labels, value } of samples()) this.set({ ...labels }, value);
        },
      });
    }
  }

  /** The same for durations. prom-client has no histogram that is counted elsewhere, but prints any metric that tells its values. */
  bindDurations(name: DurationMetric, read: () => Histogram | readonly HistogramSample[]): void {
    const { help } = METRICS[name];
    const get = async (): Promise<Omit<MetricObjectWithValues<PrintedValue>, "collect">> => {
      const value = read();
      const samples: readonly HistogramSample[] = Array.isArray(value) ? value : [{ histogram: value as Histogram }];
      const values = samples.flatMap((sample) => printedValues(name, sample));
      return { name, help, type: "histogram" as never, aggregator: "sum", values };
    };
    this.#registry.registerMetric({ name, help, get } as unknown as Metric);
  }

  /** @returns everything in Prometheus' text form, the process's own metrics included */
  async text(): Promise<string> {
    return `${await this.#registry.metrics()}\n${await processMetrics().metrics()}`;
  }
}

interface PrintedValue {
  readonly metricName: string;
  readonly labels: Record<string, string | number>;
  readonly value: number;
}

/** Buckets that count whatever is below their end, as Prometheus wants them; in seconds. */
function printedValues(name: string, { labels = {}, histogram }: HistogramSample): PrintedValue[] {
  const { boundsMs, counts, sumMs } = histogram;
  let value = 0;
  const buckets = counts.map((count, bucket) => {
    value += count;
    const boundMs = boundsMs[bucket];
    return {
      metricName: `${name}_bucket`,
      labels: { ...labels, le: boundMs === undefined ? "+Inf" : boundMs / 1_000 },
      value,
    };
  });
  const whole = { labels: { ...labels } };
  return [
    ...buckets,
    { metricName: `${name}_sum`, ...whole, value: sumMs / 1_000 },
    { metricName: `${name}_count`, ...whole, value },
  ];
}

/** The delay of the event loop is looked at so often from the first scrape on, and each look wakes the process up. */
const LAG_PRECISION_MS = 40;

let ofProcess: Registry | undefined;

/** CPU, memory, event loop, garbage collection: one set a process, however many nodes run in it. */
export function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess, eventLoopMonitoringPrecision: LAG_PRECISION_MS });
  }
  return ofProcess;
}
