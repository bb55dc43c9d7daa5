// “3 of 25 selected” counts the rows that are there now. Django's own script remembers those the page began with.

function recount() {
  const boxes = [...document.querySelectorAll("#result_list .action-select")];
  const counter = document.querySelector(".action-counter");
  const chosen = boxes.filter((box) => box.checked).length;
  if (counter) {
    const words = window.ngettext("%(sel)s of %(cnt)s selected", "%(sel)s of %(cnt)s selected", chosen);
    counter.textContent = window.interpolate(words, { sel: chosen, cnt: boxes.length }, true);
  }
}

document.addEventListener("click", ({ target }) => {
  if (target.id === "action-toggle") {
    for (const box of document.querySelectorAll("#result_list .action-select")) {
      box.checked = target.checked;
      box.closest("tr").classList.toggle("selected", box.checked);
    }
    recount();
  }
});
document.addEventListener("change", ({ target }) => target.matches(".action-select") && recount());
document.addEventListener("live:merged", recount);
