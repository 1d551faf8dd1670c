import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";

/** One fenced block of code in a document. */
export interface CodeBlock {
  readonly file: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The documents whose code is run: the README and the guides, as paths below the project's root. */
export function documents(): string[] {
  const guides = readdirSync(join(projectRoot, "docs", "guides")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...guides.map((name) => `docs/guides/${name}`).sort()];
}

/** Every Markdown file at the root and under docs, for its links. */
export function allDocuments(): string[] {
  const docs = readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" });
  const root = readdirSync(projectRoot);
  return [...root, ...docs.map((name) => `docs/${name.replaceAll("\\", "/")}`)].filter((name) => name.endsWith(".md"));
}

export function readDocument(file: string): string {
  return readFileSync(join(projectRoot, file), "utf8");
}

/** The fenced blocks of a document, in order. */
export function codeBlocks(file: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { line: number; language: string; lines: string[] } | undefined;
  for (const [index, line] of readDocument(file).split("\n").entries()) {
    const fence = /^```(\S*)\s*$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { line: index + 1, language: fence[1] ?? "", lines: [] };
    else {
      blocks.push({ file, line: open.line, language: open.language, text: open.lines.join("\n") });
      open = undefined;
    }
  }
  return blocks;
}

/** Targets of relative links and images, with their anchors. */
export function relativeLinks(file: string): string[] {
  const text = readDocument(file).replace(/^```[\s\S]*?^```/gm, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return targets.filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors a document's headings make, as GitHub makes them. */
export function anchors(file: string): string[] {
  return [...readDocument(file).matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
