/** Where Linux lets an account have networks of its own, the browser has one in which there is nothing. */
import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { launchIn } from "../../scripts/browser/browser.ts";
import { endBrowser } from "../../scripts/browser/kill-all.ts";
import { eraseProfile, makeProfile } from "../../scripts/browser/profile.ts";
import { shippedChromium } from "../../scripts/browser/shipped-chromium.ts";

const networkOf = (pid: number | string): string => readlinkSync(`/proc/${pid}/ns/net`);

test("the browser is not on the network of the machine", async ({ skip }) => {
  if (spawnSync("unshare", ["-Un", "true"]).status !== 0) return skip("this system gives no network namespace");
  const program = await shippedChromium(() => {});
  if (!program) throw new Error("no browser to test with");
  const profile = makeProfile(program);
  const browser = await launchIn(profile, program, { without: ["--enable-automation"] });
  try {
    const own = browser.process();
    expect(networkOf(own?.pid ?? 0)).not.toBe(networkOf("self"));
    const options = own?.spawnargs.filter((arg) => arg.startsWith("--")) ?? [];
    expect(options).toContain("--proxy-server=http://nulle-part.invalid:9");
    expect(options).not.toContain("--enable-automation");
  } finally {
    await endBrowser(browser.process());
    await browser.disconnect();
    await eraseProfile(profile);
  }
});
