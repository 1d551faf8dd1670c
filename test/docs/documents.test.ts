import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { allDocuments, anchors, codeBlocks, documents, relativeLinks } from "../support/documents.js";
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
