import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  cell(row: Row): ComponentChildren;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
  /** What is said in place of rows. */
  readonly empty: string;
}

/** A table for eyes and keys: one row takes the focus of Tab, arrows, Home and End go from row to row, Enter follows its link. */
export function DataTable<Row>({ label, columns, rows, keyOf, empty }: DataTableProps<Row>) {
  return (
    <div class="table-frame">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" class={isNumber ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveFocus}>
          {rows.map((row, index) => (
            <tr key={keyOf(row)} tabIndex={index === 0 ? 0 : -1}>
              {columns.map(({ title, isNumber, cell }) => (
                <td key={title} class={isNumber ? "number" : undefined} data-title={title}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="empty">{empty}</p>}
    </div>
  );
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const row = (event.target as HTMLElement).closest("tr");
  const rows = [...event.currentTarget.querySelectorAll("tr")];
  const at = rows.indexOf(row!);
  if (event.key === "Enter" && event.target === row) row?.querySelector<HTMLElement>("a, button")?.click();
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || rows[to] === undefined) return;
  event.preventDefault();
  for (const other of rows) other.tabIndex = -1;
  rows[to].tabIndex = 0;
  rows[to].focus();
}
