import { experimental, type ServerCredentials } from "@grpc/grpc-js";

/** Certificates that may change while the server runs. */
export interface CertificateSource {
  readonly content: { readonly cert?: Buffer; readonly key?: Buffer; readonly ca?: Buffer };
  /** Told of each change. */
  onChange(listener: () => void): void;
}

/**
 * TLS for a gRPC server that takes over changed certificates for new connections, and lets those that stand go on.
 * @param source - with certificate and key, and with authorities where it is mutual
 * @param mutual - whether a caller must show a certificate that the authorities vouch for
 */
export function reloadableCredentials(source: CertificateSource, mutual: boolean): ServerCredentials {
  const identity = new Announced(source, ({ cert, key }) => ({ certificate: cert!, privateKey: key! }));
  const authorities = new Announced(source, ({ ca }) => ({ caCertificate: ca! }));
  const provider: experimental.CertificateProvider = {
    addIdentityCertificateListener: (listener) => identity.add(listener),
    removeIdentityCertificateListener: (listener) => identity.delete(listener),
    addCaCertificateListener: (listener) => authorities.add(listener),
    removeCaCertificateListener: (listener) => authorities.delete(listener),
  };
  // Whose certificates they show is the first, whom they trust the second: not as the types name them.
  return experimental.createCertificateProviderServerCredentials(provider, mutual ? provider : null, mutual);
}

/** Tells listeners a part of the content, soon and at each change. */
class Announced<T> {
  readonly #listeners = new Set<(part: T) => void>();
  readonly #read: () => T;

  constructor(source: CertificateSource, part: (content: CertificateSource["content"]) => T) {
    this.#read = () => part(source.content);
    source.onChange(() => {
      for (const listener of this.#listeners) listener(this.#read());
    });
  }

  add(listener: (part: T) => void): void {
    this.#listeners.add(listener);
    // Not at once: grpc-js asks before it is ready to hear the answer.
    queueMicrotask(() => listener(this.#read()));
  }

  delete(listener: (part: T) => void): void {
    this.#listeners.delete(listener);
  }
}
