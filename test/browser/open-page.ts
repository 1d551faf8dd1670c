import type { TestContext } from "node:test";
import type { Browser, Page } from "playwright-core";

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  readonly hasTouch?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  /** What went wrong in the page's own code, what its policy stopped, and dialogs that strangers' texts opened: nothing. */
  readonly faults: string[];
}

/** Longest wait for anything on a page: for nodes to be missed, for points to be made, and on a machine that is slow. */
export const PAGE_PATIENCE_MS = 90_000;

/** An empty page in a browser of its own, with nobody else's cookies. Closed after the test. */
export async function openPage(
  t: TestContext,
  browser: Browser,
  { width = 1_280, height = 900, isDark = false, hasTouch = false }: PageOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? "dark" : "light",
    locale: "en-GB",
    hasTouch,
  });
  t.after(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.setDefaultTimeout(PAGE_PATIENCE_MS);
  page.on("pageerror", (error) => faults.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML/.test(message.text())) faults.push(message.text());
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, faults };
}

/** What a page calls a node. */
export function hostOf(origin: string): string {
  return new URL(origin).host;
}
