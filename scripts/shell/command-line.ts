/** The line that is typed: words, options in French, --aide. */
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { deliveryQuarter } from "../model/delivery.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { nearest } from "../model/text/nearest.ts";
import { typedQuarter } from "../model/typed.ts";

export interface Option {
  readonly name: string;
  /** Word that stands for the value in the help ("DOSSIER"); null for a switch. */
  readonly value: string | null;
  readonly help: string;
}

export interface CommandSpec {
  /** As the operator types it: "npm run copies". */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Lines that may be typed, without the name: "2026-T1 --pour \"Nom\"". */
  readonly examples: readonly string[];
  readonly options: readonly Option[];
  /** How many words without dashes the command takes at most. */
  readonly words: number;
}

export interface Arguments {
  readonly words: readonly string[];
  readonly has: (name: string) => boolean;
  /** Value of an option; undefined when it was not given. */
  readonly get: (name: string) => string | undefined;
  readonly dataDir: string;
  readonly outDir: string;
}

/** The folders of the program, where no other is given. */
export const USUAL = { data: "data", out: "dist" } as const;
export const DATA_OPTION: Option = { name: "data", value: "DOSSIER", help: "dossier des livraisons (data par défaut)" };
export const OUT_OPTION: Option = { name: "out", value: "DOSSIER", help: "dossier des bulletins (dist par défaut)" };
const HELP_OPTION: Option = { name: "aide", value: null, help: "cette aide" };

/** @throws UserError naming the option that is unknown (with the nearest known one), lacks its value, or is given two. */
export function parseCommandLine(spec: CommandSpec, given: readonly string[]): Arguments {
  const options = [...spec.options, HELP_OPTION];
  const see = `${spec.name} -- --aide montre ce que la commande accepte.`;
  const { tokens } = parseArgs({
    args: given.filter((word) => word !== "--"), // npm takes one away, the menu and bulletin.sh none
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(options.map((o) => [o.name, { type: o.value === null ? "boolean" : "string" }])),
  });
  const words: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = options.find((o) => o.name === token.name);
    if (!option) {
      const close = nearest(
        token.name,
        options.map((o) => o.name),
      );
      throw new UserError(
        `L'option ${quote(token.rawName)} est inconnue${close ? ` ; vouliez-vous dire ${quote(`--${close}`)} ?` : "."}`,
        see,
      );
    }
    if (option.value !== null && (token.value === undefined || token.value.startsWith("--")))
      throw new UserError(`L'option ${quote(`--${option.name}`)} attend une valeur (${option.value}).`, see);
    const before = values.get(option.name);
    if (before !== undefined && before !== (token.value ?? ""))
      throw new UserError(`L'option ${quote(`--${option.name}`)} est donnée deux fois.`, see);
    values.set(option.name, token.value ?? "");
  }
  const quarter = words.length > 1 ? typedQuarter(words.join(" ")) : undefined; // T3 2026
  if (quarter !== undefined) words.splice(0, words.length, quarter);
  if (words.length > spec.words)
    throw new UserError(
      `Mot inattendu : ${quote(words[spec.words] ?? "")}.`,
      `${see} Une valeur qui contient des espaces se met entre guillemets.`,
    );
  // a command that takes no --out looks for the bulletins of the data that it is given
  const data = values.get("data");
  const besideData = data === undefined ? USUAL.out : join(dirname(data), USUAL.out);
  return {
    words,
    has: (name) => values.has(name),
    get: (name) => values.get(name),
    dataDir: values.get("data") ?? USUAL.data,
    outDir: values.get("out") ?? (options.some(({ name }) => name === "out") ? USUAL.out : besideData),
  };
}

/**
 * On Windows a backslash before a closing quote hides it: of `"E:\\clé usb\\" --data x`, one word comes, `E:\\clé usb" --data x`. No path
 * there has a quote in it.
 * @throws UserError when the quote has swallowed what followed.
 */
export const repairQuotes = (given: readonly string[], platform: NodeJS.Platform): readonly string[] =>
  given.map((word) => {
    if (platform !== "win32" || !word.includes('"')) return word;
    if (word.indexOf('"') === word.length - 1) return `${word.slice(0, -1)}\\`;
    throw new UserError(
      `La ligne n'est pas comprise à partir de ${quote(word)}.`,
      'Entre guillemets, un chemin ne finit pas par « \\ » : écrivez "E:\\clé usb" et non "E:\\clé usb\\".',
    );
  });

/** Options that npm knows too: they may come from its own settings. */
const NPM_OWN: readonly string[] = ["json"];

/**
 * The line as it was typed: without « -- », npm keeps the options for itself and says nothing: "npm run build --tous" would build one
 * quarter only. Of "--pour X" it keeps "--pour" and leaves X among the words.
 * @param env variables of the process: npm leaves what it kept in "npm_config_tous".
 * @throws UserError giving the line to type, where it is not known which word is the value.
 */
export function withKeptByNpm(
  spec: CommandSpec,
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const keptOf = ({ name }: Option): string | undefined => env[`npm_config_${name.replaceAll("-", "_")}`];
  const kept = [...spec.options, HELP_OPTION].filter(
    (option) =>
      !NPM_OWN.includes(option.name) &&
      keptOf(option) !== undefined &&
      !given.some((word) => word === `--${option.name}` || word.startsWith(`--${option.name}=`)),
  );
  const whole = kept.flatMap((option) => {
    if (option.value === null) return [`--${option.name}`];
    return keptOf(option) === "true" ? [] : [`--${option.name}=${keptOf(option)}`];
  });
  const [apart, ...more] = kept.filter((option) => option.value !== null && keptOf(option) === "true");
  if (!apart) return [...given, ...whole];
  // "npm run reception 2026-T1 --motif perdu": which delivery it is has come, the other word is the value
  const isName = (word: string): boolean => deliveryQuarter(word) !== undefined;
  const values = given.filter((word) => !(word.startsWith("-") || (spec.words > 0 && isName(word))));
  const [value, ...others] = values;
  if (value !== undefined && others.length === 0 && more.length === 0)
    return [...given.filter((word) => word !== value), ...whole, `--${apart.name}=${value}`];
  const names = given.filter(isName).map((word) => `${word} `);
  throw new UserError(
    `L'option ${quote(`--${apart.name}`)} n'est pas arrivée entière jusqu'à la commande : il manque ${quote("--")} devant elle.`,
    `Deux tirets seuls, puis le reste : ${spec.name} -- ${names.join("")}--${apart.name} ${apart.value}`,
  );
}

export function helpText(spec: CommandSpec): string {
  const options = [...spec.options, HELP_OPTION].map(
    (o) => [`--${o.name}${o.value === null ? "" : ` ${o.value}`}`, o.help] as const,
  );
  const width = Math.max(...options.map(([left]) => left.length));
  return [
    spec.summary,
    "",
    ...spec.examples.map((example) => `  ${spec.name}${example === "" ? "" : ` -- ${example}`}`),
    "",
    ...options.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
  ].join("\n");
}

/** A quarter as people write it. @throws UserError */
export function quarterNamed(typed: string): string {
  const quarter = typedQuarter(typed);
  if (quarter !== undefined) return quarter;
  throw new UserError(`${quote(typed)} n'est pas un trimestre.`, "Écrivez par exemple 2026-T1, ou T1 2026.");
}

/** The day by the clock of the machine, "2026-04-09": what people here call today. */
export const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
