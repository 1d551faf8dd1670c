import { targetOf } from "./channel-pattern.js";
import { type Question, Rule, type RuleText, type Subject, type Who } from "./rule.js";

/** What decided a question. */
export interface Verdict {
  readonly allowed: boolean;
  readonly rule: Rule;
}

/** What is known of logins: with `open` and `custom`, who a session is, is not this node's to know for sure. */
export type LoginMode = "open" | "jwt" | "custom";

/** Rules in their order, those of the node around those of the configuration: the first that decides a question is asked. */
export class RuleSet {
  readonly rules: readonly Rule[];
  /** No rules are configured: then what is usual in the mode of login holds. */
  readonly isUsual: boolean;

  /**
   * @param texts - of `rights.rules`; undefined: none are configured
   * @throws RangeError when a pattern is not legal
   */
  constructor(texts: readonly RuleText[] | undefined, mode: LoginMode) {
    this.isUsual = texts === undefined;
    const configured = texts?.map((text, index) => new Rule(`rights.rules[${index}]`, text)) ?? [];
    const usual = texts === undefined ? usualRules(mode) : [];
    this.rules = [...CLOSED, ...configured, ...SERVICES, ...usual, NOTHING_ELSE];
  }

  /** Pure: the same for the same rules, subject and question. */
  decide(subject: Subject, question: Question): Verdict {
    const target = question.operation === "watch" ? undefined : targetOf(question.channel);
    const rule = this.rules.find((candidate) => candidate.decides(subject, question, target)) ?? NOTHING_ELSE;
    return { allowed: rule.allows, rule };
  }
}

const CHANNELS = ["create", "publish", "subscribe"] as const;
/** `/**` stands for the application's channels alone. */
const EVERYWHERE = ["/**", "/service/**"];

function builtIn(reason: string, who: Who, text: Partial<RuleText>): Rule {
  return new Rule("built-in", { channels: [], presenceOf: [], allow: [], deny: [], ...text, who }, reason);
}

const INTERNAL = ["/meta", "/oort", "/seti", "/service/oort"].flatMap((name) => [name, `${name}/**`]);

const CLOSED: readonly Rule[] = [
  builtIn("the protocol's and the cluster's own channels are closed to clients, whatever is configured", "anyone", {
    channels: INTERNAL,
    deny: [...CHANNELS, "send"],
  }),
];

const SERVICES: readonly Rule[] = [
  builtIn("the node's services answer everybody; what they do is a question of its own", "anyone", {
    channels: ["/service/seti", "/service/presence", "/service/auth"],
    allow: CHANNELS,
  }),
  builtIn("users send to users", "authenticated", { channels: EVERYWHERE, allow: ["send"] }),
];

const NOTHING_ELSE = builtIn("nothing is allowed that no rule allows", "anyone", {
  channels: [...EVERYWHERE, ...INTERNAL],
  presenceOf: ["*"],
  deny: [...CHANNELS, "send", "watch"],
});

function usualRules(mode: LoginMode): readonly Rule[] {
  if (mode !== "jwt") {
    return [
      builtIn(`no rights.rules, and auth.mode is ${mode}: everything is allowed`, "anyone", {
        channels: EVERYWHERE,
        presenceOf: ["*"],
        allow: [...CHANNELS, "watch"],
      }),
    ];
  }
  return [
    builtIn(
      "no rights.rules: who is logged in uses all channels but /service/**, and not all at once by /**",
      "authenticated",
      {
        channels: ["/{first}", "/{first}/**"],
        presenceOf: ["*"],
        allow: [...CHANNELS, "watch"],
      },
    ),
  ];
}
