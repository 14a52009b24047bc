/** Is the register whole? Each line changed, removed or moved is named. */
import { v } from "../../disk/schema.ts";
import { formatDate, quote } from "../../model/format.ts";
import { anError, type CommandName, type Issue, type Result } from "../../model/issue.ts";
import { parseLine, REGISTER_FILE, type RegisterText, writingFaults } from "./end.ts";
import { ACTION_NAMES, dayOf, entrySchema, FIRST_PREVIOUS, hashOf, type RegisterLine } from "./entry.ts";

const HINT =
  "Ne modifiez rien ; comparez data/registre.jsonl à celui de la dernière sauvegarde et prévenez la personne responsable de la liste.";

const CUT_HINT =
  "Si le poste s'est éteint pendant une commande : npm run registre -- --reparer met cette ligne à part, et l'inscrit. Sinon, comparez d'abord à la dernière sauvegarde.";

/** The lines that can be trusted one by one, and what is wrong with the others or with their order. Pure. */
export function verifyChain(register: RegisterText): Result<readonly RegisterLine[]> {
  const issues: Issue[] = [];
  const missing = new Set<number>();
  const fault = (rule: CommandName, at: number, message: string): void => {
    const place = { file: REGISTER_FILE, part: `ligne ${at}` };
    issues.push(anError(rule, { message: `Registre, ligne ${at} : ${message}`, hint: HINT, place }));
  };

  const read = register.lines.map((text, i) => readLine(text, i + 1, fault));
  const numbers = new Set(read.map((line) => line?.n));
  let expected = 1;
  let previous = FIRST_PREVIOUS;
  read.forEach((line, i) => {
    const at = i + 1;
    if (!line) {
      expected += 1;
      previous = "";
      return;
    }
    if (line.n > expected) {
      // those that stand elsewhere are told there
      const between = Array.from({ length: Math.min(line.n - expected, 100) }, (_, k) => expected + k);
      const gone = between.filter((n) => !numbers.has(n) && !missing.has(n));
      for (const n of gone) missing.add(n);
      if (gone.length > 0) fault("register-line-removed", at, `avant la ligne n° ${line.n}, ${missingInFrench(gone)}.`);
    } else if (line.n < expected) {
      fault(
        "register-line-moved",
        at,
        `elle porte le numéro ${line.n}, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.`,
      );
    } else if (previous !== "" && line.previous !== previous) {
      const before = read[i - 1];
      fault(
        "register-line-changed",
        before ? at - 1 : at,
        before
          ? `${nameOf(before)} a été récrite : la ligne suivante ne s'y rattache plus.`
          : "la première ligne n'est pas la première inscrite.",
      );
    }
    expected = line.n + 1;
    previous = line.hash;
  });

  const said = new Set(issues.map((issue) => issue.place && "part" in issue.place && issue.place.part));
  issues.push(...onTheEnd(register, said));
  return { value: read.filter((line) => line !== undefined), issues };
}

/** @param said places that an issue names already, and better. */
const onTheEnd = (register: RegisterText, said: ReadonlySet<string | false | undefined>): readonly Issue[] =>
  writingFaults(register).flatMap(({ kind, line, message }) =>
    said.has(`ligne ${line}`)
      ? []
      : [
          anError("register-end-damaged", {
            message: `Registre : ${message}.`,
            hint: kind === "line-cut" ? CUT_HINT : HINT,
            place: { file: REGISTER_FILE },
          }),
        ],
  );

function readLine(
  text: string,
  at: number,
  fault: (rule: CommandName, at: number, message: string) => void,
): RegisterLine | undefined {
  const data = parseLine(text);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    fault("register-line-changed", at, "elle n'est plus écrite comme le programme l'écrit.");
    return undefined;
  }
  const { n, previous, hash, ...rest } = data as Record<string, unknown>;
  const entry = v.safeParse(entrySchema, rest);
  if (hashOf(data as Record<string, unknown>) !== hash) {
    fault(
      "register-line-changed",
      at,
      `${entry.success ? nameOf(entry.output) : "son contenu"} a été modifié${entry.success ? "e" : ""}.`,
    );
    return undefined;
  }
  if (!entry.success || typeof n !== "number" || typeof previous !== "string" || typeof hash !== "string") {
    fault("register-line-unknown", at, "elle n'a pas été écrite par cette version du programme.");
    return undefined;
  }
  return { ...entry.output, n, previous, hash };
}

const nameOf = (entry: { readonly at: string; readonly action: RegisterLine["action"] }): string =>
  `l'inscription ${quote(ACTION_NAMES[entry.action])} du ${formatDate(dayOf(entry.at))}`;

/** [3] => "la ligne 3 manque"; [3, 4] => "les lignes 3, 4 manquent" */
const missingInFrench = (numbers: readonly number[]): string =>
  `${numbers.length > 1 ? "les lignes" : "la ligne"} ${numbers.slice(0, 10).join(", ")}${numbers.length > 10 ? "…" : ""} ${numbers.length > 1 ? "manquent" : "manque"}`;
