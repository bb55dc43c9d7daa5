/* Find a doctor: the list changes with what is typed and ticked. Without this file the form sends itself. */
(() => {
  "use strict";

  const form = document.getElementById("find");
  if (!form || !window.htmx) return;

  const PAUSE = 300, REST = 1500, LATE = 4000, BEFORE_SPEAKING = 700; // milliseconds
  const { q, zip, within } = form.elements;
  const trouble = document.getElementById("trouble"), said = document.getElementById("said");

  // Empty and default values stay out of the address, whether htmx, the browser or this script reads the form.
  form.addEventListener("formdata", ({ formData }) => {
    for (const control of [q, zip]) {
      formData.set(control.name, control.value.trim());
      if (!control.value.trim()) formData.delete(control.name);
    }
    for (const control of [within, form.elements.sort]) {
      if (control?.value === control?.dataset.usual) formData.delete(control?.name);
    }
    if (!formData.has("zip")) formData.delete("within");
  });

  const query = () => new URLSearchParams(new FormData(form)).toString();
  let shown = query(), asked = shown; // what the list answers, and what was asked for last
  let how = "", written = ""; // what asked last, and what wrote the last line of the browser's history
  let opened = null; // an address that a link or Back asked for
  let helping = Boolean(document.querySelector("#help-first #results")); // what comes before any doctor is there
  let rested = false; // nothing has been typed for a while: an answer that finds nothing is shown
  let pause, late, speaking;

  const ask = (by) => {
    clearTimeout(pause);
    const words = query();
    if (words === asked) return;
    [asked, how, opened] = [words, by, null];
    htmx.trigger(form, "ask");
  };

  const askSoon = () => {
    clearTimeout(pause);
    rested = false;
    pause = setTimeout(ask, PAUSE, "typing");
  };

  const askAgain = () => {
    [asked, rested] = [null, true];
    ask("typing");
  };

  // An address of the list: its answer replaces the list, and then the form says what the address says.
  const open = (address, options) => {
    clearTimeout(pause);
    [asked, how, opened] = [null, "link", address];
    const place = { source: "#found", target: "#found", swap: "outerHTML" };
    return htmx.ajax("GET", address, { ...place, ...options }).catch(() => {});
  };

  const goToResults = () => {
    const heading = document.getElementById("results-heading");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };

  q.addEventListener("input", askSoon);
  zip.addEventListener("input", () => /^\s*(\d{5}(-\d{4})?)?\s*$/.test(zip.value) && askSoon());
  document.addEventListener("change", ({ target }) => {
    if (target.form === form && target !== q) ask("choice");
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(pause);
    if (query() !== shown) return;
    event.preventDefault();
    if (!matchMedia("(min-width: 56.25em)").matches) document.getElementById("filters").open = false;
    goToResults();
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.('.directory a[href^="?"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = link.pathname + link.search;
    await open(address, { push: "true" });
    if (shown === asked) goToResults();
  });

  // Back and Forward ask the server again, for the list only.
  let here = location.search;
  addEventListener("popstate", () => {
    written = "";
    if (location.search !== here || query() !== shown) open(location.pathname + location.search);
    here = location.search;
  });

  const listen = (name, listener) => document.body.addEventListener(`htmx:${name}`, listener);
  listen("historyCacheMiss", (event) => event.preventDefault());

  // Typing leaves one line in the history, not one for every pause.
  listen("beforeOnLoad", () => {
    const again = how === "typing" && written === "typing";
    form.setAttribute("hx-push-url", !again);
    form.setAttribute("hx-replace-url", again);
  });
  for (const name of ["pushedIntoHistory", "replacedInHistory"]) {
    listen(name, () => {
      written = how;
      here = location.search;
      // htmx would keep the words for as long as the tab is open.
      try {
        sessionStorage.removeItem("htmx-current-path-for-history");
      } catch {
        // Nothing can be kept.
      }
    });
  }

  // A word that nothing fits may be half of one: the list stays until the typing rests.
  listen("beforeSwap", (event) => {
    const { target, xhr } = event.detail;
    if (how !== "typing" || rested || target.id !== "found" || !xhr.responseText.includes(" data-unfinished")) return;
    event.detail.shouldSwap = false;
    pause = setTimeout(askAgain, REST);
  });

  // What the patient has opened stays open, and after a tick every line stays where it was.
  listen("oobBeforeSwap", ({ detail: { target, fragment } }) => {
    if (target.id !== "facets") return;
    for (const part of target.querySelectorAll("details")) {
      const fresh = fragment.querySelector(`#${CSS.escape(part.id)}`);
      if (fresh) fresh.open = part.open;
    }
    if (how !== "choice") return;
    const places = new Map([...target.querySelectorAll("li")].map((line, place) => [line.id, place]));
    const place = (line) => places.get(line.id) ?? places.size;
    for (const facet of fragment.querySelectorAll("[data-facet]")) {
      const [first, rest] = facet.querySelectorAll("ul");
      const room = first.children.length;
      const lines = [...facet.querySelectorAll("li")].sort((one, other) => place(one) - place(other));
      first.append(...lines.slice(0, room));
      rest?.append(...lines.slice(room));
    }
  });

  listen("beforeRequest", () => {
    clearTimeout(speaking);
    said.textContent = "";
    late = setTimeout(() => { trouble.textContent = trouble.dataset.late; }, LATE);
  });
  listen("afterRequest", () => clearTimeout(late));
  for (const name of ["sendError", "timeout", "responseError", "swapError"]) {
    listen(name, () => {
      asked = null;
      trouble.textContent = trouble.dataset.failed;
    });
  }
  listen("afterSwap", ({ target }) => {
    if (target.id !== "found") return;
    const inDanger = Boolean(document.querySelector("#help-first #results"));
    if (inDanger && !helping) document.getElementById("help-first").scrollIntoView();
    helping = inDanger;
    if (opened !== null) {
      const parameters = new URL(opened, location).searchParams;
      for (const control of [q, zip, within]) {
        control.value = parameters.get(control.name) ?? control.dataset.usual ?? "";
      }
      [asked, opened] = [query(), null];
    }
    shown = asked;
    trouble.textContent = "";
    // Said once it has come to rest.
    speaking = setTimeout(() => {
      said.lang = target.dataset.saidLang ?? document.documentElement.lang;
      said.textContent = target.dataset.said;
    }, BEFORE_SPEAKING);
  });
})();
