import { createHmac } from "node:crypto";

/**
 * The headers that prove where a request comes from, as Standard Webhooks has them: an id, the same for every repetition; a
 * time in seconds, that of this attempt; and for each secret the HMAC-SHA256 of `id.timestamp.body`.
 * @param secrets - as configured: `whsec_` and base64
 * @see https://www.standardwebhooks.com
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  nowMs: number,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
