/** The numbers of a first reading, typed by whoever has the received document before the eyes; and what the register holds of it. */
import { FORCE_LABELS, formatCell, formatNumber, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import type { Talk } from "../shell/ask.ts";
import type { Draw, Drawn } from "./drawn-numbers.ts";

/**
 * unseen: the person could not see the document. wrong: two were not those of the document. command: confirmed by a command that was not
 * given them.
 */
export type Without = "unseen" | "wrong" | "command";

/** How the numbers of a delivery were read. */
export interface NumbersRead {
  readonly read: number;
  /** Why it was confirmed without all of them. */
  readonly without?: Without;
  /** Who read the document out. */
  readonly readBy?: string;
}

/** « IS101.csv », « Cambriolages de logement », police nationale (ligne 7, colonne B) */
export function drawnWords(path: string, { cell }: Drawn): string {
  const file = quote(path.slice(path.lastIndexOf("/") + 1));
  if (!cell) return `${file}, combien de lignes de chiffres`;
  return `${file}, ${quote(cell.label)}, ${FORCE_LABELS[cell.force].toLowerCase()} (${formatCell(cell.provenance)})`;
}

const WRONG_AT_MOST = 2;
const NOT_SEEN = /^n(?:on)?$/i;

/** null: the person does not see the document. */
function typedNumber(line: string): number | null {
  const typed = line.replace(/\s/g, "");
  if (NOT_SEEN.test(typed)) return null;
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new UserError(
    "Tapez le nombre que porte le document reçu ;",
    "« non » si vous ne le voyez pas, q pour arrêter.",
  );
}

/** Asks for each number in turn. A wrong one is shown, and another is drawn; after two it is confirmed without. */
export async function readNumbers(path: string, { all, asked }: Draw, { line, say }: Talk): Promise<NumbersRead> {
  let read = 0;
  let wrong = 0;
  for (const drawn of all) {
    if (read === asked || wrong === WRONG_AT_MOST) break;
    const question = `${drawnWords(path, drawn)} : quel nombre lisez-vous sur le document reçu ? (« non » : je ne le vois pas)`;
    const typed = await line(question, typedNumber);
    if (typed === null) return { read, without: "unseen", ...(await readerOut(line)) };
    if (typed === drawn.value) read++;
    else {
      wrong++;
      say(
        `Le programme y a lu ${formatNumber(drawn.value)}, et non ${formatNumber(typed)} : si le document dit bien ${formatNumber(typed)}, ne confirmez pas.`,
      );
    }
  }
  return read < asked ? { read, without: "wrong" } : { read };
}

async function readerOut(line: Talk["line"]): Promise<Pick<NumbersRead, "readBy">> {
  const name = await line("Qui vous a lu le document ? (son nom, ou « personne »)", (typed) => {
    const said = typed.trim();
    if (said !== "") return said;
    throw new UserError("Tapez le nom de cette personne,", "ou « personne ».");
  });
  return /^personne$/i.test(name) ? {} : { readBy: name };
}

/** "nombre-3f9a21c0=12,nombre-77b01e5d=4" @throws UserError */
export function parseNumbers(given: string | undefined): ReadonlyMap<string, number> {
  const pairs = (given ?? "").split(/[,; ]+/).filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair) => {
      const [, id, value] = /^([^=]+)=(\d{1,9})$/.exec(pair) ?? [];
      if (id !== undefined && value !== undefined) return [id, Number(value)] as const;
      throw new UserError(
        `${quote(pair)} n'est pas un nombre lu.`,
        "Écrivez le nom de la case, « = », le nombre que porte le document reçu, comme la commande les donne : --lu nombre-3f9a21c0=12 ; plusieurs : une virgule entre eux.",
      );
    }),
  );
}

type Draws = readonly (readonly [path: string, draw: Draw])[];

/** Of the files of a delivery. */
export const drawsOf = ({
  files,
}: {
  readonly files: readonly { readonly draw: Draw | null; readonly recognition: Recognition }[];
}): Draws => files.flatMap(({ draw, recognition }) => (draw ? [[recognition.file.source.path, draw] as const] : []));

const toRead = (draws: Draws) =>
  draws.flatMap(([path, { all, asked }]) => all.slice(0, asked).map((drawn) => ({ path, drawn })));

/** As they are told where nobody can be asked. */
export const toReadWords = (draws: Draws): readonly string[] =>
  toRead(draws).map(({ path, drawn }) => `À lire sur le document reçu – ${drawn.id} : ${drawnWords(path, drawn)}`);

/** @throws UserError for a number that is not asked for. */
export function assertAsked(given: ReadonlyMap<string, number>, draws: Draws): void {
  const ids = toRead(draws).map(({ drawn }) => drawn.id);
  const strange = [...given.keys()].find((id) => !ids.includes(id));
  if (strange === undefined) return;
  throw new UserError(
    `Aucun nombre à lire ne s'appelle ${quote(strange)}.`,
    `Nombres à lire : ${ids.join(", ") || "aucun"}.`,
    1,
  );
}

/** Numbers of a delivery that the line of the command gives; null: none is asked for. @throws UserError where one is not what was read. */
export function numbersGiven(
  draws: Draws,
  given: ReadonlyMap<string, number>,
  readBy: string | undefined,
): NumbersRead | null {
  const wanted = toRead(draws);
  const typed = wanted.filter(({ drawn }) => given.has(drawn.id));
  const wrong = typed.find(({ drawn }) => given.get(drawn.id) !== drawn.value);
  if (wrong)
    throw new UserError(
      `${drawnWords(wrong.path, wrong.drawn)} : ce nombre n'est pas celui que le programme y a lu. Rien n'est confirmé.`,
      "Regardez le document reçu : s'il porte bien ce nombre, le fichier est mal lu ; data/LISEZMOI.md, partie 5.",
      1,
    );
  if (wanted.length === 0) return null;
  const by = readBy === undefined ? {} : { readBy };
  return { read: typed.length, ...(typed.length < wanted.length && { without: "command" as const }), ...by };
}

/** Of several files. null: nothing was to be read. */
export function together(all: readonly NumbersRead[]): NumbersRead | null {
  if (all.length === 0) return null;
  const without = all.flatMap((one) => one.without ?? [])[0];
  const readBy = all.flatMap((one) => one.readBy ?? [])[0];
  const read = all.reduce((sum, one) => sum + one.read, 0);
  return { read, ...(without && { without }), ...(readBy !== undefined && { readBy }) };
}
