import type { ComponentChildren } from "preact";
import type { CallError } from "./api.js";
import { nodeName, shown } from "./format.js";

/** Text of a stranger, which neither looks nor reads as anything else: see {@link shown}. */
export function Stranger({ text, max }: { readonly text: string; readonly max?: number }) {
  return <bdi title={shown(text)}>{shown(text, max)}</bdi>;
}

/** A node's name, which leads to it. */
export function NodeLink({ url }: { readonly url: string }) {
  return (
    <a href={nodePath(url)} title={shown(url)}>
      <bdi>{nodeName(url)}</bdi>
    </a>
  );
}

export function nodePath(url: string): string {
  return `#/node/${encodeURIComponent(url)}`;
}

export function userPath(user: string): string {
  return `#/users/${encodeURIComponent(user)}`;
}

/** A word for a state, with a light; the word says it all, the colour says it again. */
export function State({ word }: { readonly word: string }) {
  return (
    <span class="state" data-state={word}>
      <span class="light" aria-hidden="true" />
      {word}
    </span>
  );
}

export function Tile({ label, children, note }: { label: string; children: ComponentChildren; note?: string }) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

export function Panel({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Why something could not be shown, and what is shown in its place, if anything. */
export function Problem({ error, isOld = false }: { error: CallError | undefined; isOld?: boolean }) {
  if (error === undefined) return null;
  return (
    <p class="problem" role="alert">
      {shown(error.message)}
      {isOld ? " What is shown here is older." : ""}
    </p>
  );
}

/** What an answer for several nodes leaves open. */
export function LeftOpen({ unanswered, unknown }: { unanswered: readonly string[]; unknown: readonly string[] }) {
  if (unanswered.length + unknown.length === 0) return null;
  return (
    <p class="note" role="note">
      {unanswered.length > 0 && <>No answer from {unanswered.map(nodeName).join(", ")}: there may be more. </>}
      {unknown.length > 0 && <>CometD's nodes cannot be asked: {unknown.map(nodeName).join(", ")}.</>}
    </p>
  );
}
