/* Notices: one that was hidden stays hidden on this device until its words change; an emergency is said aloud. */
(() => {
  "use strict";

  // Strict settings refuse storage with an exception. Then nothing can be hidden, and no button offers it.
  const opened = (name) => {
    try {
      const storage = window[name];
      storage.setItem("notice-probe", "");
      storage.removeItem("notice-probe");
      return storage;
    } catch {
      return null;
    }
  };
  const isKnown = (storage, { dataset }) => storage?.getItem(dataset.notice) === dataset.version;
  const remember = (storage, { dataset }) => storage?.setItem(dataset.notice, dataset.version);

  // Known by the number of the notice and of its version: nothing in it tells one reader from another.
  const hidden = opened("localStorage");
  if (hidden) {
    customElements.define("notice-box", class extends HTMLElement {
      connectedCallback() {
        this.hidden = isKnown(hidden, this);
        this.addEventListener("click", (event) => { if (event.target.closest("button")) this.hide(); });
      }

      hide() {
        const boxes = [...document.querySelectorAll("notice-box:not([hidden])")];
        const place = boxes.indexOf(this);
        const next = (boxes[place + 1] ?? boxes[place - 1])?.querySelector("button");
        remember(hidden, this);
        this.hidden = true;
        (next ?? document.getElementById("main")).focus({ preventScroll: true });
        // After the focus, or its own words would drown these.
        const said = document.querySelector("[data-notice-hidden]");
        said.textContent = "";
        setTimeout(() => { said.textContent = said.dataset.noticeHidden; }, 300);
      }
    });
  }

  // An alert speaks when its text changes. Once in a tab is enough: someone may be in the middle of a form.
  const announce = () => {
    const alert = document.querySelector("[data-announce]");
    const told = opened("sessionStorage");
    const news = alert ? [...alert.parentElement.querySelectorAll(".notice")].filter((one) => !isKnown(told, one)) : [];
    if (!news.length) return;
    setTimeout(() => {
      alert.textContent = news.map((one) => one.textContent.trim().replace(/\s+/g, " ")).join(" ");
      for (const one of news) remember(told, one);
    }, 500);
    // The notice itself stays: nobody should meet its words twice.
    setTimeout(() => { alert.textContent = ""; }, 10_000);
  };
  addEventListener("DOMContentLoaded", () => {
    if (!document.hidden) announce();
    else document.addEventListener("visibilitychange", announce, { once: true });
  });
})();
