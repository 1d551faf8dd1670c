import { ConfigError } from "../options.js";
import { readTlsFiles, type TlsContent, type TlsFiles } from "./tls-files.js";

/**
 * The certificate files of one listener: read and checked when it is made, and again whenever somebody thinks that they
 * have changed. New connections get the new ones, those that stand go on.
 */
export class Certificates {
  /** Where the options stand, as `http.tls.`: for errors and the log. */
  readonly name: string;
  /** Whether there is a certificate at all. */
  readonly isTls: boolean;
  /** Whether who connects must show one. */
  readonly isMutual: boolean;
  readonly #files: TlsFiles;
  #content: TlsContent;
  #listeners: readonly ((content: TlsContent) => void)[] = [];

  /**
   * @throws ConfigError when a file cannot be read, one is missing, or they do not fit
   */
  constructor(files: TlsFiles & { readonly mutual?: boolean }, name: string) {
    this.#files = files;
    this.name = name;
    this.#content = readTlsFiles(files, name);
    this.isTls = this.#content.cert !== undefined;
    this.isMutual = files.mutual === true;
    if (this.isMutual && !(this.isTls && this.#content.ca !== undefined)) {
      throw new ConfigError(`${name}mutual: needs certFile, keyFile and caFile`);
    }
  }

  /** As Node's TLS takes it. */
  get content(): TlsContent {
    return this.#content;
  }

  /** Told of each new content. */
  onChange(listener: (content: TlsContent) => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  /**
   * Reads the files again.
   * @returns whether they had changed
   * @throws ConfigError when they cannot be used; those that were there before stay in use
   */
  reload(): boolean {
    const content = readTlsFiles(this.#files, this.name);
    const names = ["cert", "key", "ca"] as const;
    if (names.every((name) => isSame(content[name], this.#content[name]))) return false;
    this.#content = content;
    for (const listener of this.#listeners) listener(content);
    return true;
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}
