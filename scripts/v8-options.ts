/**
 * Options of V8 for each process of ours that is a node: those that `mesh` starts, and the image's (`Dockerfile`). A node that
 * is idle for some seconds and then busy again would else meet both collections that V8 does only to return memory (7 to
 * 12 ms each) and a young generation that has shrunk to 1 MB, which is then collected many times a second; docs/scaling.md has
 * the numbers. They can only be given when a process starts, and not in NODE_OPTIONS.
 */
export const V8_OPTIONS: readonly string[] = ["--min-semi-space-size=16", "--no-memory-reducer"];
