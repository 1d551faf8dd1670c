import type { Snapshot } from "./cluster-model.js";

/** What a call is refused with: the problem's words, or that nobody answered. */
export class CallError extends Error {
  override readonly name = "CallError";
  /** Of HTTP; 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, text: string) {
    super(text);
    this.status = status;
  }
}

export interface Page {
  readonly nextPageToken: string;
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

export interface ClientSession {
  readonly node: string;
  readonly session: string;
  readonly users: readonly string[];
  readonly transport: string;
  readonly sinceMs: number;
  readonly remoteAddress: string;
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  readonly subscriptions: number;
  readonly dropped: number;
  readonly isReachable: boolean;
}

export interface SessionPage extends Page {
  readonly sessions: readonly ClientSession[];
  readonly total: number;
}

export interface ChannelPage extends Page {
  readonly channels: readonly { readonly channel: string; readonly subscribers: number; readonly nodes: number }[];
}

export interface NodeDescription {
  readonly url: string;
  readonly id: string;
  readonly state: string;
  readonly startedMs: number;
  readonly nowMs: number;
  readonly sessions: number;
  readonly users: number;
  readonly channels: number;
  readonly transports: Readonly<Record<string, number>>;
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  readonly fullestQueue: number;
  readonly maxQueuedMessages: number;
  readonly busy: number;
  readonly memoryBytes: number;
  readonly limits: Readonly<Record<string, number>>;
}

export type History = Readonly<Record<string, readonly number[]>> & { readonly atMs: readonly number[] };

export interface TraceStep {
  readonly node: string;
  readonly step: string;
  readonly atMs: number;
  readonly uncertaintyMs: number;
  readonly session: string;
  readonly transport: string;
  readonly detail: string;
}

export interface Trace {
  readonly steps: readonly TraceStep[];
  readonly delivered: number;
  readonly stored: number;
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

export interface Finding {
  readonly topic: string;
  readonly verdict: string;
  readonly text: string;
  readonly node: string;
  readonly session: string;
}

export interface AuditEntry {
  readonly atMs: number;
  readonly node: string;
  readonly address: string;
  readonly token: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: string;
}

/** The calls, by name: what each takes, and what it gives. */
export interface Calls {
  DescribeNode: [{ node: string }, NodeDescription];
  GetHistory: [{ node: string; sinceMs?: number; maxPoints?: number }, History];
  ListSessions: [
    { node?: string; user?: string; transport?: string; order?: string; pageSize?: number; pageToken?: string },
    SessionPage,
  ];
  GetChannels: [{ pattern?: string; pageSize?: number; pageToken?: string }, ChannelPage];
  TraceMessage: [{ user: string; channel?: string; data?: unknown }, Trace];
  ExplainDelivery: [{ user: string; channel?: string }, { findings: Finding[] }];
  EndSession: [{ node: string; session: string; reason?: string }, { ended: boolean }];
  DrainNode: [{ node: string }, { sessions: number }];
  GetAuditLog: [{ maxEntries?: number }, { entries: AuditEntry[]; unansweredNodes: string[] }];
}

const TOKEN_KEY = "oortbus-console-token";

/** The API of the node that serves the page. The token lives as long as the tab, and travels in a header only. */
export class Api {
  readonly #base: URL;

  constructor(base: URL) {
    this.#base = base;
  }

  get token(): string {
    return sessionStorage.getItem(TOKEN_KEY) ?? "";
  }

  set token(token: string) {
    if (token === "") sessionStorage.removeItem(TOKEN_KEY);
    else sessionStorage.setItem(TOKEN_KEY, token);
  }

  /** @throws CallError; AbortError when `signal` is aborted */
  async call<Name extends keyof Calls>(
    name: Name,
    request: Calls[Name][0],
    signal?: AbortSignal,
  ): Promise<Calls[Name][1]> {
    const response = await this.#post(name, request, signal);
    return (await response.json()) as Calls[Name][1];
  }

  /**
   * The cluster, a snapshot every second, until the node ends the stream or `signal` is aborted.
   * @throws CallError when it is refused or breaks
   */
  async *watchCluster(signal: AbortSignal): AsyncGenerator<Snapshot | { readonly node: string }, void, undefined> {
    const response = await this.#post("WatchCluster", { intervalMs: 1_000 }, signal);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const lines = (rest + value).split("\n");
        rest = lines.pop()!;
        for (const line of lines.filter((text) => text !== "")) {
          const news = JSON.parse(line) as { snapshot?: Snapshot; started?: { node: string } };
          if (news.started !== undefined) yield news.started;
          if (news.snapshot !== undefined) yield news.snapshot;
        }
      }
    } catch (error) {
      if (signal.aborted) throw error;
      throw new CallError(0, "the stream of the cluster broke");
    } finally {
      await reader.cancel().catch(() => {});
    }
  }

  async #post(name: string, request: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const { token } = this;
    const headers = {
      "content-type": "application/json",
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
    };
    let response: Response;
    try {
      response = await fetch(new URL(name, this.#base), {
        method: "POST",
        body: JSON.stringify(request),
        headers,
        credentials: "omit",
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new CallError(0, "this node does not answer");
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
    throw new CallError(response.status, problem.detail ?? problem.title ?? `HTTP ${response.status}`);
  }
}
