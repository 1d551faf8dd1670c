import { lookup, resolveSrv } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import type { NodeConfig } from "../../config.js";
import type { Finding } from "./finding.js";
import { reasonOf } from "./probe-request.js";

/** Shorter secrets can be guessed, and these are in our examples. */
const MIN_SECRET_LENGTH = 16;
const KNOWN_SECRETS: ReadonlySet<string> = new Set(["for-development-only", "secret", "changeme"]);

export function lookAtSecret({ secret, host, auth }: NodeConfig): Finding {
  const check = "secret";
  const advice = "give all nodes one of 32 random characters or more, for example by `openssl rand -hex 32`";
  if (secret === undefined) return { check, status: "skipped", text: "none is set: this node links with nobody" };
  if (KNOWN_SECRETS.has(secret)) return { check, status: "warning", text: "is one that everybody knows", advice };
  if (secret.length < MIN_SECRET_LENGTH) {
    return { check, status: "warning", text: `has ${secret.length} characters only`, advice };
  }
  return { check, status: "ok", text: `is set, ${secret.length} characters; auth.mode is ${auth.mode}, host ${host}` };
}

/** What `dns.name` resolves to. @returns also the URLs that follow from it */
export async function lookAtNames({ dns, port, url }: NodeConfig): Promise<{ findings: Finding[]; urls: string[] }> {
  const { name, record, scheme, path } = dns;
  if (name === undefined) return { findings: [], urls: [] };
  const check = `name ${name}`;
  try {
    const places = record === "srv" ? await services(name) : await addresses(name, dns.port ?? port);
    const urls = places.map((place) => `${scheme}://${place}${path}`);
    const own = new Set(Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((one) => one.address)));
    const isHere = urls.includes(url) || urls.some((one) => own.has(new URL(one).hostname.replace(/^\[|\]$/g, "")));
    const text = `resolves to ${places.join(", ")}`;
    if (isHere) return { findings: [{ check, status: "ok", text: `${text}; this node is among them` }], urls };
    const advice =
      "the others will not find this node by the name: add a record for it, or name it to them with --peer";
    return { findings: [{ check, status: "warning", text: `${text}; this node is not among them`, advice }], urls };
  } catch (error) {
    const advice = `give the name a record for each node (${record === "srv" ? "SRV" : "A or AAAA"}), or correct --dns.name`;
    return { findings: [{ check, status: "failure", text: reasonOf(error), advice }], urls: [] };
  }
}

async function addresses(name: string, port: number): Promise<string[]> {
  const found = await lookup(name, { all: true });
  return found.map(({ address }) => `${isIPv6(address) ? `[${address}]` : address}:${port}`);
}

async function services(name: string): Promise<string[]> {
  return (await resolveSrv(name)).map((record) => `${record.name}:${record.port}`);
}

/** Descriptors that a node has open beside its connections. */
const OTHER_FILES = 200;

/** Whether the process may open as many sockets as the node is to take. */
export async function lookAtFileLimit(
  { http }: NodeConfig,
  read: () => Promise<string> = () => readFile("/proc/self/limits", "utf8"),
): Promise<Finding> {
  const check = "file limit";
  const limits = await read().catch(() => "");
  const soft = /^Max open files\s+(\S+)/m.exec(limits)?.[1];
  if (soft === undefined) return { check, status: "skipped", text: "this system does not tell it" };
  const wanted = http.maxConnections + OTHER_FILES;
  if (soft === "unlimited" || Number(soft) >= wanted) return { check, status: "ok", text: `${soft} open files` };
  return {
    check,
    status: "warning",
    text: `${soft} open files, and http.maxConnections is ${http.maxConnections}`,
    advice: `raise it to ${wanted} (ulimit -n, LimitNOFILE, ulimits.nofile), or lower http.maxConnections`,
  };
}
