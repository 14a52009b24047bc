/** The commune's name however it is written, written out: "SAINT AUBIN", "Commune du Creusot" for Le Creusot, "Rochelle (La)". */
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { ownForms } from "../../nomenclature/index.ts";
import { wordsIn } from "./original-words.ts";

/** Writes the commune's name out in a text, so that one name is looked for everywhere. */
export function createOwnName(settings: Settings): (text: string) => string {
  const { name } = settings.commune;
  const forms = ownForms(name);
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
