// The sentence behind a mark: Escape takes it away; where there is no pointer to hover with, the first tap shows it.
"use strict";

(() => {
  const here = document.querySelector(".top nav [aria-current]"); // on a phone the lists are one line: the one that is shown must be in view
  if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.clientWidth / 2;

  const hover = matchMedia("(hover: hover)");
  let shown = null;

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const ref of document.querySelectorAll(".ref:hover, .ref:focus-within")) ref.classList.add("hushed");
    shown = null;
  });

  for (const name of ["pointerout", "focusout"]) document.addEventListener(name, (event) => {
    const ref = event.target.closest && event.target.closest(".ref");
    if (ref && !ref.contains(event.relatedTarget)) ref.classList.remove("hushed");
  });

  document.addEventListener("click", (event) => {
    const cite = event.target.closest && event.target.closest(".cite");
    if (!cite) { shown = null; return; }
    if (hover.matches || shown === cite) return;
    event.preventDefault();
    cite.focus();
    shown = cite;
  });
})();
