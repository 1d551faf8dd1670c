/** The key, however it is spelt in JSON, or a text that might spell it. */
const PROTOTYPE_KEY = /__proto__|\\u005f/i;

/**
 * A JSON text as an expression that gives the same value in a script. Nearly all JSON is one as it stands; but the key
 * `__proto__` in an object literal is no property: it would let whoever publishes choose the prototype of an object that
 * others read.
 */
export function scriptLiteral(json: string): string {
  return PROTOTYPE_KEY.test(json) ? `JSON.parse(${JSON.stringify(json)})` : json;
}
