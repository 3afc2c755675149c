"use strict";
const search = document.getElementById("search");
const warnings = document.getElementById("warnings");
const expand = document.getElementById("expand");
const found = document.getElementById("found");
const resources = [...document.querySelectorAll(".resource")].map((row) => ({ row, text: row.textContent.toLowerCase() }));

function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  let count = 0;
  for (const { row, text } of resources) {
    row.hidden = !words.every((word) => text.includes(word)) || (warnings.checked && row.dataset.warnings === "0");
    if (!row.hidden) count++;
  }
  for (const section of document.querySelectorAll("section")) section.hidden = !section.querySelector(".resource:not([hidden])");
  found.textContent = count === resources.length ? "" : count === 0 ? "Nothing matches." : `${count} of ${resources.length}`;
}

function toggleAll() {
  const open = expand.textContent === "Expand all";
  for (const { row } of resources) row.open = open;
  expand.textContent = open ? "Collapse all" : "Expand all";
}

search.addEventListener("input", filter);
warnings.addEventListener("change", filter);
expand.addEventListener("click", toggleAll);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target === search) return;
  event.preventDefault();
  search.focus();
});
