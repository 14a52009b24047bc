/**
 * What was understood of a file, as far as it may be shown. A file that names persons is withheld: nothing of its cells goes on to the
 * control sheet, the terminal, the settings proposed or the figures. A name in the midst of a text is masked.
 */
import { aNote, anError, aWarning, type Issue, type Result } from "../../model/issue.ts";
import type { Nomenclature } from "../../model/nomenclature.ts";
import { OTHER_STATEMENT, type Recognition } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
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
    const say = isOther && observations.length === 0 ? aWarning : anError;
    return {
      value: { file: { ...file, grids: [] }, tables: [], observations: [], undated: [], printed: [] },
      issues: found.map((one) => issueOf(one, file.source.path, say)),
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

function issueOf({ grid, row, column, why, maybeLine }: Found, file: string, say: typeof anError): Issue {
  const part = grid && mask(grid.part);
  return say("nominative-column", {
    about: {
      column: column + 1,
      part: part === null ? null : received(part),
      why,
      maybeLine: maybeLine === true,
      // the file stays on the dedicated machine: what is received again is told apart from what was
      canBeTakenOut: part === null || /\.pdf$/i.test(file) ? null : own(file.slice(0, file.indexOf("/"))),
    },
    place: part === null ? { file } : { file, part, row: row + 1, column: column + 1, raw: "" },
  });
}

const masked = (file: string): Issue => aNote("person-masked", { place: { file } });

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
