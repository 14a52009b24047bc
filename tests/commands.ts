/** What a person types, run in this process; bulletins are printed by a stand-in of the browser. */
import { main as build } from "../scripts/build.ts";
import { main as check } from "../scripts/check.ts";
import { main as copies } from "../scripts/copies.ts";
import { main as poste } from "../scripts/poste.ts";
import { main as reception } from "../scripts/reception.ts";
import { main as registre } from "../scripts/registre.ts";
import { publishHere } from "./publish/without-browser.ts";
import { type Ran, runMain } from "./run-main.ts";

const COMMANDS = { check, copies, poste, reception, registre };

/** "check": to its end, as if there were nobody at the terminal. */
export const typed = (name: "build" | keyof typeof COMMANDS, ...given: readonly string[]): Promise<Ran> =>
  name === "build" ? runMain(build, given, { tools: { startPublisher: publishHere } }) : runMain(COMMANDS[name], given);
