/** Is the register whole? Each line changed, removed or moved is named; some of them keep a line from being added. */
import { v } from "../../disk/schema.ts";
import { formatDate, quote } from "../../model/format.ts";
import { anError, type CommandName, type Result } from "../../model/issue.ts";
import { endsChain, parseLine, REGISTER_FILE, type RegisterText } from "./end.ts";
import { ACTION_NAMES, dayOf, entrySchema, FIRST_PREVIOUS, hashOf, type RegisterLine } from "./entry.ts";

const HINT =
  "Ne modifiez rien ; comparez data/registre.jsonl à celui de la dernière sauvegarde et prévenez la personne responsable de la liste.";

const CUT_HINT =
  "Si le poste s'est éteint pendant une commande : npm run registre -- --reparer met cette ligne à part, et l'inscrit. Sinon, comparez d'abord à la dernière sauvegarde.";

/** What is wrong with the register, in French: "ligne 8 : elle est incomplète". */
interface Fault {
  readonly rule: CommandName;
  /** Where it is: 8. */
  readonly at: number;
  readonly message: string;
  /** Nothing may be added before it is put right: the end is not whole, or a line stands elsewhere than it was written, or twice. */
  readonly stops: boolean;
}

/** The lines that can be trusted one by one, and what is wrong with the others or with their order. Pure. */
export function verifyChain(register: RegisterText): Result<readonly RegisterLine[]> {
  const { lines, faults } = readChain(register);
  return {
    value: lines,
    issues: faults.map(({ rule, at, message }) =>
      anError(rule, {
        message: `Registre, ${message}`,
        hint: rule === "register-end-damaged" ? CUT_HINT : HINT,
        place: { file: REGISTER_FILE, part: `ligne ${at}` },
      }),
    ),
  };
}

/** What keeps a line from being added, each as a sentence. A line of the middle that was changed keeps none. */
export const writingFaults = (register: RegisterText): readonly string[] =>
  readChain(register).faults.flatMap(({ message, stops }) => (stops ? [message.replace(/\.$/, "")] : []));

/** How many lines there are up to the last one that is whole: those after it were changed, and nothing can be chained to them. */
export const wholeCount = (lines: readonly string[]): number =>
  lines.findLastIndex((line) => endsChain(line) !== undefined) + 1;

function readChain({ lines: texts, partial }: RegisterText) {
  const faults: Fault[] = [];
  const fault = (rule: CommandName, at: number, message: string, stops = false): void => {
    faults.push({ rule, at, message: `ligne ${at} : ${message}`, stops });
  };
  const read = texts.map(readLine);
  const numbers = new Set(read.map((line) => (typeof line === "string" ? undefined : line.n)));
  const missing = new Set<number>();
  const whole = wholeCount(texts);
  let expected = 1;
  let previous = FIRST_PREVIOUS;
  for (const [i, line] of read.entries()) {
    const at = i + 1;
    if (typeof line === "string") {
      const isUnknown = line === UNKNOWN;
      fault(isUnknown ? "register-line-unknown" : "register-line-changed", at, line, at > whole);
      expected += 1;
      previous = "";
      continue;
    }
    if (line.n > expected) {
      // those that stand elsewhere are told there
      const between = Array.from({ length: Math.min(line.n - expected, 100) }, (_, k) => expected + k);
      const gone = between.filter((n) => !numbers.has(n) && !missing.has(n));
      for (const n of gone) missing.add(n);
      if (gone.length > 0) fault("register-line-removed", at, `avant la ligne n° ${line.n}, ${missingInFrench(gone)}.`);
    } else if (line.n < expected) {
      const moved = `elle porte le numéro ${line.n}, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.`;
      fault("register-line-moved", at, moved, true);
    } else if (previous !== "" && line.previous !== previous) {
      const before = read[i - 1];
      if (before === undefined || typeof before === "string")
        fault("register-line-changed", at, "la première ligne n'est pas la première inscrite.");
      else
        fault("register-line-changed", i, `${nameOf(before)} a été récrite : la ligne suivante ne s'y rattache plus.`);
    }
    expected = line.n + 1;
    previous = line.hash;
  }
  if (partial !== null) {
    const cut = `elle est incomplète (coupure pendant l'écriture ?) : ${quote(`${partial.slice(0, 60)}…`)}.`;
    fault("register-end-damaged", texts.length + 1, cut, true);
  }
  return { lines: read.filter((line) => typeof line !== "string"), faults };
}

const UNKNOWN = "elle n'a pas été écrite par cette version du programme.";

/** A line; or what is wrong with it. */
function readLine(text: string): RegisterLine | string {
  const data = parseLine(text);
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return "elle n'est plus écrite comme le programme l'écrit.";
  const { n, previous, hash, ...rest } = data as Record<string, unknown>;
  const entry = v.safeParse(entrySchema, rest);
  if (hashOf(data as Record<string, unknown>) !== hash)
    return entry.success ? `${nameOf(entry.output)} a été modifiée.` : "son contenu a été modifié.";
  if (!entry.success || typeof n !== "number" || typeof previous !== "string" || typeof hash !== "string")
    return UNKNOWN;
  return { ...entry.output, n, previous, hash };
}

const nameOf = (entry: { readonly at: string; readonly action: RegisterLine["action"] }): string =>
  `l'inscription ${quote(ACTION_NAMES[entry.action])} du ${formatDate(dayOf(entry.at))}`;

/** [3] => "la ligne 3 manque"; [3, 4] => "les lignes 3, 4 manquent" */
const missingInFrench = (numbers: readonly number[]): string =>
  `${numbers.length > 1 ? "les lignes" : "la ligne"} ${numbers.slice(0, 10).join(", ")}${numbers.length > 10 ? "…" : ""} ${numbers.length > 1 ? "manquent" : "manque"}`;
