import { type ClientTransportFactory, type ClientTransportParts, TransportError } from "./client-transport.js";
import { checkLength, readPayload } from "./read-payload.js";
import { type Exchange, RequestClientTransport } from "./request-client-transport.js";

/** The part of `fetch` used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The long-polling transport (spec section 14).
 * @param fetch - the platform's, or one that keeps cookies (`cookie-jar.ts`)
 */
export function longPollingTransport(fetch: Fetch): ClientTransportFactory {
  const name = "long-polling";
  return {
    name,
    create: (url, sink, parts) => new RequestClientTransport(name, posting(fetch, url, parts), sink, parts),
  };
}

/**
 * Exchanges batches by POST.
 * @param mayBeEmpty - answers may come another way, and the response to the request then has none
 */
export function posting(fetch: Fetch, url: string, parts: ClientTransportParts, mayBeEmpty = false): Exchange {
  return async (body, signal) => {
    const headers = { "Content-Type": "application/json;charset=UTF-8" };
    let text = "";
    await fetchPieces(fetch, url, { method: "POST", headers, body, signal }, (piece) => {
      text += piece;
      checkLength(text, parts.options.maxMessageChars); // without reading the rest
    });
    const messages = readPayload(text, parts);
    if (messages.length === 0 && !mayBeEmpty) throw new TransportError("empty");
    return messages;
  };
}

/**
 * Reads a response as it comes. When it throws, the request is to be aborted, so that nothing more is read.
 * @param opened - called when there is a response
 * @throws TransportError unless its status is 200; what `take` throws
 */
export async function fetchPieces(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  take: (piece: string) => void,
  opened?: () => void,
): Promise<void> {
  const { status, body } = await fetch(url, { ...init, credentials: "include" });
  if (status !== 200) throw new TransportError(`HTTP status ${status}`, { status });
  opened?.();
  await body!.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({ write: take }));
}
