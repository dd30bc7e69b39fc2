"use strict";

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const charts = [];

// One line or set of bars for each series: {key, name, points: [{at, value}]}.
function pointsOf(one) {
  const points = one.points || one.values || one.buckets || [];
  return points.map((it) => (Array.isArray(it) ? it : [String(it.at ?? it.day ?? it.from ?? it.date).slice(0, 10), Number(it.value)]));
}

function draw(element) {
  const all = JSON.parse(element.dataset.series || "[]");
  const small = element.classList.contains("small");
  const shown = all.filter((it) => it.key === "bookings" || it.key === undefined).concat(all.filter((it) => it.key !== "bookings" && it.key !== undefined)).slice(0, small ? 1 : 2);
  if (shown.every((it) => pointsOf(it).length === 0)) {
    element.hidden = true;
    return;
  }
  const chart = echarts.init(element, null, { renderer: "svg" });
  const palette = [colour("--accent"), colour("--amber-light")];
  chart.setOption({
    animationDuration: 300,
    textStyle: { fontFamily: "inherit" },
    color: palette,
    grid: small ? { left: 4, right: 4, top: 8, bottom: 4 } : { left: 48, right: 48, top: 32, bottom: 28 },
    legend: small ? undefined : { top: 0, left: 0, textStyle: { color: colour("--ink") } },
    tooltip: small ? undefined : { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", show: !small, data: pointsOf(shown[0]).map((it) => it[0]), axisLabel: { color: colour("--quiet") }, axisLine: { lineStyle: { color: colour("--line") } } },
    yAxis: shown.map((_, index) => ({ type: "value", show: !small, position: index ? "right" : "left", axisLabel: { color: colour("--quiet") }, splitLine: { show: index === 0, lineStyle: { color: colour("--line") } } })),
    series: shown.map((it, index) => ({
      name: it.name || it.key,
      type: index ? "line" : "bar",
      yAxisIndex: index,
      data: pointsOf(it).map((point) => point[1]),
      barMaxWidth: 18,
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      showSymbol: false,
    })),
  });
  charts.push(chart);
}

document.querySelectorAll("[data-series]").forEach(draw);
addEventListener("resize", () => charts.forEach((chart) => chart.resize()));

// Asks for all numbers of the page at once and marks those that moved.
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const value of document.querySelectorAll("[data-live]")) {
    const now = next.getElementById(value.id)?.textContent;
    if (now && now !== value.textContent) {
      value.textContent = now;
      const box = value.closest(".tile, .facts > div");
      box.classList.remove("moved");
      void box.offsetWidth;
      box.classList.add("moved");
    }
  }
}

const tiles = document.getElementById("tiles");
if (tiles) {
  // A tile's event says that its number moved; others move with it, a moment later.
  const live = document.getElementById("live");
  const events = new EventSource(tiles.dataset.stream);
  let waiting = false;
  events.addEventListener("open", () => { live.hidden = false; });
  events.addEventListener("error", () => { live.hidden = true; });
  events.addEventListener("tile", () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => { waiting = false; refresh(); }, 400);
    }
  });
} else if (document.querySelector("[data-live]")) {
  // A stream for each region would take up the browser's few connections: the whole brand is asked for now and then.
  setInterval(() => document.hidden || refresh(), 5000);
}
