import { useState } from "preact/hooks";
import type { Api, History, NodeDescription } from "./api.js";
import { Chart } from "./chart.js";
import type { ChartData } from "./chart-series.js";
import { DrainDialog } from "./drain-dialog.js";
import { bytes, count, duration, nodeName, percent, rate, shown, words } from "./format.js";
import { Panel, Problem, State, Stranger, Tile } from "./parts.js";
import { SessionList } from "./session-list.js";
import { useCall } from "./use-call.js";

const REFRESH_MS = 2_000;

/** One node: what it does, what waits in it, which limits it hit, who is connected. */
export function NodeView({ api, url }: { readonly api: Api; readonly url: string }) {
  const [isDraining, setDraining] = useState(false);
  const report = useCall(api, "DescribeNode", { node: url }, REFRESH_MS);
  const history = useCall(api, "GetHistory", { node: url, maxPoints: 300 }, REFRESH_MS);
  const { data } = report;
  return (
    <>
      <header class="title">
        <h1>
          <bdi>{nodeName(url)}</bdi>
        </h1>
        {data !== undefined && <State word={report.error === undefined ? data.state : "silent"} />}
        <code class="soft">{shown(url)}</code>
        <button type="button" disabled={data?.state !== "ready"} onClick={() => setDraining(true)}>
          Drain…
        </button>
      </header>
      <Problem error={report.error} isOld={data !== undefined} />
      {data !== undefined && (
        <>
          <dl class="tiles">
            <Tile label="Sessions">{count(data.sessions)}</Tile>
            <Tile label="Users here">{count(data.users)}</Tile>
            <Tile label="Channels">{count(data.channels)}</Tile>
            <Tile label="Busy">{percent(data.busy)}</Tile>
            <Tile label="Memory">{bytes(data.memoryBytes)}</Tile>
            <Tile label="Up for">{duration(data.nowMs - data.startedMs)}</Tile>
          </dl>
          <div class="thirds">
            <Panel title="Transports">
              <Transports report={data} />
            </Panel>
            <Panel title="Queues">
              <dl class="facts">
                <dt>Waiting for clients</dt>
                <dd>
                  {count(data.queuedMessages)} ({bytes(data.queuedBytes)})
                </dd>
                <dt>Fullest queue</dt>
                <dd>
                  {count(data.fullestQueue)} of {count(data.maxQueuedMessages)}
                </dd>
              </dl>
              <meter
                min={0}
                max={data.maxQueuedMessages}
                high={data.maxQueuedMessages * 0.75}
                optimum={0}
                value={data.fullestQueue}
                aria-label="Fullest queue"
              />
            </Panel>
            <Panel title="Limits hit">
              <Limits limits={data.limits} />
            </Panel>
          </div>
        </>
      )}
      {history.data !== undefined && (
        <Panel title="Last half hour">
          <div class="charts">
            <Chart
              title="Messages a second"
              data={chartOf(history.data, {
                delivered: "deliveredPerSecond",
                published: "publishedPerSecond",
                received: "receivedPerSecond",
                dropped: "droppedPerSecond",
              })}
              format={rate}
            />
            <Chart
              title="Sessions and users"
              data={chartOf(history.data, { sessions: "sessions", users: "users" })}
              format={count}
            />
            <Chart
              title="Waiting messages"
              data={chartOf(history.data, { waiting: "queuedMessages" })}
              format={count}
            />
            <Chart
              title="Event loop busy"
              data={chartOf(history.data, { busy: "busy" }, 100)}
              format={(part) => `${Math.round(part)} %`}
            />
          </div>
        </Panel>
      )}
      <Panel title="Sessions">
        <SessionList key={url} api={api} node={url} />
      </Panel>
      {isDraining && <DrainDialog api={api} node={url} close={() => setDraining(false)} />}
    </>
  );
}

function chartOf(history: History, lines: Readonly<Record<string, string>>, factor = 1): ChartData {
  return {
    lines: Object.keys(lines),
    columns: [
      history.atMs.map((ms) => ms / 1_000),
      ...Object.values(lines).map((column) => (history[column] ?? []).map((value) => value * factor)),
    ],
  };
}

function Transports({ report: { transports, sessions } }: { readonly report: NodeDescription }) {
  const sorted = Object.entries(transports).sort(([, a], [, b]) => b - a);
  if (sorted.length === 0) return <p class="empty">No client is connected.</p>;
  return (
    <ul class="bars">
      {sorted.map(([name, number]) => (
        <li key={name}>
          <Stranger text={name} /> <b>{count(number)}</b>
          <progress max={Math.max(1, sessions)} value={number} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

function Limits({ limits }: { readonly limits: NodeDescription["limits"] }) {
  const hit = Object.entries(limits)
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => b - a);
  if (hit.length === 0) return <p class="empty">None since the node started, of {Object.keys(limits).length} kinds.</p>;
  return (
    <dl class="facts">
      {hit.map(([name, times]) => [<dt key={name}>{words(name)}</dt>, <dd key={`${name} times`}>{count(times)}</dd>])}
    </dl>
  );
}
