import { useEffect, useRef, useState } from "preact/hooks";
import { type Api, CallError } from "./api.js";
import { bucketed, type ChartData, ChartSeries } from "./chart-series.js";
import { type ClusterModel, clusterModel } from "./cluster-model.js";
import { nodeName } from "./format.js";

/** `live`: snapshots come; `lost`: they did, and the page tries again; `locked`: the node wants a token, or another one. */
export type Connection = "connecting" | "live" | "lost" | "locked";

export interface ClusterState {
  readonly connection: Connection;
  /** Why there is no connection. */
  readonly problem: string;
  /** The node that serves this page; empty before it has said so. */
  readonly node: string;
  readonly model: ClusterModel | undefined;
  readonly delivered: ChartData;
  readonly sessions: ChartData;
  /** Asks again at once, for example with another token. */
  retry(): void;
}

/** Ten minutes of a point a second would be 600; charts are no wider than that. */
const MAX_POINTS = 600;
const BUCKET_MS = 2_000;
const RETRY_MS = 1_000;
const NOTHING: ChartData = { lines: [], columns: [[]] };

/** The cluster, watched by way of the node that serves the page for as long as the page is open. */
export function useCluster(api: Api): ClusterState {
  const [connection, setConnection] = useState<Connection>("connecting");
  const [problem, setProblem] = useState("");
  const [node, setNode] = useState("");
  const [model, setModel] = useState<ClusterModel>();
  const [round, setRound] = useState(0);
  const [charts, setCharts] = useState({ delivered: NOTHING, sessions: NOTHING });
  const series = useRef({ delivered: new ChartSeries(MAX_POINTS), sessions: new ChartSeries(MAX_POINTS) });

  useEffect(() => {
    const abort = new AbortController();
    const { delivered, sessions } = series.current;
    const show = (next: ClusterModel, atMs: number): void => {
      const answered = next.nodes.filter((one) => one.answered);
      const measured = answered.filter((one) => one.isMeasured);
      if (measured.length > 0) {
        delivered.add(atMs, new Map(measured.map(({ url, rates }) => [nodeName(url), rates.delivered])));
      }
      sessions.add(atMs, new Map(answered.map((one) => [nodeName(one.url), one.sessions])));
      setModel(next);
      setCharts({ delivered: delivered.data(), sessions: sessions.data() });
    };
    const watch = async (): Promise<void> => {
      let isFirst = true;
      for await (const news of api.watchCluster(abort.signal)) {
        if ("node" in news) {
          setNode(news.node);
          continue;
        }
        const next = clusterModel(news);
        if (isFirst) await recall(api, next, series.current, abort.signal);
        isFirst = false;
        setConnection("live");
        setProblem("");
        show(next, Date.parse(news.time));
      }
    };
    const keepWatching = async (): Promise<void> => {
      while (!abort.signal.aborted) {
        try {
          await watch();
          setProblem("the node has ended the stream");
        } catch (error) {
          if (abort.signal.aborted) return;
          setProblem(error instanceof Error ? error.message : String(error));
          if (error instanceof CallError && error.status === 401) return setConnection("locked");
        }
        if (abort.signal.aborted) return;
        setConnection("lost");
        await new Promise((resolve) => window.setTimeout(resolve, RETRY_MS));
      }
    };
    void keepWatching();
    return () => abort.abort();
  }, [api, round]);

  return { connection, problem, node, model, ...charts, retry: () => setRound((last) => last + 1) };
}

/** What the nodes remember, so that charts do not begin empty. Without it they do. */
async function recall(
  api: Api,
  { nodes }: ClusterModel,
  series: { readonly delivered: ChartSeries; readonly sessions: ChartSeries },
  signal: AbortSignal,
): Promise<void> {
  const histories = await Promise.all(
    nodes
      .filter(({ answered }) => answered)
      .map(async ({ url }) => {
        try {
          return { url, history: await api.call("GetHistory", { node: url, maxPoints: MAX_POINTS / 2 }, signal) };
        } catch {
          return undefined;
        }
      }),
  );
  const linesOf = (name: string) =>
    new Map(
      histories.flatMap((known) =>
        known === undefined
          ? []
          : [[nodeName(known.url), { atMs: known.history.atMs, values: known.history[name] ?? [] }] as const],
      ),
    );
  for (const { atMs, values } of bucketed(linesOf("deliveredPerSecond"), BUCKET_MS)) series.delivered.add(atMs, values);
  for (const { atMs, values } of bucketed(linesOf("sessions"), BUCKET_MS)) series.sessions.add(atMs, values);
}
