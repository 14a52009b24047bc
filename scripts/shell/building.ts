/** A build: the quarters that it is asked for, what it tells at its end, its lines of the register. */
import { join } from "node:path";
import { type NewEntry, NOTHING_REPLACED, type Replaced } from "../custody/index.ts";
import { inputsAt, PROGRAM_VERSION } from "../holdings/holdings.ts";
import { settingsInput } from "../holdings/load-settings.ts";
import { LETTER } from "../model/document/letter.ts";
import type { Publication } from "../model/edition.ts";
import { plural, quote } from "../model/format.ts";
import { type Issue, UserError } from "../model/issue.ts";
import { parseQuarterId } from "../model/period.ts";
import { type Arguments, quarterNamed } from "./command-line.ts";
import { type Opening, together } from "./opening.ts";
import { countIssues, formatIssue, gather, sortIssues } from "./terminal.ts";

interface Remarks {
  readonly issues: readonly Issue[];
  /** Those that a check has just told, and are not told again; null: none has. */
  readonly told: readonly Issue[] | null;
}

type Print = (text: string) => void;

const FOR_SESSION = ["fiche.pdf", "projection.html", "questions.txt", "annee.pdf"] as const;

const warningsOf = (issues: readonly Issue[]): readonly Issue[] =>
  sortIssues(gather(issues).filter((i) => i.severity !== "info"));

export function printResult(
  out: Print,
  publication: Publication,
  outdated: readonly string[],
  { issues, told }: Remarks,
): void {
  const toSay = told ? together(told, issues).slice(together(told).length) : issues;
  for (const issue of warningsOf(toSay)) out(`${formatIssue(issue)}\n`);
  for (const { folder, pages, outputs } of publication.published) {
    out(`Bulletin écrit : ${join(folder, "bulletin.pdf")} (${plural(pages, "page")}) et bulletin.html`);
    out(`Pour la séance, à côté : ${FOR_SESSION.filter((name) => name in outputs).join(", ")}`);
    if (LETTER in outputs) out(`Message à envoyer au service, sans aucun chiffre : ${join(folder, LETTER)}`);
  }
  for (const id of outdated)
    out(
      `Le bulletin ${id} de ce dossier ne dit plus ce que disent ses données et ses réglages : npm run build -- --trimestre ${id}`,
    );
  out(
    issues.length === 0
      ? "Aucune remarque."
      : `Remarques : ${countIssues(gather(issues))}. Celles des fichiers lus sont aussi dans la feuille de contrôle (controle.html).`,
  );
  if (told === null) out(`À ouvrir par un double-clic : ${publication.index}`); // the walk opens it itself
}

export function refuse(err: Print, issues: readonly Issue[]): 1 {
  err(warningsOf(issues).map(formatIssue).join("\n\n"));
  err(`\nRien n'a été publié : ${countIssues(gather(issues))}. Les bulletins déjà faits sont intacts.`);
  return 1;
}

interface Told {
  readonly issues: readonly Issue[];
  /** By quarter: hash of what it tells its readers. */
  readonly words: ReadonlyMap<string, string>;
  /** By quarter: what is replaced and was not as it had been made. */
  readonly replaced: ReadonlyMap<string, Replaced>;
}

export const buildLines = (
  { published, indexSha256 }: Publication,
  { dataDir, holdings, who }: Opening,
  { issues, words, replaced }: Told,
): readonly Omit<Extract<NewEntry, { readonly action: "build" }>, "at">[] =>
  published.map(({ id, fingerprint, madeFrom, edition, outputs }) => {
    const { altered, older } = replaced.get(id) ?? NOTHING_REPLACED;
    return {
      who,
      action: "build",
      quarter: id,
      programVersion: PROGRAM_VERSION,
      fingerprint,
      edition: { ...edition },
      madeFrom,
      words: words.get(id),
      inputs: [...settingsInput(dataDir), ...inputsAt(holdings, id).map(({ path, sha256 }) => ({ path, sha256 }))],
      outputs: [
        ...Object.entries(outputs).map(([name, sha256]) => ({ path: `${id}/${name}`, sha256 })),
        { path: "index.html", sha256: indexSha256 },
      ],
      accepted: [...new Set(issues.map((i) => i.rule))].toSorted(),
      ...(altered.length > 0 && { replacedAltered: [...altered] }),
      ...(older !== null && { replacedOlder: older }),
    };
  });

/** @param held at least one. @throws UserError when the quarter asked for is none, or has no delivery. */
export function chooseQuarters(args: Arguments, held: readonly string[], issues: readonly Issue[]): readonly string[] {
  const [one, other] = ["tous", "trimestre", "annee"].filter((name) => args.has(name));
  if (other !== undefined)
    throw new UserError(`« --${one} » et « --${other} » se contredisent.`, "Gardez l'un des deux.");
  if (args.has("tous")) return held;
  const typed = args.get("trimestre");
  const asked = typed === undefined ? yearAsked(args) : quarterNamed(typed);
  if (asked === undefined) return held.slice(-1);
  if (!held.includes(asked)) {
    const empty = issues.find(({ rule, place }) => rule === "delivery-empty" && place?.file === asked);
    throw new UserError(
      empty?.message ?? `Aucune livraison du trimestre ${quote(asked)}.`,
      empty?.hint ?? `Trimestres présents : ${held.join(", ")}.`,
      1,
    );
  }
  return [asked];
}

/** Asked for once, a review is made again with its quarter. @param reviewed quarters whose bulletin has one. */
export const yearsToReview = (
  args: Arguments,
  quarters: readonly string[],
  reviewed: readonly string[],
): ReadonlySet<string> => {
  const asked = yearAsked(args);
  return new Set(quarters.filter((id) => id === asked || reviewed.includes(id)));
};

/** "2026" => "2026-T4" */
function yearAsked(args: Arguments): string | undefined {
  const typed = args.get("annee");
  if (typed === undefined) return undefined;
  const last = `${typed}-T4`;
  if (parseQuarterId(last)) return last;
  throw new UserError(`${quote(typed)} n'est pas une année.`, "Écrivez par exemple --annee 2026.");
}
