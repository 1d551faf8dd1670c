import type { TestContext } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";

/** Longest wait for anything on the page; a dead node is given up within a few seconds. */
const WAIT_MS = 15_000;

export interface ConsolePageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  /** What follows the hash. */
  readonly view?: string;
}

/** The console in a browser of its own, as an operator sees and uses it: by labels, roles and the keyboard. */
export class ConsolePage {
  readonly page: Page;
  /** What went wrong in the page's own code, what its policy stopped, and dialogs that strangers' texts opened: nothing. */
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(WAIT_MS);
    page.on("pageerror", (error) => this.faults.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) this.faults.push(message.text());
    });
    page.on("dialog", (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** Closed after the test. */
  static async open(
    t: TestContext,
    browser: Browser,
    origin: string,
    options: ConsolePageOptions = {},
  ): Promise<ConsolePage> {
    const { width = 1_280, height = 900, isDark = false, view = "" } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: isDark ? "dark" : "light",
      locale: "en-GB",
    });
    t.after(() => context.close());
    const console = new ConsolePage(await context.newPage());
    await console.page.goto(`${origin}/console/${view}`);
    return console;
  }

  /** Waits until snapshots of the cluster come. */
  async isLive(): Promise<void> {
    await this.page.locator(".status[data-state=live]").waitFor();
  }

  /** Waits until the picture shows the node in one of these states. */
  async showsNode(origin: string, ...states: string[]): Promise<void> {
    const name = hostOf(origin);
    const cards = states.map((state) => `.graph .card[data-state=${state}][aria-label^="${name}:"]`);
    await this.page.locator(cards.join()).waitFor();
  }

  /** Waits until so many links are in this state in the picture. */
  async showsLinks(state: "up" | "partial" | "down", count: number): Promise<void> {
    await this.page.waitForFunction(([selector, wanted]) => document.querySelectorAll(selector).length === wanted, [
      `.graph .link[data-health=${state}]`,
      count,
    ] as const);
  }

  async goTo(tab: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: tab, exact: true }).click();
  }

  row(table: string, text: string): Locator {
    return this.page.getByRole("table", { name: table, exact: true }).getByRole("row").filter({ hasText: text });
  }

  /** The texts of the one row of a table that has this text, in their columns' order. */
  async cells(table: string, text: string): Promise<string[]> {
    const row = this.row(table, text);
    await row.waitFor();
    return row.getByRole("cell").allTextContents();
  }
}

export function hostOf(origin: string): string {
  return new URL(origin).host;
}
