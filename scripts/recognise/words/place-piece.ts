/**
 * What one piece of a text says of a place. A piece is a name, alone or after « faits constatés à »; or it holds a word for what is no
 * commune: a service, a part, a wider area. Any other words say no place: those of a label are a label.
 */
import { foldPlace, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { OWN_PART, type PlaceNames } from "./place-names.ts";
import { elsewhere, type PlaceOf, type PlaceSaid } from "./place-said.ts";

const MORE = "plus que la commune";
const DISTRICT = "tout le ressort d'un service";

/** Words that stand before or after a place's name and say nothing of it. */
const SMALL = "sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l";
const AHEAD = new RegExp(
  `^(?:(?:chiffres?|donnees|faits?|commis|survenus?|recenses?|releves?|etat|statistiques?|bilan|niveau|constates?|enregistres?|(?:communes?|villes?)(?= d(?:e|u|es)? )|commune|${SMALL})(?: |$))+`,
);
/** « Faits enregistrés par nos services à Valmont »: who records them, wherever it is. */
const BY_SERVICES = / par (?:nos|les|mes|ses) (?:services|unites)(?= (?:a|au|aux|dans|en|pour|sur) )/;
const BEHIND = new RegExp(`(?: (?:${SMALL}))+$`);
const NUMBER_BESIDE = /^\d[\dab]\d{0,3} (?=[a-z])|(?<=[a-z]) \d[\dab]\d{0,3}$/g;
/** "faits constatés à Valmont" => "valmont"; "99002 Ville-Haute" => "ville haute" */
const bare = (text: string): string => text.trim().replace(AHEAD, "").replace(BEHIND, "").replace(NUMBER_BESIDE, "");
const JOINED = /\s*[,/+&;]\s*| (?:et|ou|avec|plus|ainsi que) /i;

/** "Code INSEE 76259", "Commune 76259" */
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;
const SIDE = "nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg";
const SIDE_ALONE = new RegExp(`^(?:${SIDE}|(?:hors|en) agglo(?:meration)?)$`);
/** "Nord", "hors agglomération" alone: of the commune that another piece names. */
export const isSide = (folded: string): boolean => SIDE_ALONE.test(folded);

/** Kinds of words: each is taken out of a piece before the next is looked for. */
const kindsOf = (places: PlaceWords) =>
  Object.entries({
    others: /\b(?:autres communes|communes autres|\d+ communes)\b/,
    among: /\b(?:dont|y compris|incluant|comprenant)\b/,
    service: places.services,
    wider: places.wider,
    all: places.whole,
    beside: places.others,
    part: places.parts,
    spot: /\b(?:rue|avenue|av|boulevard|bd|chemin|impasse|allee|route|square|lotissement|faubourg|quai|chaussee|ruelle|place|esplanade|zone|gare|lycee|college|ecole|stade|parc)s?\b/,
    side: new RegExp(`(?<=. )(?:${SIDE})\\b`),
  } satisfies Record<string, RegExp>).map(([kind, { source }]) => [kind, new RegExp(source, "g")] as const);

/** What a piece holds. */
interface Held {
  /** Kinds of its words, in no order. */
  readonly has: (kind: string) => boolean;
  /** The kind that it begins with. */
  readonly first: string | undefined;
  /** It has words of no kind and no list that are a name, or are written as one. */
  readonly isNamed: boolean;
  /** It has such words, whatever they are. */
  readonly isMore: boolean;
  /** What is said by each of the pieces that « et » joins, whose words are all a name. */
  readonly names: readonly PlaceSaid[];
}

export type PieceReader = (piece: string, text: string, of: PlaceOf, isProper: IsProper) => PlaceSaid | null;

export function createPieceReader(places: PlaceWords, names: PlaceNames): PieceReader {
  const { own, isOwn, ofCode, named, isOrdinary } = names;
  const kinds = kindsOf(places);
  // « par quartier » divides what the text names: each part is named elsewhere
  const divided = new RegExp(` par ${places.parts.source}`, "g");
  const besides = (folded: string): string => folded.replace(divided, "").replace(BY_SERVICES, "");
  const ownIn = new RegExp(`(?<![a-z0-9])${own}(?![a-z0-9])`, "g");
  const seatOfOwn = new RegExp(`\\b(?:${[...places.seats].join("|")}) (?:(?:d|de|du) )?${own}`);

  const heldBy = (piece: string, text: string, isProper: IsProper): Held => {
    const folded = foldPlace(piece);
    const found = new Map<string, number>();
    const rest = kinds.reduce(
      (left, [kind, pattern]) =>
        left.replace(pattern, (word, at: number) => {
          found.set(kind, Math.min(at, found.get(kind) ?? at));
          return "|".padEnd(word.length, "|");
        }),
      besides(folded).replace(ownIn, (word) => "|".padEnd(word.length, "|")),
    );
    const start = folded.length - folded.replace(AHEAD, "").length;
    const parts = rest.split(/\|+/).map(bare);
    const left = parts.flatMap((part) => part.split(" ")).filter((word) => word !== "" && !isOrdinary(word));
    return {
      has: (kind) => found.has(kind),
      first: [...found].find(([, at]) => at <= start)?.[0],
      isNamed: left.some(isProper) || parts.some((part) => named(part, text) !== null),
      isMore: left.length > 0,
      names: piece.split(JOINED).flatMap((part) => named(bare(foldPlace(part)), text) ?? []),
    };
  };

  return (piece, text, of, isProper) => {
    const folded = foldPlace(piece);
    if (isOwn(folded)) return { kind: "ours", text };
    const code = INSEE.exec(folded)?.[1];
    if (code) return ofCode(code, text);
    const whole = named(bare(folded), text);
    if (whole && !/^communes /.test(folded)) return whole;
    const held = heldBy(piece, text, isProper);
    const { has, first, isNamed, isMore, names: all } = held;
    if (ownIn.test(folded)) return besideOwn(text, folded, held, { own, seat: seatOfOwn });
    if (has("others")) return elsewhere(text, "whole", "une autre zone que la commune");
    if (first === "spot" && isNamed && !isOrdinary(bare(bare(folded).replace(/^\S+/, "")).split(" ")[0] ?? ""))
      return elsewhere(text, "site", "une rue ou un lieu-dit, donc une partie d'une commune");
    if (has("service")) return service(text, folded, held, of !== "heading" && places.districts.test(folded));
    if (has("beside") && (has("part") || all.length > 0)) return elsewhere(text, "part", OWN_PART);
    if (whole || all.length > 1) return elsewhere(text, "several", "plusieurs communes");
    if (/^(?:communes?|villes?) d/.test(folded) && isNamed) return { kind: "doubt", text, by: "name" };
    if (has("wider") && (first === "wider" || first === "all"))
      return elsewhere(text, has("all") ? "whole" : "area", MORE);
    if (first === "part" && (isMore || has("side"))) return elsewhere(text, "part", "une partie d'une commune");
    return of === "line" ? atEnd(folded.split(" "), text, isProper, names) : null;
  };
}

/** Our name, folded; and what is named after it, as after its seat. */
interface Own {
  readonly own: string;
  readonly seat: RegExp;
}

/** Our name among other words. */
function besideOwn(text: string, folded: string, { has, names: all }: Held, { own, seat }: Own): PlaceSaid {
  if (all.some((s) => s.kind === "elsewhere" && s.by === "commune"))
    return elsewhere(text, "several", "plusieurs communes ensemble");
  if (has("others")) return elsewhere(text, "whole", "une autre zone que la commune");
  if (has("among") || has("beside")) return elsewhere(text, "whole", "une autre zone que la commune");
  if (has("service")) return folded.startsWith(own) ? { kind: "ours", text } : { kind: "doubt", text, by: "service" };
  if (has("wider")) return elsewhere(text, folded.startsWith(own) ? "whole" : "area", MORE);
  if (seat.test(folded)) return elsewhere(text, "whole", MORE);
  if (has("part") || has("side") || has("spot")) return elsewhere(text, "part", OWN_PART);
  return { kind: "ours", text };
}

/** A service, in place of a commune; null for a mere word of one, which says a force. */
function service(
  text: string,
  folded: string,
  { has, isNamed: isCalled }: Held,
  mayBeTotal: boolean,
): PlaceSaid | null {
  const isNamed = isCalled || /\d/.test(folded);
  const isTotal = mayBeTotal && /^total/.test(folded);
  if (isTotal || (isNamed && ["all", "wider", "beside"].some(has))) return elsewhere(text, "whole", DISTRICT);
  return isNamed ? { kind: "doubt", text, by: "service" } : null;
}

/** "Infractions constatées à Valmont": a name at the end of a title, whose other words are of every title and of no line. */
function atEnd(
  words: readonly string[],
  text: string,
  isProper: IsProper,
  { isOrdinary, isOfTitles, named }: PlaceNames,
): PlaceSaid | null {
  const at = words.findIndex((word) => isProper(word) && !isOrdinary(word));
  const name = bare(words.slice(at).join(" "));
  return at > 0 && !isSide(name) && words.slice(0, at).every(isOfTitles) ? named(name, text) : null;
}
