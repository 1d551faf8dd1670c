import { z } from "zod";
import { isChannelPattern, MAX_PATTERNS } from "../../auth/identity-claims.js";
import { TokenMint, type TokenRights } from "../../auth/token-mint.js";
import { systemClock } from "../../core/clock.js";
import { ConfigError } from "../../core/options.js";
import { systemRandom } from "../../core/random.js";
import { userIdProblem } from "../../seti/user-id.js";
import { defineCommand } from "./command.js";
import { print } from "./print.js";

const patterns = (what: string) =>
  z
    .array(z.string().refine(isChannelPattern, "must be a channel or wildcard, as /chat/{user}/**"))
    .max(MAX_PATTERNS)
    .optional()
    .describe(`channels that it lets its user ${what}; with neither --pub nor --sub the node's rules decide alone`);

const schema = z.strictObject({
  ttlSeconds: z.int().min(1).optional().describe("how long it is good; default: auth.mint.defaultTtlMs"),
  pub: patterns("publish on"),
  sub: patterns("subscribe to"),
  json: z.boolean().default(false).describe("print it as JSON, with its id and end, for programs"),
});

export const tokenCommand = defineCommand({
  name: "token",
  summary: "make a token for a user, with the key that a node here would run with; asks no node",
  words: [{ name: "user", help: "the user's id" }],
  schema,
  takesNodeOptions: true,
  async run({ own, words: [user = ""], config: { value } }) {
    const { auth, seti } = value;
    const mint =
      auth.mode === "jwt" ? TokenMint.of(auth.jwt, auth.mint, { clock: systemClock, random: systemRandom }) : undefined;
    const problems = [
      problemOf("<user>", userIdProblem(user, seti.maxUserIdBytes)),
      auth.mode === "jwt" ? undefined : `auth.mode: is ${auth.mode}, where nodes take no tokens; give --auth.mode jwt`,
      auth.mode === "jwt" && mint === undefined
        ? "auth.mint.keyFile: must be given, or auth.jwt.secret, to sign with"
        : undefined,
      own.ttlSeconds !== undefined && own.ttlSeconds * 1_000 > auth.mint.maxTtlMs
        ? `--ttl-seconds: must be at most ${Math.floor(auth.mint.maxTtlMs / 1_000)}, by auth.mint.maxTtlMs`
        : undefined,
    ].filter((problem) => problem !== undefined);
    if (mint === undefined || problems.length > 0) throw new ConfigError(problems.join("\n"));
    const ttlMs = own.ttlSeconds === undefined ? undefined : own.ttlSeconds * 1_000;
    const { token, tokenId, expiresAtMs } = await mint.mint({ user, ttlMs, rights: rightsOf(own) });
    print(own, { token, tokenId, expiresAt: new Date(expiresAtMs).toISOString() }, () => [token]);
  },
});

/** One list alone closes what the other would have opened. */
function rightsOf({ pub, sub }: z.output<typeof schema>): TokenRights | undefined {
  return pub === undefined && sub === undefined ? undefined : { pub: pub ?? [], sub: sub ?? [] };
}

function problemOf(name: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${name}: ${problem}`;
}
