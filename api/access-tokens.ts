import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What a token may do. `admin` may do everything. */
export const SCOPES = ["metrics", "read", "send", "mint", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

const secretText = z.string().regex(/^\S+$/, "must not be empty or have blanks");

/** One token, as it is configured. To change one without a gap, two of a name are valid for a while. */
export const namedToken = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, "must be 1 to 64 letters, digits, `_`, `.` or `-`")
      .describe("who holds it, for the log"),
    token: secretText.describe("the secret itself"),
    scopes: z.array(z.enum(SCOPES)).min(1).readonly().describe("what it may do"),
  })
  .readonly();

export type NamedToken = z.output<typeof namedToken>;

/** The tokens of the admin listener and of gRPC: one with all rights, and any number with some. */
export const tokenOptions = {
  token: secretText
    .optional()
    .meta({ description: "bearer token with all rights on /metrics, /api, /console and gRPC", secret: true }),
  tokens: z.array(namedToken).max(1_000).default([]).meta({
    description:
      "further bearer tokens, each with a name and scopes: metrics (/metrics), read, send (publish, send to users), mint (make tokens for users), admin (all of it, and disconnect, drain, revoke tokens); of one name several may be valid, so that one can be replaced",
    secret: true,
  }),
};

/** What became of a call's credentials. */
export type Admission =
  | { readonly kind: "admitted"; readonly name: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "forbidden"; readonly name: string };

/**
 * The bearer tokens that open the backend API. Both of its faces ask it, so that a token works on both or on none.
 */
export class AccessTokens {
  readonly #tokens: readonly { readonly name: string; readonly digest: Buffer; readonly scopes: ReadonlySet<Scope> }[];

  /** @param options - none of both means that everybody may call */
  constructor({ token, tokens }: { readonly token?: string | undefined; readonly tokens: readonly NamedToken[] }) {
    const all = [...(token === undefined ? [] : [{ name: "admin", token, scopes: ["admin" as const] }]), ...tokens];
    this.#tokens = all.map(({ name, token: secret, scopes }) => ({
      name,
      digest: digestOf(secret),
      scopes: new Set(scopes),
    }));
  }

  /** Whether calls need a token at all. */
  get required(): boolean {
    return this.#tokens.length > 0;
  }

  /** Who holds the token in an `Authorization` header's value, whatever it is good for; undefined for a wrong one, or none. */
  holderOf(authorization: unknown): string | undefined {
    const admission = this.admit(authorization, "admin");
    return admission.kind === "unknown" ? undefined : admission.name;
  }

  /**
   * Whether an `Authorization` header's value is `Bearer <a token with that scope>`. Takes the same time whichever token
   * is compared and however much of it is right: digests of equal length are compared, and all of them.
   */
  admit(authorization: unknown, scope: Scope): Admission {
    const match = typeof authorization === "string" ? /^Bearer +([^\s]+) *$/i.exec(authorization) : null;
    const given = digestOf(match?.[1] ?? "");
    let admission: Admission = { kind: "unknown" };
    for (const { name, digest, scopes } of this.#tokens) {
      if (!timingSafeEqual(given, digest) || match === null) continue;
      const may = scopes.has("admin") || scopes.has(scope);
      if (may) admission = { kind: "admitted", name };
      else if (admission.kind === "unknown") admission = { kind: "forbidden", name };
    }
    return admission;
  }
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
