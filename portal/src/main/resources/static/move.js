"use strict";

// A visit is moved by dragging it to another place of its day. The free places are asked for as soon as it is held, what is in the
// way is shown before it is dropped, and nothing moves before the review. By keyboard, the picker in the visit's panel does the same.
// The diary is replaced after each change, so that everything listens on the document.
{
  const QUARTERS = 4;
  const MINUTES = 15;
  const shadow = document.createElement("div");
  let held = null;

  const topOf = (element) => element.getBoundingClientRect().top;

  // The column and the quarter of an hour that the visit's upper edge is over.
  const placeUnder = (event) => {
    const { columns, hours } = held;
    const column = columns.findIndex((it) => {
      const box = it.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX <= box.right;
    });
    const quarter = (topOf(hours[1]) - topOf(hours[0])) / QUARTERS;
    const row = Math.round((event.clientY - held.grip - topOf(hours[0])) / quarter);
    if (column < 0 || row < 0 || row >= hours.length * QUARTERS) {
      return null;
    }
    const minutes = Number(hours[0].dataset.hour) * 60 + row * MINUTES;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    return { column, row, time, slot: held.free?.get(`${columns[column].dataset.practitioner} ${time}`) };
  };

  const show = (place) => {
    const { diary } = held;
    if (!place) {
      shadow.remove();
      return;
    }
    const free = Boolean(place.slot);
    const words = free ? diary.dataset.free : diary.dataset.taken;
    shadow.className = `drop ${free ? "fits" : "clashes"} col-${place.column + 1} at-${place.row + 1} ${held.length}`;
    shadow.textContent = `${place.time} ${words}`;
    diary.append(shadow);
    document.getElementById("drag-note").textContent = shadow.textContent;
  };

  const letGo = () => {
    held?.visit.classList.remove("held");
    held = null;
    shadow.remove();
  };

  const askForFreePlaces = async (visit) => {
    const answer = await fetch(`${visit.dataset.move}/free?date=${held.diary.dataset.drag}`, { headers: { Accept: "application/json" } });
    const slots = answer.ok && !answer.redirected ? await answer.json() : [];
    if (held?.visit === visit) {
      held.free = new Map(slots.map((it) => [`${it.practitionerId} ${it.localStart.slice(11, 16)}`, it]));
    }
  };

  document.addEventListener("dragstart", (event) => {
    const visit = event.target.closest?.("[data-move]");
    const diary = visit?.closest("[data-drag]");
    if (!diary) {
      return;
    }
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", visit.textContent.trim());
    held = {
      visit,
      diary,
      columns: [...diary.querySelectorAll(".who")],
      hours: [...diary.querySelectorAll(".hour")],
      grip: event.clientY - topOf(visit),
      length: [...visit.classList].find((it) => it.startsWith("for-")),
      free: null,
    };
    visit.classList.add("held");
    askForFreePlaces(visit);
  });

  document.addEventListener("dragover", (event) => {
    if (!held?.free || !held.diary.contains(event.target)) {
      return;
    }
    const place = placeUnder(event);
    show(place);
    if (place?.slot) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
    }
  });

  document.addEventListener("drop", (event) => {
    const slot = held?.free && held.diary.contains(event.target) && placeUnder(event)?.slot;
    if (slot) {
      event.preventDefault();
      const chosen = new URLSearchParams({
        clinicId: slot.clinicId,
        practitionerId: slot.practitionerId,
        serviceCode: slot.serviceCode,
        startsAt: slot.startsAt,
      });
      location.assign(`${held.visit.dataset.move}/review?${chosen}`);
    }
    letGo();
  });

  document.addEventListener("dragend", letGo);
}
