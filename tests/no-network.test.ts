/** What the processes that read and print are started with: nothing in them can ask the network. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a process started with no-network.js writes. */
const inProcess = (code: string): unknown => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/process/no-network.js", "--input-type=module", "-e", code],
    { encoding: "utf8" },
  );
  expect(`${status} ${stderr}`).toBe("0 ");
  return JSON.parse(stdout);
};

test("the classes that ask the network are empty, and may still be extended", () => {
  const code = `
    class Own extends WebSocket {}
    const names = ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket", "EventSource"];
    console.log(JSON.stringify([new Own() instanceof WebSocket, ...names.map((name) => String(globalThis[name]))]));`;
  expect(inProcess(code)).toEqual([true, ...Array(7).fill("class {}")]);
});

test("neither they nor node:http load Node's own", () => {
  const code = `
    const http = await import("node:http");
    const loaded = process.moduleLoadList.some((name) => name.includes("undici"));
    console.log(JSON.stringify([loaded, String(http.WebSocket)]));`;
  expect(inProcess(code)).toEqual([false, "class {}"]);
});

test("each command is started so", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Record<string, string> };
  const { status, stdout } = spawnSync(
    process.execPath,
    [...(scripts.build ?? "").split(" ").slice(1, 3), "-e", "console.log(String(fetch))"],
    { encoding: "utf8" },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "class {}\n" });
});
