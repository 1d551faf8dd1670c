import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { ConfigError } from "../options.js";

/** Names of PEM files. */
export interface TlsFiles {
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly caFile?: string | undefined;
}

/** Their content, as Node's TLS takes it. */
export interface TlsContent {
  readonly cert?: Buffer;
  readonly key?: Buffer;
  readonly ca?: Buffer;
}

/**
 * Reads certificate, key and authorities once, and sees to it that they can be used together.
 * @param prefix - where the options stand, as `http.tls.`, for the error
 * @throws ConfigError when a file cannot be read, one of certificate and key is missing, or they do not fit
 */
export function readTlsFiles({ certFile, keyFile, caFile }: TlsFiles, prefix: string): TlsContent {
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new ConfigError(`${prefix}${certFile === undefined ? "certFile" : "keyFile"}: must be given too`);
  }
  const read = (name: string, file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (cause) {
      throw new ConfigError(`${prefix}${name}: ${file} cannot be read: ${reason(cause)}`, { cause });
    }
  };
  const content: TlsContent = {
    ...(certFile === undefined ? {} : { cert: read("certFile", certFile) }),
    ...(keyFile === undefined ? {} : { key: read("keyFile", keyFile) }),
    ...(caFile === undefined ? {} : { ca: read("caFile", caFile) }),
  };
  try {
    createSecureContext(content);
  } catch (cause) {
    throw new ConfigError(`${prefix}certFile, keyFile and caFile cannot be used together: ${reason(cause)}`, { cause });
  }
  return content;
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
