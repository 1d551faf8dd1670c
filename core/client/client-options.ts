import { ConfigError } from "../config-error.js";
import { isObject } from "../message/message.js";

// Without zod: the client is bundled for browsers, where a schema library would be larger than all the rest.

/** How a client connects, and its limits. Give `url` or `urls`; all else has a default. */
export interface BayeuxClientOptionsInput {
  /** The server's Bayeux endpoint, `http:` or `https:`. */
  url?: string | undefined;
  /** Endpoints, tried in turn after repeated failures. */
  urls?: readonly string[] | undefined;
  /** Where a transport has a URL of its own, whichever endpoint's turn it is: by its name, `ws:` and `wss:` too. */
  transportUrls?: Readonly<Record<string, string>> | undefined;
  /** Keep to a WebSocket that has worked once. Default true; false: after its loss, another transport's turn. */
  stickyReconnect?: boolean | undefined;
  /** `ext` of every handshake. */
  ext?: Readonly<Record<string, unknown>> | undefined;
  /** Longest first wait after a failure; doubles. Default 500. */
  minRetryMs?: number | undefined;
  /** Longest wait between attempts, at least `minRetryMs`. Default 30,000. */
  maxRetryMs?: number | undefined;
  /** Failures in a row before the next URL is tried. Default 2. */
  attemptsPerUrl?: number | undefined;
  /** Longest wait for an answer; a connect's hold time comes on top. Default 10,000. */
  maxNetworkDelayMs?: number | undefined;
  /** Longest opening of a WebSocket, or of a stream to its first message. Default 10,000. */
  connectTimeoutMs?: number | undefined;
  /** How long the server shall hold each connect. Default: its own advice. */
  connectHoldMs?: number | undefined;
  /** Longest payload taken from the server, in UTF-16 units. Default 1,048,576. */
  maxMessageChars?: number | undefined;
  /** Deepest JSON taken from the server. Default 64. */
  maxJsonDepth?: number | undefined;
  /** Most messages sent in one frame or request. Default 64. */
  maxBatchMessages?: number | undefined;
  /** Largest frame or request sent; keep it below the server's limit, 64 KiB with most. Default 60,000. */
  maxBatchBytes?: number | undefined;
  /** Most messages waiting for a connection. Default 1,000. */
  maxQueuedMessages?: number | undefined;
  /** Most messages sent and not yet answered, remote calls included. Default 10,000. */
  maxOutstandingMessages?: number | undefined;
  /** Most bytes the socket may hold unsent before messages are refused. Default 8 MiB. */
  maxBufferedBytes?: number | undefined;
}

/** The options of a client, complete. Meanings as in {@link BayeuxClientOptionsInput}; `url` is the only one of `urls`. */
export interface BayeuxClientOptions extends Readonly<typeof COUNTS> {
  readonly urls: readonly string[];
  readonly transportUrls: Readonly<Record<string, string>>;
  readonly stickyReconnect: boolean;
  readonly ext: Readonly<Record<string, unknown>> | undefined;
  readonly connectHoldMs: number | undefined;
}

/** The defaults of all options that are whole numbers. */
const COUNTS = {
  minRetryMs: 500,
  maxRetryMs: 30_000,
  attemptsPerUrl: 2,
  maxNetworkDelayMs: 10_000,
  connectTimeoutMs: 10_000,
  maxMessageChars: 1_048_576,
  maxJsonDepth: 64,
  maxBatchMessages: 64,
  maxBatchBytes: 60_000,
  maxQueuedMessages: 1_000,
  maxOutstandingMessages: 10_000,
  maxBufferedBytes: 8_388_608,
};

type Rule = (value: unknown) => boolean;

const count: Rule = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const countOrZero: Rule = (value) => value === 0 || count(value);

/** What an option may be. */
const RULES = new Map<string, Rule>([
  ...Object.keys(COUNTS).map((key) => [key, count] as const),
  ["urls", (value) => Array.isArray(value) && value.length > 0 && value.every(isUrl)],
  ["ext", isObject],
  ["transportUrls", isObject],
  ["stickyReconnect", (value) => typeof value === "boolean"],
  ["connectHoldMs", countOrZero],
  ["maxQueuedMessages", countOrZero],
]);

/**
 * Optional in, complete out.
 * @throws ConfigError naming every wrong or unknown key
 */
export function readClientOptions(input: BayeuxClientOptionsInput): BayeuxClientOptions {
  const { url, ...given } = input;
  if (url !== undefined) given.urls = given.urls === undefined ? [url] : [];
  const options: Record<string, unknown> = { ...COUNTS, transportUrls: {}, stickyReconnect: true };
  const problems: string[] = [];
  for (const [key, value] of Object.entries({ urls: [], ...given })) {
    if (value === undefined) continue;
    options[key] = value;
    const rule = RULES.get(key);
    if (rule === undefined) problems.push(`${key}: unknown`);
    else if (!rule(value)) problems.push(`${key}: cannot be ${value}`);
  }
  const { minRetryMs, maxRetryMs } = options as typeof COUNTS;
  if (maxRetryMs < minRetryMs) problems.push("maxRetryMs: below minRetryMs");
  if (problems.length > 0) throw new ConfigError(problems.join("; "));
  return options as unknown as BayeuxClientOptions;
}

function isUrl(value: unknown): boolean {
  try {
    return /^https?:$/.test(new URL(value as string).protocol);
  } catch {
    return false;
  }
}
