// Words selected in the report go into the form, with their place.
"use strict";
(() => {
  const text = document.getElementById("text");
  const form = document.getElementById("mark");
  if (!text || !form) return;

  function take() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    form.elements.start.value = [...before.toString()].length; // code points, as the record counts
    form.elements.words.value = range.toString();
    document.getElementById("to-form").hidden = false; // seen where the form lies below the text
  }

  text.addEventListener("mouseup", take);
  text.addEventListener("touchend", take);
  text.addEventListener("keyup", take);
  form.elements.words.addEventListener("input", () => { form.elements.start.value = ""; });
})();
