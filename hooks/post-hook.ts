/** Longest answer read, in bytes; one that is longer counts as none. */
export const MAX_ANSWER_BYTES = 262_144;

/** What a hook answered. */
export interface HookReply {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends one request to a hook.
 * @throws Error when there is no whole answer: nobody there, aborted, too long
 */
export type PostHook = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<HookReply>;

/**
 * By Node's own fetch, which keeps connections alive. A redirect is an answer like any other and is not followed: where a
 * request goes is in the configuration, and nothing that a client or a hook says changes it.
 */
export const postByFetch: PostHook = async (url, headers, body, signal) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "accept-encoding": "identity", "user-agent": "oortbus" },
    body,
    signal,
    redirect: "manual",
  });
  return { status: response.status, body: await readText(response) };
};

async function readText(response: Response): Promise<string> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`the answer is longer than ${MAX_ANSWER_BYTES} bytes`); // ends the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** What went wrong, for the log: fetch tells it by its cause. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? error.message;
}
