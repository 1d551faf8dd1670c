import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { promisify } from "node:util";
import { type CodeBlock, codeBlocks, readDocument } from "../support/documents.js";
import { portBlock } from "../support/ports.js";
import { Program } from "../support/program.js";
import { buildRoot, projectRoot } from "../support/project-root.js";
import { until } from "../support/until.js";

export const run = promisify(execFile);

/** A document whose blocks of code are run, or checked, by the tests of one file. */
export class Guide {
  /** Below the project's root. */
  readonly file: string;
  readonly text: string;
  readonly #blocks: readonly CodeBlock[];
  readonly #taken = new Set<CodeBlock>();

  constructor(file: string) {
    this.file = file;
    this.text = readDocument(file);
    this.#blocks = codeBlocks(file);
  }

  /** The one block that is this text, or has it; it counts as checked. */
  block(text: string): string {
    const same = this.#blocks.filter((candidate) => candidate.text === text);
    const found = same.length > 0 ? same : this.#blocks.filter((candidate) => candidate.text.includes(text));
    assert.equal(found.length, 1, `blocks of ${this.file} with ${text}`);
    this.#taken.add(found[0]!);
    return found[0]!.text;
  }

  /** Where there are blocks that no test has taken. */
  get untaken(): string[] {
    return this.#blocks.filter((block) => !this.#taken.has(block)).map(({ line }) => `${this.file}:${line}`);
  }
}

/** For the last test of a file. */
export function assertAllTaken(...guides: readonly Guide[]): void {
  assert.deepEqual(
    guides.flatMap((guide) => guide.untaken),
    [],
  );
}

/** The documents' ports stand for others here, each test file's own. */
const PORT_SHIFT = (await portBlock()) - 8_080;

/** @param documented - 8080 to 8099, or 9081 to 9083 */
export function portOf(documented: number): number {
  return documented + PORT_SHIFT;
}

/** Text of a document, with ports that a test may use. */
export function shifted(text: string): string {
  return text.replace(/\b(80[89]\d|908[1-3])\b/g, (port) => String(portOf(Number(port))));
}

/** Where programs and files of the documents are put, so that they can import what the project can. */
export function placeOf(name: string): string {
  const folder = join(buildRoot, "test", "docs", "blocks");
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/** A JavaScript or TypeScript block as a file. */
export function program(text: string): string {
  const name = /^\/\/ (\S+\.(?:mjs|ts))$/m.exec(text)?.[1];
  assert.ok(name, "the first line names the file");
  const path = placeOf(name);
  writeFileSync(path, shifted(text));
  return path;
}

/** TypeScript blocks, checked and compiled as a strict project would. @returns the JavaScript files */
export async function compiled(...texts: string[]): Promise<string[]> {
  const files = texts.map(program);
  const options = "--ignoreConfig --strict --target es2022 --module nodenext --types node --skipLibCheck".split(" ");
  await run(join(projectRoot, "node_modules", ".bin", "tsc"), [...options, ...files]).catch(({ stdout }) =>
    assert.fail(stdout),
  );
  return files.map((file) => file.replace(/\.ts$/, ".js"));
}

/** `npx oortbus ARGS` as it is in a document, without npx. */
export function oortbus(t: TestContext, line: string, environment: Record<string, string> = {}): Program {
  const [npx, name, ...args] = shifted(line).trim().split(/\s+/);
  assert.deepEqual([npx, name], ["npx", "oortbus"]);
  return Program.start(t, [process.execPath, "bin/oortbus", ...args], environment);
}

/** Runs a command of a document. @returns what it wrote, read as JSON */
export async function shell(command: string): Promise<unknown> {
  const { stdout } = await run("bash", ["-c", shifted(command)], { timeout: 15_000 });
  return JSON.parse(stdout);
}

/** Waits until a node says that it is ready. */
export async function ready(node: Program, port: number): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    assert.ok(!node.ended, `the node has ended\n${node.output}`);
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return response?.ok ?? false;
  };
  await until(isReady, () => `a node is ready on port ${port}\n${node.output}`, 30_000);
}
