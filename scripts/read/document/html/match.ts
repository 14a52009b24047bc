/** Does a rule of a style sheet hold? What cannot be told, such as what follows an element or how wide a window is, stays open. */
export type Match = "yes" | "maybe" | "no";

const ORDER: readonly Match[] = ["no", "maybe", "yes"];

export const yesIf = (condition: boolean): Match => (condition ? "yes" : "no");
export const perhapsIf = (condition: boolean): Match => (condition ? "maybe" : "no");
/** One of them is enough. */
export const anyOf = (matches: readonly Match[]): Match => ORDER.findLast((match) => matches.includes(match)) ?? "no";
/** All of them are needed. */
export const allOf = (matches: readonly Match[]): Match => ORDER.find((match) => matches.includes(match)) ?? "yes";
export const opposite = (match: Match): Match => (match === "maybe" ? "maybe" : match === "yes" ? "no" : "yes");
