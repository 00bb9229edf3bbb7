// Shows one article as the pipeline saw it: lines with role and rule, facts in colour.
const KINDS = ["PER", "ORG", "LOC", "MISC", "date", "published", "publisher", "credit", "photo_credit", "cited", "quote", "tag", "related"];

function wordOf(vocabulary, key) {
  return data.words[`${vocabulary}.${key}`] || [key, key];
}

function factText([kind, surface, meaning, basis, score]) {
  const [ar, en] = wordOf("fact", kind);
  return [
    `${ar} · ${en}`,
    surface && `«${surface}»`,
    meaning,
    basis && `${basis}${score === null ? "" : ` (${score.toFixed(2)})`}`,
  ].filter(Boolean).join("\n");
}

function piece(part, facts, begun) {
  if (typeof part === "string") return part;
  const [text, ...numbers] = part;
  const kinds = [...new Set(numbers.map((number) => facts[number][0]))];
  const element = make("span", { class: `fact ${kinds[0]} ${kinds.slice(1).join(" ")}`.trim() }, text);
  element.dataset.facts = numbers.join(" ");
  // The keyboard stops at each fact once: where it begins.
  const fresh = numbers.filter((number) => !begun.has(number));
  if (fresh.length) {
    element.tabIndex = 0;
    element.setAttribute("aria-describedby", "tip");
    fresh.forEach((number) => begun.add(number));
  }
  return element;
}

function line([number, role, rule, score, isKept, reason, parts], facts, begun) {
  const [ar, en] = wordOf("role", role);
  const why = make("div", { class: "why" },
    make("b", {}, `${number} · ${ar} `, make("span", { lang: "en", dir: "ltr" }, en)),
    make("code", { dir: "ltr" }, rule), score === null ? "" : ` ${score.toFixed(2)}`);
  const words = make("p", { class: "words", dir: "auto" }, ...parts.map((part) => piece(part, facts, begun)));
  const text = make("div", {}, words);
  if (!isKept) {
    text.append(make("span", { class: "reason" }, "ليس من متن المقال · ",
      make("span", { lang: "en", dir: "ltr" }, `set aside: ${reason || rule}`)));
  }
  return make("li", { class: `${role} ${isKept ? "kept" : "removed"}` }, why, text);
}

function alike(likes) {
  if (likes.length === 0) return null;
  return make("ul", { class: "examples" }, ...likes.map(([kind, path, source, score]) =>
    make("li", {}, `${kind} ${score.toFixed(2)} · `, make("code", { dir: "ltr" }, path || ""), source ? ` · ${source}` : "")));
}

function head(article) {
  const rows = [
    ["الملف", "File", make("code", { dir: "ltr" }, article.path || article.file)],
    ["المعرّف", "Id", make("code", { dir: "ltr" }, article.id)],
    ["الناشر", "Publisher", article.source
      ? `${article.source}${article.source_en ? ` · ${article.source_en}` : ""} (${article.source_basis})`
      : "غير معروف · unknown"],
    ["تاريخ النشر", "Published", article.published
      ? `${article.published}${article.is_utc ? " UTC" : ""}، ${article.precision} (${article.published_basis}، ${article.published_score.toFixed(2)})`
      : "غير معروف · unknown"],
    ["الدليل", "Evidence", article.evidence],
    ["كلمات", "Words", whole.format(article.words || 0)],
    ["نسخ أخرى", "Copies", whole.format(article.copies)],
    ["يشبهه", "Alike", alike(article.likes)],
  ];
  const list = make("dl", { class: "facts-head" });
  for (const [ar, en, value] of rows) {
    if (value) list.append(make("dt", {}, ...both(ar, en)), make("dd", { dir: "auto" }, value));
  }
  return list;
}

function legend(facts) {
  const used = KINDS.filter((kind) => facts.some((fact) => fact[0] === kind));
  return make("ul", { class: "legend", "aria-label": "مفتاح الألوان · Legend" }, ...used.map((kind) => {
    const [ar, en] = wordOf("fact", kind);
    return make("li", {}, make("span", { class: `fact ${kind}` }, ar), " ", make("span", { lang: "en", dir: "ltr" }, en));
  }));
}

function factTable(facts) {
  const columns = [["النوع", "Kind"], ["كما كُتب", "Surface"], ["المعنى", "Meaning"], ["كيف يُعرف", "Basis"], ["الثقة", "Score"]];
  const rows = facts.map(([kind, surface, meaning, basis, score]) => make("tr", {},
    make("td", {}, wordOf("fact", kind)[0]),
    make("td", { dir: "auto" }, surface || ""),
    make("td", { dir: "auto" }, meaning || ""),
    make("td", { dir: "auto" }, basis || ""),
    make("td", { class: "number" }, score === null ? "" : score.toFixed(2))));
  return make("details", { class: "rows" }, make("summary", {}, ...both("كل ما أُخذ من المقال", "Everything taken from it")),
    make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "الحقائق · Facts" },
      make("table", {}, make("caption", {}, ...both("الحقائق", "Facts")),
        make("thead", {}, make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, ...both(...column))))),
        make("tbody", {}, ...rows))));
}

function explainInto(place, article) {
  const { facts } = article;
  const begun = new Set();
  place.replaceChildren(
    make("h2", { id: "explained-headline", dir: "auto", tabindex: "-1" }, article.headline || article.id),
    head(article), legend(facts),
    make("ol", { class: "lines" }, ...article.lines.map((each) => line(each, facts, begun))),
    factTable(facts));
  const lit = (event) => {
    const element = event.target.closest && event.target.closest("[data-facts]");
    if (!element) return tip.hide();
    const numbers = element.dataset.facts.split(" ");
    const box = element.getClientRects()[0];
    return tip.show(numbers.map((number) => factText(facts[number])).join("\n\n"), box.left + box.width / 2, box.top, box.bottom);
  };
  place.addEventListener("pointerover", lit);
  // After the browser has scrolled to what got the focus.
  place.addEventListener("focusin", (event) => requestAnimationFrame(() => lit(event)));
  place.addEventListener("pointerleave", () => tip.hide());
  place.addEventListener("focusout", () => tip.hide());
}
