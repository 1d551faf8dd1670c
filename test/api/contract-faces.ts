import { once } from "node:events";
import { join } from "node:path";
import {
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  loadPackageDefinition,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { projectRoot } from "../support/project-root.js";

/** A JSON object, in the form of the HTTP twin. */
export type Json = Record<string, unknown>;

/** What came of a call: its answer, or the refusal in the words both faces share. */
export type Outcome = { readonly result: Json } | { readonly code: string; readonly detail: string };

/** One way to call a node, as a stranger would: by the `.proto` file alone, or by HTTP alone. */
export interface ContractFace {
  readonly name: "gRPC" | "HTTP";
  call(method: string, request: Json): Promise<Outcome>;
  /** Answers until the stream ends or is left; a refusal is thrown. */
  stream(method: string, request: Json): AsyncGenerator<Json, void, undefined>;
  exchange(method: string, requests: AsyncIterable<Json>): AsyncGenerator<Json, void, undefined>;
  close(): void;
}

export function httpFace(origin: string, headers: Record<string, string> = {}): ContractFace {
  const post = (method: string, body: unknown, type: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${origin}/api/v1/${method}`, {
      method: "POST",
      headers: { "content-type": type, ...headers },
      body,
      ...(signal === undefined ? {} : { signal }),
      ...(typeof body === "string" ? {} : { duplex: "half" }),
    } as RequestInit);
  async function* lines(method: string, body: unknown, type: string) {
    const gone = new AbortController();
    const response = await post(method, body, type, gone.signal);
    if (!response.ok) throw refusalOf((await response.json()) as Json);
    try {
      let rest = "";
      for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
        const parts = (rest + text).split("\n");
        rest = parts.pop()!;
        for (const line of parts) if (line !== "") yield JSON.parse(line) as Json;
      }
    } finally {
      gone.abort();
    }
  }
  return {
    name: "HTTP",
    async call(method, request) {
      const response = await post(method, JSON.stringify(request), "application/json");
      const body = (await response.json()) as Json;
      return response.ok ? { result: body } : refusalOf(body);
    },
    stream: (method, request) => lines(method, JSON.stringify(request), "application/json"),
    exchange: (method, requests) => lines(method, bodyOf(requests), "application/x-ndjson"),
    close() {},
  };
}

function refusalOf({ code, detail }: Json) {
  return { code: String(code), detail: String(detail) };
}

function bodyOf(requests: AsyncIterable<Json>): ReadableStream<Uint8Array> {
  const iterator = requests[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(Buffer.from(`${JSON.stringify(value)}\n`));
    },
  });
}

const packageDefinition = loadSync("oortbus/v1/event_bus.proto", {
  includeDirs: [join(projectRoot, "proto")],
  enums: String,
  defaults: true,
});

type Callback = (error: ServiceError | null, answer: unknown) => void;
type DynamicClient = { close(): void } & Record<string, (...args: unknown[]) => unknown>;

/** A client made of the `.proto` file at run time, as any language's would be: nothing of our generated code is in it. */
export function grpcFace(address: string): ContractFace {
  const definition = loadPackageDefinition(packageDefinition) as unknown as {
    oortbus: { v1: { EventBus: new (address: string, credentials: unknown) => DynamicClient } };
  };
  const client = new definition.oortbus.v1.EventBus(address, credentials.createInsecure());
  async function* read(call: ClientReadableStream<unknown> | ClientDuplexStream<unknown, unknown>) {
    try {
      for await (const answer of call) yield plain(answer) as Json;
    } catch (error) {
      throw refused(error as ServiceError);
    } finally {
      call.on("error", () => {});
      call.cancel();
    }
  }
  return {
    name: "gRPC",
    call: (method, request) =>
      new Promise((resolve) => {
        const done: Callback = (error, answer) =>
          resolve(error === null ? { result: plain(answer) as Json } : refused(error));
        client[method]!(message(request), done);
      }),
    stream: (method, request) => read(client[method]!(message(request)) as ClientReadableStream<unknown>),
    exchange(method, requests) {
      const call = client[method]!() as ClientDuplexStream<unknown, unknown>;
      const write = async (): Promise<void> => {
        for await (const request of requests) if (!call.write(message(request))) await once(call, "drain");
        call.end();
      };
      write().catch(() => {});
      return read(call);
    },
    close: () => client.close(),
  };
}

function refused({ code, details }: ServiceError) {
  return { code: status[code]!, detail: details };
}

/** Plain JSON as the message of the same fields: payloads are bytes, levels of delivery are enum values. */
function message(request: unknown): unknown {
  if (Array.isArray(request)) return request.map(message);
  if (typeof request !== "object" || request === null) return request;
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (name === "data") return [name, Buffer.from(JSON.stringify(value) ?? "")];
      if (name === "until") return [name, `UNTIL_${String(value).toUpperCase()}`];
      return [name, message(value)];
    }),
  );
}

/** A message as plain JSON: the other way round, without what the loader adds. */
function plain(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return JSON.parse(value.toString()) as unknown;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "string")
    return value.replace(/^(NODE|PEER)_STATE_(\w+)$/, (_, _kind, name) => name.toLowerCase());
  if (typeof value !== "object" || value === null) return value;
  const { seconds, nanos, ...fields } = value as { seconds?: unknown; nanos?: number };
  if (seconds !== undefined) return new Date(Number(seconds) * 1_000 + nanos! / 1_000_000).toISOString();
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !/^(_\w+|news|outcome)$/.test(name))
      .map(([name, field]) => [name, plain(field)]),
  );
}

/** Without fields that say nothing: over gRPC they are there with their defaults, over HTTP some are left out. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, pruned(field)] as const);
  return Object.fromEntries(
    entries.filter(([, field]) => ![undefined, 0, "", false].includes(field as never) && !isEmpty(field)),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
