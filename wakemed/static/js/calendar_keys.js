// The calendar: arrow keys lead from link to link of its table, and while it has the focus a letter alone turns the page.

const FIRST_FREE = "#free";
const table = document.querySelector(".calendar");
let links = [];
let stop = null;
const middle = (box) => box.top + box.height / 2;

// One stop for Tab; the arrow keys reach the rest.
function make(link) {
  stop = link;
  for (const other of links) {
    other.tabIndex = other === link ? 0 : -1;
  }
}

// The links of a column, from top to bottom; a column is known by where its cells begin.
function columns() {
  const byEdge = new Map();
  for (const link of links) {
    const edge = Math.round(link.closest("td, th").getBoundingClientRect().left);
    byEdge.set(edge, [...(byEdge.get(edge) ?? []), link]);
  }
  return [...byEdge].sort(([one], [other]) => one - other).map(([, column]) => column);
}

function beside(column, link) {
  const height = middle(link.getBoundingClientRect());
  const away = (other) => Math.abs(middle(other.getBoundingClientRect()) - height);
  return column?.reduce((best, other) => (away(other) < away(best) ? other : best));
}

function next(link, key) {
  const all = columns();
  const place = all.findIndex((column) => column.includes(link));
  const row = all[place].indexOf(link);
  return {
    ArrowUp: () => all[place][row - 1],
    ArrowDown: () => all[place][row + 1],
    ArrowLeft: () => beside(all[place - 1], link),
    ArrowRight: () => beside(all[place + 1], link),
  }[key]?.();
}

table?.addEventListener("focusin", (event) => links.includes(event.target) && make(event.target));

table?.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !links.includes(event.target)) {
    return;
  }
  const page = document.querySelector(`.calendar-bar [data-key="${CSS.escape(event.key)}"]`);
  if (page) {
    event.preventDefault();
    const address = new URL(page.href);
    address.hash = FIRST_FREE;
    window.location.assign(address);
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    next(event.target, event.key)?.focus();
  }
});

// The links that are there: once the page is, and whenever it has brought itself up to date.
function look() {
  links = table ? [...table.querySelectorAll("tbody a")] : [];
  const free = links.find((link) => link.closest(".block--free, .block--short"));
  make(links.includes(stop) ? stop : (free ?? links[0]));
}

look();
document.addEventListener("live:merged", look);
const scroller = document.querySelector(".calendar-scroll");
const now = document.getElementById("now");

// The table of today begins at the current hour. The browser goes to `#now`, too, and takes the page along.
function showNow() {
  const heading = table.tHead.getBoundingClientRect().height;
  scroller.scrollTop += now.getBoundingClientRect().top - scroller.getBoundingClientRect().top - heading;
  window.scrollTo(0, 0);
}

if (window.location.hash === FIRST_FREE) {
  stop?.focus();
} else if (now) {
  showNow();
  window.addEventListener("load", showNow);
}
