// A meeting that opens with what the last one came to, and closes by asking whether the goals were reached.
import { device, hold } from "./browser.mjs";
import { planned } from "./server.mjs";

const NAMES = ["Kari", "Ola", "Amina", "Mats", "Ingrid", "Jonas"];
const PLAN = {
  title: "Fra ord til prøving",
  lang: "nb",
  goals: ["Alle blir hørt", "Vi velger én ting å prøve"],
  previous: ["Vi prøver stille start i to uker", "Reporterne legger fram ett punkt hver"],
  items: [
    { title: "Velkommen", minutes: 20, tool: "input" },
    { title: "Pause", minutes: 10, tool: "pause" },
    { title: "Veien videre", minutes: 15, tool: "closing" },
  ],
};

export async function thread({ server, browser, check }) {
  const { links, code, meeting } = await planned(server, PLAN);
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const wall = await device(browser, 1920, 1080);
  await wall.goto(server.link(links.wall));
  const phones = [];
  for (const name of NAMES) {
    const phone = await device(browser, 360, 740, { hasTouch: true });
    await phone.goto(`${server.origin}/m/${code}`);
    await phone.fill("input[name=name]", name);
    await phone.keyboard.press("Enter");
    await phone.waitForSelector("#screen");
    phones.push(phone);
  }
  await phones[0].setViewportSize({ width: 320, height: 640 });

  await leader.locator("#start-form button").click();
  for (const [name, page] of [["phone", phones[0]], ["wall", wall], ["console", leader]]) {
    await page.getByText("Sist ble vi enige om").waitFor();
    await page.getByText("Vi prøver stille start i to uker").waitFor();
    await hold(check, page, `opening ${name}`);
  }
  check.that("no nudge before the leader asks", (await leader.locator("#nudge-clock").count()) === 0);
  await leader.locator("#nudge-form button").click();
  await leader.locator("#nudge-clock").waitFor({ state: "attached" });
  check.that("the nudge is the leader's own", (await wall.locator("#nudge-clock").count()) === 0);

  await leader.locator("#skip-1 button").click();
  await leader.locator("#next-form button").click();
  await phones[0].locator("#goals-asked").waitFor();
  check.that("the opening card is gone", (await phones[0].getByText("Sist ble vi enige om").count()) === 0);
  for (const [number, phone] of phones.slice(0, 5).entries()) await answer(phone, number === 4 ? "partly" : "reached");
  await leader.getByText("5 har svart på om dere nådde målene.").waitFor();
  await hold(check, leader, "goals console");
  const before = await wall.locator("#screen").innerText();
  check.that("no count is on the wall while people answer", !/\d ja,/.test(before), before);

  await leader.locator("#end summary").click();
  await leader.locator("#closure-form button").first().click();
  await wall.getByText("4 ja, 1 delvis, 0 ikke ennå").first().waitFor();
  await hold(check, wall, "goals wall");
  await phones[0].goto(`${server.origin}/meetings/${meeting}/result`);
  await phones[0].getByText("4 ja, 1 delvis, 0 ikke ennå").first().waitFor();
  await hold(check, phones[0], "goals result phone");
  await next({ server, browser, check });
}

// The meeting after it: what was agreed on is fetched, the invitation goes out, and the plan changes once more.
async function next({ server, browser, check }) {
  const { links, code, meeting } = await planned(server, { ...PLAN, title: "Neste møte", starts_at: "2027-04-26T12:00", place: "Biblioteket", previous: [] });
  const desk = await device(browser, 1280, 900);
  await desk.goto(server.link(server.organiser));
  await desk.goto(`${server.origin}/meetings/${meeting}/plan/previous`);
  await hold(check, desk, "fetch from an earlier meeting");
  await desk.locator("main form button").last().click();
  await desk.waitForURL(/plan/);
  await desk.goto(`${server.origin}/meetings/${meeting}/invitation`);
  if ((await desk.locator("#send-reason").count()) > 0) await desk.fill("#send-reason", "Haster");
  await desk.locator("button[name=do][value=send]").click();
  await desk.waitForLoadState();
  await desk.goto(`${server.origin}/meetings/${meeting}/plan`);
  if ((await desk.locator("#ed-about[open]").count()) === 0) await desk.locator("#ed-about > summary").click();

  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const phone = await device(browser, 320, 640, { hasTouch: true });
  await phone.goto(`${server.origin}/m/${code}`);
  await phone.fill("input[name=name]", "Kari");
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
  await desk.fill("[name=place]", "Gymsalen");
  await desk.locator("[name=place]").blur();
  await phone.getByText("Nytt sted: Gymsalen").waitFor();
  await hold(check, phone, "changed since the invitation");
  await leader.locator("#start-form button").click();
  await desk.getByText("Møtet er i gang").first().waitFor();
  await hold(check, desk, "the plan of a running meeting");
}

async function answer(phone, word) {
  for (let goal = 0; goal < PLAN.goals.length; goal += 1) {
    await phone.locator(`#goal-${goal} button[value=${word}]`).click();
    await phone.locator(`#goal-${goal} button[value=${word}][aria-pressed=true]`).waitFor();
  }
}
