/** Prints an answer: as it is for programs, or as lines for people. */
export function print<T>(
  { json }: { readonly json: boolean },
  answer: T,
  lines: (answer: T) => readonly string[],
): void {
  if (json) console.log(JSON.stringify(answer));
  else for (const line of lines(answer)) console.log(line);
}

/** Rows in columns, the first row being their names. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}
