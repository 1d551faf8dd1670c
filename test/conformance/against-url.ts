import { parseArgs } from "node:util";
import { waitAtMost } from "../support/until.js";
import { judge, type Outcome } from "./foreign-subject.js";
import { RULES, TRANSPORT_NAMES } from "./table.js";

// Plays the table against any Bayeux server, and prints what held by clause; fails when something did not.
//
//   npm run conformance -- --url http://host:port/cometd [--only http|ws] [--patience-ms N]
//
// Rules that need other options, or channels and services of the tests' own server, are skipped. Of errors only the code
// is compared, of advice only what to do. The channels /a, /b and their like are published on.

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    only: { type: "string" },
    "patience-ms": { type: "string", default: "3000" },
  },
});
const { url, only } = values;
if (url === undefined || (only !== undefined && only !== "http" && only !== "ws")) {
  console.error("usage: npm run conformance -- --url http://host:port/cometd [--only http|ws] [--patience-ms N]");
  process.exitCode = 2;
} else {
  await ask(url);
}

async function ask(url: string): Promise<void> {
  const offered = await typesOf(url);
  if (offered === undefined) {
    console.error(`no Bayeux server answers at ${url}`);
    process.exitCode = 2;
    return;
  }
  waitAtMost(Number(values["patience-ms"]));
  const outcomes: Outcome[] = [];
  for (const [about, rules] of RULES) {
    for (const rule of rules) {
      for (const transport of (["http", "ws"] as const).filter((name) => only === undefined || only === name)) {
        if (rule.over !== undefined && !rule.over.includes(transport)) continue;
        outcomes.push(await judge({ url, offered }, about, rule, transport));
      }
    }
  }
  print(outcomes);
  if (outcomes.some(({ result }) => result === "failed")) process.exitCode = 1;
}

/** The connection types a server offers; undefined when none answers there. */
async function typesOf(address: string): Promise<readonly unknown[] | undefined> {
  const body = JSON.stringify([
    { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] },
  ]);
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) });
    const replies: unknown = await response.json();
    if (!Array.isArray(replies) || replies[0]?.channel !== "/meta/handshake") return undefined;
    return Array.isArray(replies[0].supportedConnectionTypes) ? replies[0].supportedConnectionTypes : [];
  } catch {
    return undefined;
  }
}

function print(outcomes: readonly Outcome[]): void {
  const count = (of: readonly Outcome[], result: Outcome["result"]) =>
    String(of.filter((outcome) => outcome.result === result).length).padStart(7);
  const line = (name: string, of: readonly Outcome[]) =>
    console.log(`${name.padEnd(40)}${count(of, "passed")}${count(of, "failed")}${count(of, "skipped")}`);
  console.log(`${"clause".padEnd(40)} passed failed skipped`);
  const clauses = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = `${outcome.rule.clause} (${outcome.about})`;
    clauses.set(name, [...(clauses.get(name) ?? []), outcome]);
  }
  for (const [name, of] of clauses) line(name, of);
  line("all", outcomes);
  for (const { result, rule, transport, why } of outcomes) {
    if (result === "failed") {
      console.log(`\nfailed over ${TRANSPORT_NAMES[transport]}: ${rule.rule} (${rule.clause})\n  ${why}`);
    }
  }
  const needs = new Set(outcomes.flatMap(({ result, why }) => (result === "skipped" ? [why] : [])));
  if (needs.size > 0) console.log(`\nskipped: rules that need ${[...needs].join("; ")}`);
}
