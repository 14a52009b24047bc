/** The charts of the page: pointer and arrow keys tell the figures of each quarter, the legend hides and shows the series. */
import { type Frame, frameOf, WIDTH } from "../../../scripts/draw/frame.ts";
import type { ChartData } from "../../../scripts/model/chart.ts";
import { describePoint } from "./describe.ts";

export function makeChartsLive(page: Document): void {
  for (const chart of JSON.parse(page.getElementById("graphiques")?.textContent ?? "[]") as readonly ChartData[]) {
    const holder = page.querySelector<HTMLElement>(`[data-chart="${chart.id}"]`);
    const counts = holder?.querySelector('[data-series="0"]');
    if (holder && counts) makeLive(holder, counts, chart);
  }
  for (const item of page.querySelectorAll<HTMLElement>(".legend li[data-series]")) makeSwitch(item);
}

/** Makes a button of an entry of the legend; the charts under it hide and show its series. */
function makeSwitch(item: HTMLElement): void {
  const button = item.ownerDocument.createElement("button");
  button.type = "button";
  button.ariaPressed = "true";
  button.append(...item.childNodes);
  item.append(button);
  button.addEventListener("click", () => {
    const isOff = item.closest(".multiples")?.classList.toggle(`without-${item.dataset.series}`);
    button.ariaPressed = String(!isOff);
  });
}

function makeLive(holder: HTMLElement, counts: Element, data: ChartData): void {
  const frame = frameOf(data);
  const last = data.values.length - 1;
  const readout = holder.ownerDocument.createElement("p");
  readout.className = "chart__readout";
  readout.role = "status";
  const dot = holder.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "circle");
  dot.setAttribute("class", "chart__told");
  /** The quarter told at present; -1: none. */
  let current = -1;
  const tell = (index: number): void => {
    if (index === current) return;
    current = index;
    readout.textContent = index < 0 ? "" : describePoint(data, index);
    readout.classList.toggle("chart__readout--left", index > data.values.length / 2);
    const value = data.values[index] ?? null;
    dot.remove();
    if (value === null) return;
    dot.setAttribute("cx", String(frame.x(index)));
    dot.setAttribute("cy", String(frame.y(value)));
    counts.append(dot);
  };
  const silence = (): void => tell(-1);
  holder.append(readout);
  holder.classList.add("is-live");
  holder.tabIndex = 0;
  holder.role = "application";
  holder.ariaRoleDescription = "graphique";
  holder.ariaLabel = `${data.title}. ${data.alternative} Flèches gauche et droite : lire les trimestres un à un.`;
  // its words are those of the holder
  for (const svg of holder.querySelectorAll("svg")) svg.ariaHidden = "true";
  holder.addEventListener("keydown", (event) => {
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: current < 0 ? last : Math.max(0, current - 1),
      ArrowRight: current < 0 ? 0 : Math.min(last, current + 1),
      Home: 0,
      End: last,
      Escape: -1,
    };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    tell(index);
  });
  holder.addEventListener("blur", silence);
  holder.addEventListener("pointerleave", silence);
  holder.addEventListener("pointermove", (event) => tell(quarterAt(event, holder, frame, last)));
}

/** The quarter under the pointer; -1: none. */
function quarterAt({ clientX }: PointerEvent, holder: HTMLElement, { left, step }: Frame, last: number): number {
  const box = holder.getBoundingClientRect();
  const index = Math.floor((((clientX - box.left) / box.width) * WIDTH - left) / step);
  return index > last ? -1 : Math.max(-1, index);
}
