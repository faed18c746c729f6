// The pages work without this: it spares clicks, shows the verdict while fields are filled, and copies texts.
const form = document.getElementById("check");
const drop = document.getElementById("drop");
const picker = document.getElementById("file");

/** Milliseconds of rest after which what was typed is checked. */
const REST = 700;

/** What decides which fields the procedure needs. */
const DECIDES = new Set(["/procedure", "/stage", "/category", "/launchedOn", "/sector"]);

/** Sends the form as it stands and answers with the page that comes back. */
const ask = async (todo) => {
  const body = new URLSearchParams(new FormData(form));
  if (todo !== null) body.set("do", todo);
  const response = await fetch("/", { method: "POST", body, headers: { accept: "text/html" } });
  return new DOMParser().parseFromString(await response.text(), "text/html");
};

const swap = (page, id) => {
  const fresh = page.getElementById(id);
  const old = document.getElementById(id);
  if (fresh === null || old === null) return;
  const focused = document.activeElement?.id;
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
};

let waiting;
let asked = 0;
const soon = (isDeciding) => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    asked += 1;
    const turn = asked;
    try {
      if (isDeciding) {
        const page = await ask("fields");
        if (turn === asked) swap(page, "fields");
      }
      if (document.getElementById("live") !== null) {
        const page = await ask(null);
        if (turn === asked) swap(page, "live");
      }
    } catch {
      // Offline for a moment: the button still sends the form.
    }
  }, REST);
};

form?.addEventListener("input", ({ target }) => {
  if (target.name !== "json") soon(false);
});
form?.addEventListener("change", ({ target }) => {
  if (DECIDES.has(target.name)) soon(true);
});

picker?.addEventListener("change", () => picker.files.length > 0 && drop?.requestSubmit());
for (const kind of ["dragenter", "dragover"])
  drop?.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
drop?.addEventListener("dragleave", () => drop.classList.remove("over"));
drop?.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  picker.files = event.dataTransfer.files;
  drop.requestSubmit();
});

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", () =>
    navigator.clipboard.writeText(button.previousElementSibling.textContent),
  );
}
