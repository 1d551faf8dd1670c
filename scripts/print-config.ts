import { Document, isScalar, isSeq } from "yaml";
import type { NodeConfig } from "../config.js";
import type { OptionEntry } from "../core/option-catalog.js";
import type { ResolvedOptions } from "../core/option-sources.js";

/** A configuration as YAML that can be used as a file: a comment says where each value comes from, secrets are masked. */
export function printConfig(
  options: readonly OptionEntry[],
  { value, sources }: Pick<ResolvedOptions<NodeConfig>, "value" | "sources">,
): string {
  const document = new Document({});
  for (const option of options) {
    const present = configured(value, option);
    if (present === undefined) continue;
    const node = document.createNode(option.secret ? "********" : present);
    if (isSeq(node)) node.flow = option.kind === "list";
    if (isScalar(node) || isSeq(node)) {
      node.comment = ` ${sourceOf(option, sources)}`;
    }
    document.setIn(option.path, node);
  }
  return document.toString({ lineWidth: 0 });
}

/** The same for programs: for each option that has a value, this and where it comes from. */
export function printConfigJson(
  options: readonly OptionEntry[],
  { value, sources }: Pick<ResolvedOptions<NodeConfig>, "value" | "sources">,
): string {
  const entries = options.flatMap((option) => {
    const present = configured(value, option);
    if (present === undefined) return [];
    return [[option.key, { value: option.secret ? "********" : present, source: sourceOf(option, sources) }]];
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function configured(config: NodeConfig, { path }: OptionEntry): unknown {
  return path.reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], config);
}

function sourceOf(option: OptionEntry, sources: ReadonlyMap<string, string>): string {
  return sources.get(option.key) ?? (option.default === undefined ? "derived" : "default");
}
