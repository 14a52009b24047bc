/**
 * The register against a paper: sheets and copies bear its head as it was that day, "12:3f2a9c41 d0e5b7aa …". The hash of line 12 holds all the
 * lines before it; whoever rewrote one of them, and every hash after it, has another line 12 than the paper.
 */
import { formatDate, plural, quote } from "../../model/format.ts";
import { anError, type Issue, UserError } from "../../model/issue.ts";
import { type Head, REGISTER_FILE } from "./end.ts";
import { dayOf, type RegisterLine } from "./entry.ts";

/** Digits are read and typed back by people: in groups of eight. "12:3f2a9c41 d0e5b7aa …" */
export const formatHead = ({ n, hash }: Head): string => `${n}:${hash.replace(/.{8}(?=.)/g, "$& ")}`;

/** Two groups: nobody can make another line that begins with the same sixteen digits. */
const LEAST_DIGITS = 16;

/** The head that a paper bears, as it was typed. */
export interface PaperHead {
  /** null: not typed. */
  readonly n: number | null;
  /** The hash, or its beginning. */
  readonly hash: string;
}

/**
 * "12:3f2a9c41 d0e5b7aa …", with or without the number of the line; several papers are separated by ";".
 * @throws UserError for what is no such hash.
 */
export const parsePaperHeads = (text: string): readonly PaperHead[] =>
  text.split(";").map((each) => {
    const [, n, hash = ""] = /^(?:(\d{1,9}):)?([0-9a-f]+)$/.exec(each.replace(/\s/g, "").toLowerCase()) ?? [];
    if (hash.length >= LEAST_DIGITS && hash.length <= 64) return { n: n === undefined ? null : Number(n), hash };
    throw new UserError(
      `${quote(each.trim())} n'est pas une empreinte du registre.`,
      "Recopiez celle de la feuille d'émargement, ou de la dernière page d'un exemplaire, entre guillemets : --depuis \"12:3f2a9c41 d0e5b7aa …\" ; les deux premiers groupes suffisent, tous prouvent mieux.",
    );
  });

/** What the papers prove of the lines: sentences, and a fault for each paper that the register contradicts. */
export interface Compared {
  readonly told: readonly string[];
  readonly issues: readonly Issue[];
}

/** @param lines those of which the chain has proved that they follow each other. Pure. */
export function compareWithPapers(lines: readonly RegisterLine[], papers: readonly PaperHead[]): Compared {
  const found = papers.map((paper) => ({ paper, line: lines.find(({ hash }) => hash.startsWith(paper.hash)) }));
  return {
    told: found.flatMap(({ line }) =>
      line
        ? [
            `La ligne ${line.n}, du ${formatDate(dayOf(line.at))}, est celle du papier : ce qui était inscrit ce jour-là est intact, et ${plural(lines.length - line.n, "ligne s'y est ajoutée", "lignes s'y sont ajoutées")} depuis.`,
          ]
        : [],
    ),
    issues: found.flatMap(({ paper, line }) => (line ? [] : [contradicted(paper, lines.length)])),
  };
}

const contradicted = ({ n }: PaperHead, count: number): Issue =>
  anError("register-rewritten", {
    message:
      n === null
        ? "Aucune ligne du registre n'a l'empreinte du papier : il a été récrit, ou remplacé."
        : n > count
          ? `Le registre comptait ${plural(n, "ligne")} le jour du papier, il n'en a plus que ${count} : des lignes ont été retirées, ou un registre plus ancien a été mis à sa place.`
          : `La ligne ${n} n'est plus celle du papier : elle, ou une ligne d'avant, a été récrite. Le papier d'une remise plus ancienne dirait à partir d'où.`,
    hint: "Ne modifiez rien. Relisez l'empreinte du papier ; si elle est bien recopiée, le papier a peut-être été fait d'une autre copie de ce dossier, restaurée à côté : il n'en faut qu'une. Sinon, comparez data/registre.jsonl à la dernière sauvegarde d'avant et prévenez la personne responsable de la liste.",
    place: { file: REGISTER_FILE },
  });
