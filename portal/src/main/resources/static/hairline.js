"use strict";

// What the server's answer asks for is done here, because the pages carry no script of their own.
const closePanel = (panel) => {
  panel.replaceChildren();
  panel.classList.remove("open");
  focusOpener();
};

let openedFrom = null;

// A step in the panel renews the diary, so the link that opened it is looked for by its address; a visit that isn't there any
// more leaves the focus to the diary.
const focusOpener = () => {
  const address = openedFrom?.getAttribute("href");
  const link = openedFrom?.isConnected ? openedFrom
    : [...document.querySelectorAll("a.visit, a.free")].find((it) => it.getAttribute("href") === address);
  (link ?? document.querySelector("#grid [tabindex]"))?.focus();
};

document.addEventListener("click", (event) => {
  const closer = event.target.closest?.("[data-close]");
  if (closer) {
    closePanel(document.getElementById(closer.dataset.close));
  }
  const dismiss = event.target.closest?.("[data-dismiss]");
  if (dismiss) {
    dismiss.closest("[role=status]").remove();
  }
});

// Escape closes the open panel, after the menu above it, "/" goes to the search.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") {
    if (CSS.supports("selector(:popover-open)") && document.querySelector(":popover-open")) {
      return;
    }
    const panel = document.querySelector("aside.panel.open");
    if (panel) {
      closePanel(panel);
    }
  } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});

// A refused form comes back as it was filled in, open, with the reason above its fields. Parts in which several things
// are done after each other stay open anyway.
const filledIn = { action: null, data: null };

const fieldsOf = (form) => [...form.elements].filter((it) => it.name && it.type !== "hidden" && it.type !== "file");

document.addEventListener("htmx:beforeRequest", (event) => {
  const source = event.detail.elt;
  if (source.matches("form")) {
    filledIn.action = source.getAttribute("hx-post");
    filledIn.data = new FormData(source);
  } else if (source.matches("a.visit, a.free")) {
    openedFrom = source;
  }
});

const fill = (form, valuesOf) => {
  const values = new Map(fieldsOf(form).map((it) => [it.name, [...valuesOf(it.name)]]));
  fieldsOf(form).forEach((it) => {
    if (it.type === "radio" || it.type === "checkbox") {
      it.checked = values.get(it.name).includes(it.value);
    } else {
      it.value = values.get(it.name).shift() ?? it.value;
    }
  });
  form.closest("details")?.setAttribute("open", "");
};

const giveBack = (panel) => {
  const alert = panel.querySelector("[role=alert]");
  const form = [...panel.querySelectorAll("form")].find((it) => it.getAttribute("hx-post") === filledIn.action);
  filledIn.action = null;
  if (!alert || !form) {
    form?.closest("details[data-stays]")?.setAttribute("open", "");
    return false;
  }
  fill(form, (name) => filledIn.data.getAll(name));
  const near = panel.querySelector(".near");
  if (near) {
    near.before(alert);
  } else {
    form.prepend(alert);
  }
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

// Without a connection nothing on the page changes, so what was typed is still there; it says so, above the form that was sent.
const unreached = document.getElementById("unreached");
const sayUnreached = (source) => {
  (source.closest("form") ?? document.querySelector(".top .wrap")).prepend(unreached);
  unreached.hidden = false;
  unreached.focus();
};
for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => sayUnreached(event.detail.elt));
}
document.addEventListener("htmx:beforeRequest", () => { unreached.hidden = true; });
// In place of a form or a link that leads to another page there would be the browser's own words, and nothing of what was typed.
const stay = (event, source) => {
  if (unreached && !navigator.onLine && !event.defaultPrevented) {
    event.preventDefault();
    sayUnreached(source);
  }
};
document.addEventListener("submit", (event) => stay(event, event.target));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link?.origin === location.origin && !link.hash) {
    stay(event, link);
  }
});

// The browser may have a network and the portal still be away: a form that leads to another page is sent once the portal has
// answered a small request, so that what was typed stays if it doesn't. Other scripts see the form only when it really goes.
const REACH_MILLISECONDS = 5000;
const isReached = () => fetch("/icon.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(REACH_MILLISECONDS) })
  .then((answer) => answer.status < 500, () => false);
const isFilledIn = (form) => [...form.elements].some((it) => it.name && it.matches("input:not([type=hidden]), select, textarea"));
const answered = new Set();
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const isSentByBrowser = form.matches("form[method=post]:not([hx-post])") && isFilledIn(form);
  if (answered.delete(form) || !unreached || !isSentByBrowser || !navigator.onLine) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.hasAttribute("aria-busy")) {
    return;
  }
  form.setAttribute("aria-busy", "true");
  unreached.hidden = true;
  if (await isReached()) {
    answered.add(form);
    form.requestSubmit(event.submitter);
  } else {
    form.removeAttribute("aria-busy");
    sayUnreached(form);
  }
}, true);
addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach((form) => form.removeAttribute("aria-busy")));
addEventListener("online", () => {
  if (unreached) {
    unreached.hidden = true;
  }
});

