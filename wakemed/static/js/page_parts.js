// Alt and a letter follow the link that shows it: to a part of the page and into its first field, or to another page.

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  // The key, not what it types: with Option, a Mac's A types “å”.
  const key = event.code.replace(/^Key/, "").toLowerCase();
  const link = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!link) {
    return;
  }
  event.preventDefault();
  link.click();
  const part = document.getElementById(link.hash.slice(1));
  const room = part?.closest(".module, form");
  const field = room?.querySelector("input:not([type=hidden]), select, textarea, button, summary");
  field?.focus({ preventScroll: true });
});
