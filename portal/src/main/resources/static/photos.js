"use strict";

// The slider says how much of the photo from before lies over the one from after. Without a script they stand side by side.
for (const slider of document.querySelectorAll(".compare .cut")) {
  const figure = slider.closest(".compare");
  const cut = () => figure.style.setProperty("--cut", `${slider.value}%`);
  slider.addEventListener("input", cut);
  cut();
}
