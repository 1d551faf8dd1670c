/** The processor's time that a piece of work takes of this process: unlike the clock's, not that of whoever else runs. */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
