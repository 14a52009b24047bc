/** What a build tells at its end: what it has made, or why it has made nothing. */
import { join } from "node:path";
import { LETTER } from "../model/document/letter.ts";
import type { Publication } from "../model/edition.ts";
import { plural } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { together } from "./opening.ts";
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
