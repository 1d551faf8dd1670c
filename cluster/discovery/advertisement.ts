import { isNodeUrl } from "../membership/node-url.js";

/** What a node tells by multicast. */
export interface Advertisement {
  readonly url: string;
  /** undefined for Java nodes, and for ours without a name. */
  readonly clusterName: string | undefined;
}

/** What decides which form is sent and which is taken. */
export interface AdvertisementRules {
  readonly url: string;
  readonly clusterName?: string | undefined;
  readonly java: boolean;
}

/** Longest datagram that is sent or read, in bytes: one that no network splits (Java's `maxTransmissionLength`). */
const MAX_DATAGRAM_BYTES = 1_400;

/** Begins our own form, which no URL begins with: Java nodes log such a datagram and drop it. */
const OWN_FORM = "oortbus/1\n";

/**
 * The datagrams of a node: the bare URL as Java has it, or, with a cluster name, a form that carries the name too:
 * `oortbus/1`, the URL, the name, a line each.
 * @returns none for a URL that is too long, two where both kinds are to find the node
 * @see spec/oort-seti.md section 15
 */
export function printAdvertisements({ url, clusterName, java }: AdvertisementRules): Uint8Array[] {
  const texts: string[] = [];
  if (clusterName !== undefined) texts.push(`${OWN_FORM}${url}\n${clusterName}`);
  if (clusterName === undefined || java) texts.push(url);
  return texts.map((text) => new TextEncoder().encode(text)).filter((bytes) => bytes.length <= MAX_DATAGRAM_BYTES);
}

/** @returns undefined when it is in neither form */
export function readAdvertisement(datagram: Uint8Array): Advertisement | undefined {
  if (datagram.length > MAX_DATAGRAM_BYTES) return undefined;
  const text = new TextDecoder().decode(datagram);
  if (!text.startsWith(OWN_FORM)) return isNodeUrl(text) ? { url: text, clusterName: undefined } : undefined;
  const [url, clusterName, ...rest] = text.slice(OWN_FORM.length).split("\n");
  if (!isNodeUrl(url) || !clusterName || rest.length > 0) return undefined;
  return { url, clusterName };
}

/** Whether a node that told this may belong to our cloud: names must be the same, and a bare URL is for who has none. */
export function accepts(rules: AdvertisementRules, { clusterName }: Advertisement): boolean {
  return clusterName === rules.clusterName || (clusterName === undefined && rules.java);
}
