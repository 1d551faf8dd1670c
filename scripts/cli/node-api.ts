import { CliError } from "./command.js";
import type { Via } from "./via.js";

/** A refusal of the API, as RFC 9457 has it. */
interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly title?: string;
}

/** The HTTP API of a running node, for one command. What goes wrong is a {@link CliError} that says what to try. */
export class NodeApi {
  readonly #via: Via;

  constructor(via: Via) {
    this.#via = via;
  }

  /** One call, one answer. */
  async call<T>(method: string, request: object): Promise<T> {
    const { timeoutMs } = this.#via;
    const response = await this.#post(method, JSON.stringify(request), {
      headers: { "content-type": "application/json", "request-timeout": String(timeoutMs / 1_000) },
      signal: AbortSignal.timeout(timeoutMs + GRACE_MS),
    });
    return (await response.json()) as T;
  }

  /**
   * A call that answers with lines, until the node ends it or the loop is left.
   * @param body - lines too, for a call that takes them
   */
  async *lines<T>(method: string, body: object | AsyncIterable<object>): AsyncGenerator<T, void, undefined> {
    const gone = new AbortController();
    const isStream = Symbol.asyncIterator in body;
    const response = await this.#post(method, isStream ? linesOf(body) : JSON.stringify(body), {
      headers: { "content-type": isStream ? "application/x-ndjson" : "application/json" },
      signal: gone.signal,
    });
    try {
      let rest = "";
      for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + text).split("\n");
        rest = lines.pop()!;
        for (const line of lines) if (line !== "") yield JSON.parse(line) as T;
      }
    } catch (cause) {
      throw new CliError(`the connection to ${this.#via.via} broke off`, ["Start again, or ask another node."], {
        cause,
      });
    } finally {
      gone.abort();
    }
  }

  async #post(
    method: string,
    body: string | ReadableStream<Uint8Array>,
    init: { headers: Record<string, string>; signal: AbortSignal },
  ): Promise<Response> {
    const { via, token } = this.#via;
    const url = new URL(`/api/v1/${method}`, via);
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    let response: Response;
    try {
      response = await fetch(url, {
        ...init,
        method: "POST",
        body,
        headers: { ...init.headers, ...authorization },
        ...(typeof body === "string" ? {} : { duplex: "half" }),
      } as RequestInit);
    } catch (cause) {
      throw notReached(via, cause);
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as Problem;
    throw refused(method, via, response.status, problem);
  }
}

/** The node answers by the time it was given; this is for the way. */
const GRACE_MS = 1_000;

function linesOf(values: AsyncIterable<object>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = values[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

function notReached(via: string, cause: unknown): CliError {
  const { code } = ((cause as Error).cause ?? {}) as { code?: string };
  if ((cause as Error).name === "TimeoutError") {
    return new CliError(
      `${via} did not answer in time`,
      ["Wait longer with --timeout-ms, or ask another node with --via."],
      {
        cause,
      },
    );
  }
  return new CliError(
    `no node answers at ${via}${code === undefined ? "" : ` (${code})`}`,
    [
      "Is a node running there? Start one with `oortbus node`, or see its log.",
      "Name another with --via, or OORTBUS_VIA. The API is on the node's admin listener (--admin.port), and on the",
      "public one only where that is on loopback and auth.mode is open.",
      "`oortbus doctor` looks at what a node needs from its surroundings.",
    ],
    { cause },
  );
}

function refused(method: string, via: string, status: number, { code, detail, title }: Problem): CliError {
  const text = detail ?? title ?? `HTTP ${status}`;
  if (status === 401) {
    return new CliError(`${via} refused: ${text}`, ["Give the listener's token with OORTBUS_TOKEN, or --token."]);
  }
  if (status === 404) {
    return new CliError(`${via} has no ${method} API`, [
      "Is it the node's admin listener (--admin.port), and of this version? --via names its URL.",
    ]);
  }
  if (status === 503) return new CliError(`${via} refused: ${text}`, ["Ask another node with --via."]);
  return new CliError(`${via} refused: ${text}${code === undefined ? "" : ` (${code})`}`);
}
