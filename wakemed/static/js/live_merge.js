// Puts a newer copy of a part of the page in place of the part, without touching what someone is in the middle of.
// What both have stays the same element: scrolling, focus, selection, open parts and typed text stay with it.

const FIELD = "input:not([type=hidden]), select, textarea";
const ROW = "[data-live-rows] tbody tr";
const KEPT = new Set(["open", "tabindex", "data-mark"]); // set by people and scripts

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const isRow = (node) => isElement(node) && node.matches(ROW);

// What makes an element the same one in the newer copy: its own key, or where it or its first link leads.
function keyOf(node) {
  if (!isElement(node)) {
    return null;
  }
  const own = node.dataset.liveKey || node.id || (node.matches("a[href]") && node.getAttribute("href"));
  return own || (node.matches("tr, li") && node.querySelector("a[href]")?.getAttribute("href")) || null;
}

function isFilledIn(field) {
  if (field.matches("[type=checkbox], [type=radio]")) {
    return field.checked !== field.defaultChecked;
  }
  if (field.matches("select")) {
    return [...field.options].some((option) => option.selected && !option.defaultSelected && option.index > 0);
  }
  return field.value !== field.defaultValue;
}

// Someone is in the middle of it: it has the focus, something ticked or typed, or selected text.
function isBusy(node) {
  if (!isElement(node)) {
    return false;
  }
  const focused = document.activeElement;
  const selection = document.getSelection();
  return (
    (focused !== document.body && node.contains(focused)) ||
    (!selection.isCollapsed && selection.containsNode(node, true)) ||
    [node, ...node.querySelectorAll(FIELD)].some((each) => each.matches(FIELD) && isFilledIn(each))
  );
}

// The words that people read, without what changes by the clock alone.
function wordsOf(node) {
  const copy = node.cloneNode(true);
  copy.querySelectorAll("[data-live-quiet]").forEach((quiet) => quiet.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function mergeAttributes(node, newer) {
  for (const { name } of [...node.attributes]) {
    if (!newer.hasAttribute(name) && !KEPT.has(name)) {
      node.removeAttribute(name);
    }
  }
  for (const { name, value } of newer.attributes) {
    if (node.getAttribute(name) !== value && !KEPT.has(name)) {
      node.setAttribute(name, value);
    }
  }
}

function mergeNode(node, newer, report) {
  if (node.isEqualNode(newer)) {
    return;
  }
  if (wordsOf(node) !== wordsOf(newer)) {
    report.changed(node);
  }
  if (!(isRow(node) && isBusy(node))) {
    mergeAttributes(node, newer);
    mergeChildren(node, newer, report);
  }
}

function mergeChildren(parent, newerParent, report) {
  const keyed = new Map([...parent.childNodes].filter(keyOf).map((node) => [keyOf(node), node]));
  const newerKeys = new Set([...newerParent.childNodes].map(keyOf));
  const done = new Set();
  let place = parent.firstChild;
  for (const newer of newerParent.childNodes) {
    // What goes stays where it is until the end: it may be busy.
    while (place && (done.has(place) || !newerKeys.has(keyOf(place)))) {
      place = place.nextSibling;
    }
    const key = keyOf(newer);
    let node = key ? keyed.get(key) : place && !keyOf(place) && place;
    if (!node || done.has(node) || node.nodeName !== newer.nodeName) {
      node = parent.insertBefore(document.importNode(newer, true), place);
      report.added(node);
    } else if (isElement(node)) {
      mergeNode(node, newer, report);
      if (node !== place && !isBusy(node)) {
        parent.insertBefore(node, place); // moving what is busy would take the focus away
      }
    } else if (node.data !== newer.data) {
      node.data = newer.data;
    }
    done.add(node);
  }
  for (const node of [...parent.childNodes].filter((each) => !done.has(each))) {
    report.gone(node);
    if (!isBusy(node)) {
      node.remove();
    }
  }
}

window.liveMerge = { FIELD, isElement, isFilledIn, isRow, mergeChildren, wordsOf };
