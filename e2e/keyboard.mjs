// Every task on a phone, and the leader's, without touching anything but the keys.
import { device } from "./browser.mjs";

export async function keyboard({ server, browser, check }) {
  const { links, code } = server.seeded;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const phone = await device(browser, 360, 740);
  await phone.goto(`${server.origin}/`);
  await type(phone, "input[name=code]", code);
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("input[name=name]");
  await type(phone, "input[name=name]", "Kari");
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
  check.that("one joins by keyboard", true);

  await enter(leader, "#start-form button");
  await leader.waitForSelector("#next-form");
  const done = new Set();
  for (let step = 0; step < 40; step += 1) {
    const round = await leader.getAttribute("#screen", "data-round");
    if (!(await leader.$("#next-form"))) break;
    await phone.waitForSelector(`#screen[data-round="${round}"]`);
    await tasks(phone, done);
    await leader.keyboard.press("PageDown");
    await leader.waitForFunction((round) => document.querySelector("#screen").dataset.round !== round, round);
  }
  check.that("the leader moves the meeting with PageDown to its end", (await leader.$("#next-form")) === null);
  for (const task of ["write", "carry", "pick", "point", "stand", "deliver", "promise"]) {
    check.that(`a phone can ${task} by keyboard alone`, done.has(task));
  }
}

// Does each kind of task the first time that the screen offers it.
async function tasks(phone, done) {
  const first = async (task, selector, act) => {
    if (done.has(task) || (await phone.locator(selector).count()) === 0) return;
    await act(selector);
    done.add(task);
  };
  const own = "#screen textarea[data-field-key]:not([data-field-key*=point]):not([data-field-key*=carried]):not([data-field-key*=picked])";
  await first("write", own, async (field) => {
    await type(phone, field, "Vi deler opplegg");
    await saved(phone, field);
  });
  const choose = "form[id^=choose-] button[aria-pressed=false]";
  await first("carry", `#carry-title ~ * ${choose}`, (button) => chosen(phone, button));
  await first("pick", `#pick-title ~ * ${choose}`, (button) => chosen(phone, button));
  await first("point", "#screen textarea[data-field-key*=point]", async (field) => {
    await type(phone, field, "Vi tenker alene først");
    await saved(phone, field);
  });
  await first("stand", "form[id^=stand-] button[aria-pressed=false]", async (button) => {
    await enter(phone, button);
    await phone.waitForSelector("form[id^=stand-] button[aria-pressed=true]");
  });
  await first("deliver", "#deliver-form [name=delivered][value=true]", async () => {
    await enter(phone, "#deliver-form button");
    await phone.waitForSelector("#deliver-form [name=delivered][value=false]", { state: "attached" });
  });
  await first("promise", "#screen input[name=what]", async (field) => {
    await type(phone, field, "Prøve stille start");
    await phone.locator("#screen input[name=due]").first().focus();
    await phone.keyboard.type("15012027");
    await phone.keyboard.press("Enter");
    await phone.getByText("Prøve stille start").first().waitFor();
  });
}

async function chosen(phone, button) {
  await enter(phone, button);
  await phone.waitForFunction(() => /Valgt/.test(document.querySelector("#screen").textContent));
}

async function saved(phone, field) {
  await phone.waitForFunction((field) => {
    const status = document.querySelector(field)?.closest("form")?.querySelector("[data-save-status]");
    return /Lagr(et|a) \d/.test(status?.textContent ?? "");
  }, field);
}

async function type(page, selector, text) {
  await tabTo(page, selector);
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
}

async function enter(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

// Presses Tab until the thing has focus, as one does who sees only where the focus is.
async function tabTo(page, selector) {
  for (let presses = 0; presses < 150; presses += 1) {
    const there = await page.evaluate((selector) => {
      const wanted = document.querySelector(selector);
      return wanted !== null && wanted === document.activeElement;
    }, selector);
    if (there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector}`);
}
