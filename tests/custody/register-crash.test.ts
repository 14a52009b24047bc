import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { readRegisterText } from "../../scripts/custody/register/end.ts";
import { appendRegister, repairRegister } from "../../scripts/custody/register/register.ts";
import { writingFaults } from "../../scripts/custody/register/verify-chain.ts";
import { verifyRegister } from "../../scripts/custody/verify-register.ts";
import { NIGHTLY } from "../draws.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
beforeEach(() => {
  data = temporaryFolder("registre-tue");
});
const start = (count?: number) =>
  spawn(process.execPath, ["tests/custody/append-forever.ts", data, ...(count === undefined ? [] : [String(count)])], {
    stdio: ["ignore", "pipe", "inherit"],
  });

const returned = (number: number) =>
  appendRegister(data, {
    ...{ at: "2026-04-09T09:00:00.000Z", who: "agent", action: "return", quarter: "2026-T1" },
    number,
  });
const errors = () => verifyRegister(data, data).issues.filter((issue) => issue.severity === "error");

test("whatever part of its last line was written when the power was cut, the register says so; a repair goes on from there", () => {
  for (const number of [1, 2]) returned(number);
  const register = join(data, "registre.jsonl");
  const before = statSync(register).size;
  returned(3);
  const whole = readFileSync(register);
  const line = whole.length - before;
  for (const written of [1, 2, 20, line >> 1, line - 3, line - 2]) {
    writeFileSync(register, whole.subarray(0, before + written));
    expect([written, writingFaults(readRegisterText(data))]).toEqual([
      written,
      [expect.stringContaining("elle est incomplète")],
    ]);
    expect(repairRegister(data, "2026-04-09T09:00:00.000Z", "agent")).toMatchObject({ n: 3, action: "repair" });
    expect(returned(4).n).toBe(4);
    expect(errors()).toEqual([]);
  }
  // all but the line feed: the line is whole
  writeFileSync(register, whole.subarray(0, -1));
  expect(writingFaults(readRegisterText(data))).toEqual([]);
  expect(returned(4).n).toBe(4);
  expect(errors()).toEqual([]);
});

test.skipIf(!NIGHTLY)(
  "killed at any instant, the register is whole or says which line was cut, and its lock is free",
  async () => {
    for (let kill = 0; kill < 12; kill++) {
      const child = start();
      await once(child.stdout, "data");
      await wait(5 + kill * 3.7);
      child.kill("SIGKILL");
      await once(child, "exit");
      const faults = writingFaults(readRegisterText(data));
      expect(faults.filter((fault) => !fault.includes("elle est incomplète"))).toEqual([]);
      const repaired = repairRegister(data, "2026-04-09T09:00:00.000Z", "agent");
      expect(repaired?.action).toBe(faults.length > 0 ? "repair" : undefined);
      returned(1); // refused, if the lock of the process killed were still held
      expect(errors()).toEqual([]);
    }
  },
);

test("three commands that write at once chain all their lines, each once", async () => {
  const children = [start(15), start(15), start(15)];
  const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
  expect(codes).toEqual([0, 0, 0]);
  const { value, issues } = verifyRegister(data, data);
  expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
  expect(value.map((line) => line.n)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
});
