import { accessSync, constants } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { isRequired } from "./required.js";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser's program: CHROMIUM_PATH, or a well-known place; undefined when there is none. */
function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && isExecutable(path));
}

/**
 * Whether browser tests can run here, for the `skip` option of a test.
 * @returns false when a Chromium is there, else the reason
 * @throws Error instead of giving a reason when OORTBUS_REQUIRE_BROWSER=1
 */
export function browserMissing(): string | false {
  if (chromiumPath() !== undefined) return false;
  const reason = "no Chromium found (CHROMIUM_PATH names one)";
  if (isRequired("BROWSER")) throw new Error(`${reason}, and one is required`);
  return `${reason}; set OORTBUS_REQUIRE_BROWSER=1 to fail instead`;
}

/** Starts a headless Chromium. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no Chromium found");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox", // Chromium's sandbox refuses to run as root, as CI does
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
