import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { TestContext } from "node:test";
import { generate } from "selfsigned";

/** Names of the PEM files of one certificate. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

const EC = { keyType: "ec", algorithm: "sha256" } as const;

/** An authority of a test's own, in a folder that goes with the test. */
export class Authority {
  readonly caFile: string;
  readonly #folder: string;
  readonly #ca: { readonly key: string; readonly cert: string };
  #count = 0;

  private constructor(folder: string, ca: { readonly key: string; readonly cert: string }) {
    this.#folder = folder;
    this.#ca = ca;
    this.caFile = join(folder, "ca.pem");
    writeFileSync(this.caFile, ca.cert);
  }

  static async create(t: TestContext): Promise<Authority> {
    const folder = mkdtempSync(join(tmpdir(), "oortbus-ca-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const extensions = [{ name: "basicConstraints" as const, cA: true, critical: true }];
    const name = basename(folder); // two authorities of one name would be taken for one, until a signature fails
    const made = await generate([{ name: "commonName", value: name }], { ...EC, extensions });
    return new Authority(folder, { key: made.private, cert: made.cert });
  }

  /** A certificate for 127.0.0.1, for a server and for a client. */
  async issue(name: string): Promise<CertificateFiles> {
    const made = await generate([{ name: "commonName", value: name }], {
      ...EC,
      ca: this.#ca,
      extensions: [
        { name: "basicConstraints", cA: false },
        { name: "extKeyUsage", serverAuth: true, clientAuth: true },
        { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
      ],
    });
    this.#count += 1;
    const path = (ending: string) => join(this.#folder, `${this.#count}.${ending}`);
    const files = { certFile: path("pem"), keyFile: path("key") };
    writeFileSync(files.certFile, made.cert);
    writeFileSync(files.keyFile, made.private);
    return files;
  }
}
