// Names for what the stock admin leaves without one. The boxes in which staff search for related
// records (select2 4.0) take the name of their field, as soon as they are drawn.

function nameOf(select) {
  return select?.labels?.[0]?.textContent.replace(/:\s*$/, "").trim();
}

function nameBox(container) {
  const select = container.previousElementSibling;
  const label = select?.labels?.[0];
  const box = container.querySelector(".select2-selection");
  if (!label || !box) return;
  label.id ||= `${select.id}_label`;
  const chosen = box.querySelector("[role=textbox]");
  chosen?.setAttribute("aria-labelledby", label.id);
  box.setAttribute("aria-labelledby", chosen ? `${label.id} ${chosen.id}` : label.id);
  box.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(select));
}

function nameSearch(field) {
  const id = field.getAttribute("aria-controls")?.replace(/^select2-(.*)-results$/, "$1");
  const name = nameOf(document.getElementById(id));
  if (name) field.setAttribute("aria-label", `Search: ${name}`);
}

for (const heading of document.querySelectorAll("th.original:empty")) {
  const name = document.createElement("span");
  name.className = "visually-hidden";
  name.textContent = "Saved row";
  heading.append(name);
}

new MutationObserver(() => {
  document.querySelectorAll(".select2.select2-container").forEach(nameBox);
  document.querySelectorAll(".select2-dropdown .select2-search__field:not([aria-label])").forEach(nameSearch);
  document.querySelectorAll("ul > .select2-selection__clear").forEach((clear) => clear.setAttribute("role", "listitem"));
  document.querySelectorAll(".search-label-icon:not([role])").forEach((icon) => icon.setAttribute("role", "img"));
}).observe(document.body, { childList: true, subtree: true });
