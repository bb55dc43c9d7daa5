/*
 * Suggestions under a text box: the combobox of the ARIA Authoring Practices, editable, with a list and manual
 * selection. Any text can be sent as typed; a line is chosen only after the patient moves to it.
 */
(() => {
  "use strict";

  const PAUSE = 150, SHORTEST = 2; // milliseconds; letters

  const complete = (box) => {
    const input = box.querySelector("input"), list = document.createElement("ul");
    let newest = 0, active = -1, pause;

    list.id = `${input.id}-suggestions`;
    list.className = "suggestions__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.tabIndex = -1; // it scrolls: Tab would stop in it, and lose its place when it closes
    list.setAttribute("aria-label", box.dataset.label);
    (box.closest(".search-box") ?? box).append(list); // under the button, which it must never cover
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);

    const goTo = (place) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = place;
      const option = list.children[active];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    };

    const close = () => {
      clearTimeout(pause);
      newest += 1;
      goTo(-1);
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    };

    const line = ({ label, detail, url }, place) => {
      const option = document.createElement("li"), name = document.createElement("span");
      option.id = `${list.id}-${place}`;
      option.className = "suggestions__option";
      option.dataset.url = url;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      name.className = "suggestions__label";
      name.textContent = label;
      option.append(name, " ", detail);
      return option;
    };

    // Only the newest answer counts. Without a connection there is no list, and nothing is said about it.
    const look = async () => {
      const text = input.value.trim(), mine = (newest += 1);
      let found = [];
      if (text.length >= SHORTEST) {
        try {
          const answer = await fetch(`${box.dataset.address}?${new URLSearchParams({ q: text })}`);
          if (answer.ok) found = (await answer.json()).suggestions;
        } catch {
          // No connection.
        }
      }
      if (mine !== newest) return;
      if (!found.length || document.activeElement !== input) {
        close();
        return;
      }
      goTo(-1);
      list.replaceChildren(...found.map(line));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };

    const step = async (by) => {
      if (list.hidden) await look();
      const count = list.hidden ? 0 : list.children.length;
      // One place more than there are lines: the text itself.
      if (count) goTo(((active + 1 + by + count + 1) % (count + 1)) - 1);
    };

    const keys = {
      ArrowDown: (event) => (event.altKey ? look() : step(1)),
      ArrowUp: (event) => (event.altKey ? close() : step(-1)),
      Escape: () => {
        if (!list.hidden) {
          close();
          return;
        }
        input.value = "";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      },
      Enter: () => location.assign(list.children[active].dataset.url),
    };

    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter" && active < 0) {
        close();
      } else if (keys[event.key]) {
        event.preventDefault();
        keys[event.key](event);
      } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
        goTo(-1); // back in the text
      }
    });
    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(look, PAUSE);
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the text keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
  };

  for (const box of document.querySelectorAll(".suggestions[data-address]")) complete(box);
})();
