import { z } from "zod";

/** Every algorithm that can be allowed: never `none`, nor anything that a header could bring along. */
export const ALGORITHMS = [
  ...["HS256", "HS384", "HS512"],
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
] as const;

/** Shortest secret: the size of HS256's hash (RFC 7518, 3.2). */
export const MIN_SECRET_BYTES = 32;

const name = z.string().min(1).max(256);
const file = z.string().min(1);

/** How tokens are checked. Times in milliseconds. */
export const jwtOptions = z
  .strictObject({
    algorithms: z
      .array(z.enum(ALGORITHMS))
      .min(1)
      .default(["HS256", "RS256", "PS256", "ES256", "EdDSA"])
      .describe("what tokens may be signed with; HS… only ever by a secret, the others by a public key"),
    secret: z
      .string()
      .refine((secret) => Buffer.byteLength(secret) >= MIN_SECRET_BYTES, `must be at least ${MIN_SECRET_BYTES} bytes`)
      .optional()
      .meta({ description: `secret of tokens with HS…, at least ${MIN_SECRET_BYTES} bytes of UTF-8`, secret: true }),
    keyFiles: z
      .array(file)
      .max(16)
      .default([])
      .describe("files with keys: a public key or certificate as PEM, or a JWK or JWK set as JSON"),
    jwksUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("where the issuer publishes its keys: `jwks_uri` of OpenID Connect; https, unless it is on loopback"),
    jwksCacheMs: z.int().positive().default(600_000).describe("keys from there are asked for again after this"),
    jwksMaxStaleMs: z
      .int()
      .nonnegative()
      .default(3_600_000)
      .describe("they are used for so much longer while they cannot be had"),
    jwksCoolDownMs: z
      .int()
      .positive()
      .default(30_000)
      .describe("an unknown key makes the node look there again, but no more often than this"),
    jwksTimeoutMs: z.int().positive().default(5_000).describe("the answer must be there by then"),
    issuer: z.array(name).default([]).describe("`iss` must be one of these; empty: is not looked at"),
    audience: z
      .array(name)
      .default([])
      .describe("`aud` must have one of these; empty: is not looked at, which jwksUrl does not allow"),
    clockSkewMs: z
      .int()
      .min(0)
      .max(300_000)
      .default(5_000)
      .describe("how far the issuer's clock may be from this node's"),
    requiredClaims: z.array(name).default([]).describe("claims that a token must have, besides `exp` and the user"),
    userClaim: name.default("sub").describe("claim that is the user's id"),
    rightsClaim: name
      .default("rights")
      .describe('claim with the channels that the token opens: `{"pub": […], "sub": […]}`, patterns with `{user}`'),
    maxTokenChars: z.int().min(256).max(65_536).default(8_192).describe("longest token"),
    maxTokenLifeMs: z
      .int()
      .positive()
      .default(86_400_000)
      .describe("tokens that are good for longer are refused: so long a revocation must be remembered"),
    maxUrlTokenLifeMs: z
      .int()
      .nonnegative()
      .default(60_000)
      .describe(
        "callback-polling has its messages in the URL, where logs see them: a token there must expire within this; 0: none there",
      ),
    maxPendingLogins: z
      .int()
      .positive()
      .default(1_000)
      .describe(
        "logins whose token is being checked, half of them waiting for an issuer's keys; more are told to come again",
      ),
    expiryWarningMs: z
      .int()
      .nonnegative()
      .default(60_000)
      .describe(
        "so long before its token expires, or at half of its life, a client is told on /service/auth; 0: is not told",
      ),
    maxRevocations: z
      .int()
      .positive()
      .default(10_000)
      .describe("users and tokens that may be revoked at once, by way of this node"),
  })
  .readonly();

/** How tokens are made, for those who have no issuer of their own. */
export const mintOptions = z
  .strictObject({
    keyFile: file
      .optional()
      .describe(
        "private key, as PEM or JWK, that signs the tokens of MintToken and `oortbus token`; default: auth.jwt.secret",
      ),
    defaultTtlMs: z.int().min(1_000).default(900_000).describe("how long a token is good if nothing is said"),
    maxTtlMs: z.int().min(1_000).default(3_600_000).describe("longest that may be asked for"),
  })
  .refine((options) => options.defaultTtlMs <= options.maxTtlMs, {
    path: ["defaultTtlMs"],
    message: "must be at most maxTtlMs",
  })
  .readonly();

/** Who clients are. */
export const authOptions = z
  .strictObject({
    mode: z
      .enum(["open", "jwt", "custom"])
      .optional()
      .describe(
        "open: whoever shakes hands may name his user, for development; jwt: he shows a token; custom: the app's policy decides; default: open on loopback, else it must be given",
      ),
    jwt: jwtOptions.prefault({}),
    mint: mintOptions.prefault({}),
  })
  .readonly();

export type AuthMode = "open" | "jwt" | "custom";
export type JwtOptions = z.output<typeof jwtOptions>;
export type MintOptions = z.output<typeof mintOptions>;
/** With `mode` worked out. */
export type AuthOptions = Omit<z.output<typeof authOptions>, "mode"> & { readonly mode: AuthMode };

export interface AuthProblem {
  /** Below `auth`. */
  readonly path: readonly string[];
  readonly message: string;
}

/** What cannot work, or would take tokens that were not meant for this cluster; files are not looked into yet. */
export function authProblems({ mode, jwt, mint }: z.output<typeof authOptions>): AuthProblem[] {
  const problems: AuthProblem[] = [];
  const refuse = (path: string, message: string): void => void problems.push({ path: path.split("."), message });
  const hasKeys = jwt.secret !== undefined || jwt.keyFiles.length > 0 || jwt.jwksUrl !== undefined;
  if (mode === undefined && (hasKeys || mint.keyFile !== undefined)) {
    refuse("mode", 'must be given: "jwt" where there are keys for tokens');
  }
  if (mode !== "jwt") return problems;
  if (!hasKeys && mint.keyFile === undefined) {
    refuse("jwt", "has no keys to check tokens with: give secret, keyFiles or jwksUrl, or auth.mint.keyFile");
  }
  if (jwt.jwksUrl !== undefined) {
    if (jwt.audience.length === 0) {
      refuse("jwt.audience", "must be given with jwksUrl: else tokens that the issuer made for others log in here");
    }
    const { protocol, hostname } = new URL(jwt.jwksUrl);
    if (protocol !== "https:" && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)) {
      refuse("jwt.jwksUrl", "must be https: who changes what comes from there may log in as anybody");
    }
  }
  const canMint = mint.keyFile !== undefined || jwt.secret !== undefined;
  if (canMint && mint.maxTtlMs > jwt.maxTokenLifeMs) {
    refuse("mint.maxTtlMs", "must be at most auth.jwt.maxTokenLifeMs, beyond which tokens are refused");
  }
  return problems;
}
