import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/charts/colors.ts
var meanings = {
  train: "#0072b2",
  val: "#56b4e9",
  test: "#e69f00",
  labelled: "#0072b2",
  unlabelled: "#999999",
  leak: "#d55e00"
};
var others = ["#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#0072b2", "#d55e00", "#999999"];
var words = {
  "#0072b2": "blue",
  "#56b4e9": "light blue",
  "#e69f00": "orange",
  "#999999": "grey",
  "#d55e00": "red",
  "#009e73": "green",
  "#cc79a7": "pink"
};
function nameColor(color) {
  return words[color] ?? color;
}
function lighten(color, steps) {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * 0.55 ** steps);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
var ink = "currentColor";
var leakColor = "#d55e00";
var barColor = "#0072b2";
function colorNames(names) {
  const used = new Set(names.map((name) => meanings[name]));
  const free = [...others.filter((color) => !used.has(color)), ...others];
  let next = 0;
  return names.map((name) => {
    const own = Object.hasOwn(meanings, name) ? meanings[name] : void 0;
    return own ?? free[next++ % free.length] ?? ink;
  });
}

export {
  nameColor,
  lighten,
  ink,
  leakColor,
  barColor,
  colorNames
};
