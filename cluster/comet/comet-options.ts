import type { BayeuxClientOptionsInput } from "../../core/client/client-options.js";
import type { OortOptions } from "../oort-options.js";

/** How the Bayeux client of a link is set up, out of the options of the Oort. */
export function clientOptionsOf(options: OortOptions, url: string): BayeuxClientOptionsInput {
  return {
    url,
    minRetryMs: options.minRetryMs,
    maxRetryMs: options.maxRetryMs,
    connectTimeoutMs: options.dialTimeoutMs,
    // At the dial nobody knows what the peer is. For an Oortbus peer the silence watch is quicker.
    maxNetworkDelayMs: options.javaNetworkDelayMs,
    maxMessageChars: options.maxLinkMessageBytes,
    maxBatchMessages: 1_000, // the opening batch in one frame, however many channels are observed
    maxBatchBytes: options.maxLinkMessageBytes,
    maxQueuedMessages: options.maxLinkQueuedMessages,
    maxOutstandingMessages: options.maxLinkQueuedMessages,
    maxBufferedBytes: options.maxLinkQueuedBytes,
  };
}
