/** Our commune in a text: by its name, its code or its initials. Two letters may be anything's, so initials are three at least. */
import type { Settings } from "../model/settings.ts";
import { communeOfCode, foldPlace } from "./communes.ts";

/** name: whole. code: of the INSEE. initials: "SAT". word: one that its name alone has, "Aubin" of Saint-Aubin-les-Tilleuls. */
export const OWN_NAMES = ["name", "code", "initials", "word"] as const;
export type OwnName = (typeof OWN_NAMES)[number];

const SMALL = /^(?:de|du|des|d|la|le|les|l|en|sur|sous|aux?|et)$/;
const SAINT = /^sainte?$/;
const CODE = /^\d[\dab]\d{3}$/;

const CONTRACTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  le: { du: "de ", au: "à " },
  les: { des: "de ", aux: "à " },
};

/** The name in a text, folded: ["du", "creusot"] for « Le Creusot », and what its first word says beside the name: "de ". */
interface OwnForm {
  readonly words: readonly string[];
  readonly before: string;
}

/** The name, and what may stand for it where it begins with an article: « du Creusot », « Creusot (Le) ». */
export function ownForms(name: string): readonly OwnForm[] {
  const words = foldPlace(name).split(" ");
  const [article = "", ...rest] = words;
  const own = { words, before: "" };
  if (!/^(?:le|la|les|l)$/.test(article)) return [own];
  const contracted = Object.entries(CONTRACTED[article] ?? {});
  return [
    own,
    { words: [...rest, article], before: "" },
    ...contracted.map(([word, before]) => ({ words: [word, ...rest], before })),
  ];
}

/** "sat" for Saint-Aubin-les-Tilleuls; null: its name is too short. */
export function initialsOf(name: string): string | null {
  const telling = foldPlace(name)
    .split(" ")
    .filter((word) => !SMALL.test(word));
  return telling.length < 3 ? null : telling.map((word) => word.slice(0, 1)).join("");
}

/** The word of a text that names our commune in that way: "99001", "SAT"; undefined: none does. */
export function createOwnCommune({
  name,
  insee,
}: Settings["commune"]): (way: OwnName, text: string) => string | undefined {
  const own = foldPlace(name);
  const forms = ownForms(name).map(({ words }) => words.join(" "));
  const initials = initialsOf(name)?.toUpperCase();
  const words = own.split(" ").filter((word) => !SMALL.test(word) && !SAINT.test(word));
  const isCode = (word: string): boolean =>
    CODE.test(word) &&
    (insee === null
      ? foldPlace(communeOfCode(word.toUpperCase())?.name ?? "") === own
      : word.toUpperCase() === insee.toUpperCase());
  return (way, text) => {
    const folded = foldPlace(text);
    const all = folded.split(" ");
    switch (way) {
      case "name":
        return forms.some((form) => ` ${folded} `.includes(` ${form} `)) ? name : undefined;
      case "code":
        return all.find(isCode)?.toUpperCase();
      case "initials":
        return text.split(/[^\p{L}\p{N}]+/u).find((word) => word === initials);
      default:
        return all.find((word) => words.includes(word));
    }
  };
}
