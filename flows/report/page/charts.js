// Draws the figures: specifications and rows are data of the page, colours its CSS variables.
const MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const DAYS = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
const locale = {
  dateTime: "%d %B %Y %H:%M", date: "%Y-%m-%d", time: "%H:%M", periods: ["ص", "م"],
  days: DAYS, shortDays: DAYS, months: MONTHS, shortMonths: MONTHS,
};

function records(figure) {
  const value = (row, n) => (figure.texts[n] ? figure.texts[n][row[n]] : row[n]);
  return figure.rows.map((row) => Object.fromEntries(figure.columns.map((name, n) => [name, value(row, n)])));
}

function chosen(name) {
  const select = document.querySelector(`select[data-chooses~="${name}"]`);
  return select && select.value;
}

function shownRows(name) {
  const figure = data.figures[name];
  const option = chosen(name);
  const rows = records(figure);
  return option === null ? rows : rows.filter((row) => row.option === option);
}

function chartTip(_handler, event, _item, value) {
  if (!value) return tip.hide();
  const lines = Object.entries(value).map(([title, text]) => `${title}: ${text}`);
  return tip.show(lines.join("\n"), event.clientX, event.clientY - 8, event.clientY + 8);
}

const views = new Map();

// Which colour is what: a list of the page, so that it reads from right to left and wraps.
function showKeys(name) {
  const list = document.querySelector(`[data-keys="${name}"]`);
  const series = new Map(shownRows(name).filter((row) => "place" in row).map((row) => [row.place, row.series]));
  const keys = [...series].sort(([one], [other]) => one - other).map(([place, text]) => {
    const square = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const area = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [key, value] of [["width", "100%"], ["height", "100%"], ["fill", `var(--c${place + 1})`]]) area.setAttribute(key, value);
    square.setAttribute("aria-hidden", "true");
    square.append(area);
    return make("li", {}, square, make("bdi", {}, text));
  });
  list.replaceChildren(...keys);
  list.hidden = keys.length === 0;
}

function nothing(element, name) {
  element.replaceChildren(make("p", { class: "empty", dir: "rtl" }, ...both("لا شيء من هذا لهذا الكيان.", "Nothing of the kind for this entity.")));
  element.dataset.drawn = "yes";
  showKeys(name);
}

async function draw(element) {
  const name = element.dataset.figure;
  const chart = data.charts[data.figures[name].chart];
  const edges = (data.period || []).map(Date.parse);
  const rows = shownRows(name);
  if (rows.length === 0) return nothing(element, name);
  const names = new Set(rows.map((row) => row.name ?? row.source));
  const specification = {
    ...chart, datasets: { rows },
    // In pixels: a height per step makes Vega-Lite warn of what it does not do.
    height: chart.height.step ? Math.max(2, names.size) * chart.height.step : chart.height,
    params: chart.params.map((each, n) => ({ ...each, value: edges[n] ?? each.value })),
  };
  const result = await vegaEmbed(element, specification, {
    ast: true, renderer: "svg", actions: false, defaultStyle: false, logLevel: 1,
    tooltip: chartTip, timeFormatLocale: locale,
  });
  const drawing = element.querySelector("svg");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("focusable", "false");
  views.set(name, result.view);
  showKeys(name);
  element.dataset.drawn = "yes";
}

// One after the other, so that the page answers in between; what is in sight comes first.
async function drawAll() {
  for (const element of document.querySelectorAll("[data-figure]")) {
    await draw(element);
    await new Promise((resume) => setTimeout(resume));
  }
  document.documentElement.dataset.ready = "yes";
}

async function redraw(name) {
  const element = document.querySelector(`[data-figure="${name}"]`);
  if (!element) return;
  if (views.has(name)) views.get(name).finalize();
  views.delete(name);
  await draw(element);
}

function fillRows(details) {
  const name = details.dataset.rows;
  const { headings } = data.figures[name];
  const columns = Object.keys(headings);
  const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, headings[column])));
  const body = shownRows(name).map((row) => make("tr", {}, ...columns.map((column) => {
    const isNumber = typeof row[column] === "number";
    return make("td", isNumber ? { class: "number" } : { dir: "auto" }, isNumber ? whole.format(row[column]) : String(row[column] ?? ""));
  })));
  const title = byId(`figure-${name}-caption`).textContent.trim();
  const table = make("table", {}, make("caption", {}, title), make("thead", {}, head), make("tbody", {}, ...body));
  const box = make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": title }, table);
  details.replaceChildren(details.firstElementChild, box);
}

for (const details of document.querySelectorAll("details[data-rows]")) {
  details.addEventListener("toggle", () => { if (details.open) fillRows(details); });
}
for (const select of document.querySelectorAll("select[data-chooses]")) {
  select.addEventListener("change", async () => {
    for (const name of select.dataset.chooses.split(" ")) {
      await redraw(name);
      const details = document.querySelector(`details[data-rows="${name}"]`);
      if (details && details.open) fillRows(details);
    }
  });
}
drawAll();
