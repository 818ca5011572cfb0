// The plan as it changes: the server sends the page's content anew, and how fresh it is. Without script the page stands.
"use strict";
const main = document.getElementById("content");
const said = document.getElementById("live");
const SILENCE = 25000; // something is said every ten seconds: whoever hears nothing for longer has lost the line
let state = main.dataset.state;
let waiting = 0;
const events = new EventSource(`${main.dataset.events}?after=${state}`);

function put(element, html) {
  const made = new DOMParser().parseFromString(html, "text/html");
  element.replaceChildren(...made.body.childNodes);
}

function lost(is) {
  const notice = document.getElementById("lost");
  if (notice) notice.hidden = !is;
}

function heard() {
  lost(false);
  clearTimeout(waiting);
  waiting = setTimeout(() => lost(true), SILENCE);
}

events.addEventListener("plan", (event) => {
  const at = document.activeElement && main.contains(document.activeElement) && document.activeElement.getAttribute("href");
  const open = Array.from(main.querySelectorAll("details"), (each) => each.open);
  put(main, event.data);
  main.querySelectorAll("details").forEach((each, n) => { each.open = Boolean(open[n]); });
  if (at) main.querySelector(`a[href="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
  if (event.lastEventId !== state) said.textContent = main.dataset.changed;
  state = event.lastEventId;
  heard();
});

events.addEventListener("fresh", (event) => {
  const line = document.getElementById("fresh");
  if (line) put(line, event.data);
  heard();
});

// The page is no longer this reader's: nothing of it stays.
events.addEventListener("ended", (event) => {
  events.close();
  clearTimeout(waiting);
  put(main, event.data);
  document.querySelector(".hh-menu")?.remove();
  said.textContent = "";
  main.focus();
});

events.addEventListener("open", heard);
events.addEventListener("error", () => lost(true));
