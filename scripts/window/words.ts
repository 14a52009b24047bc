/** The program's own words, where they name a command that is a step of the window. */
import { quote } from "../model/format.ts";

const STEPS: Readonly<Record<string, string>> = {
  reception: "Recevoir",
  lecture: "Regarder la lecture",
  check: "Contrôler",
  build: "Faire le bulletin",
  trimestre: "Où en est-on",
};

/** "npm run lecture -- 2026-T1 pose la question" => "« Regarder la lecture » pose la question" */
export const inWindow = (text: string): string =>
  text.replaceAll(
    /npm run ([a-z-]+)((?: --)?(?: (?:--[a-z-]+|\d{4}-T\d[\w-]*|AAAA-MM-JJ|JJ\/MM\/AAAA|\d\d\/\d\d\/\d{4}))*)/g,
    (line, name: string) => (STEPS[name] === undefined ? line : quote(STEPS[name])),
  );
