const NAMES = ["DOCKER", "BROWSER"] as const;

/** What a test may need and a machine may lack. */
export type Requirement = (typeof NAMES)[number];

/** Whether a missing requirement is an error: `OORTBUS_REQUIRE_DOCKER=1` and the like. */
export function isRequired(name: Requirement): boolean {
  return process.env[`OORTBUS_REQUIRE_${name}`] === "1" || process.env[`TEST_REQUIRE_${name}`] === "1";
}

/**
 * The environment of test processes. Nodes started by tests take it over, and an `OORTBUS_` variable is an option of a
 * node: those of whoever runs the tests must not reach them, and what is required goes by another name.
 */
export function testEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const rest = Object.entries(environment).filter(([name]) => !name.startsWith("OORTBUS_"));
  const required = NAMES.filter((name) => environment[`OORTBUS_REQUIRE_${name}`] === "1");
  return { ...Object.fromEntries(rest), ...Object.fromEntries(required.map((name) => [`TEST_REQUIRE_${name}`, "1"])) };
}
