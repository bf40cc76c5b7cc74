// One facilitator, four phones and a projector play the deck's own workshop to its recipe.
import { asides } from "./asides.mjs";
import { device, hold } from "./browser.mjs";

const NAMES = ["Kari", "Ola", "Amina", "Mats"];

export async function workshop({ server, browser, check }, lang) {
  const { links, code } = server.seeded;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const wall = await device(browser, 1920, 1080);
  await wall.goto(server.link(links.wall));
  await hold(check, wall, `${lang} wall lobby`);

  const phones = [];
  for (const name of NAMES) {
    const phone = await device(browser, 360, 740, { hasTouch: true });
    await join(phone, server.origin, code, name);
    phones.push(phone);
  }
  await phones[0].setViewportSize({ width: 320, height: 640 });
  await hold(check, phones[0], `${lang} phone lobby`);
  await seen(wall, "Amina");
  await hold(check, leader, `${lang} console lobby`);
  check.that("html has the language", (await phones[0].getAttribute("html", "lang")) === lang);

  await press(leader, "#start-form button");
  await leader.waitForSelector("#next-form");
  const played = await play({ server, check, leader, wall, phones, lang });
  check.that("the program was played to its end", played.ended, JSON.stringify(played.steps));
  for (const aside of ["hint", "taken back", "borrowed", "moved", "goals-0", "change-0"]) {
    check.that(`beside the task: ${aside}`, played.beside.has(aside), [...played.beside].join());
  }
  await recipe({ check, leader, phones, lang, server });
  const everyone = [leader, wall, ...phones];
  check.that("no page asked anyone else for anything", everyone.every((page) => page.foreign.length === 0));
  const wrong = everyone.flatMap((page) => page.wrong);
  check.that("no script failed and no policy was broken", wrong.length === 0, wrong.join("\n       "));
}

async function join(phone, origin, code, name) {
  await phone.goto(`${origin}/`);
  await phone.fill("input[name=code]", `${code.slice(0, 3)} ${code.slice(3)}`);
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("input[name=name]");
  await phone.fill("input[name=name]", name);
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
}

// Steps through the program. Each phone does what its own screen offers, as a person would.
async function play({ server, check, leader, wall, phones, lang }) {
  const steps = [];
  const beside = asides({ check, leader, phones, lang });
  for (let round = 0; round < 60; round += 1) {
    const at = await position(leader);
    if (!at) return { ended: true, steps, beside: beside.done };
    steps.push(at.name);
    await Promise.all(phones.map((phone) => phone.waitForSelector(`#screen[data-round="${at.round}"]`)));
    if (at.waiting) await beside.change();
    if (at.waiting) await press(leader, "#clock-form button");
    for (const [number, phone] of phones.entries()) await act(phone, number, at);
    await agree(phones);
    await beside.duringStep();
    const name = `${lang} ${String(round).padStart(2, "0")} ${at.name}`;
    await hold(check, phones[round % phones.length], `${name} phone`);
    await hold(check, wall, `${name} wall`);
    if (round % 3 === 0) await hold(check, leader, `${name} console`);
    if (round === 6) await restartMidway({ server, check, phones });
    await next(leader, at);
  }
  return { ended: false, steps, beside: beside.done };
}

async function position(leader) {
  return leader.evaluate(() => {
    const form = document.querySelector("#next-form");
    if (!form) return null;
    const value = (name) => form.querySelector(`[name=${name}]`).value;
    const waiting = document.querySelector("sl-clock")?.dataset.state === "waiting";
    const round = `${value("from_item")}-${value("from_step")}`;
    const title = document.querySelector("#screen h1")?.textContent.trim() ?? "";
    return { round, name: title, waiting };
  });
}

async function next(leader, at) {
  await press(leader, "#next-form button");
  const [item, step] = at.round.split("-");
  await leader.waitForFunction(
    ([item, step]) => {
      const form = document.querySelector("#next-form");
      if (!form) return true;
      const value = (name) => form.querySelector(`[name=${name}]`).value;
      return value("from_item") !== item || value("from_step") !== step;
    },
    [item, step],
  );
}

