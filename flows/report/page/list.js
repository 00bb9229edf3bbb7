// The list of the newest articles: filtered by words, source and day, fifty rows at a time.
const PAGE = 50;
const articles = data.articles.map(([id, headline, source, day, precision, words, copies]) => ({
  id, headline: headline || "", source, day, precision, words, copies, folded: fold(headline || ""),
}));
const form = byId("filter");
const field = form.elements;
const rowsOf = byId("article-list").tBodies[0];
const more = byId("more");
let matching = articles;
let shown = 0;

for (const [n, name] of data.sources.entries()) field.source.append(make("option", { value: n }, name));
if (articles.some((article) => article.source === null)) {
  field.source.append(make("option", { value: "-" }, "غير معروف · unknown"));
}

function linkTo(article) {
  const text = article.headline || "بلا عنوان";
  if (article.id in data.explained) return make("a", { href: `#article-${article.id}` }, text);
  if (data.pages) return make("a", { href: `${data.pages}/${article.id}.html` }, text);
  return text;
}

function rowOf(article) {
  return make("tr", {},
    make("td", { class: "day" }, article.day ? make("time", { datetime: article.day, dir: "ltr" }, article.precision === "month" ? article.day.slice(0, 7) : article.precision === "year" ? article.day.slice(0, 4) : article.day) : "–"),
    make("td", { class: "long", dir: "auto" }, linkTo(article)),
    make("td", {}, article.source === null ? "غير معروف" : data.sources[article.source]),
    make("td", { class: "number" }, whole.format(article.words || 0)),
    make("td", { class: "number" }, article.copies ? whole.format(article.copies) : ""),
    make("td", {}, make("code", { dir: "ltr" }, article.id)));
}

function showMore() {
  rowsOf.append(...matching.slice(shown, shown + PAGE).map(rowOf));
  shown = Math.min(matching.length, shown + PAGE);
  more.hidden = shown >= matching.length;
  field.found.textContent = `${whole.format(shown)} / ${whole.format(matching.length)}`;
}

function applyFilter() {
  const words = fold(field.words.value).split(/\s+/).filter(Boolean);
  const source = field.source.value;
  const from = field.from.value, to = field.to.value;
  matching = articles.filter((article) =>
    words.every((each) => article.folded.includes(each))
    && (source === "" || (source === "-" ? article.source === null : article.source === Number(source)))
    && (!from || (article.day && article.day >= from))
    && (!to || (article.day && article.day <= to)));
  rowsOf.replaceChildren();
  shown = 0;
  showMore();
}

form.addEventListener("input", applyFilter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(applyFilter));
more.addEventListener("click", () => {
  const next = rowsOf.rows.length;
  showMore();
  const link = rowsOf.rows[next] && rowsOf.rows[next].querySelector("a");
  if (link) link.focus();
});
applyFilter();

// An article's address is the page's own with #article-<id>: it can be linked to, and Back closes it.
const dialog = byId("explain");
let opener = null;

function follow() {
  const id = location.hash.startsWith("#article-") ? location.hash.slice(9) : null;
  if (id !== null && id in data.explained) {
    opener = document.activeElement;
    explainInto(byId("explained"), data.explained[id]);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    byId("explained-headline").focus({ preventScroll: true });
  } else if (dialog.open) dialog.close();
}

dialog.addEventListener("close", () => {
  tip.hide();
  if (location.hash.startsWith("#article-")) history.pushState(null, "", "#articles");
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
});
dialog.addEventListener("cancel", (event) => { if (!tip.element.hidden) { tip.hide(); event.preventDefault(); } });
byId("close").addEventListener("click", () => dialog.close());
addEventListener("hashchange", follow);
follow();
