// Starts the islands of a page: loads the wasm once the browser is idle, then wakes each island in document order.
// An island inside another's children waits until its parent has given it its context.
const waiting = [];

async function wake(node, islands) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const tag = node.localName;
  if (tag === "leptos-island") {
    waiting.at(-1)?.();
    await islands[node.dataset.component]?.(node);
  }
  if (tag === "leptos-children") waiting.push(node.$$on_hydrate);
  for (const child of [...node.children]) await wake(child, islands);
  if (tag === "leptos-children") waiting.pop();
}

async function start() {
  const islands = await import("../allmende.js");
  await islands.default({ module_or_path: new URL("../allmende_bg.wasm", import.meta.url) });
  islands.hydrate();
  await wake(document.body, islands);
  document.documentElement.dataset.awake = "";
}

(window.requestIdleCallback ?? setTimeout)(start);
