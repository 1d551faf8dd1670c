import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** Which page of a list is shown. The API gives a token for the next one, so all tokens so far are kept for the way back. */
export interface Pages {
  /** Of the page that is shown; empty for the first. */
  readonly token: string;
  /** From 0. */
  readonly index: number;
  next(token: string): void;
  previous(): void;
  /** Back to the first, as when another list is asked for. */
  restart(): void;
}

export function usePages(): Pages {
  const [tokens, setTokens] = useState<readonly string[]>([""]);
  return {
    token: tokens.at(-1)!,
    index: tokens.length - 1,
    next: (token) => setTokens([...tokens, token]),
    previous: () => setTokens(tokens.slice(0, -1)),
    restart: () => setTokens([""]),
  };
}

export interface PagerProps {
  /** What is listed, in the plural. */
  readonly of: string;
  readonly pages: Pages;
  /** Empty on the last page. */
  readonly nextToken: string;
  /** What the page shows, in a few words. */
  readonly children: ComponentChildren;
}

export function Pager({ of, pages, nextToken, children }: PagerProps) {
  return (
    <nav class="pager" aria-label={`Pages of ${of}`}>
      <span role="status">{children}</span>
      <button type="button" disabled={pages.index === 0} onClick={pages.previous}>
        Previous
      </button>
      <button type="button" disabled={nextToken === ""} onClick={() => pages.next(nextToken)}>
        Next
      </button>
    </nav>
  );
}
