/** The program's own words, where they name a command: a step of the window, or a line of the menu. */
import { quote } from "../model/format.ts";

const STEPS: Readonly<Record<string, string>> = {
  reception: "Recevoir",
  lecture: "Regarder la lecture",
  check: "Contrôler",
  build: "Faire le bulletin",
  trimestre: "Où en est-on",
};
const ARGUMENT = String.raw` (?:--[a-z-]*|\d{4}-T\d[\w-]*|\d\d/\d\d/\d{4}|[A-Z]{2,}(?:[-/][A-Z]{2,})*|"[^"]*")`;
const LINE = new RegExp(String.raw`(?:«\s)?npm run ([a-z-]+)((?:${ARGUMENT})*)(?:\s»)?`, "g");
/** What the step asks by itself: of which delivery, of which day. */
const ASKED = /^(?: --)?(?: \d{4}-T\S*)?(?: --message \S+)?$/;

/** "npm run lecture -- 2026-T1 pose la question" => "« Regarder la lecture » pose la question"; "npm run poste" => "« poste » (au menu)" */
export const inWindow = (text: string): string =>
  text.replaceAll(LINE, (_, name: string, given: string) => {
    const step = ASKED.test(given) ? STEPS[name] : undefined;
    return step ? quote(step) : `${quote(name + given.replace(" --", ""))} (au menu)`;
  });
