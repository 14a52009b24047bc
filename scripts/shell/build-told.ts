/** What a build tells at its end: what it has made, or why it has made nothing. */
import { join } from "node:path";
import { LETTER } from "../model/document/letter.ts";
import { plural } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { countIssues, formatIssue, gatherUnconfirmed, sortIssues } from "./terminal.ts";

/** As the publisher tells it. */
interface Published {
  readonly published: readonly {
    readonly folder: string;
    readonly pages: number;
    readonly outputs: Readonly<Record<string, string>>;
  }[];
  readonly index: string;
}

type Print = (text: string) => void;

const FOR_SESSION = ["fiche.pdf", "projection.html", "questions.txt", "annee.pdf"] as const;

export function printResult(
  out: Print,
  publication: Published,
  outdated: readonly string[],
  { all, told }: Record<"all" | "told", readonly Issue[]>,
): void {
  const toSay = gatherUnconfirmed(told).filter((i) => i.severity !== "info");
  for (const issue of sortIssues(toSay)) out(`${formatIssue(issue)}\n`);
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
    all.length === 0
      ? "Aucune remarque."
      : `Remarques : ${countIssues(gatherUnconfirmed(all))}. Celles des fichiers lus sont aussi dans la feuille de contrôle (controle.html).`,
  );
  if (told === all) out(`À ouvrir par un double-clic : ${publication.index}`); // the walk opens it itself
}

export function refuse(err: Print, issues: readonly Issue[]): 1 {
  const told = sortIssues(gatherUnconfirmed(issues).filter((i) => i.severity !== "info"));
  err(told.map(formatIssue).join("\n\n"));
  err(`\nRien n'a été publié : ${countIssues(gatherUnconfirmed(issues))}. Les bulletins déjà faits sont intacts.`);
  return 1;
}
