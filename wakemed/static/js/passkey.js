// Shows what needs a passkey to browsers that know them, and says when one didn't work.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;
  for (const part of document.querySelectorAll(".passkey")) part.hidden = false;
  const trouble = document.getElementById("passkey-trouble");
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".passkey button")) trouble.hidden = true;
  });
})();
