/**
 * What was understood of a file, as far as it may be shown. A file that names persons is withheld: nothing of its cells goes on to the
 * control sheet, the terminal, the settings proposed or the figures. A name in the midst of a text is masked.
 */
import { quote } from "../../model/format.ts";
import { aNote, type Issue, type Result } from "../../model/issue.ts";
import type { Nomenclature } from "../../model/nomenclature.ts";
import { OTHER_STATEMENT, type Recognition } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { createOrdinaryWords, labelKey } from "../../nomenclature/index.ts";
import { type Found, findPersons, type IsOrdinary } from "./find.ts";
import { LABELLED_PERSON, NAMED_PERSON, WHO } from "./words.ts";

/** What of a file names nobody. */
export interface NamesNobody {
  /** The settings say that the text is a line. */
  readonly isLine: (text: string) => boolean;
  readonly isOrdinary: IsOrdinary;
}

export function createNamesNobody(
  nomenclature: Nomenclature,
  { commune, service, labels }: Pick<Settings, "commune" | "service" | "labels">,
): NamesNobody {
  const lines = new Set(labels.map(({ label }) => labelKey(label)));
  return {
    isLine: (text) => lines.has(labelKey(text)),
    isOrdinary: createOrdinaryWords(nomenclature, [commune.name, service, WHO]),
  };
}

export function withoutPersons(result: Result<Recognition>, { isLine, isOrdinary }: NamesNobody): Result<Recognition> {
  const { file, tables, observations } = result.value;
  const unknown = observations.filter((o) => o.indicator === null).map((o) => o.provenance);
  const found = findPersons(file, unknown, isLine, isOrdinary);
  if (found.length > 0) {
    // another document, of which nothing would be shown: it is set aside, and stops no bulletin
    const isOther = tables.length > 0 && tables.every((t) => t.statement === OTHER_STATEMENT);
    const severity = isOther && observations.length === 0 ? "warning" : "error";
    return {
      value: { file: { ...file, grids: [] }, tables: [], observations: [], undated: [], printed: [] },
      issues: found.map((one) => ({ ...issueOf(one, file.source.path), severity })),
    };
  }
  const texts = file.grids.flatMap((grid) =>
    grid.rows.flat().flatMap((cell) => [cell.text, ...(cell.beside ?? []).map((beside) => beside.text)]),
  );
  if (!texts.some((text) => mask(text) !== text)) return result;
  const { value, issues } = maskAll(result);
  return { value, issues: [...issues, masked(file.source.path)] };
}

/** What was said of a file while it was read, as far as it may be shown: it may repeat its texts. */
export function withoutTheirWords(
  issues: readonly Issue[],
  recognised: readonly Result<Recognition>[],
): readonly Issue[] {
  const withheld = new Set(
    recognised.flatMap(({ value, issues: own }) =>
      own.some((issue) => issue.rule === "nominative-column") ? [value.file.source.path] : [],
    ),
  );
  return issues.filter(({ place }) => !place || !withheld.has(place.file)).map(maskAll);
}

const WITHHELD = "Un état statistique ne doit nommer personne ; rien de ce fichier n'est repris ni montré.";
const REMOVE =
  "Retirez ce fichier de la livraison, prévenez le service, et demandez l'état sans donnée personnelle. Ne le copiez nulle part.";

/** The file stays on the dedicated machine: what is received again is told apart from what was. */
const removeColumn = (column: number, file: string): string =>
  /\.pdf$/i.test(file)
    ? ""
    : ` À défaut, sur ce poste : ouvrez ce fichier, supprimez-y la colonne ${column}, enregistrez-le à la même place, puis npm run reception -- ${file.slice(0, file.indexOf("/"))} --motif "colonne nominative retirée".`;

const DECLARE =
  'Si c\'est un libellé de faits et non un nom, écrivez-le dans data/convention.yaml, sous « lignes: » : - { etat: IS101, libelle: "…" }.';

function issueOf({ grid, row, column, why, maybeLine }: Found, file: string): Omit<Issue, "severity"> {
  const part = grid && mask(grid.part);
  return {
    rule: "nominative-column",
    message: `${part === null ? "Ce fichier paraît nominatif" : `La colonne ${column + 1} de ${quote(part)} paraît nominative`} : ${why}. ${WITHHELD}`,
    hint: [part === null ? REMOVE : REMOVE + removeColumn(column + 1, file), maybeLine ? DECLARE : ""].join(" ").trim(),
    place: part === null ? { file } : { file, part, row: row + 1, column: column + 1, raw: "" },
  };
}

const masked = (file: string): Issue =>
  aNote("person-masked", {
    message:
      "Un texte de ce fichier nomme une personne, ou la laisse reconnaître : il est montré avec « [masqué] » à cette place.",
    hint: "Demandez au service des états sans donnée personnelle.",
    place: { file },
  });

/** Of a person named in the midst of a text: "Plainte de Mme DURAND" => "Plainte de [masqué]". */
const PATTERNS: readonly RegExp[] = [
  NAMED_PERSON,
  LABELLED_PERSON,
  /(?<!\p{L})\p{L}{2,64}[._-]\p{L}[\p{L}.-]{1,64}@[^\s@<>;,()]+\.[a-z]{2,}/iu, // prenom.nom@exemple.fr; not a service's, csp@exemple.fr
  /(?<!\d)(?:\+33[ .]?|0)[67](?:[ .-]?\d{2}){4}(?!\d)/, // a mobile telephone; the service's own is none
  /(?<!\p{L})née? le \d{1,2}[ /.-](?:\d{1,2}|\p{L}+)[ /.-]\d{2,4}/iu,
  /(?<!\p{L})(?:domicilié|demeurant|résidant)e?s? (?:au |à )?[^;.()«»]{3,60}/iu,
  /(?<!\p{L})(?:PV|procédure|procedure) ?(?:n°|n|no)? ?\d[\d/ -]{3,}\d/iu,
  /(?<![\p{L}\d])[A-Z]{2}-\d{3}-[A-Z]{2}(?![\p{L}\d])/u,
].map((pattern) => new RegExp(pattern, `${pattern.flags}g`));

const mask = (text: string): string => PATTERNS.reduce((left, pattern) => left.replace(pattern, "[masqué]"), text);

/** Names of files and folders are kept: they are how a thing is found again. */
const KEPT: ReadonlySet<string> = new Set(["file", "name", "path", "delivery", "sha256", "rule"]);

/** The same structure, no text of which names a person. */
function maskAll<T>(value: T): T {
  if (typeof value === "string") return mask(value) as T;
  if (Array.isArray(value)) return value.map(maskAll) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === "string" && KEPT.has(key) ? inner : maskAll(inner),
    ]),
  ) as T;
}
