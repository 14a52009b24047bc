import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { endFaults, readRegisterText } from "../../scripts/custody/register/end.ts";
import { appendRegister, repairRegister } from "../../scripts/custody/register/register.ts";
import { verifyRegister } from "../../scripts/custody/verify-register.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
beforeEach(() => {
  data = temporaryFolder("registre-tue");
});
const start = (count?: number) =>
  spawn(process.execPath, ["tests/custody/append-forever.ts", data, ...(count === undefined ? [] : [String(count)])], {
    stdio: ["ignore", "pipe", "inherit"],
  });

test("killed at any instant, the register is whole or says which line was cut; a repair then goes on from there", {
  timeout: 120_000,
}, async () => {
  for (let kill = 0; kill < 12; kill++) {
    const child = start();
    await once(child.stdout, "data");
    await wait(5 + kill * 3.7);
    child.kill("SIGKILL");
    await once(child, "exit");
    const faults = endFaults(readRegisterText(data));
    expect(faults.filter((fault) => fault.kind !== "line-cut")).toEqual([]);
    if (faults.length > 0) expect(repairRegister(data, "2026-04-09T09:00:00.000Z", "agent")?.action).toBe("repair");
    // refused, if the lock of the process killed were still held
    appendRegister(data, {
      at: "2026-04-09T09:00:00.000Z",
      who: "agent",
      action: "return",
      quarter: "2026-T1",
      number: 1,
    });
    expect(verifyRegister(data, data).issues.filter((issue) => issue.severity === "error")).toEqual([]);
  }
});

test("three commands that write at once chain all their lines, each once", { timeout: 60_000 }, async () => {
  const children = [start(15), start(15), start(15)];
  const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
  expect(codes).toEqual([0, 0, 0]);
  const { value, issues } = verifyRegister(data, data);
  expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
  expect(value.map((line) => line.n)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
});
