"use strict";

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const charts = [];

// Each chart holds its steps as [when, value, address of the events behind it]; the table beneath says the same to those who can't see it.
function draw(element) {
  const rows = JSON.parse(element.dataset.series || "[]");
  const chart = echarts.init(element, null, { renderer: "svg" });
  chart.setOption({
    animationDuration: 300,
    textStyle: { fontFamily: "inherit" },
    color: [colour("--accent")],
    grid: { left: 56, right: 16, top: 16, bottom: 28 },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", data: rows.map((it) => it[0]), axisLabel: { color: colour("--quiet") }, axisLine: { lineStyle: { color: colour("--line") } } },
    yAxis: { type: "value", axisLabel: { color: colour("--quiet") }, splitLine: { lineStyle: { color: colour("--line") } } },
    series: [{ type: "bar", data: rows.map((it) => it[1]), barMaxWidth: 18, itemStyle: { borderRadius: [3, 3, 0, 0] } }],
  });
  chart.on("click", (bar) => location.assign(rows[bar.dataIndex][2]));
  charts.push(chart);
}

document.querySelectorAll("[data-series]").forEach(draw);
addEventListener("resize", () => charts.forEach((chart) => chart.resize()));

// A form on its way, the log-out among them, leads to another page: this one asks for nothing more.
const leaving = new AbortController();
addEventListener("submit", (event) => event.defaultPrevented || leaving.abort());

// Asks for the numbers alone and marks those that moved. Where the session has ended, the dashboard gives way to the log-in.
async function refresh() {
  const answer = await fetch(`/dashboard/numbers${location.search}`, { headers: { Accept: "application/json" }, signal: leaving.signal })
    .catch(() => null);
  if (answer?.status === 401) {
    location.assign("/home");
  }
  if (!answer?.ok || answer.redirected) {
    return;
  }
  const numbers = await answer.json();
  for (const value of document.querySelectorAll("[data-live]")) {
    const now = numbers[value.id];
    if (now && now !== value.textContent) {
      value.textContent = now;
      const box = value.closest(".tile, .facts > div");
      if (box) {
        box.classList.remove("moved");
        void box.offsetWidth;
        box.classList.add("moved");
      }
    }
  }
}

const tiles = document.getElementById("tiles");
if (tiles) {
  // A tile's event says that its number moved; others move with it, a moment later.
  const live = document.getElementById("live");
  const events = new EventSource(tiles.dataset.stream);
  leaving.signal.addEventListener("abort", () => events.close());
  let waiting = false;
  events.addEventListener("open", () => { live.hidden = false; });
  events.addEventListener("error", () => { live.hidden = true; });
  events.addEventListener("tile", () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => { waiting = false; refresh(); }, 400);
    }
  });
}
