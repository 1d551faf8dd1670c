import type { Metrics } from "../core/metrics/metrics.js";
import type { HookStats } from "./hook-stats.js";
import type { HookView } from "./hooks.js";

type CountName = Exclude<keyof HookStats, "answerTimes">;

/** Says where the metrics of hooks are read; each hook's name, which is in the configuration, is a label. */
export function bindHookMetrics(metrics: Metrics, hooks: { readonly views: readonly HookView[] }): void {
  const ofEach = (read: (view: HookView) => number) => () =>
    hooks.views.map((view) => ({ labels: { hook: view.name }, value: read(view) }));
  const byOutcome = (outcomes: readonly CountName[]) => () =>
    hooks.views.flatMap(({ name, stats }) =>
      outcomes.map((outcome) => ({ labels: { hook: name, outcome }, value: stats[outcome] })),
    );
  metrics.bind("oortbus_hook_questions_total", byOutcome(["allowed", "denied", "failed", "skipped"]));
  metrics.bindDurations("oortbus_hook_answer_seconds", () =>
    hooks.views.map(({ name, stats }) => ({ labels: { hook: name }, histogram: stats.answerTimes })),
  );
  metrics.bind(
    "oortbus_hook_waiting_questions",
    ofEach(({ waitingQuestions }) => waitingQuestions),
  );
  metrics.bind(
    "oortbus_hook_circuit_open",
    ofEach(({ isOpen }) => (isOpen ? 1 : 0)),
  );
  metrics.bind("oortbus_hook_events_total", byOutcome(["delivered", "dropped"]));
  metrics.bind(
    "oortbus_hook_attempts_failed_total",
    ofEach(({ stats }) => stats.attemptsFailed),
  );
  metrics.bind(
    "oortbus_hook_queued_events",
    ofEach(({ queuedEvents }) => queuedEvents),
  );
  metrics.bind(
    "oortbus_hook_queued_bytes",
    ofEach(({ queuedBytes }) => queuedBytes),
  );
}
