/** Persons named in the midst of a text – a note, a title, a label – are not repeated: "Plainte de Mme DURAND" => "Plainte de [masqué]". */
import { LABELLED_PERSON, NAMED_PERSON } from "./words.ts";

const MASK = "[masqué]";

const PATTERNS: readonly RegExp[] = [
  NAMED_PERSON,
  LABELLED_PERSON,
  /(?<!\p{L})\p{L}{2,64}[._-]\p{L}[\p{L}.-]{1,64}@[^\s@<>;,()]+\.[a-z]{2,}/iu, // prenom.nom@exemple.fr; not a service's, csp@exemple.fr
  /(?<!\d)(?:\+33[ .]?|0)[67](?:[ .-]?\d{2}){4}(?!\d)/, // a mobile telephone; the service's own is none
  /(?<!\p{L})née? le \d{1,2}[ /.-](?:\d{1,2}|\p{L}+)[ /.-]\d{2,4}/iu,
  /(?<!\p{L})(?:domicilié|demeurant|résidant)e?s? (?:au |à )?[^;.()«»]{3,60}/iu,
  /(?<!\p{L})(?:PV|procédure|procedure) ?(?:n°|n|no)? ?\d[\d/ -]{3,}\d/iu,
  /(?<![\p{L}\d])[A-Z]{2}-\d{3}-[A-Z]{2}(?![\p{L}\d])/u,
];
const ALL = PATTERNS.map((pattern) => new RegExp(pattern, `${pattern.flags}g`));

export const mask = (text: string): string => ALL.reduce((left, pattern) => left.replace(pattern, MASK), text);

/** Names of files and folders are kept: they are how a thing is found again. */
const KEPT: ReadonlySet<string> = new Set(["file", "name", "path", "delivery", "sha256", "rule"]);

/** Is there anything to mask in it? */
export const namesPersons = (text: string): boolean => PATTERNS.some((pattern) => pattern.test(text));

/** The same structure, no text of which names a person. */
export function maskAll<T>(value: T): T {
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
