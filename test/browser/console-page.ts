import type { TestContext } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { hostOf, type OpenPage, openPage, type PageOptions } from "./open-page.js";

export interface ConsolePageOptions extends PageOptions {
  /** What follows the hash. */
  readonly view?: string;
}

/** The console in a browser of its own, as an operator sees and uses it: by labels, roles and the keyboard. */
export class ConsolePage {
  readonly page: Page;
  readonly faults: readonly string[];

  private constructor({ page, faults }: OpenPage) {
    this.page = page;
    this.faults = faults;
  }

  /** Closed after the test. */
  static async open(
    t: TestContext,
    browser: Browser,
    origin: string,
    options: ConsolePageOptions = {},
  ): Promise<ConsolePage> {
    const { view = "", ...size } = options;
    const console = new ConsolePage(await openPage(t, browser, size));
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
    // At one moment: the row may be of a list whose place another one is about to take.
    const row = this.row(table, text);
    return row.evaluate((element) =>
      [...(element as HTMLTableRowElement).cells].map(({ textContent }) => textContent ?? ""),
    );
  }
}
