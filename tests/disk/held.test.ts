/** A file that another program holds open: it is renamed once it is let go of, or the refusal is thrown. */
import { expect, test, vi } from "vitest";
import { rename } from "../../scripts/disk/held.ts";

const renames = vi.hoisted(() => vi.fn());
vi.mock("node:fs", async (original) => ({ ...(await original<typeof import("node:fs")>()), renameSync: renames }));

/** How often it is tried, where these refusals follow one another, the last for good. */
function tries(...codes: readonly string[]): number {
  renames.mockReset();
  vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
  renames.mockImplementation(() => {
    const code = codes.at(renames.mock.calls.length - 1) ?? codes.at(-1);
    if (code !== "") throw Object.assign(new Error(code), { code });
  });
  if (codes.at(-1) === "") rename("a", "b");
  else expect(() => rename("a", "b")).toThrow(codes.at(-1));
  return renames.mock.calls.length;
}

test("it is tried again while it is held, twenty times at most; any other refusal is thrown at once", () => {
  expect(tries("")).toBe(1);
  expect(tries("EPERM", "EBUSY", "EACCES", "")).toBe(4);
  expect(tries("EPERM")).toBe(20);
  expect(tries("EXDEV")).toBe(1);
});
