"use strict";

// A name drawn with a finger, a pen or a mouse, sent as a picture beside the typed one. It can be left out: who can't draw
// types. A tap draws nothing.
for (const pad of document.querySelectorAll("canvas[data-draw]")) {
  const field = document.getElementById(pad.dataset.draw);
  const lines = pad.getContext("2d");
  const place = (event) => {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height];
  };
  let drawing = false;
  lines.lineWidth = 3;
  lines.lineCap = "round";
  pad.closest("[hidden]").hidden = false;
  pad.addEventListener("pointerdown", (event) => {
    drawing = true;
    pad.setPointerCapture(event.pointerId);
    lines.beginPath();
    lines.moveTo(...place(event));
  });
  let drawn = false;
  pad.addEventListener("pointermove", (event) => {
    if (drawing) {
      drawn = true;
      lines.lineTo(...place(event));
      lines.stroke();
    }
  });
  const end = () => {
    if (drawing) {
      drawing = false;
      field.value = drawn ? pad.toDataURL("image/png") : "";
    }
  };
  pad.addEventListener("pointerup", end);
  pad.addEventListener("pointercancel", end);
  document.querySelector(`[data-draw-again="${pad.dataset.draw}"]`).addEventListener("click", () => {
    lines.clearRect(0, 0, pad.width, pad.height);
    field.value = "";
    drawn = false;
  });
}
