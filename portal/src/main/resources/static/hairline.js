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

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "panel") {
    event.target.classList.add("open");
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
