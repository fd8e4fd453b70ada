// The review by keyboard: a key presses the button that shows it; the answer brings the next question.
"use strict";
(() => {
  const place = document.getElementById("review");
  const keys = document.getElementById("keys");
  if (!place || !keys) return;

  let busy = false; // a key pressed before the next question is there must not decide it unseen
  keys.hidden = false;
  keys.checked = localStorage.getItem("keys") !== "off";
  document.documentElement.classList.toggle("with-keys", keys.checked);
  keys.addEventListener("change", () => {
    localStorage.setItem("keys", keys.checked ? "on" : "off");
    document.documentElement.classList.toggle("with-keys", keys.checked);
  });

  function say(words) {
    const line = document.createElement("p");
    line.className = "told";
    line.setAttribute("role", "alert");
    line.textContent = words;
    place.prepend(line);
  }

  async function send(form, button) {
    if (busy) return;
    busy = true;
    place.setAttribute("aria-busy", "true");
    try {
      const sent = new URLSearchParams(new FormData(form, button));
      const answer = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, {
        method: "POST", body: sent, headers: { "X-Part": "question" }, credentials: "same-origin",
      });
      if (answer.status !== 200 && answer.status !== 422) {
        location.assign("/review"); // logged out, or a form from before a restart: it is asked again
        return;
      }
      place.innerHTML = await answer.text();
      place.querySelector("h1")?.focus();
      scrollTo(0, 0);
    } catch {
      say("Not kept: the pages do not answer. Try again.");
    } finally {
      busy = false;
      place.removeAttribute("aria-busy");
    }
  }

  place.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target, event.submitter);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) {
      const reason = event.target.id === "why" && event.key === "Enter"; // it is kept with the answer that follows
      if (reason) event.preventDefault();
      if (reason || event.key === "Escape") event.target.blur();
      return;
    }
    if (!keys.checked || busy) return;
    const wanted = [...place.querySelectorAll("[data-key]")].find((e) => e.dataset.key === event.key);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input")) wanted.focus();
    else wanted.click();
  });
})();
