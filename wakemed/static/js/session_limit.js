// Warns before a staff session ends, and covers the page once it has. What was typed stays where it is.
(() => {
  "use strict";
  const { address, signIn, words } = document.currentScript.dataset;
  const says = JSON.parse(words);
  const WARN = 120; // seconds before the end
  const AGAIN = 15000; // ms
  const dialog = document.createElement("dialog");
  const text = document.createElement("p");
  const button = document.createElement("button");
  let user = null;
  let token = "";
  let timer = 0;
  let endsAt = Infinity; // ms

  dialog.className = "session-limit";
  dialog.setAttribute("aria-label", says.title);
  text.setAttribute("role", "alert");
  button.type = "button";
  button.className = "button";
  dialog.append(text, button);
  dialog.addEventListener("cancel", (event) => event.preventDefault());

  function show(sentence, label, press) {
    text.textContent = sentence;
    button.textContent = label;
    button.onclick = press;
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  // Patients' data isn't left on a screen that nobody watches.
  function cover() {
    clearTimeout(timer);
    dialog.classList.add("session-limit--over");
    show(says.over, says.signIn, () => window.open(signIn, "_blank"));
  }

  function goOn(newToken) {
    dialog.classList.remove("session-limit--over");
    dialog.close();
    if (newToken !== token) {
      token = newToken;
      document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => {
        input.value = token;
      });
    }
  }

  function plan(session) {
    clearTimeout(timer);
    endsAt = Date.now() + session.left * 1000;
    user ??= session.user;
    if (session.user !== user) {
      window.location.reload(); // someone else has signed in: nothing here is theirs
      return;
    }
    if (session.left > WARN) {
      goOn(session.token);
      timer = setTimeout(look, (session.left - WARN) * 1000);
      return;
    }
    const minutes = says.minutes.replace("%s", Math.max(1, Math.round(session.left / 60)));
    if (session.can_stay) {
      show(`${says.idle} ${minutes}`, says.stay, stay);
    } else {
      show(`${says.whole} ${minutes}`, says.understood, () => dialog.close());
    }
    timer = setTimeout(look, AGAIN);
  }

  async function ask(options) {
    try {
      const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...options });
      if (answer.ok) {
        plan(await answer.json());
      } else {
        cover();
      }
    } catch {
      if (Date.now() > endsAt) {
        cover(); // no connection, and the session is over in any case
      } else {
        timer = setTimeout(look, Math.min(AGAIN, endsAt - Date.now() + 1000));
      }
    }
  }

  function look() {
    ask({});
  }

  function stay() {
    ask({ method: "POST", headers: { "X-CSRFToken": token } });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(dialog);
    look();
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
})();
