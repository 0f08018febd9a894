// Checks every pair of tokens that is read on each other, in light and dark: `node style/contrast.mjs`.
// Text needs 4.5:1, the edge of a control or a sign 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const tokens = {};
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)) tokens[name] = [light, dark];
for (const [, name, both] of css.matchAll(/--([\w-]+): (#\w{6});/g)) tokens[name] = [both, both];

/** Relative luminance of `#rrggbb` as WCAG 2.2 defines it. */
const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
};

const surfaces = ["paper", "sheet", "well", "green-wash", "sun-wash", "red-wash"];
const text = [
  ...["ink", "ink-soft"].flatMap((ink) => surfaces.map((on) => [ink, on])),
  ...["paper", "sheet", "well", "green-wash", "sun-wash"].map((on) => ["green", on]),
  ...["paper", "sheet", "well", "green-wash"].map((on) => ["green-deep", on]),
  ...["paper", "sheet", "well", "red-wash"].map((on) => ["red", on]),
  ...["paper", "sheet", "sun-wash"].map((on) => ["sun-ink", on]),
  ["on-green", "green"], ["on-green", "green-deep"], ["on-red", "red"],
  ["on-sun", "sun"], ["on-sun", "sun-deep"], ["on-board", "board"],
];
const edges = [
  ...["paper", "sheet", "well"].map((on) => ["edge", on]),
  ...["paper", "sheet", "well", "green-wash", "sun-wash", "red-wash"].map((on) => ["focus", on]),
  ["sun", "board"], ["green", "sheet"],
];

let failures = 0;
for (const [pairs, least] of [[text, 4.5], [edges, 3]]) {
  for (const [front, back] of pairs) {
    for (const mode of [0, 1]) {
      const r = ratio(tokens[front][mode], tokens[back][mode]);
      if (process.argv.includes("--all")) console.log(`${r.toFixed(2).padStart(6)}  ${["light", "dark "][mode]}  ${front} on ${back}`);
      if (r < least) {
        failures += 1;
        console.error(`${["light", "dark"][mode]}: --${front} on --${back} is ${r.toFixed(2)}:1, needs ${least}:1`);
      }
    }
  }
}
if (failures > 0) process.exit(1);
console.log(`${text.length + edges.length} pairs pass in light and dark`);
