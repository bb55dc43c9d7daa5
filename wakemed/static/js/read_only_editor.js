/* What is locked in the CMS can be read with the keyboard, and nothing in it changes. Wagtail keeps out the mouse alone. */
(() => {
  "use strict";

  const close = (part) => {
    for (const field of part.querySelectorAll("input, textarea")) field.readOnly = true;
    for (const field of part.querySelectorAll('[contenteditable="true"]')) {
      field.contentEditable = "false";
      field.setAttribute("aria-readonly", "true");
    }
  };
  const isSwitch = (element) => element.matches("select, button, [type=checkbox], [type=radio]");

  if (!document.body.classList.contains("content-locked")) return;
  for (const part of document.querySelectorAll("form .w-panel__content")) {
    close(part);
    // Scripts put blocks and rich text there later.
    new MutationObserver(() => close(part)).observe(part, { childList: true, subtree: true });
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Tab" && isSwitch(event.target)) event.preventDefault();
    });
  }
})();
