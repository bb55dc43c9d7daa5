/* The tab “Promote” of the page editor: the line in search results, while its words are typed. */
(() => {
  "use strict";

  const typed = (name) => document.getElementById(`id_${name}`)?.value.trim().replace(/\s+/g, " ") ?? "";

  // As a search engine does: whole words, then an ellipsis.
  const cut = (text, most) => {
    if (Array.from(text).length <= most) return text;
    const start = Array.from(text).slice(0, most).join("");
    return `${start.slice(0, start.lastIndexOf(" ") > 0 ? start.lastIndexOf(" ") : most)} …`;
  };

  const show = (panel) => {
    const { siteName, above, titleShown, descriptionShown, fits, cut: isCut, empty } = panel.dataset;
    const title = `${typed("seo_title") || typed("title")} - ${siteName}`;
    const description = typed("search_description") || typed("summary");
    const say = (name, text, most) => {
      const length = Array.from(text).length;
      panel.querySelector(`[data-shown="${name}"]`).textContent = cut(text, most);
      const words = length === 0 ? empty : length > most ? isCut : fits;
      const line = words.replace("{n}", length).replace("{most}", most);
      const count = panel.querySelector(`[data-count="${name}"]`);
      if (count.textContent !== line) count.textContent = line;
    };
    say("title", title, Number(titleShown));
    say("description", description, Number(descriptionShown));
    panel.querySelector('[data-shown="address"]').textContent = `${above}${typed("slug") ? `${typed("slug")}/` : ""}`;
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const panel of document.querySelectorAll("[data-search-result]")) {
      document.addEventListener("input", () => show(panel));
      document.addEventListener("change", () => show(panel));
      show(panel);
    }
  });
})();
