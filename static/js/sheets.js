// What a patient ticks and writes on a sheet. It stays in memory; only once they ask for it, in this browser's own
// storage. Nothing is ever sent. Without this module the sheets can still be filled in, and printed empty.

const MOST_LINES = 20;

function controls(sheet) {
  return [...sheet.querySelectorAll("input[type=checkbox]:not([data-remember]), textarea")];
}

function read(control) {
  return control.type === "checkbox" ? control.checked : control.value;
}

function write(control, value) {
  if (control.type === "checkbox") control.checked = value === true;
  else control.value = typeof value === "string" ? value : "";
  grow(control);
}

// For browsers that cannot size a field by its content.
function grow(control) {
  if (control.type === "checkbox" || CSS.supports("field-sizing", "content")) return;
  control.style.height = "auto";
  control.style.height = `${control.scrollHeight}px`;
}

function addLine(lines) {
  const count = lines.children.length;
  if (count >= MOST_LINES) return null;
  const line = lines.lastElementChild.cloneNode(true);
  line.setAttribute("aria-label", line.getAttribute("aria-label").replace(/\d+$/, count + 1));
  for (const label of line.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace(/-\d+-/, `-${count + 1}-`);
  for (const field of line.querySelectorAll("textarea")) {
    field.id = field.id.replace(/-\d+-/, `-${count + 1}-`);
    field.value = "";
  }
  lines.append(line);
  return line;
}

// A browser that keeps nothing throws on the mere mention of its storage.
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

class Store {
  constructor(name) {
    this.key = `sheet:${name}`;
    this.place = storage();
  }

  load() {
    try {
      const kept = JSON.parse(this.place.getItem(this.key));
      return kept !== null && typeof kept === "object" ? kept : null;
    } catch {
      return null;
    }
  }

  // False where there is no room.
  save(values) {
    try {
      this.place.setItem(this.key, JSON.stringify(values));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    this.place?.removeItem(this.key);
  }
}

function restore(sheet, values) {
  for (const lines of sheet.querySelectorAll("[data-lines]")) {
    const own = new RegExp(`^${lines.dataset.lines}-(\\d+)-`);
    const last = Math.max(0, ...Object.keys(values).map((id) => Number(own.exec(id)?.[1] ?? 0)));
    while (lines.children.length < last && addLine(lines));
  }
  for (const control of controls(sheet)) if (control.id in values) write(control, values[control.id]);
}

function keep(sheet) {
  const store = new Store(sheet.dataset.sheet);
  const remember = sheet.querySelector("[data-remember]");
  const message = sheet.querySelector("[data-message]");

  function save() {
    // What is remembered of a sheet for other pages stays.
    const values = store.load() ?? {};
    for (const control of controls(sheet)) {
      const value = read(control);
      if (value) values[control.id] = value;
      else delete values[control.id];
    }
    remember.checked = store.save(values);
    message.textContent = remember.checked
      ? "Remembered on this device."
      : "This browser cannot remember it. Print it before you close this page.";
  }

  function forget() {
    store.forget();
    message.textContent = "No longer remembered on this device.";
  }

  function clear() {
    if (!window.confirm("Clear everything that you ticked and wrote on this sheet?")) return;
    for (const control of controls(sheet)) write(control, "");
    remember.checked = false;
    store.forget();
    message.textContent = "The sheet is empty, and nothing of it is remembered.";
  }

  const kept = store.load();
  if (kept) {
    restore(sheet, kept);
    remember.checked = true;
  }
  sheet.addEventListener("input", (event) => {
    if (event.target === remember) return;
    grow(event.target);
    if (remember.checked) save();
  });
  remember.addEventListener("change", () => (remember.checked ? save() : forget()));
  sheet.querySelector("[data-clear]").addEventListener("click", clear);
  sheet.querySelector("[data-print]").addEventListener("click", () => window.print());
  for (const button of sheet.querySelectorAll("[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const lines = sheet.querySelector(`[data-lines="${button.dataset.add}"]`);
      addLine(lines)?.querySelector("textarea").focus();
      button.hidden = lines.children.length >= MOST_LINES;
    });
  }
  sheet.querySelector("[data-controls]").hidden = false;
  remember.closest(".choice").hidden = store.place === null;
}

for (const sheet of document.querySelectorAll("[data-sheet]")) keep(sheet);
