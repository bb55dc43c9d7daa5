// A button in place of the hint how to print: without this script it could do nothing.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
  button.previousElementSibling.hidden = true;
}
