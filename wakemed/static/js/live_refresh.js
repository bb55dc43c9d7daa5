// While it is looked at, a page of the desk asks every so often whether it has changed, and says so politely.
// Its requests carry a header: they are nobody's activity. Without this script the page stays as it was opened.

const HIDDEN_TOO_LONG = 5 * 60 * 1000; // ms; after that the page is too old to work from
const place = document.querySelector(".live-words");
const reload = place.querySelector("a");
const sentences = JSON.parse(place.dataset.sentences);
const { every, user, changed } = place.dataset;
let etag = "";
let timer = 0;
let hiddenSince = Date.now(); // a page may be opened out of sight
let isOver = false;

function say(said) {
  place.querySelector("span").textContent = said.join(" ");
  place.classList.toggle("live-words--shown", said.length > 0);
}

function stop(sentence) {
  isOver = true;
  clearTimeout(timer);
  reload.hidden = false;
  say([sentence]);
}

function ask(address) {
  const headers = { "X-Refresh": "1", ...(etag && { "If-None-Match": etag }) };
  return fetch(address, { headers, redirect: "manual", cache: "no-store" });
}

// The page of a request only learns that it is out of date: nothing on it moves, and nothing typed is touched.
async function askWhetherChanged() {
  const answer = await ask(changed);
  if (answer.status === 200) {
    stop((await answer.json()).sentence);
  } else if (answer.status !== 204) {
    stop(sentences.paused);
  }
}

async function askForNewPage() {
  const answer = await ask(window.location.href);
  if (answer.status === 304) {
    say([]);
    return;
  }
  const newPage = new DOMParser().parseFromString(await answer.text(), "text/html");
  // The session has ended, or someone else has signed in: nothing of theirs belongs here.
  if (answer.status !== 200 || newPage.querySelector(".live-words")?.dataset.user !== user) {
    stop(sentences.paused);
    return;
  }
  etag = answer.headers.get("ETag") ?? "";
  say(window.liveReport(newPage, sentences));
}

async function turn() {
  clearTimeout(timer);
  if (document.hidden) {
    return;
  }
  try {
    await (changed ? askWhetherChanged() : askForNewPage());
  } catch {
    stop(sentences.paused); // the server is away
  }
  if (!isOver) {
    timer = setTimeout(turn, every * 1000);
  }
}

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (document.hidden) {
    hiddenSince = Date.now();
  } else if (!isOver && Date.now() - hiddenSince > HIDDEN_TOO_LONG) {
    stop(sentences.paused);
  } else if (!isOver) {
    turn();
  }
});

reload.addEventListener("click", (event) => {
  const { FIELD, isFilledIn } = window.liveMerge;
  if ([...document.querySelectorAll(FIELD)].some(isFilledIn) && !window.confirm(sentences.typed)) {
    event.preventDefault();
  }
});

timer = setTimeout(turn, every * 1000);
