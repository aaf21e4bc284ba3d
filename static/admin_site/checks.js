// Asks the server what the checks say of the form as it stands, a moment after each pause in typing.
const panel = document.querySelector("[data-check-url]");
const form = panel?.closest("form") ?? document.querySelector("#content-main form");
const PAUSE = 1000;
let waiting;
let asked = 0;

async function ask() {
  const number = ++asked;
  const open = panel.querySelector("details")?.open;
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  const answer = await fetch(panel.dataset.checkUrl, { method: "POST", body, headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (number !== asked) return;
  if (!answer?.ok) {
    panel.textContent = "The checks cannot be asked just now. They run again when you publish.";
    return;
  }
  panel.innerHTML = await answer.text();
  const details = panel.querySelector("details");
  if (open && details) details.open = true;
}

if (panel && form) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  ask();
}
