"use strict";

// A part of a page that is renewed by itself. With data-renews it asks again every so many seconds, not in a hidden tab and not while
// somebody is at it: dragging a visit, or filling in a form of it. It stays as it is if the answer lacks it, as when nobody is
// signed in any more, and its reader keeps the place: how far its tables are scrolled, what is open and which link has the focus.
{
  const isBusy = (part) => part.querySelector(".held, details[open] form") !== null;

  const nameOf = (it) => it.getAttribute("aria-label") ?? it.getAttribute("href") ?? it.className;

  const placeIn = (part) => ({
    scrolled: new Map([...part.querySelectorAll(".scroll")].map((it) => [nameOf(it), [it.scrollLeft, it.scrollTop]])),
    open: new Set([...part.querySelectorAll("details[open]")].map(nameOf)),
    focused: part.contains(document.activeElement) ? nameOf(document.activeElement) : null,
  });

  const restore = (part, place) => {
    part.querySelectorAll(".scroll").forEach((it) => it.scrollTo(...(place.scrolled.get(nameOf(it)) ?? [0, 0])));
    part.querySelectorAll("details").forEach((it) => { it.open = place.open.has(nameOf(it)); });
    if (place.focused !== null) {
      [...part.querySelectorAll("a, summary, [tabindex]")].find((it) => nameOf(it) === place.focused)?.focus({ preventScroll: true });
    }
  };

  const places = new Map();

  document.addEventListener("htmx:beforeSwap", (event) => {
    const part = event.detail.target;
    if (!part.matches("[data-renewed]")) {
      return;
    }
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const bySelf = event.detail.requestConfig.triggeringEvent?.type === "renew";
    if ((bySelf && isBusy(part)) || !answer.getElementById(part.id)) {
      event.detail.shouldSwap = false;
    } else {
      places.set(part.id, placeIn(part));
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const part = event.detail.target;
    const place = places.get(part.id);
    if (place) {
      places.delete(part.id);
      restore(document.getElementById(part.id), place);
    }
  });

  for (const source of document.querySelectorAll("[data-renews]")) {
    const renew = () => {
      const part = document.querySelector(source.getAttribute("hx-target"));
      if (!document.hidden && navigator.onLine && part && !isBusy(part)) {
        source.dispatchEvent(new Event("renew"));
      }
    };
    setInterval(renew, Number(source.dataset.renews) * 1000);
    document.addEventListener("visibilitychange", renew);
  }
}
