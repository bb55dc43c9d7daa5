// Brings the parts of a page up to date, keeps its place on the screen, and says in words what has changed.

const { isElement, isRow, mergeChildren, wordsOf } = window.liveMerge;

// What stays where it is on the screen: what has the focus or the pointer, or else the first row that is seen of a part
// that begins above the screen.
function anchorOf(parts) {
  const rows = (part) => [...part.querySelectorAll("tr, li, .block")];
  const focused = document.activeElement;
  if (parts.some((part) => part.contains(focused))) {
    return focused;
  }
  const pointed = parts.flatMap(rows).filter((row) => row.matches(":hover"));
  const scrolled = parts.filter((part) => part.getBoundingClientRect().top < 0).flatMap(rows);
  return pointed.pop() ?? scrolled.find((row) => row.getBoundingClientRect().top >= 0);
}

const countsOf = () => [...document.querySelectorAll("[data-live-count]")].map(wordsOf);

// Merges a newer copy of the page, marks the rows that changed, and returns the sentences that say so.
window.liveReport = (newPage, sentences) => {
  const parts = [...document.querySelectorAll("[data-live]")];
  const rows = { added: 0, changed: 0, gone: 0 };
  let isDifferent = false;
  const note = (name) => (node) => {
    isDifferent ||= isElement(node);
    if (isRow(node)) {
      rows[name] += 1;
    }
    if (isRow(node) || (isElement(node) && name === "gone")) {
      const cell = [...(node.cells ?? [])].find((each) => !each.matches(".action-checkbox"));
      for (const marked of [node, cell].filter(Boolean)) {
        marked.dataset.mark = sentences[`mark_${name}`];
      }
    }
  };
  const [anchor, counts] = [anchorOf(parts), countsOf()];
  const top = anchor?.getBoundingClientRect().top;
  document.querySelectorAll("[data-live] [data-mark]").forEach((marked) => delete marked.dataset.mark);
  for (const part of parts) {
    const newer = newPage.querySelector(`[data-live="${part.dataset.live}"]`) ?? document.createElement("div");
    mergeChildren(part, newer, { added: note("added"), changed: note("changed"), gone: note("gone") });
  }
  if (anchor?.isConnected) {
    window.scrollBy(0, anchor.getBoundingClientRect().top - top);
  }
  document.dispatchEvent(new Event("live:merged"));
  const said = Object.entries(rows)
    .filter(([, number]) => number)
    .map(([name, number]) => sentences[`${name}_${number === 1 ? "one" : "many"}`].replace("%", number));
  const newCounts = countsOf().filter((count) => !counts.includes(count));
  if (newCounts.length) {
    said.push(sentences.counts.replace("%", newCounts.join(", ")));
  }
  return said.length || !isDifferent ? said : [sentences.other].filter(Boolean);
};
