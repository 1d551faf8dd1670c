import { decode } from "../../message/codec.js";
import { type ClientTransportFactory, TransportError } from "./client-transport.js";
import { type Fetch, readPieces } from "./long-polling-client-transport.js";
import { type OpenStream, streamTransport } from "./stream-client-transport.js";

/** Server-sent events down, POST up. After a broken connection it goes on where it was (`Last-Event-ID`). */
export function eventStreamTransport(fetch: Fetch): ClientTransportFactory {
  return streamTransport("event-stream", fetch, lines(fetch, "text/event-stream"));
}

/** A line of JSON for each batch down (`application/x-ndjson`), POST up. */
export function streamingTransport(fetch: Fetch): ClientTransportFactory {
  return streamTransport("streaming", fetch, lines(fetch, "application/x-ndjson"));
}

/** Both are read line by line by `fetch`, so that they work where there is no EventSource: in Node.js, in workers. */
function lines(fetch: Fetch, accept: string): OpenStream {
  return (url, events, { options: { maxMessageChars, maxJsonDepth } }) => {
    const request = new AbortController();
    let rest = "";
    let position: string | undefined;
    const read = (line: string): void => {
      if (line.startsWith("id:")) position = line.slice(3).trim();
      const text = line.startsWith("data:") ? line.slice(5) : line;
      if (!/^\s*\[/.test(text)) return; // a heartbeat, a field of no use here
      const messages = decode(text, { maxMessageChars, maxJsonDepth, maxBatchMessages: maxMessageChars });
      if (messages.length > 0) events.payload(messages, position);
    };
    const follow = async (): Promise<void> => {
      const response = await fetch(url, {
        headers: { Accept: accept },
        cache: "no-store",
        credentials: "include",
        signal: request.signal,
      });
      if (response.status === 404) events.opened();
      if (response.status !== 200) {
        void response.body?.cancel().catch(() => {});
        if (response.status === 404) return;
        throw new TransportError(`HTTP status ${response.status}`);
      }
      events.opened();
      await readPieces(response, (piece) => {
        const [first = "", ...more] = piece.split("\n");
        rest += first;
        for (const line of more) {
          read(rest);
          rest = line;
        }
        if (rest.length > maxMessageChars)
          throw new TransportError(`a line has more than ${maxMessageChars} characters`);
      });
      events.ended();
    };
    follow().catch((error: unknown) => events.failed(error));
    return () => request.abort();
  };
}
