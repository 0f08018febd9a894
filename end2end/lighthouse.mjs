// The four scores of Lighthouse for some pages: node lighthouse.mjs ORIGIN PATH… prints JSON.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const [origin, ...paths] = process.argv.slice(2);
if (!origin || paths.length === 0) {
  console.error("usage: node lighthouse.mjs ORIGIN PATH…");
  process.exit(2);
}

const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const pages = [];
  for (const path of paths) {
    const result = await lighthouse(origin + path, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    if (!result || result.lhr.runtimeError) throw new Error(`${path}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
    const scores = CATEGORIES.map((name) => [name, Math.round((result.lhr.categories[name]?.score ?? 0) * 100)]);
    // What kept a score below 100 goes to the other stream, for whoever wants to better it.
    for (const audit of Object.values(result.lhr.audits)) {
      if (audit.score !== null && audit.score < 0.9) console.error(`${path}: ${audit.id}: ${audit.title}`);
    }
    pages.push({ path, scores: Object.fromEntries(scores) });
  }
  console.log(JSON.stringify(pages));
} finally {
  chrome.kill();
}
