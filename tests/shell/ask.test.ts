import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UserError } from "../../scripts/model/issue.ts";
import { askShown, assertTerminal, STOPPED, talkAt, yesOrNo } from "../../scripts/shell/ask.ts";

const talkWith = (askShown: (question: string) => Promise<string>, err: (text: string) => void = () => {}) =>
  talkAt({ askShown, assertThere: () => {}, askHidden: (questions) => questions(askShown) }, () => {}, err);

test.each([
  ["oui", true],
  [" O ", true],
  ["non", false],
  ["N", false],
])("« %s », typed at a question of yes or no, is %s", (typed, meant) => {
  expect(yesOrNo(typed)).toBe(meant);
});

// a key pressed by mistake is no yes
test.each(["", "ouais", "no", "nonoui", "1"])("« %s » is neither, and is asked again", async (typed) => {
  expect(() => yesOrNo(typed)).toThrow(UserError);
  const lines = [typed, "oui"];
  const said: string[] = [];
  const talk = talkWith(
    () => Promise.resolve(lines.shift() ?? ""),
    (text) => void said.push(text),
  );
  expect([await talk.yes("Sûr ?"), said]).toEqual([
    true,
    ["Répondez oui ou non ; q pour arrêter là et reprendre plus tard."],
  ]);
});

test.each(["q", "Quitter"])("« %s » leaves, at any question", async (typed) => {
  const talk = talkWith(() => Promise.resolve(typed));
  await expect(talk.yes("Sûr ?")).rejects.toBe(STOPPED);
  await expect(talk.line("Où ?", (line) => line)).rejects.toBe(STOPPED);
});

const { stdin, stderr } = process;
const [typed, shown] = [stdin.isTTY, stderr.isTTY];
afterEach(() => {
  Object.assign(stdin, { isTTY: typed });
  Object.assign(stderr, { isTTY: shown });
});

test.each([
  [true, true, true],
  [false, true, false], // answers from a file
  [true, false, false], // a question that nobody sees
  [false, false, false],
])(
  "a person can be asked where keys come from a terminal (%s) and questions go to one (%s): %s",
  (keys, questions, can) => {
    Object.assign(stdin, { isTTY: keys });
    Object.assign(stderr, { isTTY: questions });
    if (can) expect(assertTerminal).not.toThrow();
    else expect(assertTerminal).toThrow(/dans un terminal/);
  },
);

describe("keys come a few at a time, before the question", () => {
  /** Keys as a terminal gives them. @returns what was said, and whether the terminal shows keys again when nothing more is read. */
  const typeAhead = async (...keys: readonly string[]) => {
    let isRaw = false;
    const terminal = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (raw: boolean) => {
        isRaw = raw;
      },
    });
    vi.spyOn(process, "stdin", "get").mockReturnValue(terminal as unknown as typeof process.stdin);
    stderr.isTTY = true;
    let said = "";
    vi.spyOn(stderr, "write").mockImplementation((text) => {
      said += text;
      if (said.endsWith("Votre nom ? ")) terminal.write("Camille\r");
      return true;
    });
    const answer = askShown("Votre nom ? ").catch((error: unknown) => error);
    for (const key of keys) {
      terminal.write(key);
      await new Promise((done) => setImmediate(done));
    }
    return { answer: await answer, said, isRaw };
  };
  afterEach(() => vi.restoreAllMocks());

  test("none of them is of the answer", async () => {
    const { answer, said } = await typeAhead("a", "b", "\r");
    expect(answer).toBe("Camille");
    expect(said).toContain("Ce qui a été tapé avant la question n'est pas pris");
  });
  test("without any, nothing is told", async () => {
    const { answer, said } = await typeAhead();
    expect(answer).toBe("Camille");
    expect(said).not.toContain("n'est pas pris");
  });
  test.each([[["\u0003", "a"]], [["a", "\u0003"]], [["a", "\u0003", "b", "\r"]]])(
    "Ctrl+C among them stops there: %j",
    async (keys) => {
      const { answer, said, isRaw } = await typeAhead(...keys);
      expect(answer).toMatchObject({
        message: "Arrêté à votre demande : rien n'a été fait.",
        hint: "Relancez la commande quand vous le voulez.",
      });
      expect([said, isRaw]).toEqual(["", false]);
    },
  );
});
