import { defineConfig, devices } from "@playwright/test";

/**
 * Journeys against a running server: `cargo xtask test --only journeys` starts one for each engine. By hand:
 * `ALLMENDE_URL=http://localhost:3000 npx playwright test --project=no-script` (the moving of the clock needs a server
 * with the feature `test-support`).
 */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, deviceScaleFactor: 2 };

/** A quiet browser: it asks for nothing but what a page links to. Containers have neither a sandbox nor a GPU. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What has a project of its own. */
const apart = ["**/a11y.spec.ts", "**/*.clock.spec.ts"];

/** What islands do, and where the keyboard is, which only a script can tell; single journeys of other files have the tag. */
const scripted = ["**/islands.spec.ts", "**/keyboard.spec.ts"];
const needsScript = /@script/;

/** What looks different where there is room. */
const wide = ["first-look", "islands", "keyboard", "search", "story"].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // A quiet machine needs a tenth of it. What hangs is found out by the two below.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.ALLMENDE_URL ?? "http://localhost:3000",
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags },
  },
  projects: [
    // Every page and every form works without script. This comes first because nothing else may carry a page.
    { name: "no-script", use: { ...phone, javaScriptEnabled: false }, testIgnore: [...apart, ...scripted], grepInvert: needsScript },
    // The same journeys with script, and those that only islands make possible.
    { name: "wasm-phone", use: phone, testIgnore: apart },
    // What a wide page lays out differently; what lies behind it is the same.
    { name: "wasm-desktop", use: devices["Desktop Chrome"], testMatch: wide },
    // Journeys that move the clock move it for everybody: one by one, in a run of their own when all others are through.
    { name: "clock", use: phone, testMatch: "**/*.clock.spec.ts", workers: 1, fullyParallel: false },
    // Each looks at several pages, in two looks.
    { name: "a11y", use: phone, testMatch: "**/a11y.spec.ts", timeout: 180_000 },
  ],
});
