import { appendFileSync } from "node:fs"; import { expect, test } from "vitest";
const log = (...x: unknown[]) => appendFileSync("/tmp/w/lead-tmp/grow.log", x.join(" ") + "\n");
import type { Lecture } from "../../scripts/model/lecture.ts";
import { confirmedOf } from "../../scripts/reading/reading.ts";
import { tell } from "../../scripts/model/remarks/index.ts";
import { source } from "../read/source.ts";
import { settingsOf } from "../recognise/tables.ts";
import { understand } from "./files.ts";
const L = ["Homicides", "Cambriolages de logement", "Vols avec armes", "Vols de véhicules", "Nuisances de voisinage"];
const M = ["janvier","février","mars","avril","mai","juin","juillet","août","septembre","octobre","novembre","décembre"];
const A = ["janv.","févr.","mars","avr.","mai","juin","juil.","août","sept.","oct.","nov.","déc."];
let seed = 1; const rnd = () => (seed = (seed * 16807) % 2147483647) % 13;
const store = new Map<string, number>(); const v = (y: number, m: number, l: number, f = 0) => { const k = `${y}.${m}.${l}.${f}`; if (!store.has(k)) store.set(k, l === 0 ? 0 : rnd()); return store.get(k)!; };
const qv = (y: number, q: number, l: number, f = 0) => [0,1,2].reduce((s, i) => s + v(y, 3*q-2+i, l, f), 0);
const cv = (y: number, q: number, l: number, f = 0) => Array.from({length: q}, (_, i) => qv(y, i+1, l, f)).reduce((a,b)=>a+b,0);
const T: Record<string, (y: number, q: number) => string> = {
  growTotal: (y, q) => [`IS 101;Saint-Aubin-les-Tilleuls;Police et gendarmerie`, `Année ${y}`, ["Infractions", ...Array.from({length: q}, (_, i) => `T${i+1} ${y}`), "Total"].join(";"), ...L.map((l, k) => [l, ...Array.from({length: q}, (_, i) => qv(y, i+1, k)), cv(y,q,k)].join(";"))].join("\n"),
  growNoYear: (y, q) => [`IS 101 - Saint-Aubin-les-Tilleuls - Police et gendarmerie - année ${y}`, ["Infractions", ...Array.from({length: q}, (_, i) => `T${i+1}`), "Total"].join(";"), ...L.map((l, k) => [l, ...Array.from({length: q}, (_, i) => qv(y, i+1, k)), cv(y,q,k)].join(";"))].join("\n"),
  fixedYear: (y, q) => [`IS 101 - Saint-Aubin-les-Tilleuls - Police et gendarmerie - ${y}`, ["Infractions", "1er trimestre","2e trimestre","3e trimestre","4e trimestre", "Total"].join(";"), ...L.map((l, k) => [l, ...[1,2,3,4].map((i) => i<=q ? qv(y, i, k) : ""), cv(y,q,k)].join(";"))].join("\n"),
  months: (y, q) => [`IS 101 - Saint-Aubin-les-Tilleuls - Police et gendarmerie - ${y}`, ["Infractions", ...M.slice(0, 3*q).map((m) => `${m} ${y}`), "Cumul"].join(";"), ...L.map((l, k) => [l, ...M.slice(0,3*q).map((_, i) => v(y, i+1, k)), cv(y,q,k)].join(";"))].join("\n"),
  months3: (y, q) => [`IS 101 - Saint-Aubin-les-Tilleuls - Police et gendarmerie - ${q}e trimestre ${y}`, ["Infractions", ...M.slice(3*q-3, 3*q).map((m) => `${m}`), "Total trimestre", "Cumul annuel"].join(";"), ...L.map((l, k) => [l, ...[0,1,2].map((i) => v(y, 3*q-2+i, k)), qv(y,q,k), cv(y,q,k)].join(";"))].join("\n"),
  cumulPrev: (y, q) => [`IS 101 - Saint-Aubin-les-Tilleuls - Police et gendarmerie`, `Situation au ${[31,30,30,31][q-1]} ${M[3*q-1]} ${y}`, ["Infractions", `T${q} ${y-1}`, `T${q} ${y}`, "Évolution", `Cumul ${y-1}`, `Cumul ${y}`, "Évol. %"].join(";"), ...L.map((l, k) => [l, qv(y-1,q,k), qv(y,q,k), qv(y,q,k)-qv(y-1,q,k), cv(y-1,q,k), cv(y,q,k), cv(y-1,q,k) ? (Math.round(1000*(cv(y,q,k)-cv(y-1,q,k))/cv(y-1,q,k))/10).toString().replace(".",",")+" %" : "-"].join(";"))].join("\n"),
  longList: (y, q) => [`commune;annee;trimestre;indicateur;force;faits`, ...Array.from({length: q}, (_, i) => L.flatMap((l, k) => ["Police","Gendarmerie"].map((f, n) => ["Saint-Aubin-les-Tilleuls", y, i+1, l, f, qv(y,i+1,k,n)].join(";")))).flat()].join("\n"),
  longMonths: (y, q) => [`Commune;Mois;Index;Police;Gendarmerie`, ...Array.from({length: 3*q}, (_, i) => L.map((l, k) => ["Saint-Aubin-les-Tilleuls", `${A[i]} ${y}`, l, v(y,i+1,k), v(y,i+1,k,1)].join(";"))).flat()].join("\n"),
  longOne: (y, q) => [`commune;annee;trimestre;indicateur;force;faits`, ...L.flatMap((l, k) => ["Police","Gendarmerie"].map((f, n) => ["Saint-Aubin-les-Tilleuls", y, process.env.STALE === String(q) ? 1 : q, l, f, qv(y,q,k,n)].join(";")))].join("\n"),
  longMonthNo: (y, q) => [`commune;annee;mois;indicateur;force;faits`, ...[0,1,2].flatMap((i) => L.flatMap((l, k) => ["Police","Gendarmerie"].map((f, n) => ["Saint-Aubin-les-Tilleuls", y, (process.env.STALE === String(q) ? 1 : 3*q-2)+i, l, f, v(y,3*q-2+i,k,n)].join(";"))))].join("\n"),
  yearMonth: (y, q) => [`commune;periode;indicateur;force;faits`, ...[0,1,2].flatMap((i) => L.flatMap((l, k) => ["Police","Gendarmerie"].map((f, n) => ["Saint-Aubin-les-Tilleuls", y*100 + (process.env.STALE === String(q) ? 1 : 3*q-2)+i, l, f, v(y,3*q-2+i,k,n)].join(";"))))].join("\n"),
  preamble: (y, q) => [`Commune;Saint-Aubin-les-Tilleuls`, `État;IS 101`, `Année;${y}`, `Trimestre;${process.env.STALE === String(q) ? q-1 : q}`, ``, `Infraction;Police;Gendarmerie`, ...L.map((l, k) => [l, qv(y,q,k,0), qv(y,q,k,1)].join(";"))].join("\n"),
  preamble2: (y, q) => [`Commune;Année;Trimestre`, `Saint-Aubin-les-Tilleuls;${y};${process.env.STALE === String(q) ? q-1 : q}`, `Infraction;Police;Gendarmerie`, ...L.map((l, k) => [l, qv(y,q,k,0), qv(y,q,k,1)].join(";"))].join("\n"),
  rolling: (y, q) => [`IS 101 - commune de Saint-Aubin-les-Tilleuls - Police nationale`, ["Infractions", ...Array.from({length: 5}, (_, i) => { const t = y*4+q-1-(4-i); return `T${t%4+1} ${Math.floor(t/4)}`; }), "12 mois"].join(";"), ...L.map((l, k) => [l, ...Array.from({length: 5}, (_, i) => { const t = y*4+q-1-(4-i); return qv(Math.floor(t/4), t%4+1, k); }), [0,1,2,3].map((i) => { const t = y*4+q-1-i; return qv(Math.floor(t/4), t%4+1, k); }).reduce((a,b)=>a+b,0)].join(";"))].join("\n"),
};
test("grow", async () => {
  for (const [name, of] of Object.entries(T)) {
    if (process.env.ONLY && process.env.ONLY !== name) continue;
    const files = []; const lectures: Lecture[] = [];
    for (const [y, q] of [[2026,1],[2026,2],[2026,3],[2026,4],[2027,1],[2027,2]] as const) {
      const d = `${y}-T${q}`;
      const file = source(name + ".csv", of(y, q), d); files.push(file);
      const [u] = await understand([file], lectures, { asks: true } as never);
      const obs = u!.recognition.observations.length;
      log(name, d, `obs ${obs}`, u!.readBy ?? "recognised", u!.held?.state, JSON.stringify(u!.held?.differences?.map((x: any) => JSON.stringify(x).slice(0,160))), u!.issues.map((i) => `${i.severity} ${i.rule} ${tell(i, "eyes" as never).message ?? ""}`.slice(0,160)).join(" / "), "Q:" + JSON.stringify((u as any).questions?.map((x: any) => [x.kind, x.text])));
      if (process.env.SHOW) log(of(y,q));
      lectures.push({ delivery: d, by: "", at: "", programVersion: "", files: confirmedOf([u!], d, settingsOf()) });
    }
  }
expect(1).toBe(1);}, 600000);
