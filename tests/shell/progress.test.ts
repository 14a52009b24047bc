import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { localDay } from "../../scripts/shell/command-line.ts";
import { createProgress } from "../../scripts/shell/progress.ts";

const shown = (stream: { readonly isTTY: boolean; readonly columns?: number }, ...steps: readonly string[]): string => {
  let written = "";
  const progress = createProgress({ ...stream, write: (text: string) => (written += text) } as never);
  for (const step of steps) progress.step(step);
  progress.end();
  return stripVTControlCharacters(written.replaceAll("\r\u001b[2K", "<"));
};

test("in a file, each step is a line, said once", () => {
  expect(shown({ isTTY: false }, "lecture", "lecture", "contrôle\u0007", "lecture")).toBe(
    "… lecture\n… contrôle[U+0007]\n… lecture\n",
  );
});

test("on a terminal, one line changes, never longer than the window, and goes away at the end", () => {
  expect(shown({ isTTY: true, columns: 20 }, "lecture", "a".repeat(40))).toBe(
    `<… lecture<… ${"a".repeat(7)}…${"a".repeat(8)}<`,
  );
});

test("a day is that of the machine's clock, not of Greenwich", () => {
  expect(localDay(new Date(2026, 3, 9, 0, 1))).toBe("2026-04-09");
  expect(localDay(new Date(2026, 3, 9, 23, 59))).toBe("2026-04-09");
  expect(localDay(new Date(2026, 11, 1))).toBe("2026-12-01");
});
