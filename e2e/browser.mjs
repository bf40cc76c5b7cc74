// Debian's Chromium, and what every page is held to.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function open() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}; run: apt-get install -y chromium`);
  }
  await mkdir(SHOTS, { recursive: true });
  return chromium.launch({ executablePath, args: FLAGS });
}

export async function device(browser, width, height, more = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "nb-NO", ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.foreign = [];
  page.wrong = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") page.foreign.push(request.url());
  });
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy/.test(message.text())) {
      page.wrong.push(message.text());
    }
  });
  return page;
}

// One finger, through the browser's own input. The release may take the page away, and its answer with it,
// so nobody waits for that.
export async function touch(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  let at;
  return {
    down: (to) => send("touchStart", [(at = to)]),
    async move(to) {
      const from = at;
      for (let step = 1; step <= 4; step += 1) {
        at = { x: from.x + ((to.x - from.x) * step) / 4, y: from.y + ((to.y - from.y) * step) / 4 };
        await send("touchMove", [at]);
      }
    },
    up: () => void send("touchEnd", []).catch(() => {}),
  };
}

export async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

// Colours on their way from one to another are no colours of ours.
async function still(page) {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((it) => it.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map((it) => it.finished));
  });
}

// axe, no sideways scroll, a picture to look at.
export async function hold(check, page, name) {
  await still(page);
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  // What lies under the bar is a matter of scrolling, and axe takes it for a target that is too small.
  const bar = (position) => page.evaluate((position) => document.querySelector(".ph-bar")?.style.setProperty("position", position), position);
  await bar("static");
  const { violations } = await axe.analyze();
  await bar("");
  const found = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  check.that(`${name} has no axe violation`, violations.length === 0, found.join("\n       "));
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  check.that(`${name} does not scroll sideways at ${room} px`, wide <= room, `${wide} px wide`);
  await page.screenshot({ path: `${SHOTS}${name.replaceAll(/[^a-z0-9]+/gi, "-")}.png` });
}
