// A picture is drawn when its place comes into view; where there is nothing to draw, the place goes.
"use strict";

(() => {
  const places = document.querySelectorAll(".awaited");
  if (!places.length) return;

  function gone(place) {
    const section = place.closest(".pictures");
    place.remove();
    if (section && !section.querySelector(".awaited, .picture")) section.remove();
  }

  async function draw(place) {
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(place.dataset.part, { credentials: "same-origin" });
      const words = answer.ok ? (await answer.text()).trim() : "";
      if (!answer.ok) return; // its link stays
      if (!words) return gone(place);
      place.innerHTML = words;
      place.classList.remove("awaited");
    } catch {
      // the pages do not answer: its link stays
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "600px" });
  for (const place of places) seen.observe(place);
})();
