import { BayeuxError } from "../message/bayeux-error.js";
import { isObject } from "../message/message.js";
import type { MessageListener } from "./server-channel.js";

/** What becomes of each value in a message's data, from the inside out. A hook that is missing keeps the value. */
export interface DataFilter {
  string?(text: string): unknown;
  number?(number: number): unknown;
  boolean?(flag: boolean): unknown;
  null?(): unknown;
  array?(array: readonly unknown[]): unknown;
  object?(object: Readonly<Record<string, unknown>>): unknown;
  /** The names of an object's fields. */
  key?(key: string): string;
}

/**
 * A listener that rewrites the data of messages before others see it. Added by `ServerChannel.addCheck`, it goes before
 * all usual listeners; filters of one channel go in the order they were added.
 * @see spec/bayeux.md section 24
 */
export function dataFilter(filter: DataFilter): MessageListener {
  return (_session, message) => {
    if (message.data !== undefined) message.data = filterData(message.data, filter);
  };
}

/** Ends a filter's work: the message is not published, and its publisher gets `404::message_deleted`. */
export function deleteMessage(): never {
  throw new BayeuxError(404, [], "message_deleted");
}

/** @returns `value` itself where nothing changed, else a copy; what a peer sent is never changed in place */
export function filterData(value: unknown, filter: DataFilter): unknown {
  switch (typeof value) {
    case "string":
      return filter.string === undefined ? value : filter.string(value);
    case "number":
      return filter.number === undefined ? value : filter.number(value);
    case "boolean":
      return filter.boolean === undefined ? value : filter.boolean(value);
  }
  if (value === null) return filter.null === undefined ? value : filter.null();
  if (Array.isArray(value)) {
    const array = filterElements(value, filter);
    return filter.array === undefined ? array : filter.array(array);
  }
  // Bytes, dates and the like of server code are no JSON, and none of ours.
  if (!isObject(value) || (Object.getPrototypeOf(value) ?? Object.prototype) !== Object.prototype) return value;
  const object = filterFields(value, filter);
  return filter.object === undefined ? object : filter.object(object);
}

function filterElements(array: readonly unknown[], filter: DataFilter): readonly unknown[] {
  const filtered = array.map((element) => filterData(element, filter));
  return filtered.every((element, index) => Object.is(element, array[index])) ? array : filtered;
}

function filterFields(
  object: Readonly<Record<string, unknown>>,
  filter: DataFilter,
): Readonly<Record<string, unknown>> {
  let changed = false;
  const fields = Object.entries(object).map(([key, value]) => {
    const field: [string, unknown] = [filter.key === undefined ? key : filter.key(key), filterData(value, filter)];
    changed ||= field[0] !== key || !Object.is(field[1], value);
    return field;
  });
  // From entries, not by assignment: a field may be called `__proto__`.
  return changed ? Object.fromEntries(fields) : object;
}

/** No markup in any text: `<` and `>` become entities, in the names of fields as well. */
export const noMarkup: DataFilter = {
  string: withoutMarkup,
  key: withoutMarkup,
};

function withoutMarkup(text: string): string {
  return /[<>]/.test(text) ? text.replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}

/**
 * Script tags become spans, and the rest of the markup stays. For pages that show what trusted people write; an attribute
 * such as `onerror` runs code just as well, so for strangers take {@link noMarkup}.
 */
export const noScript: DataFilter = regexList([
  [/<\s*(\/?)\s*script/i, "<$1span"],
  [/script\s*>/i, "span>"],
]);

/**
 * Replaces in every text what the patterns find, one pattern after the other.
 * @param rules - pattern and replacement (with `$1` and its like); null deletes the whole message
 */
export function regexList(rules: readonly (readonly [pattern: RegExp, replacement: string | null])[]): DataFilter {
  const all = rules.map(([pattern, replacement]) => {
    const flags = pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`;
    return { pattern: new RegExp(pattern.source, flags), replacement };
  });
  return {
    string: (text) => {
      let current = text;
      for (const { pattern, replacement } of all) {
        if (replacement !== null) current = current.replace(pattern, replacement);
        else if (current.search(pattern) >= 0) deleteMessage();
      }
      return current;
    },
  };
}
