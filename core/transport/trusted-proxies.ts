import { BlockList, isIP } from "node:net";

/** What is wrong with the text of an address or network; undefined: nothing. */
export function networkProblem(text: string): string | undefined {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  return version !== 0 && isPrefix && rest.length === 0
    ? undefined
    : "must be an address or a network, such as 10.0.0.7, 10.0.0.0/8 or fd00::/8";
}

/**
 * Whom to believe whose client a request is. A header can be made up by anybody, so of `X-Forwarded-For` only that much is
 * believed as trusted proxies have added: from its end, up to the first address that is not one of them.
 */
export class TrustedProxies {
  readonly #networks = new BlockList();
  readonly #isEmpty: boolean;

  /** @param networks - each without {@link networkProblem} */
  constructor(networks: readonly string[]) {
    this.#isEmpty = networks.length === 0;
    for (const network of networks) {
      const [address = "", bits] = network.split("/");
      const family = isIP(address) === 4 ? "ipv4" : "ipv6";
      if (bits === undefined) this.#networks.addAddress(address, family);
      else this.#networks.addSubnet(address, Number(bits), family);
    }
  }

  /**
   * The client's address.
   * @param peer - of the socket
   * @param forwarded - the header, as Node gives it
   */
  clientOf(peer: string | undefined, forwarded: string | string[] | undefined): string | undefined {
    let client = peer && plain(peer);
    if (this.#isEmpty || forwarded === undefined) return client;
    const hops = String(forwarded).split(",");
    while (client !== undefined && hops.length > 0 && this.#has(client)) {
      const before = plain(hops.pop()!.trim());
      if (isIP(before) === 0) break; // "unknown", a name, nonsense: the proxy is all that is known
      client = before;
    }
    return client;
  }

  #has(address: string): boolean {
    return this.#networks.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
  }
}

/** IPv4 is also written as IPv6. */
function plain(address: string): string {
  return address.startsWith("::") ? address.replace(/^::ffff:(?=\d+\.)/i, "") : address;
}
