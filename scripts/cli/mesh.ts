import { meshOptions, meshProblems, startMesh } from "../start-mesh.js";
import { defineCommand } from "./command.js";

export const meshCommand = defineCommand({
  name: "mesh",
  summary: "start several nodes on this machine that find each other",
  schema: meshOptions,
  takesNodeOptions: true,
  problems: meshProblems,
  run: ({ own, config, flags, file }) => startMesh(own, config, flags, file),
});
