import { z } from "zod";
import { isChannelPattern, MAX_PATTERNS } from "../auth/identity-claims.js";
import type { NamedRevocation, Revoked } from "../auth/revocations.js";
import type { MintedToken, TokenWish } from "../auth/token-mint.js";
import { ApiError } from "./api-error.js";
import { type ApiMethod, unaryMethod } from "./api-method.js";
import type { BackendApiParts } from "./bus-parts.js";
import { nodeUrls, type RequestFields } from "./fields.js";

/** What the API needs of an Auth. */
export interface ApiTokens {
  /** Longest life of a token that it makes; undefined where it makes none. */
  readonly maxTtlMs: number | undefined;
  /** Whether there are tokens to be revoked. */
  readonly takesTokens: boolean;
  mintToken(wish: TokenWish): Promise<MintedToken>;
  /** @returns undefined when too much is revoked already */
  revoke(revoked: Revoked): NamedRevocation | undefined;
  /** @returns sessions of this node that it ended */
  endedBy(revocation: NamedRevocation): number;
}

const MAX_TOKEN_ID_CHARS = 256;
const QUESTION = "revoked";
const WHOLE_SECONDS = "must be a whole number of seconds, at least 1";

const patterns = z
  .array(
    z.string("must be text").refine(isChannelPattern, "must be a channel or wildcard, as /chat/{user}/**"),
    "must be a list of channels",
  )
  .max(MAX_PATTERNS, `must have at most ${MAX_PATTERNS} channels`)
  .default([]);

const revocation = z.strictObject({ key: z.string(), beforeMs: z.number(), untilMs: z.number() });
const ended = z.object({ ended: z.int().nonnegative() });

/** Users' tokens: made for backends whose users have none of an issuer, and taken back. */
export function tokenMethods({ tokens, questions }: BackendApiParts, { user }: RequestFields): ApiMethod[] {
  questions.answer(QUESTION, (body) => ({ ended: tokens?.endedBy(revocation.parse(body)) ?? 0 }));

  return [
    unaryMethod({
      name: "MintToken",
      summary: "Makes a token with which a user can log in, signed with the nodes' own key.",
      request: z.strictObject({
        user,
        ttlSeconds: z
          .int(WHOLE_SECONDS)
          .min(1, WHOLE_SECONDS)
          .optional()
          .meta({ description: "how long it is good; left out: auth.mint.defaultTtlMs", example: 600 }),
        rights: z
          .strictObject({ pub: patterns, sub: patterns }, 'must be an object {"pub", "sub"}')
          .optional()
          .describe("channels that it opens, `{user}` in them is its user; left out: the node's rules decide alone"),
      }),
      response: z.strictObject({
        token: z.string().describe("for the client's handshake: ext.authentication.token"),
        tokenId: z.string().describe("by which it can be revoked"),
        expiresAt: z.iso.datetime(),
      }),
      async run({ user: name, ttlSeconds, rights }) {
        const { maxTtlMs } = tokens ?? {};
        if (tokens === undefined || maxTtlMs === undefined) {
          const text = "this node makes no tokens: auth.mode is not jwt, or has no key to sign with";
          throw new ApiError("NOT_CONFIGURED", text);
        }
        const ttlMs = ttlSeconds === undefined ? undefined : ttlSeconds * 1_000;
        if (ttlMs !== undefined && ttlMs > maxTtlMs) {
          const text = `must be at most ${Math.floor(maxTtlMs / 1_000)}`;
          throw new ApiError("INVALID_ARGUMENT", text, { field: "ttlSeconds" });
        }
        const { token, tokenId, expiresAtMs } = await tokens.mintToken({ user: name, ttlMs, rights });
        return { token, tokenId, expiresAt: new Date(expiresAtMs).toISOString() };
      },
    }),
    unaryMethod({
      name: "RevokeTokens",
      summary: "Revokes the tokens that a user has, or one token, on all nodes; sessions that have one are ended.",
      request: z
        .strictObject({
          user: user.optional(),
          tokenId: z
            .string("must be text")
            .min(1, "must not be empty")
            .max(MAX_TOKEN_ID_CHARS, `must be at most ${MAX_TOKEN_ID_CHARS} characters`)
            .optional()
            .describe("a token's id (`jti`); either this or the user"),
        })
        .superRefine((request, context) => {
          if ((request.user === undefined) !== (request.tokenId === undefined)) return;
          context.addIssue({ code: "custom", path: ["user"], message: "must be given, or tokenId, and not both" });
        })
        .meta({ example: { user: "bob" } }),
      response: z.strictObject({
        disconnected: z.int().describe("sessions that were ended, over all nodes"),
        until: z.iso.datetime().describe("no token that was revoked is good for longer"),
        unansweredNodes: nodeUrls,
        unknownNodes: nodeUrls,
      }),
      audit: {},
      async run({ user: name, tokenId = "" }) {
        if (tokens?.takesTokens !== true) {
          throw new ApiError("NOT_CONFIGURED", "there are no tokens to revoke: auth.mode is not jwt");
        }
        const revoked = tokens.revoke(name === undefined ? { tokenId } : { user: name });
        if (revoked === undefined) throw new ApiError("BUSY", "too many users and tokens are revoked already");
        const { answers, unanswered } = await questions.askAll(QUESTION, { ...revoked }, ended);
        return {
          disconnected: answers.reduce((sum, { answer }) => sum + answer.ended, 0),
          until: new Date(revoked.untilMs).toISOString(),
          unansweredNodes: [...unanswered],
          unknownNodes: [...questions.foreign],
        };
      },
    }),
  ];
}
