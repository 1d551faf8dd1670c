import { isObject, type Message } from "../../message/message.js";
import { BatchQueue } from "./batch-queue.js";
import { type ClientTransportFactory, TransportError } from "./client-transport.js";
import type { Fetch } from "./long-polling-client-transport.js";
import { RequestClientTransport } from "./request-client-transport.js";
import { streamTransport } from "./stream-client-transport.js";

/** Longest URL of a script: servers and proxies take no longer ones everywhere (spec section 15). */
const MAX_URL_CHARS = 2_000;

type Callback = (messages: unknown) => void;
/** What scripts call: names in the page's global object. */
const page = globalThis as unknown as Record<string, Callback>;
let lastCallback = 0;

function addCallback(callback: Callback): string {
  lastCallback += 1;
  const name = `_oortbus_${lastCallback}`;
  page[name] = callback;
  return name;
}

/**
 * The callback-polling transport (spec section 15): requests are script tags, responses scripts. For pages where nothing
 * else is let through. What has no room in a URL cannot be sent.
 */
export function callbackPollingTransport(): ClientTransportFactory {
  const name = "callback-polling";
  return {
    name,
    create(url, sink, parts) {
      const start = `${url}${url.includes("?") ? "&" : "?"}jsonp=_oortbus_&message=`;
      const maxBatchBytes = MAX_URL_CHARS - start.length - 10; // digits of the callback's name
      const { maxBatchMessages } = parts.options;
      const queue = (): BatchQueue =>
        new BatchQueue({ maxBatchMessages, maxBatchBytes }, (text) => encodeURIComponent(text).length);
      return new RequestClientTransport(name, (text, signal) => callByScript(url, text, signal), sink, parts, queue);
    },
  };
}

function callByScript(url: string, text: string, signal: AbortSignal): Promise<Message[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const callback = addCallback((messages) => {
      if (areMessages(messages)) resolve(messages);
    });
    // A script that was taken out of the page runs all the same, so its callback stays until then.
    const end = (): void => {
      delete page[callback];
      script.remove();
      reject(new TransportError("the script brought nothing")); // unless it did
    };
    script.onload = end;
    script.onerror = end;
    signal.addEventListener("abort", () => {
      script.remove();
      reject(new TransportError("aborted"));
    });
    script.src = `${url}${url.includes("?") ? "&" : "?"}jsonp=${callback}&message=${encodeURIComponent(text)}`;
    document.head.append(script);
  });
}

/**
 * The forever-iframe transport: a page in a hidden frame that never ends, whose scripts hand over what comes; POST up.
 * The server must be of the page's own origin. The server ends each frame after some time, and the next one follows.
 */
export function foreverIframeTransport(fetch: Fetch): ClientTransportFactory {
  return streamTransport("forever-iframe", fetch, (url, events) => {
    const frame = document.createElement("iframe");
    const callback = addCallback((messages) => {
      if (messages === null) events.ended();
      else if (areMessages(messages)) events.payload(messages);
    });
    frame.hidden = true;
    frame.onload = () => events.failed(new TransportError("the frame has ended"));
    frame.src = `${url}&iframe=${callback}`;
    document.body.append(frame);
    events.opened();
    return () => {
      frame.onload = null;
      frame.remove();
      page[callback] = () => {}; // one of its scripts may be about to run
      setTimeout(() => delete page[callback], 1_000);
    };
  });
}

function areMessages(value: unknown): value is Message[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
