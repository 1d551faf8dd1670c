import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error.js";

/**
 * Reads a request's whole body.
 * @param maxBytes - a longer one is refused, by its announced length if there is one; what is left of it is read and
 *   thrown away by node, within the listener's time for a request
 * @throws ApiError TOO_LARGE; INVALID_ARGUMENT when the caller goes away or the signal fires before the end
 */
export async function readBody(request: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const tooLarge = new ApiError("TOO_LARGE", `a request must be at most ${maxBytes} bytes`);
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (settle: () => void): void => {
      request.off("data", take).off("end", finish).off("close", cut).off("error", cut);
      signal.removeEventListener("abort", cut);
      settle();
    };
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else end(() => reject(tooLarge));
    };
    const finish = (): void => end(() => resolve(Buffer.concat(chunks)));
    const cut = (): void => end(() => reject(new ApiError("INVALID_ARGUMENT", "the request broke off")));
    request.on("data", take).on("end", finish).on("close", cut).on("error", cut);
    signal.addEventListener("abort", cut, { once: true });
  });
}
