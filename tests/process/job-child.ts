/** A process of limited-process.test.ts: does what its job says. */
import { serveJobs } from "../../scripts/process/limited-child.ts";

export interface Job {
  readonly name: string;
  readonly does?: "compute" | "fill" | "die" | "break" | "wait" | "miss" | "leave 150 MB";
}

const held: Buffer[] = [];
const compute = (): void => {
  const end = process.cpuUsage().user + 60_000_000;
  while (process.cpuUsage().user < end);
};
const fill = (megabytes: number): void => {
  for (let n = 0; n < megabytes; n += 10) held.push(Buffer.alloc(10_000_000, 1));
};

serveJobs((shared: string) => async ({ name, does }: Job): Promise<string> => {
  if (does === "compute") compute();
  if (does === "fill") for (;;) fill(10);
  if (does === "leave 150 MB") fill(150);
  if (does === "die") process.exit(7);
  if (does === "break") throw new Error("rompu");
  if (does === "miss") await import(String("./no-such-module.ts"));
  if (does === "wait") await new Promise((resolve) => setTimeout(resolve, 1500));
  return `${name} ${shared}`;
});
