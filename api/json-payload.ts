import { isDeeperThan } from "../core/message/codec.js";
import { ApiError } from "./api-error.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Where a payload stands in the text that carries it. */
export interface PayloadPlace {
  /** Deepest nesting of arrays and objects in a payload; looked at before parsing. */
  readonly maxDataDepth: number;
  /** Objects and arrays around the payload: none if the text is the payload itself. */
  readonly levelsAround: number;
  /** The payload's field. @default "data" */
  readonly field?: string;
}

/**
 * Reads a JSON text that came as bytes.
 * @throws ApiError INVALID_ARGUMENT if it is not UTF-8 or not JSON, TOO_LARGE if too deep
 */
export function parseJsonBytes(bytes: Uint8Array, place: PayloadPlace): unknown {
  const { maxDataDepth, levelsAround, field = "data" } = place;
  const at = levelsAround === 0 ? { field } : {};
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new ApiError("INVALID_ARGUMENT", "must be UTF-8 text", { ...at, cause });
  }
  if (isDeeperThan(text, maxDataDepth + levelsAround)) {
    throw new ApiError("TOO_LARGE", `must not be nested deeper than ${maxDataDepth}`, { field });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError("INVALID_ARGUMENT", "must be JSON", { ...at, cause });
  }
}
