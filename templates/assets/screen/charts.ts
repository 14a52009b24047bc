/** All the charts of the page: made live when they come near the screen, switched by the legend, recoloured with the theme. */
import type { ChartData } from "../../../scripts/model/chart.ts";
import { LiveChart } from "./live-chart.ts";

/** The data that the page carries, by chart. */
function dataIn(page: Document): ReadonlyMap<string, ChartData> {
  const text = page.getElementById("graphiques")?.textContent ?? "[]";
  return new Map((JSON.parse(text) as ChartData[]).map((chart) => [chart.id, chart]));
}

/** Makes a button of each entry of the legend; returns the series that are switched off, kept up to date. */
function makeLegend(legend: Element, onChange: (series: number, visible: boolean) => void): ReadonlySet<number> {
  const off = new Set<number>();
  for (const item of legend.querySelectorAll<HTMLElement>("li[data-series]")) {
    const series = Number(item.dataset.series);
    const button = item.ownerDocument.createElement("button");
    button.type = "button";
    button.ariaPressed = "true";
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const visible = off.delete(series);
      if (!visible) off.add(series);
      button.ariaPressed = String(visible);
      onChange(series, visible);
    });
  }
  return off;
}

export function makeChartsLive(page: Document): { readonly restyle: () => void } {
  const data = dataIn(page);
  const live: LiveChart[] = [];
  for (const group of page.querySelectorAll(".multiples, .curves")) {
    const charts: LiveChart[] = [];
    const legend = group.querySelector(".legend");
    const off = legend
      ? makeLegend(legend, (series, visible) => {
          for (const chart of charts) chart.show(series, visible);
        })
      : new Set<number>();
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const chart = target instanceof HTMLElement ? data.get(target.dataset.chart ?? "") : undefined;
          if (!isIntersecting || !chart) continue;
          seen.unobserve(target);
          const made = new LiveChart(target as HTMLElement, chart);
          for (const series of off) made.show(series, false);
          charts.push(made);
          live.push(made);
        }
      },
      { rootMargin: "400px" },
    );
    for (const holder of group.querySelectorAll(".chart[data-chart]")) seen.observe(holder);
  }
  return {
    restyle: () => {
      for (const chart of live) chart.restyle();
    },
  };
}
