/* The question pages of the appointment request: what is typed is kept, and the end of its time is announced. */
(() => {
  "use strict";

  const question = document.getElementById("question");
  const keepAddress = question?.dataset.keep;
  const PAUSE = 800, LONGEST_PAUSE = 60000, PATIENCE = 15000; // milliseconds
  const KEEPALIVE = 60000; // bytes: browsers take no more than 64 kB behind a closed tab

  const typed = () => new URLSearchParams(new FormData(question)).toString();
  let kept = keepAddress && typed();
  let underway = null, timer, pause = PAUSE, leaving = false;

  // Keep what was typed and not sent. One at a time; in silence, because on one bar of signal it often fails.
  const keep = async () => {
    clearTimeout(timer);
    const words = typed();
    if (leaving || underway || words === kept) return;
    const mine = underway = { words, abort: new AbortController() };
    const patience = setTimeout(() => mine.abort.abort(), PATIENCE);
    try {
      const { status } = await fetch(keepAddress, {
        method: "POST",
        body: new URLSearchParams(words),
        keepalive: words.length < KEEPALIVE,
        signal: mine.abort.signal,
      });
      // What is refused (409: sent or erased in the meantime) would be refused again.
      if (status < 500) [kept, pause] = [words, PAUSE];
    } catch {
      // No connection.
    }
    clearTimeout(patience);
    if (underway !== mine) return;
    underway = null;
    if (typed() === kept) return;
    if (words !== kept) pause = Math.min(2 * pause, LONGEST_PAUSE);
    timer = setTimeout(keep, pause);
  };

  if (keepAddress) {
    const later = () => {
      leaving = false;
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };
    const stop = () => {
      clearTimeout(timer);
      underway?.abort.abort();
      underway = null;
    };
    // The page may be gone in a moment: the newest words do not wait for older ones.
    const atOnce = () => {
      if (underway?.words === typed()) return;
      stop();
      keep();
    };
    question.addEventListener("input", later);
    question.addEventListener("change", later);
    document.addEventListener("visibilitychange", () => document.hidden && atOnce());
    addEventListener("pagehide", atOnce);
    addEventListener("online", keep);
    // The form itself brings all of it now; older words must not arrive after it.
    question.addEventListener("submit", () => {
      leaving = true;
      stop();
    });
    addEventListener("pageshow", () => { leaving = false; });
  }

  const dialog = document.getElementById("time-limit");
  if (!dialog?.showModal) return;

  const WARNING = 120, MARKS = [120, 60, 20]; // seconds
  const line = document.getElementById("kept-until");
  const moreTime = document.querySelector("[data-extend]");
  const button = dialog.querySelector("button");
  const words = document.getElementById("time-limit-words");
  const clock = dialog.querySelector(".time-limit__clock");
  const troubles = document.querySelectorAll(".time-limit__trouble");
  let end, spoken, asking = false;

  // Compared with the clock and not counted: a laptop that slept knows at once how late it is.
  const left = () => Math.ceil((end - Date.now()) / 1000);

  const begin = (seconds) => {
    end = Date.now() + seconds * 1000;
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
    line.querySelector("[data-time]").textContent = time.format(end);
    if (seconds > WARNING) {
      spoken = null;
      dialog.close();
    }
  };

  // Throws without a connection.
  const ask = async (patience, options) => {
    const answer = await fetch(moreTime.formAction, {
      headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(patience), ...options,
    });
    if (!answer.ok) throw new Error(answer.status);
    begin((await answer.json()).seconds);
  };

  const decide = () => {
    const seconds = left();
    if (seconds > WARNING) return;
    if (seconds <= 0) {
      leaving = true;
      location.replace(`${dialog.dataset.startAddress}?erased=1`);
      return;
    }
    // Spoken seldom, and rounded down: nobody is promised more time than there is.
    const mark = MARKS.find((each) => each <= seconds + 2) ?? MARKS.at(-1);
    if (mark !== spoken) words.textContent = dialog.dataset[`at-${mark}`];
    spoken = mark;
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (!dialog.open) dialog.showModal();
  };

  const look = async (again) => {
    if (asking || leaving) return;
    if (left() <= 0 || (left() <= WARNING && (again || !dialog.open))) {
      asking = true;
      // Another tab may have asked for more time. Without a connection our own clock decides.
      await ask(PATIENCE / 3).catch(() => {});
      asking = false;
    }
    decide();
  };

  const say = (trouble) => {
    for (const place of troubles) place.textContent = trouble;
  };

  const extend = async (event) => {
    event.preventDefault();
    say("");
    if (keepAddress) keep();
    try {
      await ask(PATIENCE, { method: "POST", body: new URLSearchParams(new FormData(moreTime.form, moreTime)) });
      decide();
    } catch {
      say(dialog.dataset.trouble);
    }
  };

  begin(Number(dialog.dataset.secondsLeft));
  // Set only now: the first time of day is no news, the next one is.
  line.setAttribute("aria-live", "polite");
  line.setAttribute("aria-atomic", "true");
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", () => document.hidden || look(true));
  moreTime.addEventListener("click", extend);
  button.addEventListener("click", extend);
  // Escape means “not now”, and nobody should lose answers over it.
  dialog.addEventListener("cancel", extend);
})();
