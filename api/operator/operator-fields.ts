import { z } from "zod";

/** A name as the cluster's nodes have. */
const NODE = "http://node-1.example.com:8080/cometd";

const url = z.string("must be text").max(2_048, "must be at most 2048 characters");

/** Which node is meant; empty is left out. @param otherwise - which it is then */
export function nodeOr(otherwise: string) {
  return url
    .transform((text) => (text === "" ? undefined : text))
    .optional()
    .meta({ description: `a node's Bayeux URL; empty or left out: ${otherwise}`, example: NODE });
}

/** Which node is meant, and there is no default. */
export const oneNode = url.min(1, "must name a node").meta({ description: "a node's Bayeux URL", example: NODE });

/** Narrows a list; empty is all. */
export function filter(maxChars: number, description: string, example: string) {
  return z
    .string("must be text")
    .max(maxChars, `must be at most ${maxChars} characters`)
    .default("")
    .meta({ description: `${description}; empty for all`, example });
}

/** How many at once: a whole number up to `max`; 0, or left out, is `usual`. */
export function upTo(max: number, usual: number) {
  return z
    .int("must be a whole number")
    .min(0, `must be 0 to ${max}`)
    .max(max, `must be 0 to ${max}`)
    .default(0)
    .transform((value) => (value === 0 ? usual : value))
    .meta({ description: `at most so many, up to ${max}; ${usual} if 0 or left out`, example: usual });
}
