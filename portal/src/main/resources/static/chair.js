"use strict";

// The session beside the chair. Without a script the page is a form with all zones and one empty cup.
const form = document.querySelector("[data-chair]");
const timer = document.querySelector("[data-started]");

// Counted from the moment that the server knows, so that a reload changes nothing.
if (timer) {
  const ahead = new Date(timer.dataset.now).getTime() - Date.now();
  const started = new Date(timer.dataset.started).getTime();
  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() + ahead - started) / 1000));
    timer.textContent = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  tick();
  setInterval(tick, 1000);
}

if (form) {
  const map = form.querySelector("[data-map]");
  const chosen = form.querySelector("[data-chosen]");
  const draft = `chair ${form.dataset.session}`;
  const rowOf = (code) => form.querySelector(`[data-row="${code}"]`);
  const boxOf = (code) => rowOf(code).querySelector("[name=zone]");
  const numbersOf = (code) => [...rowOf(code).querySelectorAll(".measures input")];
  const zones = [...map.querySelectorAll("[data-zone]")];

  // The state is said by a hatched ground, a mark with the passes, and to those who listen.
  const show = () => {
    let some = 0;
    for (const zone of zones) {
      const code = zone.dataset.zone;
      const worked = boxOf(code).checked;
      const [density, passes] = numbersOf(code);
      zone.setAttribute("aria-checked", String(worked));
      zone.querySelector("[data-mark]").textContent = worked ? `✓ ${passes.value ? `${passes.value}×` : ""}` : "";
      rowOf(code).classList.toggle("worked", worked);
      density.required = worked;
      some += worked ? 1 : 0;
    }
    chosen.textContent = some === 0 ? chosen.dataset.none : chosen.dataset.some.replace("{0}", String(some));
  };

  // What is tapped outlives a reload of this tab, and no more than that: words and lots aren't kept.
  const keep = () => {
    const kept = zones.map((zone) => zone.dataset.zone).filter((code) => boxOf(code).checked)
      .map((code) => [code, ...numbersOf(code).map((it) => it.value)]);
    sessionStorage.setItem(draft, JSON.stringify(kept));
  };
  if (![...form.querySelectorAll("[name=zone]")].some((it) => it.checked)) {
    for (const [code, ...values] of JSON.parse(sessionStorage.getItem(draft) ?? "[]")) {
      boxOf(code).checked = true;
      numbersOf(code).forEach((it, place) => {
        it.value = values[place];
      });
    }
  }

  const toggle = (zone) => {
    const box = boxOf(zone.dataset.zone);
    box.checked = !box.checked;
    show();
    keep();
    if (box.checked) {
      rowOf(zone.dataset.zone).scrollIntoView({ block: "nearest" });
    }
  };
  map.addEventListener("click", (event) => {
    const zone = event.target.closest("[data-zone]");
    if (zone) {
      toggle(zone);
    }
  });
  map.addEventListener("keydown", (event) => {
    const zone = event.target.closest("[data-zone]");
    if (zone && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      toggle(zone);
    }
  });
  form.querySelector(".zones").addEventListener("input", () => {
    show();
    keep();
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(draft));
  map.removeAttribute("hidden");
  form.classList.add("scripted");
  show();

  // A scanner types the number of a lot and ends it with Enter.
  const plain = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const find = (list, typed) => [...document.getElementById(list).options]
    .filter((it) => typed !== "" && [it.value, it.dataset.number].some((known) => plain(known) === plain(typed)));
  const said = form.querySelector("[data-said]");
  const cups = form.querySelector("[data-cups]");
  // The one that was found, or why none is taken.
  const words = (found, typed) => {
    if (found.length === 1) {
      return found[0].text;
    }
    return (found.length === 0 ? said.dataset.unknown : said.dataset.several)
      .replace("{0}", typed).replace("{1}", found.map((it) => it.text).join("; "));
  };
  const name = (field) => {
    const found = find(field.dataset.lot === "NEEDLE" ? "needle-lots" : "pigment-lots", field.value);
    const place = (field.closest("li") ?? field.closest("section")).querySelector("[data-lot-name]");
    place.textContent = field.value === "" ? "" : words(found, field.value);
  };
  form.addEventListener("input", (event) => event.target.dataset.lot && name(event.target));
  form.querySelectorAll("[data-lot]").forEach(name);

  const scanner = document.getElementById("scan");
  scanner.closest("[data-scanner]").removeAttribute("hidden");
  const add = (lot) => {
    const rows = [...cups.children];
    let row = rows.find((it) => it.querySelector("[name='cup.lot']").value === "");
    if (!row) {
      row = rows[0].cloneNode(true);
      row.querySelectorAll("input").forEach((it) => {
        it.value = "";
      });
      cups.append(row);
    }
    const field = row.querySelector("[name='cup.lot']");
    field.value = lot.value;
    name(field);
    row.querySelector("[name='cup.millilitres']").focus();
  };
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.matches("textarea, button")) {
      return;
    }
    if (event.target.matches("input")) {
      event.preventDefault();
    }
    if (event.target === scanner && scanner.value !== "") {
      const found = find("pigment-lots", scanner.value);
      const lot = words(found, scanner.value);
      said.textContent = found.length === 1 ? said.dataset.added.replace("{0}", lot) : lot;
      if (found.length === 1) {
        add(found[0]);
        scanner.value = "";
      }
    } else if (event.target.dataset.lot === "NEEDLE") {
      scanner.focus();
    }
  });
}
