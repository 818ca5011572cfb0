// A page that stays open: the plan is sent anew as it changes, other pages hear that they stand behind, and each is told how
// fresh it is and that it is over. Without script the page stands.
"use strict";
const main = document.getElementById("content");
const said = document.getElementById("live");
const SILENCE = 25000; // something is said every ten seconds: whoever hears nothing for longer has lost the line
let state = main.dataset.state;
let waiting = 0;
let over = false;
let events = null;

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

function plan(event) {
  const at = main.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const open = Array.from(main.querySelectorAll("details"), (each) => each.open);
  put(main, event.data);
  main.querySelectorAll("details").forEach((each, n) => { each.open = Boolean(open[n]); });
  if (at !== null) main.querySelector(`a[href="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
  if (event.lastEventId !== state) said.textContent = main.dataset.changed;
  state = event.lastEventId;
  heard();
}

function fresh(event) {
  const line = document.getElementById("fresh");
  const within = line && line.contains(document.activeElement);
  if (line) put(line, event.data);
  if (within) line.querySelector("a")?.focus({ preventScroll: true });
  heard();
}

// What is read stays as it is: nobody loses the place where he or she was.
function changed(event) {
  fresh(event);
  if (said.textContent !== main.dataset.changed) said.textContent = main.dataset.changed;
}

// The page is no longer this reader's: nothing of it stays.
function ended(event) {
  over = true;
  events.close();
  clearTimeout(waiting);
  put(main, event.data);
  document.querySelector(".hh-menu")?.remove();
  said.textContent = "";
  main.focus();
}

function listen() {
  events = new EventSource(`${main.dataset.events}?after=${encodeURIComponent(state)}`);
  for (const told of [plan, fresh, changed, ended]) events.addEventListener(told.name, told);
  events.addEventListener("open", heard);
  events.addEventListener("error", () => lost(true));
}

// A browser keeps few lines to one place: a page that nobody sees lets go of its own, and comes again when it is seen.
document.addEventListener("visibilitychange", () => {
  if (over) return;
  clearTimeout(waiting);
  events?.close();
  if (!document.hidden) listen();
});

if (!document.hidden) listen();
