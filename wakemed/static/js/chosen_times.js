// Beside the buttons that offer times: which ones are ticked, as they are out of sight by then.

const line = document.getElementById("chosen-times");

function say() {
  const ticked = [...document.querySelectorAll("#do-times [name=times]:checked")];
  line.textContent = `${line.dataset.chosen} ${ticked.map((each) => each.dataset.words).join("; ")}`;
  line.hidden = !ticked.length;
}

if (line) {
  say();
  document.addEventListener("change", (event) => event.target.name === "times" && say());
  document.addEventListener("live:merged", say);
}
