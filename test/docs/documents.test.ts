import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { nodeOptions } from "../../config.js";
import { METRICS } from "../../core/metrics/metric-families.js";
import { allDocuments, anchors, codeBlocks, documents, readDocument, relativeLinks } from "../support/documents.js";
import { projectRoot } from "../support/project-root.js";

test("the code of each document is taken by the tests of one file", () => {
  const folder = join(projectRoot, "test", "docs");
  const opened = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/new Guide\("([^"]+)"\)/g)].map(([, file]) => file),
  );
  const withCode = documents().filter((file) => codeBlocks(file).length > 0);
  for (const file of withCode) assert.equal(opened.filter((one) => one === file).length, 1, file);
});

test("every link within the documents leads somewhere", () => {
  const broken = allDocuments().flatMap((file) =>
    relativeLinks(file).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? file : posix.join(posix.dirname(file), path);
      if (!existsSync(join(projectRoot, target))) return true;
      return anchor !== undefined && !anchors(target).includes(anchor);
    }),
  );
  assert.deepEqual(broken, []);
});

test("flags and metrics that the documents name are there", () => {
  const flags = nodeOptions.map(({ key }) => key);
  const metrics = Object.keys(METRICS);
  const unknown = allDocuments().flatMap((file) => {
    const text = readDocument(file);
    const named = [...text.matchAll(/(?<![\w-])--([a-z]\w*(?:\.\w+)+)/gi)].map(([, flag = ""]) => flag);
    const measured = [...text.matchAll(/\boortbus_[a-z_]+/g)].map(([name]) => name);
    return [
      ...named.filter((flag) => !flags.includes(flag)),
      // A name may stand for all that begin with it, or for a series of a histogram.
      ...measured.filter((name) => !metrics.some((one) => one.startsWith(name) || name.startsWith(`${one}_`))),
    ].map((name) => `${file}: ${name}`);
  });
  assert.deepEqual(unknown, []);
});
