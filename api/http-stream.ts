import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Logger } from "../core/logger.js";
import { ApiError, type Problem } from "./api-error.js";
import type { AnswerStream } from "./api-method.js";

/** How the answers of a stream are written. */
interface Framing {
  readonly contentType: string;
  /** Means nothing to a reader, and shows that the stream lives. */
  readonly heartbeat: string;
  frame(answer: unknown): string;
}

const LINES: Framing = {
  contentType: "application/x-ndjson",
  heartbeat: "\n",
  frame: (answer) => `${JSON.stringify(answer)}\n`,
};

/** Each answer has one field, which is its event's name. */
const EVENTS: Framing = {
  contentType: "text/event-stream",
  heartbeat: ":\n\n",
  frame: (answer) => {
    const [[name, value] = ["message", null]] = Object.entries(answer as object);
    return `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`;
  },
};

/** Server-sent events for who asks for them, else a line of JSON for each answer. */
function framingFor(accept: string | undefined): Framing {
  return /(?:^|,)\s*text\/event-stream\s*(?:;|,|$)/i.test(accept ?? "") ? EVENTS : LINES;
}

/**
 * Answers with a stream, as long as it has answers and the caller listens. The next answer is asked for when the caller can
 * take it. What goes wrong on the way is the last answer, as `problem`.
 * @param heartbeatMs - so often a silent stream shows that it lives
 * @param deadline - when it fires, the caller's time is over
 */
export async function sendStream(
  response: ServerResponse,
  stream: AnswerStream,
  { heartbeatMs, deadline, logger }: { heartbeatMs: number; deadline: AbortSignal | undefined; logger: Logger },
): Promise<void> {
  const { contentType, heartbeat, frame } = framingFor(response.req.headers.accept);
  const gone = new AbortController();
  const hangUp = (): void => {
    gone.abort();
    void stream.return();
  };
  response.once("close", hangUp);
  if (response.destroyed) hangUp();
  const timeUp = (): void => void stream.return();
  deadline?.addEventListener("abort", timeUp, { once: true });
  const beat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(heartbeat);
  }, heartbeatMs);
  const write = async (answer: unknown): Promise<void> => {
    if (!response.write(frame(answer))) await once(response, "drain", { signal: gone.signal });
  };
  try {
    response.writeHead(200, {
      "content-type": contentType,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-accel-buffering": "no", // nginx would hold the answers back
    });
    response.flushHeaders();
    try {
      for await (const answer of stream) {
        if (gone.signal.aborted) return;
        await write(answer);
      }
      if (deadline?.aborted) throw new ApiError("DEADLINE_EXCEEDED", "the caller's time is over");
    } catch (error) {
      if (!gone.signal.aborted) await write({ problem: problemOf(error, logger) });
    }
    response.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    clearInterval(beat);
    deadline?.removeEventListener("abort", timeUp);
  }
}

function problemOf(error: unknown, logger: Logger): Problem {
  if (error instanceof ApiError) return error.problem;
  logger.error({ err: error }, "api stream failed");
  return new ApiError("INTERNAL", "internal error").problem;
}
