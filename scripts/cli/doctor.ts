import { doctorOptions, runDoctor } from "../doctor/doctor.js";
import { defineCommand } from "./command.js";

export const doctorCommand = defineCommand({
  name: "doctor",
  summary:
    "look at what a node needs from its surroundings (URL, names, peers, limits, proxies), and say what to change",
  schema: doctorOptions,
  takesNodeOptions: true,
  async run({ own, config }) {
    process.exitCode = await runDoctor(config.value, own);
  },
});
