/** Child of register-crash.test.ts: adds lines to the register of the folder given, until killed or until it has added as many as asked. */
import { appendRegister } from "../../scripts/custody/register/register.ts";

const [, , dataDir = "", count = "Infinity"] = process.argv;
process.stdout.write("ready\n");
for (let number = 1; number <= Number(count); number++)
  appendRegister(dataDir, {
    at: "2026-04-09T08:00:00.000Z",
    who: `${process.pid}`,
    action: "copies",
    quarter: "2026-T1",
    bulletin: "0".repeat(64),
    copies: Array.from({ length: 50 }, (_, i) => ({
      number: i,
      recipient: "A",
      role: "B",
      path: "p",
      sha256: "0".repeat(64),
    })),
  });
