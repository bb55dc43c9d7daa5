// “Use” puts the chosen template into its field at once. Without this script the server does it, on a fresh page.

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fills]");
  const field = button && document.getElementById(button.dataset.fills);
  if (!field) {
    return;
  }
  event.preventDefault();
  const select = button.form.elements.template;
  if (!select.value) {
    select.setCustomValidity(button.dataset.choose);
    select.reportValidity();
    return;
  }
  const { text } = select.selectedOptions[0].dataset;
  const typed = field.value.trimEnd();
  field.value = typed ? `${typed}\n\n${text}` : text; // nothing typed is replaced
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  select.value = "";
});

document.addEventListener("change", (event) => event.target.setCustomValidity?.(""));
