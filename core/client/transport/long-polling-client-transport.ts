import { decode } from "../../message/codec.js";
import type { ClientTransportFactory, ClientTransportParts } from "./client-transport.js";
import { TransportError } from "./client-transport.js";
import { type Exchange, HttpStatusError, RequestClientTransport } from "./request-client-transport.js";

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
  const { maxMessageChars, maxJsonDepth } = parts.options;
  return async (body, signal) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json;charset=UTF-8" },
      body,
      cache: "no-store",
      credentials: "include",
      signal,
    });
    if (response.status !== 200) {
      void response.body?.cancel().catch(() => {});
      throw new HttpStatusError(response.status);
    }
    const text = await readText(response, maxMessageChars);
    const messages = decode(text, { maxMessageChars, maxJsonDepth, maxBatchMessages: maxMessageChars });
    if (messages.length === 0 && !mayBeEmpty) throw new TransportError("the server sent an empty response");
    return messages;
  };
}

/** @throws TransportError once there is more text than `limit`, without reading the rest */
async function readText(response: Response, limit: number): Promise<string> {
  let text = "";
  await readPieces(response, (piece) => {
    text += piece;
    if (text.length > limit) throw new TransportError(`the response has more than ${limit} characters`);
  });
  return text;
}

/** Reads a response as it comes. When `take` throws, the rest is not read. */
export async function readPieces(response: Response, take: (piece: string) => void): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      take(decoder.decode(value, { stream: !done }));
      if (done) return;
    }
  } catch (error) {
    void reader?.cancel().catch(() => {});
    throw error;
  }
}
