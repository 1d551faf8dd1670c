/**
 * Says what is wrong with a user id: any text that is not empty, is whole Unicode, and is short enough.
 * @param maxBytes - longest id, in UTF-8 bytes
 * @returns undefined when it is legal, else what is allowed, to be put after the name of the field
 */
export function userIdProblem(user: unknown, maxBytes: number): string | undefined {
  if (typeof user !== "string" || user === "") return "must be a user id: text that is not empty";
  // Three bytes a UTF-16 unit is the most there is, so short ids need no count.
  if (user.length * 3 > maxBytes && Buffer.byteLength(user) > maxBytes) return `must be at most ${maxBytes} bytes long`;
  if (!user.isWellFormed()) return "must be whole Unicode text";
  return undefined;
}
