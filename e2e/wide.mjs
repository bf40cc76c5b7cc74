// A word without an end, as a link that was pasted, makes no page wider than the screen.
import { device } from "./browser.mjs";
import { planned } from "./server.mjs";

const LONG = "a".repeat(250);
const PLAN = {
  title: LONG,
  lang: "nb",
  goals: [LONG],
  previous: [LONG],
  items: [
    { title: LONG, minutes: 20, tool: "input", questions: [LONG] },
    { title: "Veien videre", minutes: 15, tool: "closing" },
  ],
};

export async function wide({ server, browser, check }) {
  const { links, code, meeting } = await planned(server, PLAN);
  // The console opens the lobby: before that, the code of a meeting without a day is nobody's.
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const phone = await device(browser, 360, 740);
  await phone.goto(`${server.origin}/m/${code}`);
  await phone.fill("input[name=name]", "Kari");
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
  await leader.locator("#start-form button").click();
  await leader.locator("#start-form").waitFor({ state: "detached" });
  await fits(check, leader, `${server.origin}/meetings/${meeting}`, ["plan", "console", "wall", "groups", "print", "result"]);
  await leader.setViewportSize({ width: 800, height: 900 });
  await fits(check, leader, `${server.origin}/meetings/${meeting}`, ["plan", "console", "wall", "groups", "print", "result"]);
  await fits(check, phone, `${server.origin}/meetings/${meeting}`, ["", "result"]);
}

async function fits(check, page, own, paths) {
  for (const path of paths) {
    await page.goto(`${own}/${path}`.replace(/\/$/, ""));
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
    const { width, over } = await page.evaluate(() => ({ width: innerWidth, over: document.documentElement.scrollWidth - innerWidth }));
    check.that(`${path || "the phone"} fits ${width} px`, over <= 0, `${over} px too wide`);
  }
}
