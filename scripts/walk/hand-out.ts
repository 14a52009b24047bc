/** The step of the numbered copies: handed out before the session, taken back after it. */
import { chooseRecipients, describeCopy } from "../custody/copies/copies.ts";
import { plural } from "../model/format.ts";
import { type ExitCode, leave, stop, stopAfter, type Walk } from "./walk.ts";

export async function distribute(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const { copies, isDistributed } = walk.look();
  for (const copy of copies) walk.say(`  ${describeCopy(copy)}`);
  return isDistributed ? await takeBack(walk, quarter) : await handOut(walk, quarter);
}

/** One copy for each entitled person, or for some of them. */
async function handOut(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const names = chooseRecipients(walk.list, "tous", walk.today).map((person) => person.name);
  const all = await walk.ask(`Un exemplaire numéroté pour chacune de ces personnes : ${names.join(" ; ")} ?`);
  if (all === null) return leave(walk);
  const chosen: string[] = [];
  for (const name of all ? [] : names) {
    const wanted = await walk.ask(`Un exemplaire pour ${name} ?`);
    if (wanted === null) return leave(walk);
    if (wanted) chosen.push(name);
  }
  if (!all && chosen.length === 0) return stop(walk, 0, "Aucun exemplaire n'est fait.");
  const code = await walk.run("copies", quarter, "--pour", all ? "tous" : chosen.join("; "));
  if (code !== 0) return stopAfter(walk, "copies", code);
  return stop(
    walk,
    0,
    "Imprimez, faites signer. Après la séance, relancez : chaque exemplaire revenu, puis détruit, y sera demandé.",
  );
}

/** After the session: which copies came back, which of them were destroyed. */
async function takeBack(walk: Walk, quarter: string): Promise<ExitCode | null> {
  for (const { option, state, question } of [
    { option: "--retour", state: "out", question: "est-il revenu" },
    { option: "--destruction", state: "returned", question: "est-il détruit" },
  ] as const) {
    const numbers: number[] = [];
    let isLeft = false;
    for (const { number, recipient } of walk.look().copies.filter((copy) => copy.state === state)) {
      const yes = await walk.ask(`L'exemplaire n° ${number} (${recipient}) ${question} ?`);
      isLeft = yes === null;
      if (isLeft) break;
      if (yes) numbers.push(number);
    }
    // what was answered before leaving is recorded too: it would be asked twice, and a copy given back would stay « en circulation »
    const code = numbers.length === 0 ? 0 : await walk.run("copies", quarter, option, numbers.join(","));
    if (code !== 0) return stopAfter(walk, "copies", code);
    if (isLeft) return leave(walk);
  }
  const left = walk.look().copies.filter((copy) => copy.state !== "destroyed").length;
  return left === 0 ? null : stop(walk, 0, `${plural(left, "exemplaire")} à reprendre ou à détruire.`);
}
