// The page works without this: it only spares the copying of a file into the field.
const form = document.getElementById("check");
const field = document.getElementById("document");
const picker = document.getElementById("file");

const load = async (file) => {
  if (file === undefined) return;
  field.value = await file.text();
  form.requestSubmit();
};

picker?.addEventListener("change", () => load(picker.files[0]));
for (const kind of ["dragenter", "dragover"])
  form?.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
form?.addEventListener("dragleave", () => form.classList.remove("over"));
form?.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  load(event.dataTransfer.files[0]);
});
