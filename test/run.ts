import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { buildRoot, projectRoot } from "./support/project-root.js";
import { testEnvironment } from "./support/required.js";

// npm test [-- WORD... [--skip WORD]...]: the test files whose path has one of the words (all of them without a word).
// Files are taken from the sources, so that a compiled file whose source is gone is not run. Node 20 knows no patterns
// in `node --test`, hence this list.

/** Longest time a whole test file may take, so that nothing hangs for ever; most take a few seconds. */
const FILE_TIMEOUT_MS = 600_000;
const DOCKER = /^test\/docker\//;
const BROWSER = /^test\/browser\//;

const { words, skipped } = argumentsOf(process.argv.slice(2));
const files = readdirSync(join(projectRoot, "test"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join("test", path).replaceAll("\\", "/"))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .filter((path) => !skipped.some((word) => path.includes(word)))
  .sort();

// Processes, browsers and containers are slow side by side on a small machine; the rest is not.
const alone = (path: string): boolean => DOCKER.test(path) || BROWSER.test(path);
// Nor do they all end as promptly as their tests: what a browser leaves open must not hold up the run.
const ENDS_WITH_TESTS = "--test-force-exit";
const groups = [
  { files: files.filter((path) => !alone(path)), flags: ["--test-concurrency=4"] },
  ...[BROWSER, DOCKER].map((kind) => ({
    files: files.filter((path) => kind.test(path)),
    flags: ["--test-concurrency=1", ENDS_WITH_TESTS],
  })),
];

if (files.length === 0) {
  console.error("no test file has that name");
  process.exitCode = 1;
}
for (const group of groups) {
  const flags = [...group.flags, `--test-timeout=${FILE_TIMEOUT_MS}`];
  if (group.files.length > 0 && !(await passes(group.files, flags))) process.exitCode = 1;
}

/** Runs files with Node's own test runner, each in its own process. */
function passes(paths: readonly string[], flags: readonly string[]): Promise<boolean> {
  const compiled = paths.map((path) => relative(projectRoot, join(buildRoot, path.replace(/\.ts$/, ".js"))));
  const reporter = pathToFileURL(join(buildRoot, "test", "support", "spec-with-sources.js"));
  const common = ["--test", `--test-reporter=${reporter}`, "--test-reporter-destination=stdout"];
  const runner = spawn(process.execPath, [...common, ...flags, ...compiled], {
    cwd: projectRoot,
    env: testEnvironment(process.env),
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    runner.once("error", reject);
    runner.once("exit", (code) => resolve(code === 0));
  });
}

function argumentsOf(given: readonly string[]): { words: string[]; skipped: string[] } {
  const words: string[] = [];
  const skipped: string[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? "";
    if (word === "--skip") skipped.push(given[++index] ?? "");
    else words.push(word);
  }
  return { words, skipped: skipped.filter((word) => word !== "") };
}