// Fills the person's own fields and takes the first thing there is to take along.
async function act(phone, number, at) {
  const choices = phone.locator("form[id^=choose-] button[aria-pressed=false]");
  const picks = /pick|picked/.test(await phone.locator("#screen").innerHTML()) ? 3 : 1;
  for (let pick = 0; pick < picks && (await choices.count()) > 0; pick += 1) {
    await choices.nth(number % (await choices.count())).click();
    await phone.waitForTimeout(250);
  }
  const areas = phone.locator("#screen textarea[data-field-key]");
  const count = await areas.count();
  for (let field = 0; field < count; field += 1) {
    const area = areas.nth(field);
    if (!(await area.isVisible())) continue;
    const key = await area.getAttribute("data-field-key");
    const ofTable = /point|found|table-text|disagreement/.test(key);
    if ((await area.inputValue()) !== "" || (ofTable && (number > 0 || /disagreement/.test(key)))) continue;
    const words = /challenge/.test(key) ? "Vi mangler tid til å observere" : "Vi deler opplegg på trinnet";
    await area.fill(`${words} ${NAMES[number]} ${at.round}.${field}`);
    await growFrom(area);
    await area.blur();
    await saved(phone, key);
  }
}

// A point says which cards it grew from.
async function growFrom(area) {
  const form = area.locator("xpath=ancestor::form");
  const boxes = form.locator("details input[type=checkbox]");
  if ((await boxes.count()) === 0) return;
  await form.locator("details summary").click();
  await boxes.first().check();
  await boxes.last().check();
  await form.locator("button").last().click();
}

async function saved(phone, key) {
  await phone.waitForFunction((key) => {
    const area = document.querySelector(`[data-field-key="${key}"]`);
    const status = area?.closest("form")?.querySelector("[data-save-status]");
    return /Lagr(et|a) \d/.test(status?.textContent ?? "");
  }, key);
}

// Everyone stands behind each point, and one delivers.
async function agree(phones) {
  const hasPoints = (await phones[0].locator("#screen textarea[data-field-key*=point]").count()) > 0;
  if (!hasPoints) return;
  for (const phone of phones) {
    const stand = phone.locator("form[id^=stand-] button[aria-pressed=false]");
    await phone.locator("form[id^=stand-] button").first().waitFor();
    for (let tries = 0; tries < 5 && (await stand.count()) > 0; tries += 1) {
      await stand.first().click();
      await phone.waitForTimeout(300);
    }
  }
  await press(phones[0], "#deliver-form button");
  await phones[1].waitForFunction(() => !document.querySelector("#screen textarea[data-field-key*=point]"));
}

// The server dies in the middle of a step while two write; both texts arrive once.
async function restartMidway({ server, check, phones }) {
  const fields = [];
  for (const phone of phones.slice(0, 2)) {
    const area = phone.locator("#screen textarea[data-field-key]").first();
    if ((await area.count()) === 0) return;
    fields.push([phone, await area.getAttribute("data-field-key")]);
  }
  const stop = server.restart();
  for (const [phone, key] of fields) {
    await phone.locator(`[data-field-key="${key}"]`).fill("Skrevet mens serveren var nede");
  }
  await stop;
  for (const [phone, key] of fields) {
    await phone.waitForFunction(
      (key) => /Lagr(et|a) \d/.test(document.querySelector(`[data-field-key="${key}"]`)?.closest("form")
        ?.querySelector("[data-save-status]")?.textContent ?? ""),
      key,
      { timeout: 40_000 },
    );
    await phone.reload();
    const text = await phone.locator(`[data-field-key="${key}"]`).inputValue();
    check.that("what was written while the server was down is there after a reload", text === "Skrevet mens serveren var nede", text);
  }
}

async function recipe({ check, leader, phones, lang, server }) {
  const result = `${server.origin}/meetings/${server.seeded.meeting}/result`;
  await leader.goto(result);
  await hold(check, leader, `${lang} result`);
  const text = await leader.locator("main").innerText();
  check.that("the recipe has a point that all stand behind", /Vi deler opplegg/.test(text));
  check.that("four answers about the goals are no number", !/\d (ja|yes),/.test(text));
  const threads = leader.locator("main details");
  check.that("the recipe has a red thread to open", (await threads.count()) > 0);
  for (let thread = 0; thread < (await threads.count()); thread += 1) {
    await threads.nth(thread).evaluate((it) => (it.open = true));
  }
  await hold(check, leader, `${lang} result opened`);
  await phones[1].goto(result);
  await phones[1].setViewportSize({ width: 320, height: 640 });
  await hold(check, phones[1], `${lang} result phone`);
}

async function press(page, selector) {
  await page.locator(selector).first().click();
}

async function seen(page, text) {
  await page.getByText(text).first().waitFor();
}
