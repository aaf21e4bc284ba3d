// What markdownx's own script lacks or gets wrong, for every Markdown field of the admin.
// Listeners sit on the document in the capture phase, so that they come before markdownx's.

const EDITOR = ".markdownx-editor";
const editorOf = (event) => (event.target.closest ? event.target.closest(EDITOR) : null);
const partOf = (editor, part) => editor.closest(".md-editor").querySelector(`.md-editor__${part}`);

function say(editor, sentence) {
  partOf(editor, "message").textContent = sentence;
}

// Tab must leave the field (WCAG 2.1.2), and markdownx's shortcuts change lines other than the cursor's.
document.addEventListener("keydown", (event) => {
  const shortcut = (event.ctrlKey || event.metaKey) && ["d", "[", "]"].includes(event.key);
  if (editorOf(event) && (event.key === "Tab" || shortcut)) event.stopPropagation();
}, true);

async function upload(editor, picture) {
  say(editor, "");
  const form = new FormData();
  form.append("csrfmiddlewaretoken", editor.form.elements.csrfmiddlewaretoken.value);
  form.append("image", picture);
  let answer = {};
  try {
    const response = await fetch(editor.dataset.markdownxUploadUrlsPath, { method: "POST", body: form });
    answer = await response.json();
  } catch {
    answer.error = "The picture could not be sent. You may have been signed out: keep a copy of your text, then reload the page.";
  }
  if (answer.image_code) insert(editor, answer.image_code);
  else say(editor, answer.error);
}

function insert(editor, code) {
  const start = editor.selectionStart;
  editor.setRangeText(code, start, editor.selectionEnd, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
  editor.focus();
  // The description is what must be typed next.
  editor.setSelectionRange(start + 2, start + code.indexOf("]("));
}

async function uploadAll(editor, files) {
  for (const file of files) await upload(editor, file);
}

document.addEventListener("paste", (event) => {
  const editor = editorOf(event);
  if (!editor || !event.clipboardData.files.length) return;
  event.stopPropagation();
  // A copied table or paragraph brings a picture of itself along; its text is what is wanted.
  if (event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  uploadAll(editor, [...event.clipboardData.files]);
}, true);

document.addEventListener("drop", (event) => {
  const editor = editorOf(event);
  if (!event.dataTransfer.files.length) {
    event.stopPropagation();
  } else if (editor) {
    event.preventDefault();
    event.stopPropagation();
    uploadAll(editor, [...event.dataTransfer.files]);
  }
}, true);

// markdownx forbids every drop on the page; dragged text belongs to the browser.
for (const type of ["dragenter", "dragover", "dragleave"]) {
  document.addEventListener(type, (event) => {
    if (!event.dataTransfer.types.includes("Files")) event.stopPropagation();
  }, true);
}

// An error page instead of a preview means that the sign-in has run out.
document.addEventListener("markdownx.update", (event) => {
  if (!/^\s*<!doctype/i.test(event.detail[0])) return;
  const preview = event.target.querySelector(".markdownx-preview");
  preview.textContent = "There is no preview now. You may have been signed out: keep a copy of your text, then reload the page.";
}, true);

// A link in a preview must not carry an unsaved form away.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".markdownx-preview a");
  if (!link) return;
  event.preventDefault();
  if (!link.getAttribute("href")?.startsWith("#")) window.open(link.href, "_blank", "noopener");
});

for (const tools of document.querySelectorAll(".md-editor__tools")) {
  const editor = tools.closest(".md-editor").querySelector(EDITOR);
  const file = tools.querySelector(".md-editor__file");
  tools.hidden = false;
  tools.querySelector(".md-editor__choose").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    await uploadAll(editor, [...file.files]);
    file.value = "";
  });
}
