import { once } from "node:events";
import type { ServerResponse } from "node:http";

/**
 * Answers with a line of JSON for each value, as long as there are any and the caller listens. The next value is asked for
 * when the caller can take it.
 * @param heartbeatMs - so often an empty line is sent, which readers of JSON lines pass over
 */
export async function sendLines(
  response: ServerResponse,
  values: AsyncIterableIterator<unknown>,
  heartbeatMs: number,
): Promise<void> {
  const gone = new AbortController();
  const hangUp = (): void => {
    gone.abort();
    void values.return?.();
  };
  response.once("close", hangUp);
  if (response.destroyed) hangUp();
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write("\n");
  }, heartbeatMs);
  try {
    response.writeHead(200, {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-accel-buffering": "no", // nginx would hold the lines back
    });
    for await (const value of values) {
      if (gone.signal.aborted) return;
      if (!response.write(`${JSON.stringify(value)}\n`)) await once(response, "drain", { signal: gone.signal });
    }
    response.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
