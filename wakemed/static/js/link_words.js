// Wagtail's checker in the editor runs axe in the preview. This is how its rule about the words of links is tested;
// the words stand in spine/checking/link_words.py.
axe.configure({
  checks: [
    {
      id: "link-words-say-nothing",
      evaluate: (link, options) => new RegExp(options.pattern, "i").test(axe.commons.text.accessibleText(link)),
    },
  ],
});
