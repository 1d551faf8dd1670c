import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Browser, Page } from "playwright-core";
import { projectRoot } from "../support/project-root.js";

/** Two pages as they are just now, side by side, as a picture of the documents: `docs/img/NAME`. */
export async function pictureOf(t: TestContext, browser: Browser, name: string, pages: readonly Page[]): Promise<void> {
  const pictures = await Promise.all(pages.map((page) => page.screenshot()));
  const both = await browser.newPage({ viewport: { width: 1_760, height: 666 } });
  t.after(() => both.close());
  const images = pictures.map(
    (png) => `<img style="border-radius:12px" src="data:image/png;base64,${png.toString("base64")}">`,
  );
  const style = "margin:0;padding:13px;display:flex;gap:14px;align-items:start;background:#c6cde6";
  await both.setContent(`<body style="${style}">${images.join("")}`);
  const folder = join(projectRoot, "docs", "img");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), await both.screenshot());
}
