"use strict";

// What the server's answer asks for is done here, because the pages carry no script of their own.
document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-close]");
  if (closer) {
    const panel = document.getElementById(closer.dataset.close);
    panel.replaceChildren();
    panel.classList.remove("open");
  }
});

// A refused form comes back as it was filled in, open, with the reason above its fields. Parts in which several things
// are done after each other stay open anyway.
const filledIn = { action: null, values: [] };

const fieldsOf = (form) => [...form.elements].filter((it) => it.name && it.type !== "hidden");

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt;
  if (form.matches("form")) {
    filledIn.action = form.getAttribute("hx-post");
    filledIn.values = fieldsOf(form).map((it) => it.value);
  }
});

const giveBack = (panel) => {
  const alert = panel.querySelector("[role=alert]");
  const form = [...panel.querySelectorAll("form")].find((it) => it.getAttribute("hx-post") === filledIn.action);
  filledIn.action = null;
  if (!alert || !form) {
    form?.closest("details[data-stays]")?.setAttribute("open", "");
    return false;
  }
  fieldsOf(form).forEach((it, place) => { it.value = filledIn.values[place] ?? it.value; });
  form.closest("details")?.setAttribute("open", "");
  form.prepend(alert);
  alert.setAttribute("tabindex", "-1");
  alert.focus();
  return true;
};

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "panel") {
    event.target.classList.add("open");
    if (giveBack(event.target)) {
      return;
    }
    const heading = event.target.querySelector("h2");
    if (heading) {
      heading.setAttribute("tabindex", "-1");
      heading.focus();
    }
  }
});

// An answer such as 404 is still words for people, so it is shown where the right one would have been.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400 && event.detail.xhr.responseText) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

for (const field of document.querySelectorAll("[data-goes]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}

// A choice goes by itself here; its button is for those without a script.
document.documentElement.classList.add("js");
