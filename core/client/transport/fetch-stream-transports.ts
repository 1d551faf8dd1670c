import { type ClientTransportFactory, TransportError } from "./client-transport.js";
import { type Fetch, fetchPieces } from "./long-polling-client-transport.js";
import { checkLength, readPayload } from "./read-payload.js";
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
  return (url, events, parts) => {
    const request = new AbortController();
    let rest = "";
    let position: string | undefined;
    const read = (line: string): void => {
      if (line.startsWith("id:")) position = line.slice(3).trim();
      const text = line.startsWith("data:") ? line.slice(5) : line;
      if (!/^\s*\[/.test(text)) return; // a heartbeat, a field of no use here
      const messages = readPayload(text, parts);
      if (messages.length > 0) events.payload(messages, position);
    };
    const init: RequestInit = { headers: { Accept: accept }, cache: "no-store", signal: request.signal };
    const take = (piece: string): void => {
      const lines = `${rest}${piece}`.split("\n");
      rest = lines.pop()!;
      lines.forEach(read);
      checkLength(rest, parts.options.maxMessageChars);
    };
    fetchPieces(fetch, url, init, take, events.opened).then(events.ended, (error: unknown) => {
      request.abort();
      // The server does not know the session: the answer to the next connect will tell.
      if (error instanceof TransportError && error.status === 404) events.opened();
      else events.failed(error);
    });
    return () => request.abort();
  };
}
