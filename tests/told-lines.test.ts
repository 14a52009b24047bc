/** Every line to type that a message, a guide or a help gives is one that the program takes; every file that they name comes with it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./run-main.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const TEXTS = [
  ...["scripts", "templates"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|njk|yaml|cmd|sh)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  ),
  ...["data/LISEZMOI.md", "data/convention.example.yaml", "data/habilitations.example.yaml"],
  ...["README.md", "SECURITY.md", "CONFORMITE.md"],
].map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** The commands of the program's users: they have a help. */
const isOfUsers = (command: string): boolean => scripts[command]?.includes("preload.js") === true;
const OF_USERS = Object.keys(scripts).filter(isOfUsers);

const HELPS = new Map<string, string>();
for (const name of OF_USERS) HELPS.set(name, (await runCommand(name, "--aide")).stdout);
const helpOf = (command: string): string => HELPS.get(command) ?? "";
/** Options of a command, by its help. */
const optionsOf = (command: string): ReadonlySet<string> =>
  new Set([...helpOf(command).matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name = ""]) => name));

interface Line {
  readonly path: string;
  readonly command: string;
  readonly options: readonly string[];
}
const linesIn = (path: string, text: string): readonly Line[] =>
  [...text.matchAll(/npm run ([a-z-]*[a-z])(?: -- ([^`»\n]*))?/g)].map(([, command = "", rest = ""]) => ({
    path,
    command,
    options: [...rest.matchAll(/(?:^|\s)--([a-z]+(?:-[a-z]+)*)/g)].map(([, name = ""]) => name),
  }));

test("every « npm run … » is a command of the program, with options that it has", () => {
  const lines = TEXTS.flatMap(({ path, text }) => linesIn(path, text));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter(({ command }) => scripts[command] === undefined)).toEqual([]);
  const wrong = lines.flatMap(({ path, command, options }) =>
    isOfUsers(command)
      ? options
          .filter((name) => !optionsOf(command).has(name))
          .map((name) => `${path}: npm run ${command} -- --${name}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test.each(OF_USERS.filter((name) => name !== "aide"))(
  "the help of %s names it, tells what it does, and its examples are lines that it takes",
  (name) => {
    const help = helpOf(name);
    expect(help).toMatch(/^[A-ZÀÉ].*\.$/m);
    const examples = linesIn(name, help);
    expect(examples.map(({ command }) => command)).toContain(name);
    for (const { command, options } of examples)
      for (const option of options)
        expect([command, option, optionsOf(command).has(option)]).toEqual([command, option, true]);
  },
);

test("what each command says of itself, word for word, is in helps.txt", async () => {
  const helps = OF_USERS.map((name) => `> ${name}\n${helpOf(name)}`);
  const { stdout } = await runCommand("aide");
  await expect([...helps, `> aide, alone\n${stdout}`].join("\n")).toMatchFileSnapshot("helps.txt");
});

test("every file of data/ that comes with the program and is named to the operator is there", () => {
  const named = TEXTS.flatMap(({ path, text }) =>
    [...text.matchAll(/\bdata\/([A-Za-z]+(?:\.example)?\.(?:yaml|md))/g)].map(([, name = ""]) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(10);
  // those of the town hall are the examples' own names
  const missing = named.filter(
    ({ name }) =>
      !existsSync(join("data", name)) && !existsSync(join("data", name.replace(/\.yaml$/, ".example.yaml"))),
  );
  expect(missing).toEqual([]);
});
