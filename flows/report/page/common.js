// What the other scripts share: elements made of text only, and the tooltip.
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const whole = new Intl.NumberFormat("en");

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function both(ar, en) {
  return [make("span", { lang: "ar" }, ar), " ", make("span", { lang: "en", dir: "ltr" }, en)];
}

const tip = {
  element: byId("tip"),
  show(text, left, top, bottom) {
    this.element.textContent = text;
    this.element.hidden = false;
    const host = document.querySelector("dialog[open]") || document.body;
    if (this.element.parentNode !== host) host.append(this.element);
    const origin = host === document.body
      ? { left: -scrollX, top: -scrollY }
      : { left: host.getBoundingClientRect().left - host.scrollLeft, top: host.getBoundingClientRect().top - host.scrollTop };
    const width = this.element.offsetWidth;
    const x = Math.min(Math.max(8, left - width / 2), innerWidth - width - 8);
    this.element.style.left = `${x - origin.left}px`;
    // Below what it tells of, or above where there is no room below.
    const height = this.element.offsetHeight;
    const y = bottom + 8 + height > innerHeight && top > height + 8 ? top - 8 - height : bottom + 8;
    this.element.style.top = `${y - origin.top}px`;
  },
  hide() { this.element.hidden = true; },
};
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !tip.element.hidden) {
    tip.hide();
    event.preventDefault();
  }
});
