"use strict";
const search = document.getElementById("search");
const show = document.getElementById("show");
const expand = document.getElementById("expand");
const found = document.getElementById("found");
const rows = [...document.querySelectorAll(".resource")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
const sections = document.querySelectorAll(".table");

// The part of the address after # has the anchor of a row or group, if any, and the filters: #r3&q=python&show=warnings
function readAddress() {
  const [, anchor, rest] = /^#?([rg]\d+)?&?(.*)$/s.exec(location.hash);
  const filters = new URLSearchParams(rest);
  return { anchor, q: filters.get("q") ?? "", show: filters.get("show") ?? "" };
}

function writeAddress(anchor) {
  const filters = new URLSearchParams();
  if (search.value) filters.set("q", search.value);
  if (show.value) filters.set("show", show.value);
  history.replaceState(null, "", "#" + [anchor, `${filters}`].filter(Boolean).join("&"));
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  let count = 0;
  for (const { row, text } of rows) {
    row.hidden = !words.every((word) => text.includes(word)) || (show.value !== "" && !row.dataset.show.split(" ").includes(show.value));
    if (!row.hidden) count++;
  }
  for (const section of sections) section.hidden = !section.querySelector(".resource:not([hidden])");
  found.textContent = count === rows.length ? "" : count === 0 ? "Nothing matches." : `${count} of ${rows.length}`;
}

function change() {
  filter();
  writeAddress();
}

// Applies the address: of a shared link, of a link in the page, or after "back".
function follow() {
  const address = readAddress();
  const target = address.anchor && document.getElementById(address.anchor);
  const hasFilters = /[&#](q|show)=/.test(location.hash);
  if (hasFilters || !target) {
    search.value = address.q;
    show.value = [...show.options].some((option) => option.value === address.show) ? address.show : "";
  }
  filter();
  if (!target) return;
  if (target.hidden || target.closest("[hidden]")) {
    search.value = show.value = "";
    filter();
  }
  const isRow = target.matches("details");
  if (isRow) target.open = true;
  (isRow ? target.querySelector("summary") : target).focus({ preventScroll: true });
  target.scrollIntoView();
  writeAddress(address.anchor);
}

function toggleAll() {
  const open = expand.textContent === "Expand all";
  for (const { row } of rows) row.open = open;
  expand.textContent = open ? "Collapse all" : "Expand all";
}

function move(step) {
  const visible = rows.filter(({ row }) => !row.hidden).map(({ row }) => row);
  const current = visible.indexOf(document.activeElement.closest(".resource"));
  const next = visible[current < 0 ? (step > 0 ? 0 : visible.length - 1) : current + step];
  next?.querySelector("summary").focus();
  next?.scrollIntoView({ block: "nearest" });
}

const keys = { "/": () => search.focus(), j: () => move(1), k: () => move(-1), e: toggleAll };

search.addEventListener("input", change);
show.addEventListener("change", change);
expand.addEventListener("click", toggleAll);
addEventListener("hashchange", follow);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    search.value = show.value = "";
    search.blur();
    change();
  } else if (event.key in keys && event.target !== search && event.target !== show) {
    event.preventDefault();
    keys[event.key]();
  }
});
follow();
addEventListener("load", () => setTimeout(follow)); // The browser itself moves the focus when it has loaded an address with an anchor.
