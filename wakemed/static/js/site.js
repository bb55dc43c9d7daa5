/* Makes the pages nicer; every one of them works without it. */
(() => {
  "use strict";

  // The summary has autofocus, and so has the help before it; browsers that don't know it on a div get the focus from here.
  document.querySelector("div[autofocus]")?.focus();

  // What the server takes off the ends: Python's idea of space, which is not JavaScript's.
  const SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
  const OUTER_SPACE = new RegExp(`^${SPACE}|${SPACE}$`, "g");

  // Characters left. Said aloud only once the typing has paused.
  for (const count of document.querySelectorAll("[data-count-for]")) {
    const area = document.getElementById(count.dataset.countFor);
    const spoken = document.createElement("p");
    spoken.className = "visually-hidden";
    spoken.setAttribute("aria-live", "polite");
    count.after(spoken);
    let timer;
    const show = () => {
      // Counted in composed code points, like the server: 👍 is one, é is one, a line break is one.
      const left = Number(count.dataset.max) - Array.from(area.value.normalize("NFC").replace(OUTER_SPACE, "")).length;
      const kind = (left < 0 ? "over" : "left") + (Math.abs(left) === 1 ? "One" : "");
      count.textContent = count.dataset[kind].replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
      count.classList.toggle("character-count--over", left < 0);
    };
    area.addEventListener("input", () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(() => { spoken.textContent = count.textContent; }, 1200);
    });
    show();
  }

  // A box that takes no more says so.
  for (const box of document.querySelectorAll("input[data-full]")) {
    const said = document.createElement("p");
    said.className = "field__hint";
    said.setAttribute("role", "status");
    (box.closest(".field") ?? box.parentElement).append(said);
    box.addEventListener("input", () => {
      said.textContent = box.value.length < box.maxLength ? "" : box.dataset.full;
    });
  }

  // One click, one request. The button stays enabled, so that its name and value are sent.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  // Back brings a page as it was left: let it be sent again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  });

  // On paper: the day of printing, whole addresses where the style sheet cannot make them, and all answers open.
  addEventListener("beforeprint", () => {
    const { lang, style } = document.documentElement;
    style.setProperty("--origin", JSON.stringify(location.origin));
    for (const day of document.querySelectorAll("[data-printed-on]")) {
      day.textContent = new Date().toLocaleDateString(lang, { dateStyle: "long" });
    }
    for (const answer of document.querySelectorAll("main details:not([open])")) {
      answer.open = answer.dataset.wasClosed = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const answer of document.querySelectorAll("[data-was-closed]")) {
      answer.open = false;
      delete answer.dataset.wasClosed;
    }
  });

  // Print buttons are of no use without a script, so they start hidden.
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
