/** How many files this process and its children may have open. */
export function mostOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files: { soft: number | "unlimited" } } };
  const most = userLimits?.open_files.soft; // Windows has no such limit
  return typeof most === "number" ? most : Number.POSITIVE_INFINITY;
}