// A whole page that says what can be put right in its form shows it as it was filled in, but for passwords; the next page forgets it.
const SENT = "sent";
const namesOf = (form) => [...new Set(fieldsOf(form).map((it) => it.name))];
const isAlike = (form, sent) => form.getAttribute("action") === sent.action && namesOf(form).join() === sent.names;
const sent = JSON.parse(sessionStorage.getItem(SENT));
sessionStorage.removeItem(SENT);
if (sent && document.querySelector("main [data-refused]")) {
  const form = [...document.querySelectorAll("main form[method=post]:not([hx-post])")].find((it) => isAlike(it, sent));
  if (form) {
    fill(form, (name) => sent.values.filter((it) => it[0] === name).map((it) => it[1]));
  }
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!event.defaultPrevented && form.matches("main form[method=post]:not([hx-post])") && !form.querySelector("[type=password]")) {
    const filled = new FormData(form);
    const values = namesOf(form).flatMap((name) => filled.getAll(name).map((value) => [name, value]));
    sessionStorage.setItem(SENT, JSON.stringify({ action: form.getAttribute("action"), names: namesOf(form).join(), values }));
  }
});

// What is typed into such a form outlives a reload of this tab until it is sent, and no more than that.
for (const form of document.querySelectorAll("form[data-keeps]")) {
  const draft = `draft ${form.getAttribute("action")}`;
  const kept = new Map(JSON.parse(sessionStorage.getItem(draft) ?? "[]"));
  fieldsOf(form).filter((it) => it.value === "").forEach((it) => {
    it.value = kept.get(it.name) ?? "";
  });
  form.addEventListener("input", () => {
    sessionStorage.setItem(draft, JSON.stringify(fieldsOf(form).map((it) => [it.name, it.value])));
  });
  document.addEventListener("submit", (event) => {
    if (event.target === form && !event.defaultPrevented) {
      sessionStorage.removeItem(draft);
    }
  });
}

// What takes a while says so, and is sent once; a page that comes back by the browser's history begins anew.
const lasting = (form, on) => {
  form.querySelector("[data-lasting]").hidden = !on;
  form.querySelector("button[type=submit]").disabled = on;
};
for (const form of document.querySelectorAll("form[data-lasts]")) {
  form.addEventListener("submit", (event) => event.defaultPrevented || setTimeout(() => lasting(form, true)));
  addEventListener("pageshow", (event) => event.persisted && lasting(form, false));
}

for (const field of document.querySelectorAll("[data-goes]")) {
  // An empty choice is mostly no choice; where it means all, it says so.
  field.addEventListener("change", () => (field.value !== "" || field.dataset.goes === "all") && field.form.requestSubmit());
}

// The catalogue's price goes with the session that is chosen, until somebody types another.
const priceOf = (session) => session.parentElement.querySelector("input[name='session.price']");
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-prices]")) {
    priceOf(event.target).value = "";
  }
});
document.addEventListener("input", (event) => {
  if (event.target.matches("input[name='session.price']")) {
    event.target.dataset.quoted = "";
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "plan-quote") {
    return;
  }
  for (const session of event.target.closest("form").querySelectorAll("[data-prices]")) {
    const price = priceOf(session);
    const quoted = [...event.target.querySelectorAll("[data-quoted]")].find((it) => it.dataset.quoted === session.value);
    if (quoted && (price.value === "" || price.value === price.dataset.quoted)) {
      price.value = price.dataset.quoted = quoted.dataset.price;
    }
  }
});

// What is left of a held slot.
for (const timer of document.querySelectorAll("[data-countdown]")) {
  const end = Date.now() + Number(timer.dataset.countdown) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    timer.textContent = left === 0 ? timer.dataset.over : timer.dataset.left.replace("{0}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    if (left > 0) {
      setTimeout(tick, 1000);
    }
  };
  tick();
}

// A file's text goes into the field it belongs to, so that it can be read and corrected before it is sent.
for (const chooser of document.querySelectorAll("[data-fills]")) {
  chooser.closest("p").hidden = false;
  chooser.addEventListener("change", async () => {
    document.getElementById(chooser.dataset.fills).value = await chooser.files[0]?.text() ?? "";
  });
}

// "Near me" fills in the place that the browser knows.
for (const button of document.querySelectorAll("[data-locate]")) {
  button.hidden = !navigator.geolocation;
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
    (it) => {
      const option = new Option(button.textContent, `near:${it.coords.latitude.toFixed(3)},${it.coords.longitude.toFixed(3)}`, true, true);
      document.getElementById(button.dataset.locate).add(option);
      button.form.requestSubmit();
    },
    () => { document.getElementById("not-located").hidden = false; },
  ));
}

// A choice goes by itself here; its button is for those without a script.
document.documentElement.classList.add("js");
