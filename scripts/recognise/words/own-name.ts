/** The commune's name however it is written, written out: "SAINT AUBIN", "Commune du Creusot" for Le Creusot, "Rochelle (La)". */
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { foldPlace } from "../../nomenclature/index.ts";
import { wordsIn } from "./original-words.ts";

const CONTRACTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  le: { du: "de ", au: "à " },
  les: { des: "de ", aux: "à " },
};

interface Form {
  /** Folded: ["du", "creusot"]. */
  readonly words: readonly string[];
  /** What its first word says beside the name: "de ". */
  readonly before: string;
}

/** The name, and what may stand for it where it begins with an article. */
const formsOf = (name: readonly string[]): readonly Form[] => {
  const [article = "", ...rest] = name;
  const own = { words: name, before: "" };
  if (!/^(?:le|la|les|l)$/.test(article)) return [own];
  const contracted = Object.entries(CONTRACTED[article] ?? {});
  return [
    own,
    { words: [...rest, article], before: "" },
    ...contracted.map(([word, before]) => ({ words: [word, ...rest], before })),
  ];
};

/** Writes the commune's name out in a text, so that one name is looked for everywhere. */
export function createOwnName(settings: Settings): (text: string) => string {
  const { name } = settings.commune;
  const forms = formsOf(foldPlace(name).split(" "));
  const writeOut = (text: string): string => {
    const found = wordsIn(text);
    let written = "";
    let from = 0;
    for (let i = 0; i < found.length; i++) {
      const form = forms.find(({ words }) => words.every((word, n) => found[i + n]?.word === word));
      const [first, last] = [found[i], found[i + (form?.words.length ?? 1) - 1]];
      if (!form || !first || !last) continue;
      written += `${text.slice(from, first.at)}${form.before}${name}`;
      from = last.end;
      i += form.words.length - 1;
    }
    return written + text.slice(from);
  };
  return settings.isDefault ? (text) => text : remember(writeOut);
}
