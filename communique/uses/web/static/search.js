// Search as you type: the answers of /search.json under the search box. Without this file the box works as a form.
"use strict";

(() => {
  const box = document.getElementById("search");
  const form = box && box.closest("form");
  if (!form) return;
  const ONE = { meetings: "meeting", people: "person", bodies: "body", instruments: "instrument", figures: "figure",
    operations: "operation", statements: "statement", commitments: "commitment", reports: "report" };
  const list = document.createElement("ul");
  list.id = "found";
  list.className = "found";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Found so far");
  form.append(list);
  const told = document.createElement("span");
  told.className = "unseen";
  told.setAttribute("role", "status");
  form.append(told);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "found",
    "aria-autocomplete": "list", autocomplete: "off" })) box.setAttribute(name, value);

  let waiting = 0, asked = box.defaultValue.trim(), asking = null, at = -1;

  const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };

  const choose = (number) => {
    const each = list.children;
    if (!each.length) return;
    if (at >= 0) each[at].setAttribute("aria-selected", "false");
    at = (number + each.length) % each.length;
    each[at].setAttribute("aria-selected", "true");
    each[at].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", each[at].id);
  };

  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, number) => {
      const item = document.createElement("li"), link = document.createElement("a");
      const kind = document.createElement("span"), label = document.createElement("bdi");
      item.id = `found-${number}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      link.href = `/${hit.kind}/${hit.id.split("/").map(encodeURIComponent).join("/")}`;
      link.tabIndex = -1;
      label.textContent = hit.label;
      kind.className = "quiet";
      kind.textContent = ONE[hit.kind] || hit.kind;
      link.append(label, " ", kind);
      item.append(link);
      return item;
    }));
    at = -1;
    list.hidden = !hits.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
    told.textContent = hits.length ? `${hits.length} found, arrow keys choose` : "nothing found";
  };

  const ask = async () => {
    const words = box.value.trim();
    if (words === asked) return;
    asked = words;
    if (asking) asking.abort();
    if (words.length < 2) { close(); return; }
    asking = new AbortController();
    try {
      const answer = await fetch(`/search.json?limit=8&words=${encodeURIComponent(words)}`, { signal: asking.signal });
      if (answer.ok && words === box.value.trim()) show((await answer.json()).hits);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { close(); event.preventDefault(); }
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") { choose(at + 1); event.preventDefault(); }
    else if (event.key === "ArrowUp") { choose(at < 0 ? -1 : at - 1); event.preventDefault(); }
    else if (event.key === "Enter" && at >= 0) { location.assign(list.children[at].firstChild.href); event.preventDefault(); }
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  if (document.activeElement === box) ask(); // for what was typed before this file had come
})();
