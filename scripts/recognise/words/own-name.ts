/** The commune's name in its usual short forms, written out: "St-Germain" for Saint-Germain-en-Laye, "Commune du Creusot" for Le Creusot. */
import { remember } from "../../model/remember.ts";
import { departementOf, type Settings } from "../../model/settings.ts";
import { communesNamed, foldPlace, type Words } from "../../nomenclature/index.ts";
import { wordsIn } from "./original-words.ts";
import { parseSegment } from "./phrases.ts";

/** "Saint-Germain | en-Laye", "Le Mée | sur-Seine" */
const LINK = /^(?:en|sur|sous|les|lez|pres|devant|de|du|des|d|aux?|a|la|le|l)$/;
const ARTICLE = /^(?:le|la|les|l)$/;
const CONTRACTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  le: { du: "de ", au: "à " },
  les: { des: "de ", aux: "à " },
};
/** So begin the names of many. */
const GENERIC =
  /^(?:mont|val|bois|port|pont|roche|fontaine|villers|villiers|neuville|chapelle|croix|saint|sainte|bourg|chateau|camp|plessis|isle|ile|ferte|tour)$/;
/** Letters of a short name that is no article, and no word of every day. */
const SHORTEST = 4;

interface Form {
  /** Folded: ["du", "creusot"]. */
  readonly words: readonly string[];
  /** What its first word says beside the name: "de ". */
  readonly before: string;
}

/** A name, and what may stand for it where it begins with an article. */
const formsOf = (name: readonly string[]): readonly Form[] => {
  const [article = "", ...rest] = name;
  if (!ARTICLE.test(article)) return [{ words: name, before: "" }];
  const contracted = Object.entries(CONTRACTED[article] ?? {}).map(([word, before]) => ({
    words: [word, ...rest],
    before,
  }));
  const isTelling = rest.join("").length >= SHORTEST && !LINK.test(rest[0] ?? "");
  const inverted = { words: [...rest, article], before: "" };
  return [{ words: name, before: "" }, inverted, ...contracted, ...(isTelling ? [{ words: rest, before: "" }] : [])];
};

/** "saint germain" of "saint germain en laye"; null where it is a word of every day, or another commune of the same département. */
function shortName(name: readonly string[], { commune }: Settings, words: Words): readonly string[] | null {
  const from = ARTICLE.test(name[0] ?? "") ? 1 : 0;
  const at = name.findIndex((word, i) => i > from && LINK.test(word));
  if (at === -1) return null;
  const short = name.slice(0, at);
  const own = short.slice(from);
  const isCommon = from === 0 && (own.join("").length < SHORTEST || GENERIC.test(own.join(" ")));
  const departement = departementOf(commune);
  const isAnother = communesNamed(short.join(" ")).some((c) => c.departement === departement);
  return isCommon || isAnother || parseSegment(own.join(" "), words).unknown.length === 0 ? null : short;
}

/** Writes the commune's name out in a text, so that one name is looked for everywhere. */
export function createOwnName(settings: Settings, words: Words): (text: string) => string {
  const { name } = settings.commune;
  const own = foldPlace(name).split(" ");
  const short = shortName(own, settings, words);
  const forms = [own, ...(short ? [short] : [])].flatMap(formsOf).toSorted((a, b) => b.words.length - a.words.length);
  const isLonger = (found: readonly string[], from: number, to: number): boolean =>
    [1, 2, 3, 4].some((n) => to + n <= found.length && communesNamed(found.slice(from, to + n).join(" ")).length > 0);

  const writeOut = (text: string): string => {
    const found = wordsIn(text);
    const folded = found.map(({ word }) => word);
    let written = "";
    let from = 0;
    for (let i = 0; i < found.length; i++) {
      const form = forms.find(({ words: w }) => w.every((word, n) => folded[i + n] === word));
      if (!form) continue;
      const end = i + form.words.length;
      const [first, last, next, follows] = [found[i], found[end - 1], found[end], found[end + 1]];
      if (!first || !last) continue;
      const isOwn = form.words.join(" ") === own.join(" ");
      // "Saint-Germain-Laval", "Saint-Germain de Livet"
      const isJoined = next !== undefined && text.slice(last.end, next.at) === "-";
      const isLinked = next !== undefined && LINK.test(next.word) && follows?.isProper === true;
      if (!isOwn && (isJoined || isLinked || isLonger(folded, i, end))) continue;
      written += `${text.slice(from, first.at)}${form.before}${name}`;
      from = last.end;
      i = end - 1;
    }
    return written + text.slice(from);
  };
  return settings.isDefault ? (text) => text : remember(writeOut);
}
