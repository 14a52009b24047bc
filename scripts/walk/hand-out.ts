/** The step of the numbered copies: handed out before the session, taken back after it, exchanged for those of a later edition. */

import { type Copy, describeCopy, isOut } from "../custody/copies/copies.ts";
import { parseNumbers } from "../custody/copies/numbers.ts";
import { dueInstead, nameHolders } from "../custody/copies/outdated.ts";
import { chooseRecipients } from "../custody/copies/recipients.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import type { QuarterState } from "./situation.ts";
import { does, type ExitCode, nameOf, type Walk } from "./walk.ts";

export async function distribute(walk: Walk): Promise<ExitCode | null> {
  const { open } = walk.look();
  const latest = open.at(-1);
  for (const state of open) {
    const ended = state === latest && !state.isDistributed ? await handOut(walk, state) : await takeBack(walk, state);
    if (ended !== null) return ended;
  }
  return null;
}

/** "tous", "aucun", "1-3, 5": which of these numbers. @throws UserError */
const numbersAmong =
  (known: readonly number[]) =>
  (line: string): readonly number[] => {
    const word = line.trim().toLowerCase();
    if (/^(tous|toutes|tout|oui|o)$/.test(word)) return known;
    if (/^(aucun|aucune|non|n)$/.test(word)) return [];
    const numbers = parseNumbers(line);
    const [other] = numbers.filter((number) => !known.includes(number));
    if (other === undefined) return numbers;
    throw new UserError(`Le n° ${other} n'est pas de ceux-là.`, "Leurs numéros (1-3 ; 1,4), « tous » ou « aucun ».");
  };
const HOW = `(leurs numéros, par exemple 1-3 ou 1,4 ; ${quote("tous")} ; ${quote("aucun")})`;

/** One copy for each entitled person, or for some of them. */
async function handOut(walk: Walk, { quarter }: QuarterState): Promise<ExitCode | null> {
  const names = chooseRecipients(walk.list, "tous", walk.today).map((person) => person.name);
  walk.say(names.map((name, i) => `  ${i + 1}) ${name}`).join("\n"));
  const chosen = await walk.line(
    `Bulletin du ${nameOf(quarter)} : un exemplaire numéroté pour qui ? ${HOW}`,
    numbersAmong(names.map((_, i) => i + 1)),
  );
  if (chosen.length === 0) {
    walk.say("Aucun exemplaire n'est fait.");
    return null;
  }
  const wanted = names.filter((_, i) => chosen.includes(i + 1));
  const ended = await does(
    walk,
    "copies",
    quarter,
    "--pour",
    wanted.length === names.length ? "tous" : wanted.join("; "),
  );
  if (ended === null)
    walk.say(
      "Imprimez, faites signer. Après la séance, relancez : les exemplaires revenus, puis détruits, y seront demandés.",
    );
  return ended;
}

/** After the session: who holds an earlier edition gets the last one; which copies came back, which of them were destroyed. */
async function takeBack(walk: Walk, { quarter, copies }: QuarterState): Promise<ExitCode | null> {
  if (copies.length === 0) return null;
  const known = new Set(copies.map(({ number }) => number));
  walk.say([`Bulletin du ${nameOf(quarter)} :`, ...copies.map((copy) => `  ${describeCopy(copy)}`)].join("\n"));
  if (dueInstead(copies, walk.list, walk.today).length > 0) {
    const yes = await walk.yes(
      `Une édition nouvelle a remplacé celle de ${nameHolders(copies.filter((copy) => copy.isOutdated))}. Faire les nouveaux exemplaires ?`,
    );
    const ended = yes ? await does(walk, "copies", quarter, "--remplacer") : null;
    if (ended !== null) return ended;
  }
  for (const { option, isAsked, question } of [
    { option: "--retour", isAsked: isOut, question: "Lesquels sont revenus ?" },
    {
      option: "--destruction",
      isAsked: (copy: Copy) => copy.returnedOn !== null && copy.destroyedOn === null,
      question: "De ceux qui sont revenus, lesquels sont détruits ?",
    },
  ]) {
    // those that this walk has just handed out are not asked for yet
    const held = copiesNow(walk, quarter).filter((copy) => isAsked(copy) && known.has(copy.number));
    if (held.length === 0) continue;
    const numbers = await walk.line(
      `${question} ${nameHolders(held)} ${HOW}`,
      numbersAmong(held.map((copy) => copy.number)),
    );
    const ended = numbers.length === 0 ? null : await does(walk, "copies", quarter, option, numbers.join(","));
    if (ended !== null) return ended;
  }
  return null;
}

const copiesNow = (walk: Walk, quarter: string): readonly Copy[] =>
  walk.look().open.find((state) => state.quarter === quarter)?.copies ?? [];
