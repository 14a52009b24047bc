/** The sheet of one distribution: who signs for which copy, and which copies of earlier editions are to be taken back. */
import type { PaperToSign, TableToSign } from "../../model/document/paper-to-sign.ts";
import { formatDate, formatPeriod, plural } from "../../model/format.ts";
import { parseQuarterId } from "../../model/period.ts";
import type { CopyEntry, RegisterLine } from "../register/entry.ts";
import { formatHead } from "../register/since.ts";
import { numbersOf } from "../register/text.ts";
import { type Copy, copiesOf } from "./copies.ts";
import { replacedBy } from "./outdated.ts";

interface About {
  /** "2026-T1" */
  readonly quarter: string;
  readonly commune: string;
  readonly marking: string;
  /** "2026-04-09" */
  readonly today: string;
}

interface Handed {
  readonly copies: readonly CopyEntry[];
  /** The line that says so, and those before it. */
  readonly line: RegisterLine;
  readonly lines: readonly RegisterLine[];
}

export function distributionSheet(d: About, handed: Handed): PaperToSign {
  const { copies, line, lines } = handed;
  const quarter = parseQuarterId(d.quarter);
  const all = copiesOf([...lines, line]).filter((copy) => copy.quarter === d.quarter);
  const edition = all.at(-1)?.edition ?? 1;
  const outdated = all.filter((copy) => copy.isOutdated);
  return {
    title: "Feuille d'émargement des exemplaires numérotés",
    subtitle: `${d.commune} – Bulletin de la délinquance enregistrée, ${quarter ? formatPeriod(quarter) : d.quarter}${edition > 1 ? `, édition ${edition}` : ""}`,
    marking: d.marking,
    before: [
      "Chaque exemplaire est personnel. La personne qui le reçoit est tenue au secret professionnel (article 226-13 du Code pénal), ne le copie pas, ne le prête pas, et le rend pour destruction.",
      `${plural(copies.length, "exemplaire remis", "exemplaires remis")} le ${formatDate(d.today)}, ${plural(all.length, "exemplaire")} en tout pour ce trimestre.`,
    ],
    tables: [handedOver(copies), ...(outdated.length > 0 ? [toTakeBack(outdated, all)] : [])],
    after: [
      `Registre après cette remise : ${plural(line.n, "ligne")}, empreinte ${formatHead(line)}`,
      `Cette feuille signée, gardée hors du poste avec les actes, permet de prouver plus tard que rien de ce qui y était inscrit n'a été récrit : npm run registre -- --depuis "${formatHead(line).slice(0, -9 * 6)} …" (les deux premiers groupes suffisent, tous prouvent mieux).`,
    ],
    signatures: [],
  };
}

/** The column of what is replaced is there when anything is. */
function handedOver(copies: readonly CopyEntry[]): TableToSign {
  const replacing = copies.some((copy) => copy.replaces !== undefined);
  return {
    columns: [
      { label: "N°", share: 2 },
      ...(replacing ? [{ label: "Remplace", share: 3 }] : []),
      { label: "Destinataire", share: 6 },
      { label: "Fonction", share: 6 },
      { label: "Remis le, signature", share: 6 },
      { label: "Rendu le, signature", share: 6 },
      { label: "Détruit le, par", share: 5 },
    ],
    rows: copies.map(({ number, replaces = [], recipient, role }) => [
      String(number),
      ...(replacing ? [numbersOf(replaces)] : []),
      recipient,
      role,
      "",
      "",
      "",
    ]),
  };
}

const toTakeBack = (outdated: readonly Copy[], all: readonly Copy[]): TableToSign => ({
  heading: "À reprendre : exemplaires d'une édition remplacée, encore en circulation",
  columns: [
    { label: "N°", share: 2 },
    { label: "Détenu par", share: 6 },
    { label: "Fonction", share: 6 },
    { label: "Remis le", share: 4 },
    { label: "Remplacé par", share: 4 },
    { label: "Repris le, signature", share: 6 },
    { label: "Détruit le, par", share: 5 },
  ],
  rows: outdated.map((copy) => {
    const replacement = replacedBy(copy, all);
    return [
      String(copy.number),
      copy.recipient,
      copy.role,
      formatDate(copy.date),
      replacement ? `n° ${replacement.number}` : "aucun",
      "",
      "",
    ];
  }),
});
