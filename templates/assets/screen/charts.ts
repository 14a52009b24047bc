/** All the charts of the page: each answers, and the legend hides a series of all those that stand with it. */
import type { ChartData } from "../../../scripts/model/chart.ts";
import { LiveChart } from "./live-chart.ts";

/** The data that the page carries, by chart. */
function dataIn(page: Document): ReadonlyMap<string, ChartData> {
  const text = page.getElementById("graphiques")?.textContent ?? "[]";
  return new Map((JSON.parse(text) as ChartData[]).map((chart) => [chart.id, chart]));
}

/** Makes a button of each entry of the legend that names a series. */
function makeLegend(group: Element): void {
  for (const item of group.querySelectorAll<HTMLElement>(".legend li[data-series]")) {
    const button = item.ownerDocument.createElement("button");
    button.type = "button";
    button.ariaPressed = "true";
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const isHidden = group.classList.toggle(`hides-${item.dataset.series}`);
      button.ariaPressed = String(!isHidden);
    });
  }
}

export function makeChartsLive(page: Document): void {
  const data = dataIn(page);
  for (const group of page.querySelectorAll(".multiples, .curves")) {
    makeLegend(group);
    for (const holder of group.querySelectorAll<HTMLElement>(".chart[data-chart]")) {
      const [drawing, chart] = [holder.querySelector("svg"), data.get(holder.dataset.chart ?? "")];
      if (drawing && chart) new LiveChart(holder, drawing, chart);
    }
  }
}
