// Alt and a letter follow the link that shows it: to a part of the page and into its first field, or to another page.
// A link to a part that is folded unfolds it, however it was followed.

const FIELDS = "input:not([type=hidden]), select, textarea";

function unfold(part) {
  for (let each = part; each; each = each.parentElement) {
    if (each.matches("details")) {
      each.open = true;
    }
  }
}

// What Tab would reach too.
const isReachable = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility();

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    unfold(document.getElementById(link.hash.slice(1)));
  }
});

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
  const room = part?.matches(".desk-form__buttons") ? part : part?.closest(".module, form");
  const first = (what) => [...(room?.querySelectorAll(what) ?? [])].find(isReachable);
  (first(FIELDS) ?? first("button, summary") ?? part)?.focus({ preventScroll: true });
});
