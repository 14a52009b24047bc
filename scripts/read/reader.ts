/** What every reader is, and how it says that it cannot read. */
import type { Grid, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";

/**
 * One format: the file's bytes -> its grids, text as written. A file that cannot be read gives no grid and an issue of
 * severity "error"; a reader throws only for a bug of ours. Pure: no disk, no clock, nothing in the file is run or followed.
 */
export type Reader = (file: SourceFile) => Promise<Result<readonly Grid[]>>;

/** No grid, and why. */
export const refused = (issue: Issue): Result<readonly Grid[]> => ({ value: [], issues: [issue] });

/** The library's verdict on one file: its value, or its own words when it gave up. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: string };

/**
 * Runs ONE library call on one file. A damaged file makes libraries throw all kinds of things ("Unsupported ZIP file",
 * TypeError): whatever it is, it is that library's way of saying that it cannot read this file, and goes into the issue.
 * Never wrap our own code in it.
 */
export async function attempt<T>(call: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, words: error instanceof Error ? error.message : String(error) };
  }
}

/** A damaged or truncated file. `words`: what the library said. */
export const unreadable = (file: SourceFile, format: string, words: string): Issue => ({
  rule: "file-unreadable",
  severity: "error",
  message: `Fichier illisible : il se présente comme ${format}, mais il est abîmé ou incomplet. Rien n'en a été lu.`,
  hint: "Déchiffrez-le de nouveau ou demandez au service de le renvoyer ; s'il s'ouvre à l'écran, enregistrez-le en .xlsx ou en .csv.",
  place: { file: file.path },
  actual: words.slice(0, 300),
  expected: `${format} entier`,
});

/** Password-protected Office, OpenDocument or PDF. */
export const passwordProtected = (file: SourceFile, what: string): Issue => ({
  rule: "file-password-protected",
  severity: "error",
  message: `Fichier protégé par un mot de passe (${what}) : il ne peut pas être lu.`,
  hint: "Ouvrez-le avec son mot de passe et enregistrez-le sans protection dans le même dossier, ou demandez un envoi sans mot de passe.",
  place: { file: file.path },
});

/** Column 28 => "AB" */
const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Places from 0. */
export type CellPlace = readonly [row: number, column: number];

/** Cells of one sheet that wait for their spreadsheet to compute them, in one issue; none: no issue. */
export function formulasWithoutValue(file: string, part: string, places: readonly CellPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const names = places.slice(0, 40).map(([row, column]) => `${columnName(column + 1)}${row + 1}`);
  const list = `${names.join(", ")}${places.length > names.length ? "…" : ""}`;
  const formula = "une formule dont le résultat n'est pas enregistré";
  return [
    {
      rule: "formula-without-value",
      severity: "warning",
      message:
        places.length === 1
          ? `La cellule ${list} de « ${part} » contient ${formula} : elle est lue comme vide.`
          : `Les cellules ${list} de « ${part} » contiennent ${formula} : elles sont lues comme vides.`,
      hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
      place: { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" },
      actual: `${places.length} sans résultat`,
    },
  ];
}
