/** The steps of the window, each from its first screen to the step that follows. */
import { look } from "./looking.ts";
import { check } from "./making.ts";
import type { Step } from "./program.ts";
import { receive } from "./receiving.ts";
import type { StepId } from "./screen.ts";
import { standingScreen } from "./standing.ts";

const stand: Step = async (glass, program) => {
  for (;;) await glass.ask(standingScreen(program.situation()));
};

export const FLOWS: Readonly<Record<StepId, Step>> = { standing: stand, receive, look, check };
