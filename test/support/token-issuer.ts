import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { exportJWK, type JWTPayload, SignJWT } from "jose";

export interface IssuerKey {
  readonly keyId: string;
  readonly algorithm: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Makes a key pair. @param algorithm - `RS256`, `PS256`, `ES256` or `EdDSA` */
export function newKey(keyId: string, algorithm = "ES256"): IssuerKey {
  // By way of text: a key straight from its making shares a lock with the job that made it. A test that exported such keys
  // once hung on Node 20, and this is the suspect.
  const publicKeyEncoding = { type: "spki", format: "pem" } as const;
  const privateKeyEncoding = { type: "pkcs8", format: "pem" } as const;
  const { privateKey, publicKey } = algorithm.startsWith("ES")
    ? generateKeyPairSync("ec", { namedCurve: "prime256v1", publicKeyEncoding, privateKeyEncoding })
    : algorithm.startsWith("Ed")
      ? generateKeyPairSync("ed25519", { publicKeyEncoding, privateKeyEncoding })
      : generateKeyPairSync("rsa", { modulusLength: 2_048, publicKeyEncoding, privateKeyEncoding });
  return { keyId, algorithm, privateKey: createPrivateKey(privateKey), publicKey: createPublicKey(publicKey) };
}

/** Signs claims; `exp` and `iat` are what the claims say. */
export function sign(claims: JWTPayload, { keyId, algorithm, privateKey }: IssuerKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: keyId }).sign(privateKey);
}

/** The public half as a JWK. */
export async function jwkOf({ keyId, algorithm, publicKey }: IssuerKey): Promise<Record<string, unknown>> {
  return { ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: "sig" };
}

/** Who may log in at the issuer, and what they are called there. */
const ACCOUNTS = new Map([
  ["alice", "wonderland"],
  ["bob", "builder"],
]);

/**
 * An OpenID Connect issuer on a port of this machine, as far as a resource server meets one: the discovery document, the
 * key set and a token endpoint (grant type `password`, for scripts). Its keys can change, and it can be slow or broken.
 */
export class TokenIssuer {
  readonly url: string;
  readonly audience = "oortbus";
  /** Times the key set was asked for. */
  keyRequests = 0;
  /** What the key set's requests are answered with: keys, 503, or nothing at all. */
  mood: "well" | "broken" | "silent" = "well";
  #keys: IssuerKey[] = [newKey("first")];
  /** Requests that it was silent about. */
  readonly #held: ServerResponse[] = [];

  private constructor(url: string) {
    this.url = url;
  }

  static async start(t: Pick<TestContext, "after">): Promise<TokenIssuer> {
    const server = createServer((request, response) => void issuer.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const issuer: TokenIssuer = new TokenIssuer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return issuer;
  }

  get jwksUrl(): string {
    return `${this.url}/keys`;
  }

  /** Signs with a new key from now on; the old ones stay published unless they are dropped. */
  rotate(key: IssuerKey, { keepsOld = true } = {}): void {
    this.#keys = [key, ...(keepsOld ? this.#keys : [])];
  }

  /** Answers what it was silent about, and all that follows: it cannot. */
  giveUp(): void {
    this.mood = "broken";
    for (const response of this.#held.splice(0)) json(response, 503, { error: "temporarily_unavailable" });
  }

  /** A token as the token endpoint makes it. @param claims - laid over the usual ones */
  token(user: string, claims: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: this.url, aud: this.audience, sub: user, iat: now, exp: now + 300 };
    return sign({ ...usual, ...claims }, this.#keys[0]!);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.url);
    if (pathname === "/.well-known/openid-configuration") {
      return json(response, 200, {
        issuer: this.url,
        jwks_uri: this.jwksUrl,
        token_endpoint: `${this.url}/token`,
        id_token_signing_alg_values_supported: ["ES256"],
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
      });
    }
    if (pathname === "/keys") return this.#answerKeys(response);
    if (pathname === "/token" && request.method === "POST") return this.#answerToken(request, response);
    json(response, 404, { error: "not_found" });
  }

  async #answerKeys(response: ServerResponse): Promise<void> {
    this.keyRequests += 1;
    if (this.mood === "silent") return void this.#held.push(response);
    if (this.mood === "broken") return json(response, 503, { error: "temporarily_unavailable" });
    json(response, 200, { keys: await Promise.all(this.#keys.map(jwkOf)) });
  }

  async #answerToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body);
    const user = form.get("username") ?? "";
    if (form.get("grant_type") !== "password" || ACCOUNTS.get(user) !== form.get("password")) {
      return json(response, 400, { error: "invalid_grant" });
    }
    json(response, 200, { access_token: await this.token(user), token_type: "Bearer", expires_in: 300 });
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
