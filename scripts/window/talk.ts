/** A conversation held in the window: the same questions as at a terminal, a card each. */
import { UserError } from "../model/issue.ts";
import { STOPPED, type Talk } from "../shell/ask.ts";
import type { Glass } from "./glass.ts";
import { LATER, OPEN_FILE } from "./look.ts";
import type { Card, Screen } from "./screen.ts";
import { inWindow } from "./words.ts";

/** @param around the screen that the questions stand on. @param open opens the file that they are about. Each question @throws STOPPED for « Plus tard », and what Glass.ask throws. */
export function talkIn(glass: Glass, around: Omit<Screen, "cards">, open?: () => Promise<unknown>): Talk {
  const said: Card[] = [];
  const others = [...(open ? [OPEN_FILE] : []), LATER];
  const ask = async (card: Card) => {
    for (;;) {
      const message = await glass.ask({ ...around, cards: [...said, card] });
      if (message.press !== OPEN_FILE.press) return message;
      await open?.();
    }
  };
  return {
    say: (text) => void said.push({ tone: "plain", title: text.trim() }),
    yes: async (question) => {
      const buttons = [{ press: "yes", label: "Oui", isMain: true }, { press: "no", label: "Non" }, ...others];
      const { press } = await ask({ tone: "news", title: question, buttons });
      if (press === LATER.press) throw STOPPED;
      return press === "yes";
    },
    line: async (question, read) => {
      const buttons = [{ press: "answer", label: "Continuer", isMain: true }, ...others];
      for (let typed = "", fault: string | undefined; ; ) {
        const { press, values } = await ask({ tone: "plain", title: question, typed, fault, buttons });
        if (press === LATER.press) throw STOPPED;
        typed = values.typed ?? "";
        try {
          return read(typed);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          fault = inWindow(`${error.message} ${error.hint}`);
        }
      }
    },
  };
}
