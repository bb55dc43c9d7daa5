// A page with a patient's data isn't shown from the browser's memory: after a sign-out it would still be behind the
// Back button. It's hidden when it's left, and asked for again when someone comes back to it.
addEventListener("pagehide", (event) => { document.documentElement.hidden = event.persisted; });
addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });
