/** The passphrase, as it is asked: the rule first, again in place until it will do. */
import { describe, expect, test } from "vitest";
import { drawWords, knownPassphrase, newPassphrase, WrongPassphrase } from "../../scripts/custody/passphrase.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { plainNames } from "../../scripts/nomenclature/index.ts";

const PASSPHRASE = "cheval agrafe pile correcte";

describe("a new passphrase", () => {
  /** What is asked, the words between the first question and the last one, and the phrase taken; each answer is given once. */
  async function typed(...answers: string[]) {
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      const answer = answers.shift();
      if (answer === undefined) throw new Error("nothing more is typed");
      return answer;
    };
    const phrase = await newPassphrase(ask, "cinq mots").catch(() => null);
    return { phrase, asked };
  }

  test("says its rule first, with words that are drawn, and is typed twice", async () => {
    const { phrase, asked } = await typed(PASSPHRASE, PASSPHRASE);
    expect(phrase).toBe(PASSPHRASE);
    expect(asked[0]).toMatch(/au moins 16 caractères.*: cinq mots\n/);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["other the second time", PASSPHRASE, `${PASSPHRASE} `, /diffèrent/],
    ["one short of the length", "quatre mots à mo", undefined, null],
    ["short", "quatre mots à m", undefined, /moins de 16 caractères/],
    ["short in characters, not in code units", "🔑".repeat(15), undefined, /moins de 16 caractères/],
    ["blank", " ".repeat(16), undefined, /moins de 16 caractères/],
    ["long by its blanks alone", "mot             a", undefined, /moins de 16 caractères/],
    ["of equal characters", "a".repeat(16), undefined, /répète/],
    ["a word repeated", "motdepassemotdepasse", undefined, /répète/],
    ["a word repeated, with blanks", "motdepasse motdepasse", undefined, /répète/],
    ["digits", "1234567890123456", undefined, /chiffres/],
  ])("that is %s is asked again in place", async (_, first, second, why) => {
    const phrase = "tilleul archet moulin vernis";
    const before = second === undefined ? [first] : [first, second];
    const { phrase: taken, asked } = await typed(...before, phrase, phrase);
    if (why === null) return expect(asked[1]).toContain("une seconde fois"); // long enough
    expect(taken).toBe(phrase);
    expect(asked[before.length]).toMatch(why);
  });

  test("is drawn of five plain words, others each time", () => {
    expect(plainNames().length).toBeGreaterThan(8000);
    const drawn = Array.from({ length: 20 }, () => drawWords(plainNames()));
    for (const words of drawn) expect(words).toMatch(/^[a-z]{4,9}(?: [a-z]{4,9}){4}$/);
    expect(new Set(drawn).size).toBe(20);
  });
});

describe("the passphrase of a backup that is there", () => {
  const opening = (right: string) => async (phrase: string) => {
    if (phrase !== right) throw new WrongPassphrase("Ce n'est pas elle.", "Retapez-la.");
    return "open";
  };
  test("is asked again in place while it is wrong, with the reason", async () => {
    const asked: string[] = [];
    const typed = ["fausse", "fausse aussi", PASSPHRASE];
    const ask = async (question: string) => {
      asked.push(question);
      return typed.shift() ?? "";
    };
    expect(await knownPassphrase(ask, opening(PASSPHRASE))).toBe("open");
    expect(asked.map((question) => question.includes("Ce n'est pas elle. Retapez-la."))).toEqual([false, true, true]);
  });
  test("is not asked again for another fault", async () => {
    const damaged = knownPassphrase(
      async () => PASSPHRASE,
      async () => {
        throw new UserError("Abîmée.", "Une autre copie.");
      },
    );
    await expect(damaged).rejects.toThrow("Abîmée.");
  });
});
